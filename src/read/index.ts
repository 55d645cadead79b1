/** Read: bytes or text → blocks. The content says what a document is. */
import type { Source } from '../block.js'
import { PlenaryError } from '../message.js'
import { decode } from './decode.js'
import { fromMarkdown } from './from-markdown.js'
import { fromText } from './from-text.js'
import { binaryFormat, markupFormat, type TextFormat, textFormat } from './sniff.js'

export { blocksFromMdast } from './from-mdast.js'
export { type TextFormat, textFormat, textFormats } from './sniff.js'

export interface ReadOptions {
  /** What the input is; by default its content and then its name tell. */
  format?: TextFormat
  /** File name: for messages, and for sniffing where the content is silent. */
  name?: string
  /** Largest input in bytes; default 64 MiB, some fifty times the longest resolution. */
  maxSize?: number
}

export interface Read extends Source {
  format: TextFormat
  /** Set where the encoding had to be guessed. */
  guessedEncoding?: string
}

export const defaultMaxSize = 64 * 1024 * 1024

const readers: Record<TextFormat, (value: string) => Source> = { markdown: fromMarkdown, text: fromText }

/**
 * Read a document into blocks.
 *
 * Given its bytes or its text.
 *
 * @throws PlenaryError if it is no text (`binary`), is in a format that is not
 * read yet (`unsupported`) or is larger than `maxSize` (`too-large`).
 */
export function read(input: Uint8Array | string, options: ReadOptions = {}): Read {
  const name = options.name ?? 'the input'
  const limit = options.maxSize ?? defaultMaxSize
  if (input.length > limit) {
    throw new PlenaryError('too-large', {
      file: name,
      size: (input.length / 1024 / 1024).toFixed(1),
      limit: (limit / 1024 / 1024).toFixed(1),
    })
  }
  if (typeof input === 'string') return readText(input, name, options.format)
  const binary = binaryFormat(input)
  if (binary) throw new PlenaryError('unsupported', { file: name, format: binary })
  const { text, encoding, guessed } = decode(input, name)
  const result = readText(text, name, options.format)
  if (guessed) result.guessedEncoding = encoding
  return result
}

function readText(text: string, name: string, format: TextFormat | undefined): Read {
  if (!format) {
    const markup = markupFormat(text)
    if (markup) throw new PlenaryError('unsupported', { file: name, format: markup })
  }
  const chosen = format ?? textFormat(text, name)
  return { ...readers[chosen](text), format: chosen }
}
