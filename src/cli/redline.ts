/** Two files → the older one with tracked changes. */
import type { VFileMessage } from 'vfile-message'
import { packageFormat } from '../formats/index.js'
import { toDocx } from '../formats/word/write/to-docx.js'
import type { Revisions } from '../model/block.js'
import type { Root } from '../model/tree/types.js'
import { redline } from '../redline.js'
import { bytesOf, type CommonOptions, messageLine, nameOf, warn } from './io.js'

interface Options extends CommonOptions {
  old: string
  new: string
  author?: string
  date?: string
  moves?: 'moves' | 'delins'
  annotate?: boolean
  /** The two files are one, whose tracked changes are what is compared. */
  tracked: boolean
  /** What was read of both. */
  trees: { old: Root; new: Root }
}

const megabyte = 1024 * 1024

/**
 * Write what changed between two files into the older one, as Word's tracked changes.
 *
 * A newer file that is no Word document takes part as its tree.
 */
export async function redlineFiles({
  old,
  new: now,
  author,
  date,
  moves,
  annotate,
  tracked,
  trees,
  revisions,
  ...options
}: Options): Promise<Uint8Array> {
  const side = revisions as Revisions | undefined
  const { base, revised } = await sidesOf(old, now, trees, date, options)
  const messages: VFileMessage[] = []
  const result = await redline(base, revised, {
    messages,
    names: { old: nameOf(old), new: nameOf(now) },
    revisions: tracked ? { old: 'original', new: 'final' } : { old: side, new: side },
    ...(author === undefined ? {} : { author }),
    ...(date === undefined ? {} : { date }),
    ...(moves === undefined ? {} : { moves }),
    ...(annotate === undefined ? {} : { annotate }),
    ...(options.language === undefined ? {} : { language: options.language }),
    ...(options.maxSize === undefined ? {} : { maxSize: options.maxSize * megabyte }),
  })
  if (!options.quiet) for (const message of messages) warn(messageLine(now, message))
  return result
}

/** The document to write into, and the newer one: a Word document's bytes, or a tree. */
async function sidesOf(
  old: string,
  now: string,
  trees: { old: Root; new: Root },
  date: string | undefined,
  { maxSize }: CommonOptions,
): Promise<{ base: Uint8Array; revised: Uint8Array | Root }> {
  const [base, revised] = [old, now].map((file) => {
    const bytes = bytesOf(file, maxSize)
    return packageFormat(bytes, nameOf(file)) === 'docx' ? bytes : undefined
  })
  // A base that is no Word document is a clean one written of its tree, and the newer one is read as a tree, too.
  return { base: base ?? (await toDocx(trees.old, { date })), revised: (base && revised) ?? trees.new }
}
