/** Two files → the older one with tracked changes. */
import { packageFormat } from '../formats/index.js'
import type { Revisions } from '../formats/word/package/revisions.js'
import { toDocx } from '../formats/word/write/to-docx.js'
import { redline } from '../redline.js'
import { bytesOf, type CommonOptions, load, nameOf } from './io.js'

interface Options extends CommonOptions {
  old: string
  new: string
  author?: string
  date?: string
  moves?: 'moves' | 'delins'
  annotate?: boolean
  /** The two files are one, whose tracked changes are what is compared. */
  tracked: boolean
}

const megabyte = 1024 * 1024

/**
 * Write what changed between two files into the older one, as Word's tracked changes.
 *
 * A file that is no Word document takes part as the clean one that is written of it.
 */
export async function redlineFiles({
  old,
  new: now,
  author,
  date,
  moves,
  annotate,
  tracked,
  revisions,
  ...options
}: Options): Promise<Uint8Array> {
  const side = revisions as Revisions | undefined
  const [before, after] = await Promise.all([old, now].map((file) => wordOf(file, { ...options, date })))
  return redline(before as Uint8Array, after as Uint8Array, {
    names: { old: nameOf(old), new: nameOf(now) },
    revisions: tracked ? { old: 'original', new: 'final' } : { old: side, new: side },
    ...(author === undefined ? {} : { author }),
    ...(date === undefined ? {} : { date }),
    ...(moves === undefined ? {} : { moves }),
    ...(annotate === undefined ? {} : { annotate }),
    ...(options.language === undefined ? {} : { language: options.language }),
    ...(options.maxSize === undefined ? {} : { maxSize: options.maxSize * megabyte }),
  })
}

/** The bytes of a Word document: the file, or what is written of its tree. */
async function wordOf(
  file: string,
  { date, ...options }: CommonOptions & { date: string | undefined },
): Promise<Uint8Array> {
  const bytes = bytesOf(file, options.maxSize)
  if (packageFormat(bytes, nameOf(file)) === 'docx') return bytes
  // Its messages were printed when the files were compared.
  const { tree } = await load(file, { ...options, quiet: true })
  return toDocx(tree, { date })
}
