/** The part in which our Word documents keep the tree that their text is. */
import { isText } from '../../xml/elements.js'
import type { WordPackage } from './package.js'

export const keptPart = 'customXml/plenary.xml'

/** The JSON of the tree that a document keeps; undefined if it keeps none. */
export function keptIn(word: WordPackage): string | undefined {
  const root = word.byName(keptPart)?.root
  if (root?.name !== 'tree') return undefined
  return root.children.map((child) => (isText(child) ? child.value : '')).join('')
}
