/**
 * How a line opens: with a number, a label, known words, or as a heading does.
 *
 * Each line is looked at once: the answers are kept for the document, and the
 * stages ask here and not the grammar.
 */
import { type Rich, slice, trim } from '../model/block.js'
import type { ParagraphNumber, PhraseRole } from '../model/tree/types.js'
import { evidence } from './evidence.js'
import { narrowing } from './narrow.js'
import { Numbering } from './numbering.js'
import { latinDigits } from './script.js'
import type { Grammar, PhraseMatch } from './types.js'

/** What is at the front of a paragraph and is none of its words. */
export interface Label {
  kind: 'number' | 'preambularNumber' | 'label'
  /** Offset of its end in the text. */
  end: number
  /** For `number`. */
  number: ParagraphNumber | null
  /** Only the count and the verb behind it tell that it is a number. */
  isOdd?: boolean
}

export interface Start {
  kind: 'number' | 'label' | 'opener' | 'structure'
  /** For `number`: the number. */
  value?: number
}

/** Italics that reach this far are no opening words but a whole paragraph in italics. */
const longestOpener = 120
/** What may be before the opening words: brackets of a negotiated text, quotation marks of a nested draft. */
const opening = /^[\s\p{Cf}“”"«‘'[(–—]+/u
/**
 * What may be before a label: quotation marks of a nested draft, but `‘1’` is a label; brackets of a negotiated
 * text; marks that are not seen; the bullet that an editor left before a number, also in the font of symbols.
 */
const before = /^(?:[“"«„[\s\p{Cf}]|‘(?!\p{N}{1,3}[’‘'])|[•·▪●◦\uf0a7\uf0b7]\s*(?=\p{Nd}{1,3}\.\s))+/u
/** All opening words that the corpus holds, with what tells them from others, are in so many characters. */
const head = 200
/** What lines differ in that open alike. */
const unlikeIn = narrowing(/[\s\p{N}]+/gu)
/** Two texts that agree so far open alike: a line, and the paragraph that begins with it. Lines of PDF are longer. */
const sharedHead = { spaced: 48, unspaced: 20 }
/** Opening words that end so far before it have all that tells them apart in the shared head. */
const settled = { spaced: 16, unspaced: 6 }
/** No words in front of the opening verb are longer. */
const longestFronted = 100
/** Enacting formulas of conferences with long names. */
const longestFormula = 400

const structures = ['annexHeading', 'draftHeading', 'closingLine', 'vote', 'sectionHeading'] as const

export class Openings {
  readonly grammar: Grammar
  /** The document's own way of numbering, once it is known. */
  #numbering: Numbering | undefined
  readonly #leads = new Map<string, PhraseMatch | null>()
  #starts = new Map<string, Start | null>()
  readonly #script: keyof typeof sharedHead
  readonly #shared: number
  readonly #formulas = new Map<string, boolean>()

  constructor(grammar: Grammar) {
    this.grammar = grammar
    this.#script = grammar.spaced ? 'spaced' : 'unspaced'
    this.#shared = sharedHead[this.#script]
  }

  /** Infer the document's own numbering from its lines: what was said of labels before is asked anew. */
  inferNumbering(lines: readonly Rich[]): void {
    const asked = lines.map((line) => {
      const { seen, at } = this.#unquoted(line)
      return { text: seen, opens: (from: number) => this.#isOperative(slice(line, at(from))) }
    })
    this.#numbering = Numbering.infer(asked, this.grammar)
    this.#starts = new Map()
  }

  /** Known operative words follow a label. */
  opensAfter(text: Rich, label: Label): boolean {
    return this.#isOperative(slice(text, label.end))
  }

  #isOperative(text: Rich): boolean {
    const lead = this.lead(text, 'operative')
    return lead?.known === true && lead.role === 'operative'
  }

  /** A text as evidence, past what may be before a label. */
  #unquoted(text: Rich): { seen: string; at(length: number): number } {
    const skip = before.exec(text.value)?.[0].length ?? 0
    const seen = evidence(text.value.slice(skip, skip + longestFormula))
    return { seen: seen.value, at: (length) => skip + seen.at(length) }
  }

  /** The opening words of a text, past brackets and quotation marks; @see Grammar.lead */
  lead(text: Rich, role: PhraseRole | 'any'): PhraseMatch | null {
    const skip = opening.exec(text.value)?.[0].length ?? 0
    const seen = evidence(text.value.slice(skip, skip + head))
    const italics = text.marks.find((mark) => mark.kind === 'emphasis' && mark.start <= skip)
    // The brackets of a negotiated text part opening words that are alternatives.
    const bracket = text.value.slice(skip, skip + head).search(/[[\]]/u)
    const end = italics && (bracket < 0 ? italics.end : Math.min(italics.end, skip + bracket))
    const emphasis = end !== undefined && end > skip && end <= longestOpener ? end - skip : undefined
    const lead = this.#lead(seen.value, role, emphasis)
    if (role !== 'any' && !lead?.known) {
      const fronted = this.#fronted(text, skip, role)
      if (fronted) return fronted
    }
    return lead && { ...lead, start: seen.at(lead.start) + skip, end: seen.at(lead.end) + skip }
  }

  /**
   * The opening words behind what is put in front of them, where a language tells
   * them by a capital letter.
   *
   *     In this context, encourages States
   *                      ^
   *     *Still hopes* that              the italics are one phrase
   *     ^      ^
   *     having considered the report,   behind an enacting formula
   *     ^
   */
  #fronted(text: Rich, skip: number, role: PhraseRole): PhraseMatch | null {
    if (!this.grammar.capitals) return null
    const value = text.value.slice(skip, skip + head)
    const italics = text.marks.find(({ kind, end }) => kind === 'emphasis' && end > skip)
    const from = italics ? Math.max(0, italics.start - skip) : 0
    const isPhrase = from === 0 && italics !== undefined && italics.end - skip <= longestFronted
    const places = new Set<number>()
    if (/^\p{Ll}/u.test(value)) places.add(0)
    if (from > 0 && from <= longestFronted && /\p{Ll}/u.test(value[from] ?? '')) places.add(from)
    const second = /^\p{L}+\s+(?=\p{Ll})/u.exec(value)?.[0].length
    if (isPhrase && second !== undefined && second < (italics?.end ?? 0) - skip) places.add(second)
    for (const { index, 0: comma } of value.slice(0, longestFronted).matchAll(/[,;:]\s+(?=\p{Ll})/gu)) {
      if (comma[0] !== ',') break
      places.add(index + comma.length)
    }
    let other: PhraseMatch | null = null
    for (const at of places) {
      const words = `${value.charAt(at).toUpperCase()}${value.slice(at + 1)}`
      const end = italics && italics.start <= skip + at ? italics.end - skip - at : undefined
      const lead = this.#lead(evidence(words).value, role, end !== undefined && end > 0 ? end : undefined)
      if (!lead?.known) continue
      const start = isPhrase && at === second ? 0 : at
      const found = { ...lead, start: skip + start, end: skip + at + lead.end }
      if (lead.role === role) return found
      // A numbered paragraph that opens in the manner of a recital: its italics tell.
      if (isPhrase) other ??= found
    }
    return other
  }

  #lead(text: string, role: PhraseRole | 'any', emphasis: number | undefined): PhraseMatch | null {
    const shared = this.#head(text)
    const known = this.#known(text, shared, role, emphasis)
    if (known !== undefined) return known
    const lead = this.grammar.lead(text, role, emphasis)
    const isSettled = lead === null || lead.end <= this.#shared - settled[this.#script]
    this.#leads.set(keyOf(isSettled ? shared : text, role, emphasis), lead)
    return lead
  }

  /** The head of a text that it shares with others: neither the figures in it nor the marks of notes tell how it opens. */
  #head(text: string): string {
    const front = text.slice(0, this.#shared * 2)
    return front.replace(unlikeIn(front), ' ').slice(0, this.#shared)
  }

  /** What was found before, or follows from it. */
  #known(text: string, shared: string, role: PhraseRole | 'any', emphasis: number | undefined) {
    const get = (asked: PhraseRole | 'any') => {
      const short = this.#leads.get(keyOf(shared, asked, emphasis))
      return short !== undefined ? short : this.#leads.get(keyOf(text, asked, emphasis))
    }
    const own = get(role)
    if (own !== undefined || role === 'any') return own
    // `any` is the preambular reading, else the operative one.
    const any = get('any')
    if (any === undefined || any === null) return any
    if (role === 'preambular') return any.known || any.role === 'preambular' ? any : null
    return any.role === 'operative' ? any : undefined
  }

  /** The label that a text begins with; quotation marks and brackets before it belong to it. */
  label(text: Rich): Label | null {
    const { grammar } = this
    const { seen, at } = this.#unquoted(text)
    const preambular = grammar.match('preambularNumber', seen)
    if (preambular) return { kind: 'preambularNumber', end: at(preambular[0].length), number: null }
    const standard = grammar.match('operativeNumber', seen)
    const own = this.#numbering?.numberAt(seen)
    if (own) {
      const isOdd = own.loose && !standard
      return own.top
        ? { kind: 'number', end: at(own.end), number: own.number, isOdd }
        : { kind: 'label', end: at(own.end), number: null }
    }
    if (standard) return { kind: 'number', end: at(standard[0].length), number: paragraphNumber(standard) }
    const sub = grammar.match('subLabel', seen)
    return sub ? { kind: 'label', end: at(sub[0].length), number: null } : null
  }

  /** How a line opens a paragraph; null if nothing says that it does. */
  start(text: Rich): Start | null {
    const italics = text.marks.find((mark) => mark.kind === 'emphasis' && mark.start === 0)?.end ?? ''
    const key = `${text.value.length > longestFormula ? text.value.slice(0, longestFormula) : text.value}\u0000${italics}`
    const known = this.#starts.get(key)
    if (known !== undefined) return known
    const start = this.#start(text)
    this.#starts.set(key, start)
    return start
  }

  #start(text: Rich): Start | null {
    const { value } = text
    const { grammar } = this
    const label = this.label(text)
    if (label?.number) return { kind: 'number', value: label.number.value }
    if (label) return { kind: 'label' }
    if (value.length <= longestFormula) {
      for (const id of structures) if (grammar.isWhole(id, value)) return { kind: 'structure' }
    }
    if (this.isFormula(value)) return { kind: 'structure' }
    if (grammar.capitals && /^[“"«‘'[(\p{Cf}]?\p{Ll}/u.test(value)) return null
    return this.lead(text, 'any')?.known ? { kind: 'opener' } : null
  }

  /** The subject and the verb of a sentence that says what a body does: "The Security Council welcomes". */
  told(text: Rich): PhraseMatch | null {
    const end = this.speakerEnd(text)
    if (end === undefined) return null
    const words = trim(slice(text, end))
    const lead = this.lead(words, 'operative')
    if (!lead?.known || lead.role !== 'operative' || lead.start > 0) return null
    const from = text.value.length - words.value.length
    return { ...lead, start: opening.exec(text.value)?.[0].length ?? 0, end: from + lead.end }
  }

  /** Where the name of the body ends that is the subject of a sentence; undefined where none is. */
  speakerEnd(text: Rich): number | undefined {
    const skip = opening.exec(text.value)?.[0].length ?? 0
    const seen = evidence(text.value.slice(skip, skip + longestFormula))
    const speaker = this.grammar.match('speaker', seen.value)
    return speaker ? skip + seen.at(speaker[0].length) : undefined
  }

  /** The whole of a text is an enacting formula: "The General Assembly,". */
  isFormula(text: string): boolean {
    if (text.length > longestFormula) return false
    let known = this.#formulas.get(text)
    if (known === undefined) {
      const seen = evidence(text).value.trim()
      known = this.grammar.isWhole('organLine', seen)
      this.#formulas.set(text, known)
    }
    return known
  }
}

function keyOf(text: string, role: string, emphasis: number | undefined): string {
  return `${role}\u0000${emphasis ?? ''}\u0000${text}`
}

/** The number in a match of a pattern of numbers. */
export function paragraphNumber({ groups }: RegExpMatchArray): ParagraphNumber {
  const { value = '', suffix, alternative } = groups ?? {}
  return {
    value: Number(latinDigits(value)),
    suffix: suffix?.trim() || null,
    alternative: alternative?.trim() || null,
  }
}
