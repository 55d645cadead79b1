/** What was compared → the older document with tracked changes. */
import type { VFileMessage } from 'vfile-message'
import { WordDocument } from '../../formats/word/package/document.js'
import { writeDocx } from '../../formats/word/write/to-docx.js'
import type { Revisions } from '../../model/block.js'
import { redlineOpened } from '../../redline.js'
import { nameOf } from '../files.js'
import type { Desk } from './desk.js'
import type { Compared, DiffJob } from './diff-job.js'
import { messageLine } from './load.js'

/**
 * Write what changed into the older document, as Word's tracked changes.
 *
 * A newer document that is no Word file takes part as its tree.
 */
export async function redlineOf(compared: Compared, options: DiffJob, desk: Desk): Promise<Uint8Array> {
  const { tracked, scale, whole } = compared
  const { parsed: old, input } = compared.old
  const { parsed: revised, input: newInput } = compared.new
  const side = options.revisions as Revisions | undefined
  const { author, date, moves, annotate, keepChanges, language, ui } = options
  // A base that is no Word document is a clean one written of its tree, and the newer one is read as a tree, too.
  const document =
    old.document ?? new WordDocument(await writeDocx(old.tree, { date }), { name: nameOf(input.file) })
  const opened = old.document && revised.document
  const messages: VFileMessage[] = []
  const result = redlineOpened(
    old.document ? { document, tree: old.tree } : { document },
    opened ? { document: opened, tree: revised.tree } : revised.tree,
    {
      messages,
      scale,
      ui,
      compared: whole,
      revisions: tracked ? { old: 'original', new: 'final' } : { old: side, new: side },
      ...(author === undefined ? {} : { author }),
      ...(date === undefined ? {} : { date }),
      ...(moves === undefined ? {} : { moves }),
      ...(annotate === undefined ? {} : { annotate }),
      ...(keepChanges === undefined ? {} : { keepChanges }),
      ...(language === undefined ? {} : { language }),
    },
  )
  for (const message of messages) desk.tell(messageLine(newInput.file, message))
  return result
}
