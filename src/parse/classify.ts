/** Block → item: what the block's own words and layout say it is, before its neighbours are asked. */

import { latinDigits } from '../language/script.js'
import type { Grammar, PhraseMatch } from '../language/types.js'
import { type Block, type Rich, slice, trim } from '../model/block.js'
import type { ParagraphNumber } from '../model/tree/types.js'
import { leadPhrase } from './inline.js'

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
  /** The block's text without its label. */
  text: Rich
  /** As printed. */
  label: string | null
  number: ParagraphNumber | null
  /** For headings: the label in it (`I`, `A`). */
  title?: string
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
  ['optionHeading', 'heading'],
] as const

/** Classify one block of the body. */
export function classify(block: Block, grammar: Grammar): Item {
  const item = (role: Item['role'], rest: Partial<Item> = {}): Item => ({
    role,
    block,
    text: block.text,
    label: null,
    number: null,
    ...rest,
  })
  if (block.kind === 'table') return item('table')
  const { value } = block.text
  const skip = quote.exec(value)?.[0].length ?? 0
  const bare = skip > 0 ? value.slice(skip) : value
  if (bare.length < 400 && isWhole(grammar, 'organLine', bare.replace(/[”"»]$/u, '')))
    return item('organLine')
  const labelled = labelOf(block.text, bare, skip, grammar)
  // Headings have no stop: what a source only ranks as one is a paragraph.
  const opens = () => labelled !== null || leadPhrase(block.text, 'any', grammar)?.known === true
  const isHeading = block.kind === 'heading' && !(isSentence(value) && opens())
  if (labelled && !isHeading) return item(labelled.role, labelled)
  if (value.length < (isHeading ? longestMarkedHeading : longestHeading)) {
    if (grammar.match('resolutionTitle', value)) return item('resolutionTitle')
    const section = grammar.match('sectionHeading', value)
    if (section?.[0].length === value.length && (isHeading || !isSentence(value)))
      return item('sectionHeading', { title: section.groups?.label ?? '' })
    for (const [id, role] of wholes) if (isWhole(grammar, id, value)) return item(role)
    if (isHeading) return item('heading')
  }
  const lead = leadPhrase(block.text, 'any', grammar)
  if (lead && (!grammar.capitals || /^[^\p{Ll}]*\p{Lu}/u.test(bare))) {
    // Opening words that open nothing ("Notes" over the notes) are a heading's.
    const opens = lead.known && bare.slice(lead.end).trim() !== ''
    // Without a capital only the stop at its end, or its length, tells a paragraph from a heading.
    const isShort = !grammar.capitals && value.length < longestHeading / 4
    if ((opens && !isShort) || isSentence(value)) return item(partOf(lead, block.text, grammar))
  }
  if (value.length < longestHeading && !isSentence(value) && /^[^\p{Ll}]*[\p{Lu}\p{Lo}\p{N}]/u.test(value))
    return item('heading')
  return item('text')
}

function labelOf(
  text: Rich,
  bare: string,
  skip: number,
  grammar: Grammar,
): (Partial<Item> & Pick<Item, 'role'>) | null {
  const preambular = grammar.match('preambularNumber', bare)
  if (preambular) return cut(text, skip + preambular[0].length, 'preambularNumber')
  const number = grammar.match('operativeNumber', bare)
  if (number) {
    const { value, suffix, alternative } = number.groups ?? {}
    return {
      ...cut(text, skip + number[0].length, 'number'),
      number: {
        value: Number(latinDigits(value ?? '')),
        suffix: suffix?.trim() || null,
        alternative: alternative?.trim() || null,
      },
    }
  }
  const label = grammar.match('subLabel', bare)
  if (label) return cut(text, skip + label[0].length, 'label')
  return null
}

function cut(
  text: Rich,
  end: number,
  role: Item['role'],
): Partial<Item> & Pick<Item, 'role' | 'text' | 'label'> {
  return { role, text: trim(slice(text, end)), label: text.value.slice(0, end).trim() }
}

function isWhole(grammar: Grammar, id: string, value: string): boolean {
  // A meeting may be printed with a comma, its date on the line below, and a stop at the end of both.
  const whole = id === 'closingLine' || id === 'date' ? value.replace(/[,，،.。]$/u, '') : value
  return grammar.match(id, whole)?.[0].trimEnd().length === whole.length
}

/** The part that a paragraph belongs to: where a form opens both, a recital does not end as an operative paragraph does. */
function partOf(lead: PhraseMatch, text: Rich, grammar: Grammar): PhraseMatch['role'] {
  if (lead.role === 'operative' || !/[;；.。؛][\s”"’'»)\]]*$/u.test(text.value)) return lead.role
  return leadPhrase(text, 'operative', grammar)?.role ?? lead.role
}

/** Ends as a sentence or a step of one does. */
export function isSentence(value: string): boolean {
  return /[,;:.!?。，；：、،؛؟][\s\p{Cf}”"’'»)\]]*$/u.test(value)
}
