/** Read: bytes or text → blocks. The content says what a document is. */
import type { Side, Source } from '../model/block.js'
import { PlenaryError } from '../model/message.js'
import type { Root } from '../model/tree/types.js'
import { readMended } from './characters.js'
import { decode } from './decode.js'
import { fromJson, isJson } from './json/from-json.js'
import { fromMarkdown } from './markdown/from-markdown.js'
import {
  type Format,
  isTextFormat,
  markupFormat,
  packageFormat,
  type TextFormat,
  textFormat,
} from './sniff.js'
import { fromText } from './text/from-text.js'
import type { WordDocument } from './word/package/document.js'

export type { Revisions, Side } from '../model/block.js'
export { blocksFromMdast } from './markdown/from-mdast.js'
export { type Format, formats, packageFormat, type TextFormat, textFormat, textFormats } from './sniff.js'

export interface ReadOptions {
  /** What the input is; by default its content and then its name tell. */
  format?: Format
  /** File name: for messages, and for sniffing where the content is silent. */
  name?: string
  /** Largest input in bytes; by default what `defaultMaxSizes` says. */
  maxSize?: number
  /** Most pages of a PDF; by default 5000. */
  maxPages?: number
  /** Most paragraphs of a Word document; by default 100,000. */
  maxParagraphs?: number
  /** Which side of tracked changes to read, where a format has them; default `final`. */
  revisions?: Side
}

/** Within the project only: who writes into a Word document that was read need not open it again. */
export interface Opening {
  /** Given the Word document that is read, not those that are set into it. */
  onOpen?: ((document: WordDocument) => void) | undefined
}

export interface Read extends Source {
  format: Format
  /** Set where the document is a tree already: plenary's own JSON. */
  tree?: Root
}

/**
 * Largest inputs in bytes: of text, ten times the longest that the United
 * Nations prints (8 MiB of Markdown take 1.4 GB and 10 s to read), and of
 * formats that pack text with pictures and fonts.
 */
export const defaultMaxSizes = { text: 8 * 1024 * 1024, package: 64 * 1024 * 1024 }

/** Read a text in memory into blocks, at once. */
export const textReaders: Record<TextFormat, (text: string, revisions?: Side) => Source> = {
  markdown: (text, revisions) => readMended(text, (whole) => fromMarkdown(whole, revisions)),
  text: (text) => readMended(text, fromText),
}

/**
 * Tell which format a document is in, by its content first and its name second.
 *
 * @throws PlenaryError `unsupported`, `legacy` or `encrypted` for what is recognised and not read, `binary`
 * for what is no text
 * @example
 * await sniff(bytes, 'draft.doc') // 'docx': packages of Word are often named so
 */
export async function sniff(input: Uint8Array | string, name = 'the input'): Promise<Format> {
  const found = typeof input === 'string' ? undefined : packageFormat(input, name)
  if (found) return found
  const text = typeof input === 'string' ? input : (await decode(input, name)).text
  return sniffText(text, name)
}

function sniffText(text: string, name: string): Format {
  return markupFormat(text, name) ?? (isJson(text) ? 'json' : textFormat(text, name))
}

/** A reading that is ready to run: what it needs is loaded, and all that takes long is still to be done. */
export type Reading = () => Read | Promise<Read>

/**
 * Read a document into blocks.
 *
 * Given its bytes or its text.
 *
 * @throws PlenaryError if it is no text (`binary`), is in a format that is not
 * read (`unsupported`) or is larger than `maxSize` (`too-large`).
 */
export async function read(input: Uint8Array | string, options: ReadOptions = {}): Promise<Read> {
  return (await prepareReading(input, options))()
}

/**
 * Know what a document is and load what its format needs, so that a caller can put a limit of time
 * on the reading alone. Of all formats but PDF the reading is done at once.
 *
 * @throws PlenaryError as `read`
 */
export async function prepareReading(
  input: Uint8Array | string,
  options: ReadOptions & Opening = {},
): Promise<Reading> {
  const name = options.name ?? 'the input'
  refuseLarger(input.length, options.maxSize ?? defaultMaxSizes.package, name)
  const format = options.format ?? (typeof input === 'string' ? undefined : packageFormat(input, name))
  if (format === 'docx') {
    if (typeof input === 'string')
      throw new PlenaryError('damaged', { file: name, reason: 'it is text, not a zip archive' })
    // Loaded only where needed: most of its weight is the XML parser's.
    const word = await import('./word/read/from-docx.js')
    return () => withFormat(readWord(input, { ...options, name }, word), format)
  }
  if (format === 'pdf') {
    if (typeof input === 'string')
      throw new PlenaryError('damaged', { file: name, reason: 'it is text, not a PDF' })
    const { fromPdf } = await import('./pdf/from-pdf.js')
    return async () => ({ ...(await fromPdf(input, { ...options, name })), format })
  }
  refuseLarger(input.length, options.maxSize ?? defaultMaxSizes.text, name)
  if (typeof input === 'string') return prepareText(input, name, format, options)
  const { text, encoding, guessed } = await decode(input, name)
  const reading = await prepareText(text, name, format, options)
  if (!guessed) return reading
  return () => {
    const result = reading()
    return {
      ...result,
      notices: [{ id: 'encoding-guessed', values: { encoding } }, ...(result.notices ?? [])],
    }
  }
}

function withFormat(source: Source | Promise<Source>, format: Format): Read | Promise<Read> {
  return source instanceof Promise ? source.then((read) => ({ ...read, format })) : { ...source, format }
}

/** A Word document may hold others: this deep at most. */
const deepestChunk = 3

/** Read a Word document, at once where no document of another format is set into it. */
function readWord(
  input: Uint8Array,
  options: ReadOptions & Opening & { name: string },
  word: typeof import('./word/read/from-docx.js'),
  depth = 0,
): Source | Promise<Source> {
  const sizes = { maxSize: defaultMaxSizes.package, ...options }
  const document = new word.WordDocument(input, sizes)
  if (depth === 0) options.onOpen?.(document)
  const chunks = depth < deepestChunk ? word.chunksOf(document) : []
  if (chunks.length === 0) return word.fromDocx(document, { ...sizes, chunks: new Map() })
  return readChunks(chunks, options, word, depth).then((read) =>
    word.fromDocx(document, { ...sizes, chunks: read }),
  )
}

/** Read the documents of any format that are set into a Word document. */
async function readChunks(
  chunks: readonly { id: string; name: string; bytes: Uint8Array }[],
  options: ReadOptions,
  word: typeof import('./word/read/from-docx.js'),
  depth: number,
): Promise<Map<string, Source>> {
  const found = new Map<string, Source>()
  for (const { id, name, bytes } of chunks) {
    const own = { ...options, name }
    try {
      const isWord = packageFormat(bytes, name) === 'docx'
      found.set(
        id,
        isWord ? await readWord(bytes, own, word, depth + 1) : await read(bytes, withoutFormat(own)),
      )
    } catch (error) {
      // A part that cannot be read is told; the document is read without it.
      if (!(error instanceof PlenaryError)) throw error
    }
  }
  return found
}

function withoutFormat({ format: _, ...options }: ReadOptions): ReadOptions {
  return options
}

async function prepareText(
  text: string,
  name: string,
  asked: Format | undefined,
  { revisions = 'final' }: ReadOptions,
): Promise<() => Read> {
  const format = asked ?? sniffText(text, name)
  if (format === 'json') return () => ({ blocks: [], tree: fromJson(text, name), format })
  if (isTextFormat(format)) return () => ({ ...textReaders[format](text, revisions), format })
  if (format === 'akn') {
    const { fromAkn } = await import('./akn/read/from-akn.js')
    return () => ({
      ...readMended(text, (whole) =>
        fromAkn(whole, { name, revisions: revisions === 'both' ? 'final' : revisions }),
      ),
      format,
    })
  }
  // Its parser takes some 50 ms to load, which no other format need wait for.
  const { fromHtml } = await import('./html/from-html.js')
  const reader = (whole: string) => fromHtml(whole, revisions)
  return () => ({ ...readMended(text, reader, { isPage: true }), format })
}

function refuseLarger(size: number, limit: number, file: string): void {
  if (size <= limit) return
  const megabytes = (bytes: number) => (bytes / 1024 / 1024).toFixed(1)
  throw new PlenaryError('too-large', { file, size: megabytes(size), limit: megabytes(limit) })
}
