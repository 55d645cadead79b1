/** A tree → a web page that gives the same tree when it is read, as the documents of `written.ts` do; apart from them, for the reader of pages is large. */
import { fromHtml } from './formats/html/from-html.js'
import { shownTree } from './formats/html/write/shown.js'
import { writePage } from './formats/html/write/to-html.js'
import { isSamePrint, keptJson } from './model/tree/kept.js'
import type { Root } from './model/tree/types.js'
import { fromSource } from './pipeline.js'

/**
 * Write a tree as a web page, without a script.
 *
 * Given any tree. Ensures that every paragraph is one of HTML with its number as printed, and that each note is at
 * the end, tied to its marks by links; read again, the page gives the same paragraphs. What the page added (headers,
 * page numbers) and what readers commented is left out. Notes are known by the signs that are printed.
 *
 * @example toHtml(fromMarkdown('The Assembly,\n\n1. *Urges* all to row.'))
 */
export function toHtml(tree: Root): string {
  const plain = writePage(tree)
  const shown = shownTree(tree)
  return isSamePrint(fromSource(fromHtml(plain)), shown) ? plain : writePage(tree, keptJson(shown))
}
