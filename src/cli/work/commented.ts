/** A draft and where its paragraphs come from → a Word document with comments. */
import { type CommentOptions, commentOpened } from '../../commented.js'
import { WordDocument } from '../../formats/word/package/document.js'
import { fromDocx } from '../../formats/word/read/from-docx.js'
import { writeDocx } from '../../formats/word/write/to-docx.js'
import type { Precedents } from '../../model/precedent.js'
import { fromSource } from '../../pipeline.js'
import type { Loaded } from './load.js'

/** A draft that is no Word document is written as one, and that is read again for its places. */
export async function commented(
  found: Precedents,
  { tree, document }: Loaded,
  { author, date, ui }: Pick<CommentOptions, 'author' | 'date' | 'ui'>,
): Promise<Uint8Array> {
  if (document) return commentOpened(document, tree, found, { author, date, ui })
  const written = new WordDocument(await writeDocx(tree, { date }), { name: 'the draft' })
  const language = tree.language === null ? {} : { language: tree.language }
  const again = fromSource(fromDocx(written, { name: written.name }), language)
  return commentOpened(written, again, found, { author, date, ui })
}
