/** Two files → the older one with tracked changes. */
import { PlenaryError } from '../message.js'
import { packageFormat } from '../read/index.js'
import { redline } from '../redline.js'
import { bytesOf, type CommonOptions, nameOf } from './io.js'

interface Options extends CommonOptions {
  old: string
  new: string
  author?: string
  date?: string
  moves?: 'moves' | 'delins'
}

const megabyte = 1024 * 1024

/** Write what changed between two files into the older one, as Word's tracked changes. */
export async function redlineFiles({
  old,
  new: now,
  author,
  date,
  moves,
  ...options
}: Options): Promise<Uint8Array> {
  const [before, after] = [bytesOf(old, options.maxSize), bytesOf(now, options.maxSize)]
  for (const [file, bytes] of [
    [old, before],
    [now, after],
  ] as const)
    if (packageFormat(bytes, nameOf(file)) !== 'docx')
      throw new PlenaryError('no-base', { file: nameOf(file) })
  return redline(before, after, {
    names: { old: nameOf(old), new: nameOf(now) },
    ...(author === undefined ? {} : { author }),
    ...(date === undefined ? {} : { date }),
    ...(moves === undefined ? {} : { moves }),
    ...(options.language === undefined ? {} : { language: options.language }),
    ...(options.maxSize === undefined ? {} : { maxSize: options.maxSize * megabyte }),
  })
}
