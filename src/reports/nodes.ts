/** Sentences of the interface with elements in them. */
import type { ElementContent } from 'hast'

/** Put elements into the places of a sentence: "Words that were cut are {cut}". */
export function nodes(
  sentence: string,
  values: Readonly<Record<string, ElementContent | string>>,
): (ElementContent | string)[] {
  return sentence
    .split(/\{(\w+)\}/u)
    .map((piece, at) => (at % 2 === 0 ? piece : (values[piece] ?? '')))
    .filter((piece) => piece !== '')
}
