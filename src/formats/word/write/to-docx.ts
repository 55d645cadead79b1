/** Tree → a clean Word document in the layout of the United Nations. */
import type { Root } from '../../../model/tree/types.js'
import type { DocxOptions } from './document.js'

export type { DocxOptions } from './document.js'

/** Write a tree as a Word document, with the tree that is kept beside its text, as JSON, if one is. */
export async function writeDocx(tree: Root, options: DocxOptions = {}, kept?: string): Promise<Uint8Array> {
  // Who only reads need not wait for it.
  const { writeDocument } = await import('./document.js')
  return writeDocument(tree, options, kept)
}
