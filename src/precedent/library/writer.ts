/** Documents → the bytes of a library, from the front to the back. */
import type { LibraryDocument, LibraryFacts } from '../../model/precedent.js'
import { weightOf } from '../weight.js'
import { keyOf, settingOf, wordNumbers } from '../words.js'
import { Column } from './column.js'
import { alignment, type Directory, head, type Part, tail, tailLength } from './layout.js'
import type { Library, LibraryEntry } from './library.js'
import { eachText, Postings } from './postings.js'
import { Table } from './table.js'

/** Pieces of this size are handed on at once. */
const pieceSize = 1 << 20

/**
 * Writes a library.
 *
 * Its bytes are taken away (`take`) as they come: of the texts, which are most of it, nothing is kept
 * in memory but what finds them.
 */
export class LibraryWriter {
  readonly #encoder = new TextEncoder()
  #pieces: Uint8Array[] = []
  #offset = 0
  readonly #parts: Partial<Directory['parts']> = {}
  readonly #known = new Table()
  readonly #postings = new Postings()
  readonly #sizes = new Column(Uint32Array)
  readonly #keys = new Column(Uint32Array)
  readonly #lengths = new Column(Uint32Array)
  readonly #paragraphTexts = new Column(Uint32Array)
  readonly #paragraphLabels = new Column(Uint32Array)
  readonly #labels = new Map<string, number>()
  readonly #documents: (LibraryFacts & { paragraphs: number })[] = []

  /** A library whose texts and words are taken over as they are. */
  #old: Library | undefined

  constructor() {
    this.#put(this.#encoder.encode(head))
    this.#align()
    this.#parts.texts = [this.#offset, 0]
  }

  /**
   * Begin with the texts of a library, before any document is added.
   *
   * Gives their bytes, piece by piece; then its documents can be kept without being read again.
   */
  *adopt(old: Library): Generator<Uint8Array> {
    yield* this.take()
    for (const piece of old.textBytes()) {
      this.#put(piece)
      yield* this.take()
    }
    const { sizes, keys } = old.sizesAndKeys
    for (let text = 0; text < old.texts; text++) {
      this.#sizes.push(sizes[text] as number)
      this.#keys.push(keys[text] as number)
      this.#lengths.push(old.lengths[text] as number)
    }
    for (const { word, count, bytes } of old.postings()) this.#postings.adopt(word, count, bytes)
    this.#old = old
  }

  /** Keep a document of the library that was adopted. */
  keep(at: number): void {
    const old = this.#old as Library
    const entry = old.documents[at] as LibraryEntry
    const { start: _start, ...facts } = entry
    this.#documents.push(facts)
    for (const { text, label, resolution } of old.usesOf(entry)) {
      this.#paragraphTexts.push(text)
      this.#paragraphLabels.push(this.#labelOf(label, resolution))
    }
  }

  /** Add a document. */
  add({ paragraphs, ...facts }: LibraryDocument): void {
    this.#documents.push({ ...facts, paragraphs: paragraphs.length })
    for (const { label, resolution, text } of paragraphs) {
      this.#paragraphTexts.push(this.#textOf(text))
      this.#paragraphLabels.push(this.#labelOf(label, resolution))
    }
  }

  /** Take what was written since the last time. */
  take(): Uint8Array[] {
    const pieces = this.#pieces
    this.#pieces = []
    return pieces
  }

  /** Write the rest, piece by piece. */
  *end(built: string): Generator<Uint8Array> {
    const [start] = this.#parts.texts as [number, number]
    this.#parts.texts = [start, this.#offset - start]
    const words = new Column(Uint32Array)
    const counts = new Column(Uint32Array)
    const lists = new Column(Uint32Array)
    const weights = new Float32Array(this.#sizes.length)
    for (const { word, count, bytes } of this.#postings.sorted()) {
      words.push(word)
      counts.push(count)
      lists.push(bytes.length)
      const weight = weightOf(count, weights.length)
      eachText(bytes, (text) => {
        weights[text] = (weights[text] as number) + weight
      })
    }
    const columns: [Part, Uint32Array | Float32Array][] = [
      ['sizes', this.#sizes.all],
      ['lengths', this.#lengths.all],
      ['weights', weights],
      ...sortedKeys(this.#keys.all),
      ['words', words.all],
      ['counts', counts.all],
      ['lists', lists.all],
    ]
    for (const [part, { buffer, byteOffset, byteLength }] of columns)
      yield* this.#part(part, [new Uint8Array(buffer, byteOffset, byteLength)])
    yield* this.#part('postings', this.#lists())
    for (const [part, column] of [
      ['paragraphTexts', this.#paragraphTexts],
      ['paragraphLabels', this.#paragraphLabels],
    ] as const) {
      const { buffer, byteOffset, byteLength } = column.all
      yield* this.#part(part, [new Uint8Array(buffer, byteOffset, byteLength)])
    }
    const labels = [...this.#labels.keys()].map((key) => key.split('\n'))
    yield* this.#part('labels', [this.#encoder.encode(JSON.stringify(labels))])
    yield* this.#part(
      'documents',
      this.#documents.map((document) => this.#encoder.encode(`${JSON.stringify(document)}\n`)),
    )
    const at = this.#offset
    this.#put(this.#encoder.encode(JSON.stringify({ parts: this.#parts, built } as Directory)))
    this.#align()
    const last = new Uint8Array(tailLength)
    new DataView(last.buffer).setFloat64(0, at, true)
    last.set(this.#encoder.encode(tail), 8)
    this.#put(last)
    yield* this.take()
  }

  *#part(part: Part, pieces: Iterable<Uint8Array>): Generator<Uint8Array> {
    this.#align()
    const start = this.#offset
    for (const piece of pieces) {
      this.#put(piece)
      if (this.#pieces.length > 1) yield* this.take()
    }
    this.#parts[part] = [start, this.#offset - start]
    yield* this.take()
  }

  /** Lists are short: many are handed on as one piece. */
  *#lists(): Generator<Uint8Array> {
    let piece = new Uint8Array(pieceSize)
    let size = 0
    for (const { bytes } of this.#postings.sorted()) {
      if (size + bytes.length > piece.length) {
        yield piece.subarray(0, size)
        piece = new Uint8Array(Math.max(pieceSize, bytes.length))
        size = 0
      }
      piece.set(bytes, size)
      size += bytes.length
    }
    yield piece.subarray(0, size)
  }

  #textOf(text: string): number {
    const [high, low] = fingerprint(text)
    const key = keyOf(settingOf(text))
    const known = this.#known.get(high, low) ?? this.#adopted(text, key)
    if (known !== undefined) return known
    const number = this.#sizes.length
    this.#known.set(high, low, number)
    const bytes = this.#encoder.encode(text)
    this.#put(bytes)
    const words = wordNumbers(text)
    this.#sizes.push(bytes.length)
    this.#keys.push(key)
    this.#lengths.push(words.length)
    for (const word of new Set(words)) this.#postings.add(word, number)
    return number
  }

  /** The number of a text that was taken over. */
  #adopted(text: string, key: number): number | undefined {
    return this.#old?.textsOf(key).find((one) => this.#old?.text(one) === text)
  }

  #labelOf(label: string, resolution: string | undefined): number {
    const key = resolution === undefined ? label : `${label}\n${resolution}`
    const known = this.#labels.get(key)
    if (known !== undefined) return known
    this.#labels.set(key, this.#labels.size)
    return this.#labels.size - 1
  }

  #put(bytes: Uint8Array): void {
    this.#pieces.push(bytes)
    this.#offset += bytes.length
  }

  #align(): void {
    const over = this.#offset % alignment
    if (over > 0) this.#put(new Uint8Array(alignment - over))
  }
}

function sortedKeys(keys: Uint32Array): [Part, Uint32Array][] {
  // A key and its text are one number of 64 bits, whose greater half is the key.
  const both = new Uint32Array(keys.length * 2)
  keys.forEach((key, text) => {
    both[text * 2] = text
    both[text * 2 + 1] = key
  })
  new BigUint64Array(both.buffer).sort()
  return [
    ['keys', keys.map((_, at) => both[at * 2 + 1] as number)],
    ['keyTexts', keys.map((_, at) => both[at * 2] as number)],
  ]
}

/** Two numbers of 32 bits for a text: of a million texts no two have the same by chance. */
function fingerprint(text: string): [high: number, low: number] {
  let high = 0x811c9dc5
  let low = text.length | 0
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    high = Math.imul(high ^ code, 0x01000193)
    low = Math.imul(low ^ code, 0x5bd1e995)
    low ^= low >>> 15
  }
  return [high, low]
}

/** Write a library of some documents into memory. */
export function buildLibrary(
  documents: Iterable<LibraryDocument>,
  built = new Date().toISOString(),
): Uint8Array {
  const writer = new LibraryWriter()
  for (const document of documents) writer.add(document)
  const pieces = [...writer.take(), ...writer.end(built)]
  const bytes = new Uint8Array(pieces.reduce((total, { length }) => total + length, 0))
  let at = 0
  for (const piece of pieces) {
    bytes.set(piece, at)
    at += piece.length
  }
  return bytes
}
