/** Read: bytes or text → blocks. The content says what a document is. */
import type { Revisions, Source } from '../model/block.js'
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

export type { Revisions } from '../model/block.js'
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
  revisions?: Revisions
}

export interface Read extends Source {
  format: Format
  /** Set where the document is a tree already: plenary's own JSON. */
  tree?: Root
  /** Set where the document says which language it is in: an ISO 639-1 code, or `und` for none. */
  language?: string
}

/**
 * Largest inputs in bytes: of text, ten times the longest that the United
 * Nations prints (8 MiB of Markdown take 1.4 GB and 10 s to read), and of
 * formats that pack text with pictures and fonts.
 */
export const defaultMaxSizes = { text: 8 * 1024 * 1024, package: 64 * 1024 * 1024 }

/** Read a text in memory into blocks, at once. */
export const textReaders: Record<TextFormat, (text: string, revisions?: Revisions) => Source> = {
  markdown: (text, revisions) => readMended(text, (whole) => fromMarkdown(whole, revisions)),
  text: (text) => readMended(text, fromText),
}

/**
 * Read a document into blocks.
 *
 * Given its bytes or its text.
 *
 * @throws PlenaryError if it is no text (`binary`), is in a format that is not
 * read (`unsupported`) or is larger than `maxSize` (`too-large`).
 */
export async function read(input: Uint8Array | string, options: ReadOptions = {}): Promise<Read> {
  const name = options.name ?? 'the input'
  refuseLarger(input.length, options.maxSize ?? defaultMaxSizes.package, name)
  const format = options.format ?? (typeof input === 'string' ? undefined : packageFormat(input, name))
  if (format === 'docx') {
    if (typeof input === 'string')
      throw new PlenaryError('damaged', { file: name, reason: 'it is text, not a zip archive' })
    return { ...(await readWord(input, { ...options, name })), format }
  }
  if (format === 'pdf') {
    if (typeof input === 'string')
      throw new PlenaryError('damaged', { file: name, reason: 'it is text, not a PDF' })
    const { fromPdf } = await import('./pdf/from-pdf.js')
    return { ...(await fromPdf(input, { ...options, name })), format }
  }
  refuseLarger(input.length, options.maxSize ?? defaultMaxSizes.text, name)
  if (typeof input === 'string') return readText(input, name, format, options)
  const { text, encoding, guessed } = await decode(input, name)
  const result = await readText(text, name, format, options)
  if (guessed) result.notices = [{ id: 'encoding-guessed', values: { encoding } }, ...(result.notices ?? [])]
  return result
}

/** A Word document may hold others: this deep at most. */
const deepestChunk = 3

/** Read a Word document, and the documents of any format that are set into it. */
async function readWord(
  input: Uint8Array,
  options: ReadOptions & { name: string },
  depth = 0,
): Promise<Source> {
  // Loaded only where needed: most of its weight is the XML parser's.
  const { chunksOf, fromDocx, WordDocument } = await import('./word/read/from-docx.js')
  const sizes = { maxSize: defaultMaxSizes.package, ...options }
  const document = new WordDocument(input, sizes)
  const chunks = new Map<string, Source>()
  for (const { id, name, bytes } of depth < deepestChunk ? chunksOf(document) : []) {
    const own = { ...options, name }
    try {
      const isWord = packageFormat(bytes, name) === 'docx'
      chunks.set(id, isWord ? await readWord(bytes, own, depth + 1) : await read(bytes, withoutFormat(own)))
    } catch (error) {
      // A part that cannot be read is told; the document is read without it.
      if (!(error instanceof PlenaryError)) throw error
    }
  }
  return fromDocx(document, { ...sizes, chunks })
}

function withoutFormat({ format: _, ...options }: ReadOptions): ReadOptions {
  return options
}

async function readText(
  text: string,
  name: string,
  asked: Format | undefined,
  { revisions = 'final' }: ReadOptions,
): Promise<Read> {
  const format =
    asked ?? markupFormat(text, name) ?? (isJson(text) ? 'json' : undefined) ?? textFormat(text, name)
  if (format === 'json') return { blocks: [], tree: fromJson(text, name), format }
  if (isTextFormat(format)) return { ...textReaders[format](text, revisions), format }
  if (format === 'akn') {
    const { fromAkn } = await import('./akn/read/from-akn.js')
    return { ...readMended(text, (whole) => fromAkn(whole, { name, revisions })), format }
  }
  // Its parser takes some 50 ms to load, which no other format need wait for.
  const { fromHtml } = await import('./html/from-html.js')
  return { ...readMended(text, (whole) => fromHtml(whole, revisions)), format }
}

function refuseLarger(size: number, limit: number, file: string): void {
  if (size <= limit) return
  const megabytes = (bytes: number) => (bytes / 1024 / 1024).toFixed(1)
  throw new PlenaryError('too-large', { file, size: megabytes(size), limit: megabytes(limit) })
}
