/** Block → item: what the block's own words and layout say it is, before its neighbours are asked. */

import type { Label, Openings } from '../language/openings.js'
import type { Grammar, PhraseMatch } from '../language/types.js'
import { type Block, type Rich, slice, trim } from '../model/block.js'
import type { ParagraphNumber } from '../model/tree/types.js'

export interface Item {
  role:
    | 'organLine'
    | 'number'
    | 'preambularNumber'
    | 'label'
    | 'preambular'
    | 'operative'
    | 'sectionHeading'
    | 'heading'
    | 'resolutionTitle'
    | 'designation'
    | 'draftHeading'
    | 'annexHeading'
    | 'meeting'
    | 'date'
    | 'vote'
    | 'table'
    | 'text'
  block: Block
  /** A paragraph of a statement, or of a decision that is told: its subject is the body. */
  isTold?: boolean
  /** The block's text without its label. */
  text: Rich
  /** As printed. */
  label: string | null
  number: ParagraphNumber | null
  /** For headings: the label in it (`I`, `A`). */
  title?: string
  /** It opens with words that the language knows. */
  isKnown?: boolean
  /** It may be an enacting formula: the name of a body without what makes it one. */
  mayBeFormula?: boolean
  /** Its number is in a form that only the count explains: a figure without a stop. */
  isOddNumber?: boolean
  /** Its number is that of the paragraph above, as printed; it was counted. */
  repeats?: boolean
}

/** Quotation marks that open every paragraph of a nested draft; `‘1’` is a label. */
const quote = /^(?:[“"«„]|‘(?!\p{N}{1,3}[’‘']))\s*/u
/** Text longer than this is a paragraph, whatever it lacks at its end. */
const longestHeading = 250
/** What the source sets as a heading may be a sentence of several lines. */
const longestMarkedHeading = 500

const wholes = [
  ['annexHeading', 'annexHeading'],
  ['draftHeading', 'draftHeading'],
  ['closingLine', 'meeting'],
  ['vote', 'vote'],
  ['date', 'date'],
  ['designationLine', 'designation'],
  ['resolutionNumberLine', 'resolutionTitle'],
  ['optionHeading', 'heading'],
] as const

/**
 * Classify one block of the body.
 *
 *     The General Assembly,            organLine
 *     96/34. Lamps                     resolutionTitle
 *     I. General                       sectionHeading
 *     Recalling its resolution 95/3,   preambular: known words, or words of that form in a sentence
 *     1. Urges States:                 number
 *     (a) To light lamps;              label
 *     Support to ports                 heading: short, and ends as no sentence does
 *     96th plenary meeting             meeting
 *     [Adopted by 30 votes to 2. In …] vote: of any length, in brackets
 *     ^ all that is left               text
 */
export function classify(block: Block, openings: Openings): Item {
  const item = (role: Item['role'], rest: Partial<Item> = {}): Item => ({
    role,
    block,
    text: block.text,
    label: null,
    number: null,
    ...rest,
  })
  if (block.kind === 'table') return item('table')
  const { grammar } = openings
  const { value } = block.text
  const skip = quote.exec(value)?.[0].length ?? 0
  const bare = skip > 0 ? value.slice(skip) : value
  const unquoted = bare.replace(/[”"»]$/u, '')
  if (openings.isFormula(unquoted)) return item('organLine', { mayBeFormula: !endsFormula.test(unquoted) })
  const mayBeFormula = isBody(unquoted, openings)
  const label = openings.label(block.text)
  // Headings have no stop: a source that only ranks one so may hold a paragraph.
  const opens = () => label !== null || openings.lead(block.text, 'any')?.known === true
  const isHeading = block.kind === 'heading' && !(isSentence(value) && opens())
  if (label && !isHeading) return item(label.kind, cut(block.text, label))
  if (value.length < (isHeading ? longestMarkedHeading : longestHeading)) {
    if (grammar.match('resolutionTitle', value)) return item('resolutionTitle')
    const section = grammar.match('sectionHeading', value)
    if (section?.[0].length === value.length && (isHeading || !isSentence(value)))
      return item('sectionHeading', { title: section.groups?.label ?? '' })
    for (const [id, role] of wholes) if (isWhole(grammar, id, value)) return item(role)
    if (isHeading) return item('heading', { mayBeFormula })
  }
  // The names of those who voted take as many words as there are.
  if (value.startsWith('[') && isWhole(grammar, 'vote', value)) return item('vote')
  const lead = openings.lead(block.text, 'any')
  if (lead && (!grammar.capitals || /^[^\p{Ll}]*\p{Lu}/u.test(bare))) {
    // Opening words that open nothing ("Notes" over the notes) are a heading's.
    const opens = lead.known && bare.slice(lead.end).trim() !== ''
    // Without a capital only the stop at its end, or its length, tells a paragraph from a heading.
    const isShort = !grammar.capitals && value.length < longestHeading / 4
    if ((opens && !isShort) || isSentence(value))
      return item(partOf(lead, block.text, openings), { isKnown: lead.known, mayBeFormula })
  }
  if (value.length < longestHeading && !isSentence(value) && /^[^\p{Ll}]*[\p{Lu}\p{Lo}\p{N}]/u.test(value))
    return item('heading', { mayBeFormula })
  return item('text', { mayBeFormula })
}

/** What makes the name of a body an enacting formula. */
const endsFormula = /[,，،:：]$/u

/** The name of a body and nothing else: without its article, or with another stop than the formula's. */
function isBody(text: string, openings: Openings): boolean {
  const name = text.replace(/[,，،:：.。;]$/u, '')
  if (name.length > longestHeading) return false
  if (name !== text && openings.isFormula(`${name},`)) return true
  return openings.grammar.isWhole('organ', name)
}

/** What is behind a label, and the marks of notes that are before it or in it. */
export function behindLabel(text: Rich, end: number): Rich {
  const rest = trim(slice(text, end))
  const before = text.marks.filter(({ kind, start }) => kind === 'noteReference' && start < end)
  if (before.length === 0) return rest
  return { ...rest, marks: [...before.map((mark) => ({ ...mark, start: 0, end: 0 })), ...rest.marks] }
}

function cut(text: Rich, { end, number, isOdd }: Label): Partial<Item> {
  const label = text.value.slice(0, end).trim()
  return { text: behindLabel(text, end), label, number, ...(isOdd && { isOddNumber: true }) }
}

function isWhole(grammar: Grammar, id: string, value: string): boolean {
  // A meeting may be printed with a comma, its date on the line below, and a stop at the end of both.
  const stops = { closingLine: /[,，،.。]$/u, date: /[,，،.。)）]$/u }[id]
  const matches = (whole: string) => grammar.match(id, whole)?.[0].trimEnd().length === whole.length
  return matches(value) || (stops !== undefined && matches(value.replace(stops, '')))
}

/** The part that a paragraph belongs to: where a form opens both, a recital does not end as an operative paragraph does. */
export function partOf(lead: PhraseMatch, text: Rich, openings: Openings): PhraseMatch['role'] {
  if (lead.role === 'operative' || !/[;；.。؛][\s”"’'»)\]]*$/u.test(text.value)) return lead.role
  return openings.lead(text, 'operative')?.role ?? lead.role
}

/** Ends as a sentence or a step of one does. */
export function isSentence(value: string): boolean {
  return /[,;:.!?。，；：、،؛؟][\s\p{Cf}”"’'»)\]]*$/u.test(value)
}
