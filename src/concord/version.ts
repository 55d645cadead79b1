/** What names a version of a text. */
import type { Version } from '../model/concordance.js'
import { plainText } from '../model/tree/text.js'
import type { Root } from '../model/tree/types.js'

/** Read the language, symbol and title of a tree. */
export function version({ language, children }: Root): Version {
  const masthead = children.find((node) => node.type === 'masthead')
  const symbol = masthead?.children.find((node) => node.type === 'symbol')?.symbol ?? null
  const resolution = children.find((node) => node.type === 'resolution')
  const title = resolution?.children.find((node) => node.type === 'title' && node.children.length > 0)
  return { language, symbol, title: title ? plainText(title) : null }
}
