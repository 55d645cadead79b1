/**
 * How a line opens: with a number, a label, known words, or as a heading does.
 *
 * Each line is looked at once: the answers are kept for the document, and the
 * stages ask here and not the grammar.
 */
import { type Rich, slice } from '../model/block.js'
import type { ParagraphNumber, PhraseRole } from '../model/tree/types.js'
import { evidence } from './evidence.js'
import { Numbering } from './numbering.js'
import { latinDigits } from './script.js'
import type { Grammar, PhraseMatch } from './types.js'

/** What stands at the front of a paragraph and is none of its words. */
export interface Label {
  kind: 'number' | 'preambularNumber' | 'label'
  /** Offset of its end in the text. */
  end: number
  /** For `number`. */
  number: ParagraphNumber | null
}

export interface Start {
  kind: 'number' | 'label' | 'opener' | 'structure'
  /** For `number`: the number. */
  value?: number
}

/** Italics that reach this far are no opening words but a whole paragraph in italics. */
const longestOpener = 120
/** What may stand before the opening words: brackets of a negotiated text, quotation marks of a nested draft. */
const opening = /^[\s“”"«‘'[(–—]+/u
/** What may stand before a label: quotation marks of a nested draft, but `‘1’` is a label; brackets of a negotiated text; marks that are not seen. */
const before = /^(?:[“"«„[\s\p{Cf}]|‘(?!\p{N}{1,3}[’‘']))+/u
/** All opening words that the corpus holds, with what tells them from others, stand in so many characters. */
const head = 200
/** Two texts that agree so far open alike: a line, and the paragraph that begins with it. */
const sharedHead = 60
/** Opening words that end here have all that tells them apart in the shared head. */
const settledEnd = 40
/** Enacting formulas of conferences with long names. */
const longestFormula = 400

const structures = ['annexHeading', 'draftHeading', 'closingLine', 'vote', 'sectionHeading'] as const

export class Openings {
  readonly grammar: Grammar
  /** The document's own way of numbering, once it is known. */
  #numbering: Numbering | undefined
  readonly #leads = new Map<string, PhraseMatch | null>()
  #starts = new Map<string, Start | null>()
  readonly #formulas = new Map<string, boolean>()

  constructor(grammar: Grammar) {
    this.grammar = grammar
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

  /** A text as evidence, past what may stand before a label. */
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
    return lead && { ...lead, start: seen.at(lead.start) + skip, end: seen.at(lead.end) + skip }
  }

  #lead(text: string, role: PhraseRole | 'any', emphasis: number | undefined): PhraseMatch | null {
    const known = this.#known(text, role, emphasis)
    if (known !== undefined) return known
    const lead = this.grammar.lead(text, role, emphasis)
    const settled = lead === null || lead.end <= settledEnd
    this.#leads.set(keyOf(settled ? text.slice(0, sharedHead) : text, role, emphasis), lead)
    return lead
  }

  /** What was found before, or follows from it. */
  #known(text: string, role: PhraseRole | 'any', emphasis: number | undefined) {
    const get = (asked: PhraseRole | 'any') => {
      const short = this.#leads.get(keyOf(text.slice(0, sharedHead), asked, emphasis))
      return short !== undefined || text.length <= sharedHead
        ? short
        : this.#leads.get(keyOf(text, asked, emphasis))
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
    const own = this.#numbering?.numberAt(seen)
    if (own)
      return { kind: own.top ? 'number' : 'label', end: at(own.end), number: own.top ? own.number : null }
    const standard = grammar.match('operativeNumber', seen)
    if (standard) {
      const number = paragraphNumber(standard)
      return { kind: 'number', end: at(standard[0].length), number }
    }
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
      for (const id of structures)
        if (grammar.match(id, value)?.[0].length === value.length) return { kind: 'structure' }
    }
    if (this.isFormula(value)) return { kind: 'structure' }
    if (grammar.capitals && /^[“"«‘'[(\p{Cf}]?\p{Ll}/u.test(value)) return null
    return this.lead(text, 'any')?.known ? { kind: 'opener' } : null
  }

  /** The whole of a text is an enacting formula: "The General Assembly,". */
  isFormula(text: string): boolean {
    if (text.length > longestFormula) return false
    let known = this.#formulas.get(text)
    if (known === undefined) {
      const seen = evidence(text).value.trim()
      known = this.grammar.match('organLine', seen)?.[0].length === seen.length
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
