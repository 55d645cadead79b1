/** The bytes of a library → its documents, paragraphs and texts, read as they are asked for. */

import { firstFrom } from '../../model/ascending.js'
import { PlenaryError } from '../../model/message.js'
import type { LibraryDocument, LibraryFacts, Place } from '../../model/precedent.js'
import { alignment, type Directory, head, type Part, parts, signature, tail, tailLength } from './layout.js'

/** Texts are copied in pieces of this size. */
const pieceSize = 1 << 22

/** Bytes that can be read in pieces: a file, or what is in memory. */
export interface ByteSource {
  size: number
  /** Given an offset and a length within `size`; gives all the bytes. */
  read(offset: number, length: number): Uint8Array
}

export interface LibraryEntry extends LibraryFacts {
  /** The number of its first paragraph, and how many it has. */
  start: number
  paragraphs: number
}

/** One paragraph of a document. */
export interface Use {
  document: number
  label: string
  resolution: string | undefined
  text: number
}

/** A library that is open for reading. */
export class Library {
  readonly name: string
  readonly built: string
  readonly documents: readonly LibraryEntry[]
  /** Of each text the words that it has, by number and by weight. */
  readonly lengths: Uint32Array
  readonly weights: Float32Array
  readonly #source: ByteSource
  readonly #directory: Directory
  readonly #ends: Float64Array
  readonly #keys: Uint32Array
  readonly #keyTexts: Uint32Array
  readonly #words: Uint32Array
  readonly #counts: Uint32Array
  readonly #lists: Float64Array
  readonly #paragraphTexts: Uint32Array
  readonly #paragraphLabels: Uint32Array
  readonly #labels: readonly (readonly [label: string, resolution?: string])[]
  readonly #decoder = new TextDecoder()
  #uses: { starts: Uint32Array; paragraphs: Uint32Array } | undefined
  #documentOf: Uint32Array | undefined

  /** @throws PlenaryError if it is no library, one of another version, or damaged. */
  constructor(source: ByteSource, name: string) {
    this.name = name
    this.#source = source
    this.#directory = directoryOf(source, name)
    this.built = this.#directory.built
    this.#ends = endsOf(this.#numbers('sizes'))
    this.#keys = this.#numbers('keys')
    this.#keyTexts = this.#numbers('keyTexts')
    this.lengths = this.#numbers('lengths')
    const weights = this.#numbers('weights')
    this.weights = new Float32Array(weights.buffer, weights.byteOffset, weights.length)
    this.#words = this.#numbers('words')
    this.#counts = this.#numbers('counts')
    this.#lists = endsOf(this.#numbers('lists'))
    this.#paragraphTexts = this.#numbers('paragraphTexts')
    this.#paragraphLabels = this.#numbers('paragraphLabels')
    try {
      this.#labels = JSON.parse(this.#string('labels'))
      let start = 0
      this.documents = this.#string('documents')
        .split('\n')
        .slice(0, -1)
        .map((line) => {
          const facts = JSON.parse(line) as LibraryFacts & { paragraphs: number }
          start += facts.paragraphs
          return { ...facts, start: start - facts.paragraphs }
        })
    } catch {
      throw this.#damaged('its list of documents cannot be read')
    }
    this.#check()
  }

  /** How many paragraphs all documents have together. */
  get paragraphs(): number {
    return this.#paragraphTexts.length
  }

  /** How many texts it keeps: those that no paragraph has any more are among them. */
  get texts(): number {
    return this.lengths.length
  }

  /** How many different texts the paragraphs have. */
  get usedTexts(): number {
    return this.textsOfDocuments(this.documents.keys())
  }

  /** Bytes of its file, and of the texts in it. */
  get size(): { file: number; texts: number } {
    return { file: this.#source.size, texts: this.#directory.parts.texts[1] }
  }

  /** Bytes of each text, and its key. */
  get sizesAndKeys(): { sizes: Uint32Array; keys: Uint32Array } {
    const keys = new Uint32Array(this.texts)
    this.#keyTexts.forEach((text, at) => {
      keys[text] = this.#keys[at] as number
    })
    return { sizes: this.#numbers('sizes'), keys }
  }

  /** The bytes of all texts, piece by piece. */
  *textBytes(): Generator<Uint8Array> {
    const [, length] = this.#directory.parts.texts
    for (let at = 0; at < length; at += pieceSize)
      yield this.#bytes('texts', at, Math.min(pieceSize, length - at))
  }

  /** All words in ascending order, with how many texts have each, and which, as postings. */
  *postings(): Generator<{ word: number; count: number; bytes: Uint8Array }> {
    const [, length] = this.#directory.parts.postings
    const all = this.#bytes('postings', 0, length)
    for (const [at, word] of this.#words.entries()) {
      const start = at === 0 ? 0 : (this.#lists[at - 1] as number)
      const bytes = all.subarray(start, this.#lists[at])
      yield { word, count: this.#counts[at] as number, bytes }
    }
  }

  /** A text by its number. */
  text(at: number): string {
    const start = at === 0 ? 0 : (this.#ends[at - 1] as number)
    return this.#decoder.decode(this.#bytes('texts', start, (this.#ends[at] as number) - start))
  }

  /** A paragraph by its number among all. */
  use(paragraph: number): Use {
    const [label, resolution] = this.#labels[this.#paragraphLabels[paragraph] as number] ?? ['']
    return {
      document: this.documentOf(paragraph),
      label,
      resolution,
      text: this.#paragraphTexts[paragraph] as number,
    }
  }

  /** The number of the document that has a paragraph. */
  documentOf(paragraph: number): number {
    this.#documentOf ??= this.#makeDocumentOf()
    return this.#documentOf[paragraph] as number
  }

  /** A paragraph as it is named. */
  place(use: Use): Place {
    const { symbol, file, date } = this.documents[use.document] as LibraryEntry
    return {
      symbol,
      file,
      label: use.label,
      ...(use.resolution === undefined ? {} : { resolution: use.resolution }),
      date,
    }
  }

  /** The paragraphs of a document. */
  usesOf({ start, paragraphs }: LibraryEntry): Use[] {
    return Array.from({ length: paragraphs }, (_, at) => this.use(start + at))
  }

  /** How many different texts some documents have together. */
  textsOfDocuments(documents: Iterable<number>): number {
    const met = new Uint8Array(this.texts)
    for (const at of documents) {
      const { start, paragraphs } = this.documents[at] as LibraryEntry
      for (const text of this.#paragraphTexts.subarray(start, start + paragraphs)) met[text] = 1
    }
    return met.reduce((total, one) => total + one, 0)
  }

  /** A document with its texts. */
  document(at: number): LibraryDocument {
    const entry = this.documents[at] as LibraryEntry
    const { start: _start, paragraphs: _count, ...facts } = entry
    const paragraphs = this.usesOf(entry).map(({ label, resolution, text }) => ({
      label,
      ...(resolution === undefined ? {} : { resolution }),
      text: this.text(text),
    }))
    return { ...facts, paragraphs }
  }

  /** Numbers of the paragraphs that have a text. */
  paragraphsWith(text: number): Uint32Array {
    this.#uses ??= this.#makeUses()
    const { starts, paragraphs } = this.#uses
    return paragraphs.subarray(starts[text] as number, starts[text + 1] as number)
  }

  /** Some paragraph has a text. */
  isUsed(text: number): boolean {
    this.#uses ??= this.#makeUses()
    const { starts } = this.#uses
    return starts[text] !== starts[text + 1]
  }

  /** The place of a word, by its number, among all; undefined of one that no text has. */
  placeOf(word: number): number | undefined {
    const key = word >>> 0
    const at = firstFrom(this.#words, key)
    return this.#words[at] === key ? at : undefined
  }

  /** How many texts have the word at a place. */
  countAt(at: number): number {
    return this.#counts[at] as number
  }

  /** The texts that have the word at a place, as postings. */
  postingsAt(at: number): Uint8Array {
    const start = at === 0 ? 0 : (this.#lists[at - 1] as number)
    return this.#bytes('postings', start, (this.#lists[at] as number) - start)
  }

  /** Texts of a key. */
  textsOf(key: number): number[] {
    const found: number[] = []
    for (let at = firstFrom(this.#keys, key); this.#keys[at] === key; at++)
      found.push(this.#keyTexts[at] as number)
    return found
  }

  #makeUses(): { starts: Uint32Array; paragraphs: Uint32Array } {
    const starts = new Uint32Array(this.texts + 1)
    for (const text of this.#paragraphTexts) starts[text + 1] = (starts[text + 1] as number) + 1
    for (let text = 0; text < this.texts; text++)
      starts[text + 1] = (starts[text + 1] as number) + (starts[text] as number)
    const next = starts.slice()
    const paragraphs = new Uint32Array(this.paragraphs)
    this.#paragraphTexts.forEach((text, paragraph) => {
      paragraphs[next[text] as number] = paragraph
      next[text] = (next[text] as number) + 1
    })
    return { starts, paragraphs }
  }

  #makeDocumentOf(): Uint32Array {
    const documentOf = new Uint32Array(this.paragraphs)
    for (const [at, { start, paragraphs }] of this.documents.entries())
      documentOf.fill(at, start, start + paragraphs)
    return documentOf
  }

  /** What the columns say of each other must hold, before anything is read by them. */
  #check(): void {
    const [texts, words] = [this.texts, this.#words.length]
    const last = this.documents.at(-1)
    const holds =
      this.#ends.length === texts &&
      this.#keys.length === texts &&
      this.#keyTexts.length === texts &&
      this.#keyTexts.every((text) => text < texts) &&
      this.weights.length === texts &&
      this.#counts.length === words &&
      this.#lists.length === words &&
      (this.#ends.at(-1) ?? 0) === this.#directory.parts.texts[1] &&
      (this.#lists.at(-1) ?? 0) === this.#directory.parts.postings[1] &&
      this.#paragraphLabels.length === this.paragraphs &&
      (last ? last.start + last.paragraphs : 0) === this.paragraphs &&
      this.#paragraphTexts.every((text) => text < texts)
    if (!holds) throw this.#damaged('its parts do not fit together')
  }

  #damaged(reason: string): PlenaryError {
    return new PlenaryError('damaged-library', { file: this.name, reason })
  }

  #numbers(part: Part): Uint32Array {
    const [offset, length] = this.#directory.parts[part]
    const bytes = this.#source.read(offset, length)
    // Bytes of others may begin anywhere; numbers begin at multiples of their size.
    const own = bytes.byteOffset % 4 === 0 ? bytes : bytes.slice()
    return new Uint32Array(own.buffer, own.byteOffset, Math.floor(length / 4))
  }

  #string(part: Part): string {
    const [offset, length] = this.#directory.parts[part]
    return this.#decoder.decode(this.#source.read(offset, length))
  }

  #bytes(part: Part, start: number, length: number): Uint8Array {
    return this.#source.read(this.#directory.parts[part][0] + start, length)
  }
}

/**
 * Open a library.
 *
 * Given its bytes, or what reads them in pieces (a file of a million paragraphs is read where it is asked).
 *
 * @throws PlenaryError if it is no library, one of another version, or damaged.
 * @example openLibrary(await readFile('un.library')).documents.length // 20000
 */
export function openLibrary(from: Uint8Array | ByteSource, name = 'the library'): Library {
  return new Library(from instanceof Uint8Array ? inMemory(from) : from, name)
}

function inMemory(bytes: Uint8Array): ByteSource {
  return { size: bytes.length, read: (offset, length) => bytes.subarray(offset, offset + length) }
}

function directoryOf(source: ByteSource, file: string): Directory {
  const decoder = new TextDecoder()
  const ascii = (offset: number, length: number) =>
    decoder.decode(source.read(offset, Math.max(0, Math.min(length, source.size - offset))))
  const first = ascii(0, head.length)
  if (!first.startsWith(signature)) throw new PlenaryError('not-a-library', { file })
  const cut = () => new PlenaryError('damaged-library', { file, reason: 'its end is missing' })
  if (first.length < head.length) throw cut()
  if (first !== head)
    throw new PlenaryError('other-library', { file, version: first.slice(signature.length).trim() })
  if (source.size < head.length + tailLength) throw cut()
  const end = source.read(source.size - tailLength, tailLength)
  if (decoder.decode(end.subarray(8)) !== tail) throw cut()
  const at = new DataView(end.buffer, end.byteOffset, tailLength).getFloat64(0, true)
  if (!(at >= head.length && at < source.size)) throw cut()
  try {
    const text = ascii(at, source.size - tailLength - at).replace(/\0+$/u, '')
    const directory = JSON.parse(text) as Directory
    for (const part of parts) {
      const [offset, length] = directory.parts[part]
      if (!(offset % alignment === 0 && length >= 0 && offset + length <= at)) throw cut()
    }
    return directory
  } catch {
    throw new PlenaryError('damaged-library', { file, reason: 'its directory cannot be read' })
  }
}

function endsOf(sizes: Uint32Array): Float64Array {
  let end = 0
  return Float64Array.from(sizes, (size) => {
    end += size
    return end
  })
}
