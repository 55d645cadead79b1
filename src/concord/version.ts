/** What names a version of a text. */
import type { Version } from '../model/concordance.js'
import { factsOf } from '../model/tree/facts.js'
import { plainText } from '../model/tree/text.js'
import type { Root } from '../model/tree/types.js'

/** Read the language, symbol and title of a tree. */
export function version(tree: Root): Version {
  const { symbol, title } = factsOf(tree)
  return { language: tree.language, symbol, title: title ? plainText(title) : null }
}
