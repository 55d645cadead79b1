/** A diff as a redline for the terminal, with a ledger of verbs at its end. */

import { sayIn } from '../../language/interface.js'
import {
  type Change,
  type Diff,
  type Edit,
  type FrontChange,
  flatten,
  type MatterChange,
  type MatterPlace,
  type Shift,
  sideText,
} from '../../model/change.js'
import { isFoldable } from '../../model/routine.js'
import { counted, type Say } from '../../model/words.js'
import { clean } from '../clean.js'
import { columns, padded, paint, redline, type Style } from '../terminal.js'
import { blocks } from './blocks.js'
import { departures, raised } from './departures.js'
import {
  departure,
  factWords,
  fieldWords,
  foldRepetitions,
  isQuiet,
  names,
  phraseWords,
  placeName,
  proposers,
  rangeNames,
  told,
  totals,
  verdicts,
} from './words.js'

export interface DiffTextOptions {
  /** Columns of a line; 0 for no wrapping. Default 80. */
  width?: number
  /** ANSI colours; without them cut words are in [-…-], added ones in {+…+}. Default false. */
  color?: boolean
  /** How many unchanged paragraphs are shown on both sides of a change; the others are folded. Default 0. */
  context?: number
  /** Language of the report's own words: ar, en, es, fr, ru or zh. Default en. */
  ui?: string | undefined
}

interface Page {
  width: number
  color: boolean
  context: number
  say: Say
  lines: string[]
  /** The paragraphs that were before a change, or at the end, and moved; and which of them moved up. */
  departures: ReadonlyMap<Change | null, readonly Change[]>
  raised: ReadonlySet<Change>
}

const signs: Record<Shift, readonly [sign: string, style: Style]> = {
  weaker: ['↓', 'weak'],
  stronger: ['↑', 'strong'],
  lateral: ['↔', 'plain'],
  stance: ['◇', 'plain'],
  enumerator: ['·', 'dim'],
  contested: ['?', 'bold'],
  added: ['+', 'strong'],
  dropped: ['−', 'weak'],
  demoted: ['⇓', 'weak'],
  promoted: ['⇑', 'strong'],
}
const kindSigns: Record<Change['kind'], readonly [sign: string, style: Style]> = {
  unchanged: ['=', 'plain'],
  modified: ['~', 'bold'],
  inserted: ['+', 'strong'],
  deleted: ['-', 'weak'],
  split: ['<', 'bold'],
  merged: ['>', 'bold'],
}
/**
 * Write a diff as text.
 *
 * Ensures every change of words, verb, place or number is shown; unchanged
 * paragraphs are folded into one line. Says so where nothing changed.
 */
export function diffToText(diff: Diff, options: DiffTextOptions = {}): string {
  const left = departures(diff.changes)
  const page: Page = {
    width: options.width ?? 80,
    color: options.color ?? false,
    context: options.context ?? 0,
    say: sayIn(options.ui),
    lines: [],
    departures: left,
    raised: raised(diff.changes, left),
  }
  heading(diff, page)
  for (const front of diff.front) frontLine(front, page)
  if (diff.front.length > 0) page.lines.push('')
  const [first, last] = [true, false].map((before) =>
    diff.matter.filter(({ place }) => before !== behind.has(place)),
  )
  for (const change of first ?? []) matter(change, page)
  paragraphs(diff.changes, 0, page)
  departed(null, 0, page)
  for (const change of last ?? []) matter(change, page)
  ledger(diff, page)
  wrapped(totals(diff, page.say), 0, page, 'bold')
  return `${page.lines.join('\n')}\n`
}

function heading({ old, new: now }: Diff, page: Page): void {
  const symbols = [...new Set([old.symbol, now.symbol])].flatMap((symbol) => symbol ?? [])
  if (symbols.length > 0) page.lines.push(paint(clean(symbols.join(' → ')), 'bold', page.color))
  const title = now.title ?? old.title
  if (title !== null) wrapped(title, 0, page)
  if (page.lines.length > 0) page.lines.push('')
}

/** What is printed behind the paragraphs. */
const behind: ReadonlySet<MatterPlace> = new Set(['closing', 'footnote', 'furniture'])

function matter(change: MatterChange, page: Page): void {
  const [sign, style] = kindSigns[change.kind]
  if (change.routine) {
    compact(placeName(change, page.say), [change.edits], 0, page)
    page.lines.push('')
    return
  }
  const by = proposers(change, page.say)
  const note = by === '' ? '' : paint(` · ${clean(by)}`, 'dim', page.color)
  page.lines.push(paint(`${sign} ${clean(placeName(change, page.say))}`, style, page.color) + note)
  marked(change.edits, 2, page)
  page.lines.push('')
}

const fieldWidth = 14

function frontLine(front: FrontChange, page: Page): void {
  const { say } = page
  const shown = (value: string | null) => fieldWords(front, value, say)
  const name = say(`field_${front.field}`)
  const width = Math.max(fieldWidth, columns(name) + 2)
  const edits =
    front.field === 'sponsors'
      ? [
          { op: 'insert' as const, text: front.joined.join(', ') },
          { op: 'delete' as const, text: front.left.join(', ') },
        ]
      : [
          { op: 'delete' as const, text: shown(front.old) },
          { op: 'insert' as const, text: shown(front.new) },
        ]
  const [first, second] = edits.filter(({ text }) => text !== '')
  const by = proposers(front, say)
  const pieces = [
    first,
    first && second && { op: 'equal' as const, text: ' ' },
    second,
    by === '' ? undefined : { op: 'equal' as const, text: ` · ${by}` },
  ].flatMap((edit) => edit ?? [])
  const lines = redline(pieces, { width: page.width, color: page.color, indent: width })
  page.lines.push(
    ...lines.map((line, index) => (index === 0 ? padded(name, width) + line.slice(width) : line)),
  )
}

// ---------------------------------------------------------------- paragraphs

function paragraphs(changes: readonly Change[], indent: number, page: Page): void {
  let folded: Change[] = []
  let brief = false
  const fold = () => {
    if (folded.length > 0) foldLine(folded, indent, page)
    if (brief) page.lines.push('')
    folded = []
    brief = false
  }
  const loud = changes.map((change) => !isQuiet(change))
  changes.forEach((change, index) => {
    if (page.departures.has(change)) {
      fold()
      departed(change, indent, page)
    }
    const near = loud.slice(Math.max(0, index - page.context), index + page.context + 1).includes(true)
    const last = folded.at(-1)
    const isBrief = isFoldable(change)
    if ((near || brief || (last && !follows(last, change))) && !(isBrief && brief)) fold()
    if (isBrief) {
      const changed = flatten([change]).filter(({ kind }) => kind !== 'unchanged')
      compact(
        names(change, page.say),
        changed.map(({ edits }) => edits),
        indent,
        page,
      )
      brief = true
    } else if (near) paragraph(change, indent, page)
    else folded.push(change)
  })
  fold()
}

/** True if nothing was between them in the old text either: what left is not in the range. */
function follows(before: Change, after: Change): boolean {
  const rows = (change: Change) => flatten([change]).flatMap(({ oldRows }) => oldRows)
  return Math.max(...rows(before)) + 1 === Math.min(...rows(after))
}

function foldLine(changes: readonly Change[], indent: number, page: Page): void {
  const { say } = page
  const margin = ' '.repeat(indent)
  page.lines.push(
    margin +
      paint(`  ${clean(say('range_unchanged', { names: rangeNames(changes, say) }))}`, 'dim', page.color),
    '',
  )
}

/** A paragraph that moved is missed where it was. */
function departed(next: Change | null, indent: number, page: Page): void {
  for (const change of page.departures.get(next) ?? []) {
    const text = `↕ ${departure(change, page.raised.has(change), page.say)}`
    page.lines.push(' '.repeat(indent) + paint(clean(text), 'dim', page.color), '')
  }
}

/** What a year does to a paragraph, in one line: only the words that changed. */
function compact(name: string, texts: readonly (readonly Edit[])[], indent: number, page: Page): void {
  const margin = ' '.repeat(indent)
  const head = `${clean(name)} ${page.say('routine')}  `
  const inset = indent + columns(head) + 2
  const changed = texts.flatMap((edits) =>
    edits.flatMap((edit, at): Edit[] => {
      if (edit.op !== 'equal') return [{ op: edit.op, text: edit.text.trim() }]
      return at === 0 || at === edits.length - 1 ? [] : [{ op: 'equal', text: ' … ' }]
    }),
  )
  redline(changed, { width: page.width, color: page.color, indent: inset }).forEach((line, at) => {
    page.lines.push(at === 0 ? `${margin}${paint(`~ ${head}`, 'dim', page.color)}${line.slice(inset)}` : line)
  })
}

function paragraph(change: Change, indent: number, page: Page): void {
  const [sign, style] =
    change.moved && change.kind === 'unchanged' ? (['↕', 'bold'] as const) : kindSigns[change.kind]
  const margin = ' '.repeat(indent)
  const name = paint(`${sign} ${clean(names(change, page.say))}`, style, page.color)
  const routine = change.routine ? [page.say('routine')] : []
  const verdict = [...verdicts(change, page.say), ...routine].join(page.say('comma'))
  const notes = [
    ...(verdict === '' ? [] : [verdict]),
    ...told(change).map((fact) => factWords(fact, page.say)),
  ]
  page.lines.push(
    `${margin}${name}${notes.length > 0 ? paint(` · ${clean(notes[0] ?? '')}`, 'dim', page.color) : ''}`,
  )
  for (const note of notes.slice(1)) wrapped(`· ${note}`, indent + 4, page)
  const plain = change.edits.every((edit) => edit.op === 'equal')
  if (plain && isQuiet(change)) wrapped(sideText(change.edits, 'insert'), indent + 2, page, 'dim')
  else if (plain) first(change, indent + 2, page)
  else marked(change.edits, indent + 2, page)
  page.lines.push('')
  if (change.parts) paragraphs(change.parts, indent + 4, page)
}

/** Cut and added words in one text, or the old text and then the new one where little was kept. */
function marked(edits: readonly Edit[], indent: number, page: Page): void {
  for (const text of blocks(edits))
    page.lines.push(...redline(text, { width: page.width, color: page.color, indent }))
}

/** What stayed as it was is shown by its first line. */
function first(change: Change, indent: number, page: Page): void {
  const lines = redline(change.edits, { width: page.width, color: false, indent })
  const [line] = lines
  if (line === undefined) return
  page.lines.push(paint(lines.length > 1 ? `${line} …` : line, 'dim', page.color))
}

// ---------------------------------------------------------------- ledger

function ledger(diff: Diff, page: Page): void {
  const all = flatten(diff.changes).flatMap((change) =>
    change.phrases.map((phrase) => ({
      // What was dropped is told where the rest of it is now.
      label: (phrase.new === null ? undefined : phrase.paragraph) ?? change.new[0] ?? change.old[0] ?? '',
      phrase,
    })),
  )
  const { say } = page
  if (all.length === 0) return
  page.lines.push(paint(say('f_verbs'), 'bold', page.color))
  const { told: entries, repeated } = foldRepetitions(all)
  const label = Math.max(0, ...entries.map((entry) => columns(entry.label)))
  const word = Math.max(0, ...entries.map((entry) => columns(say(entry.phrase.shift))))
  for (const entry of entries) {
    const { shift } = entry.phrase
    const [sign, style] = signs[shift]
    const margin = `  ${clean(entry.label)}${' '.repeat(label - columns(entry.label))}  `
    const name = paint(`${sign} ${padded(say(shift), word)}`, style, page.color)
    const indent = margin.length + word + 4
    const words = redline([{ op: 'equal', text: phraseWords(entry.phrase, say) }], {
      width: page.width,
      color: false,
      indent,
    })
    page.lines.push(...words.map((line, at) => (at === 0 ? `${margin}${name}  ${line.slice(indent)}` : line)))
  }
  if (repeated.length > 0) {
    const lines: string[] = []
    const name = counted(repeated.length, 'enumerator', say)
    const text = say('told', { name, words: repeated.map((entry) => entry.label).join(', ') })
    wrapped(text, 4, { ...page, lines }, 'dim')
    page.lines.push(...lines.map((line, at) => (at === 0 ? line.replace('    ', '  · ') : line)))
  }
  page.lines.push('')
}

function wrapped(text: string, indent: number, page: Page, style: Style = 'plain'): void {
  const lines = redline([{ op: 'equal', text }], { width: page.width, color: false, indent })
  page.lines.push(...lines.map((line) => paint(line, style, page.color)))
}
