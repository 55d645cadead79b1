/** Paragraphs that letters or Roman numerals count, where a document numbers them in no other way. */
import { grouped } from '../model/grouped.js'
import type { ParagraphNumber } from '../model/tree/types.js'
import { letterValue, romanValue } from './numerals.js'
import { foldScript } from './script.js'
import type { Grammar } from './types.js'

/** A line, and whether the words behind an offset of it are a known operative opening. */
export interface Line {
  text: string
  opens(from: number): boolean
}

/** A line that is counted: where its label ends, and its place in the count. */
export interface Counted {
  end: number
  number: ParagraphNumber
}

interface Entry {
  /** What its label looks like. */
  style: string
  end: number
  /** What its letters may stand for. */
  values: ReadonlyMap<'roman' | 'letter', number>
  line: Line
  at: number
}

/** Fewer are no count. */
const least = 2

/**
 * Find the lines that letters or Roman numerals count as operative paragraphs.
 *
 * Given all lines of a document. Ensures that each one counts on from the one before it, that the
 * first is a first one, that most open with operative verbs, and that no colon announces them.
 *
 *     Recalling its resolution 3/2,
 *     (a) Urges States:              counted
 *     (i) To light lamps;            none of the count
 *     (b) Decides to meet.           counted
 */
export function countedLines(
  lines: readonly Line[],
  grammar: Grammar,
  keyOf: (line: string) => string,
): Map<string, Counted> {
  const entries = lines.flatMap((line, at): Entry[] => {
    const match = grammar.match('counterLabel', line.text)
    const core = match?.groups?.core
    if (!match || core === undefined) return []
    const form = core === core.toLowerCase() ? 'x' : 'X'
    const style = match[0].trim().replace(core, form)
    return [{ style, end: match[0].length, values: valuesOf(core, grammar), line, at }]
  })
  for (const group of grouped(entries, ({ style }) => style).values()) {
    for (const kind of ['roman', 'letter'] as const) {
      const run = inOrder(group, kind)
      if (!isCount(run, lines)) continue
      return new Map(
        run.map(({ end, line }, index) => [
          keyOf(line.text),
          { end, number: { value: index + 1, suffix: null, alternative: null } },
        ]),
      )
    }
  }
  return new Map()
}

function valuesOf(core: string, { letterOrders }: Grammar): Entry['values'] {
  const values = new Map<'roman' | 'letter', number>()
  const roman = romanValue(core)
  const letter = letterValue(foldScript(core).toLowerCase(), letterOrders)
  if (roman !== undefined) values.set('roman', roman)
  if (letter !== undefined) values.set('letter', letter)
  return values
}

/** The entries that count on from the first. */
function inOrder(group: readonly Entry[], kind: 'roman' | 'letter'): Entry[] {
  const run: Entry[] = []
  for (const entry of group)
    if (entry.values.get(kind) === run.length + 1 && (run.length > 0 || opens(entry))) run.push(entry)
  return run
}

function opens({ line, end }: Entry): boolean {
  return line.opens(end)
}

function isCount(run: readonly Entry[], lines: readonly Line[]): boolean {
  const [first] = run
  if (!first || run.length < least || run.filter(opens).length * 2 < run.length) return false
  const before = lines.slice(0, first.at)
  // A colon announces a list inside of a paragraph; so does an operative paragraph without a label.
  if (/[:：]$/u.test(before.at(-1)?.text ?? '')) return false
  return !before.some((line) => line.opens(0) && !/[,，،]$/u.test(line.text))
}
