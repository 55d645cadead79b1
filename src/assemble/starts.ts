/** Does a text open a paragraph of its own? Asked of lines and of blocks alike. */

import { latinDigits } from '../language/script.js'
import type { Grammar } from '../language/types.js'
import type { Block } from '../model/block.js'
import { isFlow } from './pass.js'

export interface Start {
  kind: 'number' | 'label' | 'opener' | 'structure'
  /** For `number`: the number. */
  value?: number
}

const structures = ['annexHeading', 'draftHeading', 'closingLine', 'vote', 'sectionHeading'] as const

/** Tell how a text opens a paragraph; null if nothing says that it does. */
export function startOf(text: string, grammar: Grammar): Start | null {
  const number = grammar.match('operativeNumber', text)
  if (number) return { kind: 'number', value: Number(latinDigits(number.groups?.value ?? '')) }
  if (grammar.match('preambularNumber', text)) return { kind: 'label' }
  if (grammar.match('subLabel', text)) return { kind: 'label' }
  for (const id of structures) {
    if (grammar.match(id, text)?.[0].length === text.length) return { kind: 'structure' }
  }
  if (isOrganLine(text, grammar)) return { kind: 'structure' }
  if (grammar.capitals && /^[“"«‘'[(]?\p{Ll}/u.test(text)) return null
  return grammar.lead(text, 'any')?.known ? { kind: 'opener' } : null
}

/** The whole of a text is an enacting formula: "The General Assembly,". */
export function isOrganLine(text: string, grammar: Grammar): boolean {
  if (text.length > 400) return false
  return grammar.match('organLine', text)?.[0].length === text.length
}

/** Fields that stand behind the name of an organ in a masthead, and behind no enacting formula. */
const mastheadFields = ['distribution', 'session', 'agendaItem'] as const

/** Some mastheads print the enacting formula for the organ's name: a field that no body has comes next. */
export function isMastheadOrgan(blocks: readonly Block[], index: number, grammar: Grammar): boolean {
  for (let at = index + 1; at < blocks.length; at++) {
    const block = blocks[at] as Block
    if (isFlow(block)) return grammar.matchAny(mastheadFields, block.text.value) !== null
  }
  return false
}

/** A list that runs on inside its sentence goes on with its next label, which a line may begin with. */
export function goesOn(text: string, line: string): boolean {
  const [, letter] = /^[(（]?([b-z])[)）]\s/u.exec(line) ?? []
  if (letter === undefined) return false
  const before = String.fromCharCode(letter.charCodeAt(0) - 1)
  return new RegExp(`[^\\n\\d] [(（]?${before}[)）]\\s`, 'u').test(text)
}

/** A text that ends a paragraph, or a step of one: with a stop, perhaps a quote, perhaps "; and". */
export function isClosed(text: string): boolean {
  return /(?:[,;:.!?。，；：、،؛؟][\s\p{Cf}”"’'»)\]]*|;\s*\p{L}{1,3})$/u.test(text)
}
