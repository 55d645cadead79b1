/** What was compared → the older document with tracked changes. */
import type { VFileMessage } from 'vfile-message'
import { toDocx } from '../../formats/word/write/to-docx.js'
import type { Revisions } from '../../model/block.js'
import { redline } from '../../redline.js'
import { megabyte, nameOf } from '../files.js'
import type { Desk } from './desk.js'
import type { Compared, DiffJob } from './diff-job.js'
import { inputBytes, messageLine } from './load.js'

/**
 * Write what changed into the older document, as Word's tracked changes.
 *
 * A newer document that is no Word file takes part as its tree.
 */
export async function redlineOf(compared: Compared, options: DiffJob, desk: Desk): Promise<Uint8Array> {
  const { old, new: now, tracked } = compared
  const side = options.revisions as Revisions | undefined
  const { author, date, moves, annotate, language, maxSize } = options
  const isWord = old.parsed.format === 'docx'
  // A base that is no Word document is a clean one written of its tree, and the newer one is read as a tree, too.
  const base = isWord ? await inputBytes(old.input) : await toDocx(old.parsed.tree, { date })
  const revised = isWord && now.parsed.format === 'docx' ? await inputBytes(now.input) : now.parsed.tree
  const messages: VFileMessage[] = []
  const result = await redline(base, revised, {
    messages,
    names: { old: nameOf(old.input.file), new: nameOf(now.input.file) },
    revisions: tracked ? { old: 'original', new: 'final' } : { old: side, new: side },
    ...(author === undefined ? {} : { author }),
    ...(date === undefined ? {} : { date }),
    ...(moves === undefined ? {} : { moves }),
    ...(annotate === undefined ? {} : { annotate }),
    ...(language === undefined ? {} : { language }),
    ...(maxSize === undefined ? {} : { maxSize: maxSize * megabyte }),
  })
  for (const message of messages) desk.tell(messageLine(now.input.file, message))
  return result
}
