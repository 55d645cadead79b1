/** What one line says of the next: whether it ends a paragraph, or a list goes on with it. */
import type { Openings } from '../language/openings.js'
import type { Block } from '../model/block.js'
import { isFlow } from './pass.js'

/** Fields that are behind the name of an organ in a masthead, and behind no enacting formula. */
export const mastheadFields = ['distribution', 'session', 'agendaItem'] as const

/** Some mastheads print the enacting formula for the organ's name: a field that no body has comes next. */
export function isMastheadOrgan(blocks: readonly Block[], index: number, { grammar }: Openings): boolean {
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

/** A text that ends a paragraph, or a step of one: with a stop, perhaps a quote, perhaps "; and". The mark between the words of a Chinese list (、) ends neither. */
export function isClosed(text: string): boolean {
  return /(?:[,;:.!?。，；：،؛؟][\s\p{Cf}”"’'»)\]]*|;\s*\p{L}{1,3})$/u.test(text)
}
