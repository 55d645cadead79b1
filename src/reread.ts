/** Trees that were edited, read anew. */
import { writeMarkdown } from './formats/markdown/to-markdown.js'
import type { Root } from './model/tree/types.js'
import { fromMarkdown } from './pipeline.js'

/**
 * Read the words of an edited tree anew: its verbs, citations and numbers.
 *
 * Given a tree that a merge, an amendment or a choice among brackets gave.
 */
export function reread(tree: Root): Root {
  return fromMarkdown(writeMarkdown(tree), tree.language === null ? {} : { language: tree.language })
}
