/** Tree → a clean Word document in the layout of the United Nations. */
import type { Root } from '../../../model/tree/types.js'
import type { DocxOptions } from './document.js'

export type { DocxOptions } from './document.js'

/**
 * Write a tree as a Word document (.docx).
 *
 * Given any tree. Ensures that reading the document gives the tree again,
 * positions and furniture aside: page headers, page numbers and rules are made
 * anew. Notes come back in the order of their marks. Where the source showed no
 * italics at all, the house style sets organ lines and opening words in them.
 * The same tree and options make the same bytes.
 *
 * @example
 * await writeFile('draft.docx', await toDocx(fromMarkdown('…')))
 */
export async function toDocx(tree: Root, options: DocxOptions = {}): Promise<Uint8Array> {
  // The library weighs a megabyte, which nobody else need wait for.
  const { writeDocument } = await import('./document.js')
  return writeDocument(tree, options)
}
