/**
 * How a document numbers its operative paragraphs: `1.` as the United Nations
 * does, or `1)`, `(1)`, `№ 1`, `1` in a way of its own.
 *
 * A label proves nothing by itself: `(1)` is a paragraph here and a part of one
 * there. The whole text tells: which labels are followed by operative verbs, and
 * which of them count on where the others stop.
 */
import { grouped } from '../model/grouped.js'
import type { ParagraphNumber } from '../model/tree/types.js'
import { type Counted, countedLines, type Line } from './counters.js'
import { romanValue } from './numerals.js'
import { latinDigits } from './script.js'
import type { Grammar } from './types.js'

/** A label at the beginning of a line. */
interface Entry {
  /** The label with its figures written N: `N)`. */
  style: string
  number: ParagraphNumber
  end: number
  /** It is a number by its own words: OP1, New OP2. */
  explicit: boolean
  /** The label alone is too weak a sign: a figure without a stop, a letter that OCR may have misread. */
  loose: boolean
  /** No label is known to look so: signs or a word are around its number. */
  shaped: boolean
  key: string
}

interface Found {
  entry: Entry
  line: Line
}

/** The United Nations' own style. */
const standard = 'N.'
/** So much of a line tells it from other lines that begin with the same label. */
const keyLength = 60
/** Of the labels of one style at least this part opens with operative verbs: sub-paragraphs seldom do. */
const leastVerbs = 0.5
/** And this part follows on the one before: figures that begin lines by chance do not. */
const leastInOrder = 0.6

export class Numbering {
  readonly #grammar: Grammar
  readonly #styles: ReadonlySet<string>
  readonly #lines: ReadonlySet<string>
  readonly #standardIsTop: boolean
  /** What the lines that letters or Roman numerals count are numbered. */
  readonly #counted: ReadonlyMap<string, Counted>

  private constructor(
    grammar: Grammar,
    styles: ReadonlySet<string>,
    lines: ReadonlySet<string>,
    standardIsTop: boolean,
    counted: ReadonlyMap<string, Counted> = new Map(),
  ) {
    this.#grammar = grammar
    this.#styles = styles
    this.#lines = lines
    this.#standardIsTop = standardIsTop
    this.#counted = counted
  }

  /** Infer a document's numbering from the lines of its text. */
  static infer(lines: readonly Line[], grammar: Grammar): Numbering {
    const found: Found[] = []
    for (const line of lines) {
      const entry = entryOf(line.text, grammar)
      if (entry) found.push({ entry, line })
    }
    const groups = grouped(found, ({ entry }) => entry.style)
    const usual = groups.get(standard) ?? []
    if (found.every(({ entry }) => entry.loose || (entry.shaped && groups.get(entry.style)?.length === 1))) {
      const counted = countedLines(lines, grammar, keyOf)
      if (counted.size > 0) return new Numbering(grammar, new Set(), new Set(), true, counted)
    }
    const others = [...groups].filter(([style, [first]]) => style !== standard && !first?.entry.explicit)
    if (others.length === 0) return new Numbering(grammar, new Set(), new Set(), true)
    const opens = new Map(found.map(({ entry, line }) => [entry, entry.explicit || line.opens(entry.end)]))
    const verbs = (group: readonly { entry: Entry }[]) => group.filter(({ entry }) => opens.get(entry)).length
    const candidates = others
      .map(([style, group]) => ({ style, group, verbs: verbs(group) }))
      .filter(({ verbs }) => verbs > 0)
      .sort((a, b) => b.verbs - a.verbs)
    const top = new Set(found.flatMap(({ entry }) => (entry.explicit ? [entry] : [])))
    const [first] = candidates
    const entries = found.map(({ entry }) => entry)
    const isInside =
      usual.length > 0 &&
      first !== undefined &&
      first.verbs > 1 &&
      verbs(usual) === 0 &&
      !first.group[0]?.entry.loose &&
      found.indexOf(first.group[0] as Found) < found.indexOf(usual[0] as Found)
    if (!isInside) for (const { entry } of usual) top.add(entry)
    const styles = new Set<string>()
    const keys = new Set<string>()
    for (const { style, group } of candidates) {
      const own = group.map(({ entry }) => entry)
      const fits = goingOn(entries, top)
      if (own[0]?.loose) {
        // One by one: where the count goes on with it, and the verb is there.
        for (const entry of own) if (opens.get(entry) && fits(entry)) keys.add(entry.key)
        for (const entry of own) if (keys.has(entry.key)) top.add(entry)
        continue
      }
      const few = verbs(group) < leastVerbs * group.length
      const isFirst = top.size === 0
      // A shape that no label is known to have: only a count tells.
      if (own[0]?.shaped && isFirst && own[0].number.value !== 1 && own.length === 1) continue
      const inOrder = own.filter((entry, index) => {
        if (!isFirst) return fits(entry)
        const last = own[index - 1]?.number.value
        return entry.number.value === 1 || last === undefined || entry.number.value === last + 1
      })
      if (few || inOrder.length < leastInOrder * own.length) continue
      styles.add(style)
      for (const entry of own) top.add(entry)
    }
    return new Numbering(grammar, styles, keys, !isInside)
  }

  /** The number that a text begins with, as this document numbers; `top` is false where it numbers parts so. */
  numberAt(text: string): { end: number; number: ParagraphNumber; top: boolean; loose: boolean } | undefined {
    const counted = this.#counted.get(keyOf(text))
    if (counted) return { ...counted, top: true, loose: false }
    const entry = entryOf(text, this.#grammar)
    if (!entry) return undefined
    if (entry.style === standard && !entry.explicit)
      return this.#standardIsTop ? undefined : { ...entry, top: false }
    const isTop = entry.explicit || (entry.loose ? this.#lines.has(entry.key) : this.#styles.has(entry.style))
    return isTop ? { ...entry, top: true } : undefined
  }
}

/** A test of entries in order: the count goes on with one that is more than the number above it, and less than the one below. */
function goingOn(entries: readonly Entry[], top: ReadonlySet<Entry>): (entry: Entry) => boolean {
  const below = new Map<Entry, number | undefined>()
  let next: number | undefined
  for (const entry of entries.toReversed()) {
    below.set(entry, next)
    if (top.has(entry)) next = entry.number.value
  }
  const above = new Map<Entry, number>()
  let last = 0
  for (const entry of entries) {
    above.set(entry, last)
    if (top.has(entry)) last = entry.number.value
  }
  return (entry) => {
    const { value } = entry.number
    const limit = below.get(entry)
    return value > (above.get(entry) ?? 0) && (limit === undefined || limit === 1 || value < limit)
  }
}

/** So much of a line as tells it from others; lines are known again when their white space is mended. */
function keyOf(line: string): string {
  return line.slice(0, keyLength).replace(/\s+/gu, ' ')
}

function entryOf(text: string, grammar: Grammar): Entry | undefined {
  const known = grammar.match('paragraphLabel', text)
  // What the language's own form fits is no shape of the document's.
  const match = known ?? (grammar.match('operativeNumber', text) ? null : grammar.match('numberShape', text))
  const groups = match?.groups
  if (!match || !groups) return undefined
  const { part, value = '', suffix, alternative, sign, misread, bare, glued } = groups
  const number = {
    value: readValue(value, sign, misread, bare, glued, grammar),
    suffix: suffix?.trim() || null,
    alternative: alternative?.trim() || null,
  }
  if (!Number.isFinite(number.value)) return undefined
  const loose = misread !== undefined || bare !== undefined || glued !== undefined
  const printed = figures(match[0].trim())
  const shape = /\d/u.test(printed)
    ? printed.replace(/\d+/u, 'N')
    : printed.replace(/\p{L}[\p{L}\p{M}]*/u, 'N')
  const style = loose ? `loose` : sign === undefined ? shape : `sign ${shape}`
  return {
    style: suffix || alternative ? style.replace(/N.*$/u, 'N.') : style,
    number,
    end: match[0].length,
    explicit: part !== undefined,
    loose,
    shaped: !known,
    key: keyOf(text),
  }
}

function readValue(
  value: string,
  sign: string | undefined,
  misread: string | undefined,
  bare: string | undefined,
  glued: string | undefined,
  grammar: Grammar,
): number {
  if (sign !== undefined)
    return Number(figures(sign).match(/\d+/u)?.[0] ?? inWords(sign, grammar) ?? Number.NaN)
  if (misread !== undefined) return Number(misread.replace(/[lI|]/gu, '1').replace(/[oO]/gu, '0'))
  return Number(figures(bare ?? glued ?? value).replace(/\D/gu, ''))
}

/** The number that words say: *Two*, *Second*, and in some languages those that count sections. */
function inWords(sign: string, grammar: Grammar): number | undefined {
  const words = /\p{L}(?:[\p{L}\p{M}\s]|[-‑](?=\p{L}))*/u.exec(sign)?.[0].trim() ?? ''
  const counted =
    grammar.ordinal(words) ?? grammar.numbers(words.toLowerCase())[0]?.values[0] ?? inAdverb(words, grammar)
  return Number(counted ?? romanValue(grammar.sectionLabel(words)))
}

/** The number in an adverb: the longest beginning of *Thirdly*, *Troisièmement* that is one. */
function inAdverb(word: string, grammar: Grammar): number | undefined {
  for (let end = word.length - 1; end > 2; end--) {
    const value = grammar.ordinal(word.slice(0, end))
    if (value !== null) return value
  }
  return undefined
}

/** A label in the figures 0–9: `①` and `⑴` hold the figure 1. */
function figures(label: string): string {
  return latinDigits(label.replace(/[\u2460-\u249b]/gu, (sign) => sign.normalize('NFKC')))
}
