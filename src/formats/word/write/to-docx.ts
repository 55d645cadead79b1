/** Tree → a clean Word document in the layout of the United Nations. */
import type { Root } from '../../../model/tree/types.js'
import type { DocxOptions } from './document.js'

export type { DocxOptions } from './document.js'

/**
 * Write a tree as a Word document (.docx).
 *
 * Given any tree. Ensures that reading the document gives the tree again,
 * positions and furniture aside: page headers, page numbers and rules are made
 * anew. Notes come back in the order of their marks. A note of provenance is in
 * italics, and where the source showed none at all, so are organ lines and opening
 * words. The same tree and options make the same bytes.
 *
 * @example
 * await writeFile('draft.docx', await toDocx(fromMarkdown('…')))
 */
export async function toDocx(tree: Root, options: DocxOptions = {}): Promise<Uint8Array> {
  // Who only reads need not wait for it.
  const { writeDocument } = await import('./document.js')
  return writeDocument(tree, options)
}
