/** Whom a verb asks, name by name. */
import type { Grammar } from './types.js'

/**
 * List whom a verb asks: "Invites States, ports and pilots to …" has three names.
 *
 * Given the text and where the words of the verb end in it. Ensures none where it asks no one, or names a thing.
 */
export function addresseesOf(
  grammar: Grammar,
  text: string,
  at: number,
  phrase: Parameters<Grammar['addressee']>[2],
): string[] {
  const words = grammar.addressee(text, at, phrase)
  if (words === null || grammar.match('noAddressee', words)) return []
  return grammar
    .listItems(words)
    .map((part) => part.trim())
    .filter((part) => part !== '' && !grammar.match('noAddressee', part))
}
