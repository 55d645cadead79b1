/**
 * Bind the marks in the running text to the notes: superscripts, `[^n]`,
 * superscript characters, stars, `1/`, `[1]`, digits glued to words (`rights,1`).
 *
 * After it: a mark of a note is no text any more but a `noteReference` that
 * bears the note's identifier.
 */

import { latinDigits } from '../language/script.js'
import { type Block, concat, type Mark, type Rich, slice } from '../model/block.js'
import { lostMarks } from './lost-marks.js'
import { loweredDigits, plainMark, slashMark, squareMark } from './note-marks.js'
import { type Context, isFlow } from './pass.js'

interface Found {
  start: number
  end: number
  label: string
  /** It is where a power may be. */
  mayBePower?: boolean
}

/** A figure, or metres that it counts, in the signs of the International System in Latin and Cyrillic letters. */
const measured = /\d(?:\s?[kcmdкмсд]?[mм])?$/u

/** A year stands alone, and is no base of a power where a note has the number. */
const year = /(?<![\d.,/-])(?:19|20)\d\d$/u

/** So much white space is looked at behind a mark. */
const mostBlank = 20

/** Numbers of notes that no explicit mark names may be glued to a word; this far ahead is believed. */
const lookAhead = 4
export function attachNotes(blocks: Block[], { grammar, knowsNotes = false }: Context): Block[] {
  const tied = new Set(knowsNotes ? blocks.flatMap(({ text }) => tiedNotes(text)) : [])
  const notes = new NoteIndex(blocks, tied)
  const explicit = new Set<string>()
  const read = blocks.map((block) => (isFlow(block) ? explicitMarks(block.text, notes, knowsNotes) : []))
  // A note that has its mark elsewhere is not meant where a power may be.
  const marked = new Set(
    read.flatMap((marks) => marks.flatMap((mark) => (mark.mayBePower ? [] : mark.label))),
  )
  const found = read.map((marks) =>
    marks.filter(({ label, mayBePower }) => !mayBePower || !marked.has(label)),
  )
  for (const marks of found) for (const mark of marks) explicit.add(mark.label)
  for (const block of blocks)
    for (const mark of block.text.marks) if (mark.identifier) explicit.add(mark.identifier)
  const glued = new GluedMarks(
    notes.numbers.filter((number) => !explicit.has(String(number))),
    grammar.decimalComma,
  )
  blocks.forEach((block, index) => {
    const marks = found[index] as Found[]
    if (isFlow(block) && glued.any) marks.push(...glued.find(latinDigits(block.text.value), marks))
  })
  const texts = blocks.map((block) => (isFlow(block) ? latinDigits(block.text.value) : null))
  const placed = found.flatMap((marks, block) => marks.map((mark) => ({ ...mark, block })))
  const unnamed = glued.any ? notes.numbers.filter((number) => !explicit.has(String(number))) : []
  for (const { block, ...mark } of lostMarks(texts, placed, unnamed, grammar, pagesOfNotes(blocks)))
    found[block]?.push(mark)
  return blocks.map((block, index) => {
    if (!isFlow(block)) return plain(block)
    const marks = found[index] as Found[]
    if (marks.length === 0) return plain(block)
    marks.sort((a, b) => a.start - b.start)
    return { ...block, text: replace(block.text, marks, (label) => notes.resolve(label, index)) }
  })
}

/** Whether a page has a note of a label at its foot; in a source without pages every block has all. */
function pagesOfNotes(blocks: readonly Block[]): (block: number, label: string) => boolean {
  const pages = new Map<string, Set<number | undefined>>()
  for (const block of blocks) {
    if (block.kind !== 'note') continue
    const label = plainMark(block.label ?? '')
    pages.set(label, (pages.get(label) ?? new Set()).add(block.page))
  }
  return (block, label) => pages.get(label)?.has(blocks[block]?.page) === true
}

class NoteIndex {
  readonly numbers: number[] = []
  readonly #byLabel = new Map<string, { index: number; identifier: string }[]>()
  /** @param tied identifiers of the notes that have their marks: no other figure is one of theirs */
  constructor(blocks: readonly Block[], tied: ReadonlySet<string>) {
    blocks.forEach((block, index) => {
      if (block.kind !== 'note' || block.label === undefined || tied.has(block.identifier ?? '')) return
      const label = plainMark(block.label)
      const list = this.#byLabel.get(label) ?? []
      list.push({ index, identifier: block.identifier ?? block.label })
      this.#byLabel.set(label, list)
      if (/^\d+$/u.test(label)) this.numbers.push(Number(label))
    })
    this.numbers.sort((a, b) => a - b)
  }
  has(label: string): boolean {
    return this.#byLabel.has(label)
  }
  /** The note a mark means: the next one below it that bears the mark, else the last above. */
  resolve(label: string, index: number): string {
    const list = this.#byLabel.get(label)
    return (list?.find((note) => note.index >= index) ?? list?.at(-1))?.identifier ?? label
  }
}

function tiedNotes({ marks }: Rich): string[] {
  return marks.flatMap(({ kind, identifier }) =>
    kind === 'noteReference' && identifier !== undefined ? [identifier] : [],
  )
}

function explicitMarks(text: Rich, notes: NoteIndex, knowsNotes: boolean): Found[] {
  const found: Found[] = []
  const printed = latinDigits(text.value)
  for (const mark of text.marks) {
    if (mark.kind !== 'superscript') continue
    const value = printed.slice(mark.start, mark.end)
    if (!/^[[(]?[\s\d*†‡§,–-]+[\])]?\/?$/u.test(value)) continue
    // A raised digit after a figure, or after metres of a figure, is a power, unless a note of that number exists.
    const before = printed.slice(Math.max(0, mark.start - 8), mark.start)
    const mayBePower = /^\d+$/u.test(value) && measured.test(before) && !year.test(before)
    const needsNote = knowsNotes || mayBePower
    for (const sign of value.matchAll(/\d{1,3}|[*†‡§]{1,4}/gu)) {
      if (needsNote && /\d/u.test(sign[0]) && !notes.has(sign[0])) continue
      const bare = mark.start + sign.index + sign[0].length
      const end = bare + (/^[\])]?\/?$/u.exec(text.value.slice(bare, mark.end))?.[0].length ?? 0)
      // What is between two raised numbers (1, 2) belongs to the mark.
      const before = found.at(-1)
      const start = before && before.end > mark.start ? before.end : mark.start
      found.push({ start, end, label: sign[0], ...(mayBePower && { mayBePower }) })
    }
  }
  const value = printed
  if (value.includes('[^')) {
    for (const match of value.matchAll(/\[\^([^\]\s]{1,20})\]/gu))
      found.push({ start: match.index, end: match.index + match[0].length, label: match[1] as string })
  }
  if (/[⁰¹²³⁴-⁹]/u.test(value)) {
    for (const match of value.matchAll(/[⁰¹²³⁴-⁹]{1,3}/gu)) {
      const label = loweredDigits(match[0])
      if (notes.has(label) && !covered(found, match.index))
        found.push({ start: match.index, end: match.index + match[0].length, label })
    }
  }
  for (const [sign, form] of [
    ['/', slashMark],
    ['[', squareMark],
  ] as const) {
    if (!value.includes(sign)) continue
    for (const match of value.matchAll(form)) {
      const label = match[1] as string
      const end = match.index + match[0].length
      if (notes.has(label) && !covered(found, end - 1)) found.push({ start: match.index, end, label })
    }
  }
  if (/[*†‡§]/u.test(value)) {
    const star =
      /(?<=[\p{L}\p{N})\]”"'’:,;.》）：，；。、])[\s\u00a0]?([*†‡§]{1,4})(?=[\s:,;.)：，；。）]|$)/gu
    for (const match of value.matchAll(star)) {
      const label = match[1] as string
      const end = match.index + match[0].length
      if (notes.has(label) && !covered(found, end - 1)) found.push({ start: match.index, end, label })
    }
  }
  return found
}

function covered(found: readonly Found[], at: number): boolean {
  return found.some((mark) => at >= mark.start && at < mark.end)
}

/** Digits that PDF and OCR tools glue to the word before: told from figures by the notes' own count. */
class GluedMarks {
  readonly #numbers: ReadonlySet<number>
  readonly #ordered: readonly number[]
  readonly #decimalComma: boolean
  #highest = 0
  constructor(numbers: readonly number[], decimalComma: boolean) {
    this.#ordered = numbers
    this.#decimalComma = decimalComma
    this.#numbers = new Set(numbers)
    // On a page of a volume the count begins where the page before ended.
    this.#highest = Math.max(0, (numbers[0] ?? 1) - 1)
  }
  get any(): boolean {
    return this.#numbers.size > 0
  }
  get #next(): number | undefined {
    return this.#ordered.find((number) => number > this.#highest)
  }

  find(value: string, taken: readonly Found[]): Found[] {
    const found: Found[] = []
    for (const match of value.matchAll(/\d+/gu)) {
      const end = match.index + match[0].length
      if (covered(taken, match.index)) continue
      if (this.#isBracketed(value, match.index, match[0])) {
        this.#highest = Math.max(this.#highest, Number(match[0]))
        found.push({ start: match.index - 1, end: end + 1, label: match[0] })
        continue
      }
      const after = value[end] ?? ' '
      if (!/[\s,;:.)\]”"’»，；：。、）》《،؛]/u.test(after)) continue
      // A line of Chinese may end inside of a figure: 1⏎.22. Thousands are parted by spaces: 1 250.
      if (/^(?:\n?[.,]\d|[\s\u00a0]\d{3}(?!\d))/u.test(value.slice(end, end + 5))) continue
      const size = this.#signLength(value, match.index, match[0])
      if (size === 0) continue
      const label = match[0].slice(-size)
      this.#highest = Math.max(this.#highest, Number(label))
      found.push({ start: end - size, end, label })
    }
    return found
  }

  #isKnown(digits: string): boolean {
    return (
      this.#numbers.has(Number(digits)) && digits[0] !== '0' && Number(digits) <= this.#highest + lookAhead
    )
  }

  /** A known number between brackets that are glued to a word: `الإنسان(1)،`. */
  #isBracketed(value: string, at: number, digits: string): boolean {
    if (value[at - 1] !== '(' || value[at + digits.length] !== ')' || !this.#isKnown(digits)) return false
    const before = value.slice(Math.max(0, at - 5), at)
    if (/[\p{L}\p{M}]{2}[”"’'»]?\($/u.test(before)) return true
    if (/[\p{L}\p{M}\p{N}”"’'»][,،;؛.]\($/u.test(before)) return Number(digits) === this.#next
    // Behind another bracket a number may be a further label: (a)(1).
    return (
      /\)\($/u.test(before) &&
      Number(digits) === this.#next &&
      /^\)[\s\p{P}]/u.test(value.slice(at + digits.length))
    )
  }

  /** How many digits at the end of a figure are a note's mark; 0 for none. */
  #signLength(value: string, at: number, digits: string): number {
    // Where words are not parted by spaces, a line may end between a mark and what it is at.
    const before = value.slice(Math.max(0, at - 24), at).replace(/(?<=[》）。，；：、])\n$/u, '')
    const number = Number(digits)
    const next = this.#next
    const known = this.#isKnown(digits)
    const isNext = number === next
    const rest = value.slice(at + digits.length)
    if (this.#decimalComma && /\d,$/u.test(before)) return 0
    // Where nothing parts words, every figure is glued to one, and a line may end inside of it.
    if (/\p{sc=Han}$/u.test(before)) return 0
    if (/[》）。，；：、]$/u.test(before) && /^\n\d/u.test(rest)) return 0
    if (
      /[\p{Ll}\p{Lo}]{2}[)\]”"’'»》）]?$|[\p{L}\d》」][)\]”“"’'»》）]$|[)\]”"’'»》）][,;:，；：、،؛]$/u.test(
        before,
      )
    )
      return known ? digits.length : 0
    if (/[\p{L}\d][,;:，；：、،؛]$/u.test(before))
      return known && (digits.length < 3 || isNext) ? digits.length : 0
    // After a full stop a figure is as often the end of a symbol (Add.1): the sentence must end there.
    if (/(?:[\p{Ll}\p{Lo}]{2}|[)\]”"’'»》）\d])[.。]$/u.test(before) && !/[/.]\p{L}*\.$/u.test(before))
      return isNext || (known && /^\s*$/u.test(rest)) ? digits.length : 0
    if (/\p{L}{3}$/u.test(before)) return isNext ? digits.length : 0
    if (next === undefined) return 0
    const sign = String(next)
    if (digits.endsWith(sign)) {
      const base = digits.slice(0, -sign.length)
      // 71/20510: resolutions have three digits at most; 20163: a year and a mark.
      if (/\d\/$/u.test(before) && /^\d{1,3}$/u.test(base) && digits.length > 3) return sign.length
      if (/(?:^|[\s(–-])$/u.test(before) && /^(?:19|20)\d\d$/u.test(base)) return sign.length
    }
    // PDF tools put wide spaces around a mark.
    if (isNext && /\S\s$/u.test(before) && /^\s{2}\S/u.test(rest)) return digits.length
    return 0
  }
}

/** Superscripts that are no notes (1st, m2) are text like any other. */
function plain(block: Block): Block {
  if (!block.text.marks.some((mark) => mark.kind === 'superscript')) return block
  return {
    ...block,
    text: { ...block.text, marks: block.text.marks.filter((mark) => mark.kind !== 'superscript') },
  }
}

function replace(text: Rich, found: readonly Found[], identifier: (label: string) => string): Rich {
  const parts: Rich[] = []
  let from = 0
  for (const { start, end, label } of found) {
    if (start < from) continue
    parts.push(slice(text, from, start))
    const printed = /^\(?\p{Nd}+\)?$/u.exec(text.value.slice(start, end))?.[0]
    const mark: Mark = {
      kind: 'noteReference',
      start: 0,
      end: 0,
      identifier: identifier(label),
      label: printed !== undefined && plainMark(printed) === label ? printed : label,
    }
    const place = slice(text, start, end).map
    const first = place[0]
    const last = place.at(-1)
    if (first && last) mark.source = { start: first.start, end: last.end }
    parts.push({ value: '', marks: [mark], map: [] })
    // A tool that ends the line behind a raised mark parts it from the punctuation.
    from =
      end + (/^\s*\n\s*(?=[,;:.،؛，；：。])/u.exec(text.value.slice(end, end + mostBlank))?.[0].length ?? 0)
  }
  parts.push(slice(text, from))
  const joined = concat(...parts.filter((part) => part.value !== '' || part.marks.length > 0))
  return { ...joined, marks: joined.marks.filter((mark) => mark.kind !== 'superscript') }
}
