/**
 * Split a text that lost its line ends, as copies of web pages do.
 *
 *     The Assembly of Keepers, Recalling its resolution 96/12, 1. Urges States: (a) To light lamps; 2. Requests
 *                              ^ opening words                 ^ the first      ^ a label behind    ^ the next
 *
 * After it: no line holds the formula, a recital and a numbered paragraph, or two of them.
 */
import type { Openings } from '../language/openings.js'
import { type Block, rich, slice, trim } from '../model/block.js'
import type { Context } from './pass.js'

/** All that tells how a paragraph opens is in so many characters. */
const head = 240
/** A meeting and its date. */
const longestClosing = 90
/** Names of conferences with the conventions they are of. */
const longestName = 300
/** Stops that a paragraph, or a chapeau, may end with, and the mark of a note; a line end behind them is for other passes. */
const stop = /[,;:.，；。：،؛](?:\[\p{Nd}{1,3}\]|\p{Nd}{1,2}(?=\s\p{Lu}))?[ \t\u00a0]*(?=[^\s,;:.])/gu
/** A formula without a comma is told by the first number behind it. */
const firstNumber = /[\p{L})\]”"][ \t\u00a0]+(?=1[.)]\s)/gu
/** A label of a sub-paragraph behind a chapeau, or behind the sub-paragraph before it. */
const sublabel = /[:;؛；：](?:[ \t\u00a0]+\p{L}{1,3})?[ \t\u00a0]*(?=\(\p{L}{1,4}\)[ \t\u00a0])/gu

export function splitGlued(blocks: Block[], { openings }: Context): Block[] {
  return blocks.flatMap((block) => {
    // A Word file marks where each paragraph ends: two recitals in one are what its author joined.
    const mayBeGlued = block.kind === 'paragraph' && block.source?.paragraph === undefined
    const cuts = mayBeGlued ? new Glued(block.text.value, openings).cuts() : []
    if (cuts.length === 0) return [block]
    const { pageStart: _, ...rest } = block
    return [0, ...cuts].map((from, index) => {
      const text = trim(slice(block.text, from, cuts[index]))
      return index === 0 ? { ...block, text } : { ...rest, text, gap: true }
    })
  })
}

/** Finds where the paragraphs of one text begin. */
class Glued {
  readonly #value: string
  readonly #openings: Openings
  #part: 'front' | 'preamble' | 'operative' = 'front'
  /** The number that was met last. */
  #last = 0
  /** Where the line begins that is looked at. */
  #line = 0

  constructor(value: string, openings: Openings) {
    this.#value = value
    this.#openings = openings
    this.#meetLine(0)
  }

  /** What the line that begins at an offset says of those behind it. */
  #meetLine(at: number): void {
    this.#line = at
    const number = this.#number(at)
    if (number !== undefined) [this.#part, this.#last] = ['operative', number]
  }

  /** A recital, or the formula, is in front of a place that may open the next one. */
  #isBehindText(at: number): boolean {
    if (this.#part === 'front' && this.#opens(this.#line, 'preambular')) this.#part = 'preamble'
    return this.#part === 'preamble' || this.#formulaBefore(at) !== undefined
  }

  /** Offsets at which paragraphs begin, the first one's excepted. */
  cuts(): number[] {
    const cuts: number[] = []
    let numbers = 0
    for (const at of this.#places()) {
      const number = this.#nextNumber(at)
      const isRecital = number === undefined && this.#isRecital(at)
      if (number !== undefined) numbers++
      else if (!isRecital && !this.#isStep(at)) continue
      if (this.#part === 'front') {
        const formula = this.#formulaBefore(at)
        if (formula === undefined) continue
        if (formula > 0) cuts.push(formula)
      }
      cuts.push(at)
      this.#last = number ?? this.#last
      this.#part = isRecital ? 'preamble' : 'operative'
    }
    if (numbers > 0)
      for (const { index, 0: match } of this.#value.matchAll(sublabel))
        if (index > (cuts[0] ?? 0)) cuts.push(index + match.length)
    const closing = cuts.length > 0 ? this.#closing() : undefined
    if (closing !== undefined) cuts.push(closing)
    return [...new Set(cuts)].sort((a, b) => a - b)
  }

  /** The line of the meeting behind the last stop. */
  #closing(): number | undefined {
    const end = /[.。]\s+(?=[^.。]*[.。]?\s*$)/u.exec(this.#value.slice(-longestClosing))
    if (!end) return undefined
    const at = Math.max(0, this.#value.length - longestClosing) + end.index + end[0].length
    const line = this.#value
      .slice(at)
      .trim()
      .replace(/[.。]$/u, '')
    return this.#openings.grammar.isWhole('closingLine', line) ? at : undefined
  }

  /** Where a paragraph may begin: behind a stop, and outside of what is quoted. */
  *#places(): Generator<number> {
    const value = this.#value
    const places = [...value.matchAll(stop)].map(({ index, 0: match }) => index + match.length)
    if (this.#part === 'front')
      for (const { index, 0: match } of value.matchAll(firstNumber)) places.push(index + match.length)
    places.sort((a, b) => a - b)
    let [from, depth, isStraight] = [0, 0, false]
    for (const at of places) {
      for (; from < at; from++) {
        const char = value[from] as string
        if (char === '\n') this.#meetLine(from + 1)
        else if (char === '“' || char === '«') depth++
        else if (char === '”' || char === '»') depth = Math.max(0, depth - 1)
        else if (char === '"') isStraight = !isStraight
      }
      if (depth === 0 && !isStraight) yield at
    }
  }

  #number(at: number): number | undefined {
    return this.#openings.label(rich(this.#value.slice(at, at + head)))?.number?.value
  }

  /** The next number, before words that open paragraphs. */
  #nextNumber(at: number): number | undefined {
    if (!/^\p{Nd}/u.test(this.#value.slice(at, at + 1))) return undefined
    const text = rich(this.#value.slice(at, at + head))
    const label = this.#openings.label(text)
    if (label?.number?.value !== this.#last + 1) return undefined
    return this.#openings.lead(slice(text, label.end), 'any')?.known ? label.number.value : undefined
  }

  /** Words that open a recital: where a language tells them by a capital letter, anywhere; else behind the formula. */
  #isRecital(at: number): boolean {
    if (
      this.#part === 'operative' ||
      !/[,;，；،؛](?:\[\p{Nd}{1,3}\]|\p{Nd}{1,2})?\s*$/u.test(this.#value.slice(Math.max(0, at - 8), at))
    )
      return false
    // Without capitals only the formula that the text begins with tells that a recital is behind it.
    const isLikely = this.#openings.grammar.capitals
      ? /^\p{Lu}/u.test(this.#value.slice(at, at + 1)) && this.#isBehindText(at)
      : this.#part === 'front' && this.#formulaBefore(at) === 0
    return isLikely && this.#opens(at, 'preambular')
  }

  /** Words that open an operative paragraph of a text without numbers. */
  #isStep(at: number): boolean {
    if (this.#last > 0 || this.#part === 'front' || !this.#openings.grammar.capitals) return false
    return (
      /[,;]\s*$/u.test(this.#value.slice(Math.max(0, at - 4), at)) &&
      /^\p{Lu}/u.test(this.#value.slice(at, at + 1)) &&
      this.#opens(at, 'operative')
    )
  }

  #opens(at: number, role: 'preambular' | 'operative'): boolean {
    const lead = this.#openings.lead(rich(this.#value.slice(at, at + head)), role)
    return lead?.known === true && lead.role === role && lead.start === 0
  }

  /** Where the enacting formula begins that ends at `end`. */
  #formulaBefore(end: number): number | undefined {
    const from = Math.max(0, end - longestName)
    const before = this.#value.slice(from, end).trimEnd()
    const text = /[,，،:]$/u.test(before) ? before : `${before},`
    for (const { index } of before.matchAll(/(?<=^|\s)\p{L}/gu))
      if (this.#openings.isFormula(text.slice(index))) return from + index
    return undefined
  }
}
