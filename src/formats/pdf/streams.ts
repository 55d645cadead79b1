/** The streams of a PDF, expanded and counted before pdf.js, which bounds nothing, expands them. */
import { Unzlib, unzlibSync } from 'fflate'
import { PlenaryError } from '../../model/message.js'

export interface StreamLimits {
  /** Bytes of all streams but pictures, expanded. */
  maxExpanded: number
  /** Bytes of the drawing operators of one page or form, expanded. */
  maxContent: number
}

interface Stream {
  number: string
  dictionary: string
  /** Where its data starts, in the file. */
  start: number
  /** Bytes of its data as they are. */
  length: number
}

/** Bytes inflated at a time: deflate expands to 1,032 times at most, so a step stays below 17 MB. */
const step = 16 * 1024
/** Streams up to this long, as most are, are inflated at once, into a room that holds what most of them give. */
const longestAtOnce = 128 * 1024
const room = 1024 * 1024
/** Filters may be chained; nobody compresses more than twice. */
const mostFilters = 4
/** A dictionary is some hundred bytes; in between are only white space and comments. */
const longestDictionary = 4096
const megabyte = 1024 * 1024
/** Streams that hold no operators: fonts, profiles of colours, objects, cross references. */
const notContent = /\/(?:Length[123]|N)\s+\d|\/(?:ObjStm|XRef|Metadata|Type1C|CIDFontType0C|OpenType)\b/u

/**
 * Refuse a file whose streams expand beyond the limits.
 *
 * @throws PlenaryError `expands`
 */
export function refuseExpanding(bytes: Uint8Array, file: string, limits: StreamLimits): void {
  const text = new TextDecoder('latin1').decode(bytes)
  const lists = listsOf(text)
  const contents = [...contentsOf(text, lists)]
  const images: Stream[] = []
  const sizes = new Map<string, number>()
  const budget = new Budget(file, limits.maxExpanded)
  const place = new Uint8Array(room)
  const measure = (stream: Stream) => {
    const isObjects = /\/ObjStm\b/u.test(stream.dictionary)
    const { size, kept } =
      expandAtOnce(bytes, stream, budget, place) ?? expand(bytes, stream.start, budget, isObjects)
    if (isObjects) contents.push(...contentsOf(new TextDecoder('latin1').decode(kept), lists))
    return Math.max(size, stream.length)
  }
  for (const stream of streamsOf(text)) {
    // Pictures are not decoded.
    if (/\/Subtype\s*\/Image\b/u.test(stream.dictionary)) {
      images.push(stream)
      continue
    }
    const size = measure(stream)
    sizes.set(stream.number, size)
    if (size > limits.maxContent && !notContent.test(stream.dictionary))
      throw expands(file, `its object ${stream.number}`, limits.maxContent)
  }
  // Unless it is said to be a picture and drawn as a page.
  const drawn = new Set(contents.flat())
  for (const stream of images) if (drawn.has(stream.number)) sizes.set(stream.number, measure(stream))
  for (const parts of contents) {
    const size = parts.reduce((sum, number) => sum + (sizes.get(number) ?? 0), 0)
    if (size > limits.maxContent) throw expands(file, 'a page', limits.maxContent)
  }
}

/** Find streams as pdf.js does, by their keyword. */
function* streamsOf(text: string): Generator<Stream> {
  let end = 0
  for (const match of text.matchAll(/(?<!end)stream(?:\r\n|\n|\r)/gu)) {
    const start = match.index + match[0].length
    if (end < start) end = indexOr(text, 'endstream', start)
    const before = text.slice(Math.max(0, match.index - longestDictionary), match.index)
    const object = before.lastIndexOf(' obj')
    const number = /(\d{1,10})\s\d{1,5}$/u.exec(before.slice(0, Math.max(0, object)))?.[1] ?? ''
    yield { number, dictionary: before.slice(object + 1), start, length: end - start }
  }
}

function indexOr(text: string, word: string, from: number): number {
  const at = text.indexOf(word, from)
  return at === -1 ? text.length : at
}

/** Lists that are objects of their own, by their numbers. */
function listsOf(text: string): Map<string, string> {
  const found = text.matchAll(/(?<!\d)(\d{1,10})\s\d{1,5}\sobj\s{0,9}\[([^\]]*)\]/gu)
  return new Map(Array.from(found, ([, number, list]) => [number, list] as [string, string]))
}

/** The numbers of the streams that are drawn as a page, page by page. */
function* contentsOf(text: string, lists: ReadonlyMap<string, string>): Generator<string[]> {
  for (const [, list, single = ''] of text.matchAll(
    /\/Contents\s{0,9}(?:\[([^\]]*)\]|(\d{1,10})\s\d{1,5}\sR)/gu,
  )) {
    const named = list ?? lists.get(single)
    if (named === undefined) yield [single]
    else
      yield Array.from(
        named.matchAll(/(\d{1,10})\s{1,9}\d{1,5}\s{1,9}R\b/gu),
        ([, number]) => number as string,
      )
  }
}

/** What may still be expanded. */
class Budget {
  readonly #file: string
  readonly #limit: number
  #spent = 0

  constructor(file: string, limit: number) {
    this.#file = file
    this.#limit = limit
  }

  spend(bytes: number): void {
    this.#spent += bytes
    if (this.#spent > this.#limit) throw expands(this.#file, 'it', this.#limit)
  }
}

/**
 * Expand a stream that is short, whole and compressed once; undefined of all others.
 *
 * In steps it takes half as long again. The place is that of the next one, too.
 */
function expandAtOnce(
  bytes: Uint8Array,
  { start, length }: Stream,
  budget: Budget,
  place: Uint8Array,
): { size: number; kept: Uint8Array } | undefined {
  const data = bytes.subarray(start, start + length)
  if (length > longestAtOnce || !isDeflated(data)) return undefined
  let kept: Uint8Array
  try {
    kept = unzlibSync(data, { out: place })
  } catch {
    // Damaged, or longer than its keyword says: in steps, what comes out before that is counted.
    return undefined
  }
  if (kept.length === place.length || isDeflated(kept)) return undefined
  budget.spend(kept.length)
  return { size: kept.length, kept }
}

/**
 * Count the expanded bytes of a stream, and keep them where they are asked for.
 *
 * Its first bytes tell whether it is compressed, not its dictionary, which can be hidden.
 */
function expand(
  bytes: Uint8Array,
  start: number,
  budget: Budget,
  kept: boolean,
): { size: number; kept: Uint8Array } {
  const counter = new Counter(budget, kept, mostFilters)
  for (let at = start; at < bytes.length; at += step) {
    const before = counter.size
    if (!counter.push(bytes.subarray(at, at + step))) break
    // Behind the end of the compressed data nothing comes out any more.
    if (counter.size === before) {
      budget.spend(step)
      break
    }
  }
  return { size: counter.size, kept: counter.kept() }
}

/** Inflates what is compressed, again where that is compressed. */
class Counter {
  size = 0
  #own = 0
  readonly #budget: Budget
  readonly #keeps: boolean
  readonly #depth: number
  readonly #chunks: Uint8Array[] = []
  #inflate: Unzlib | undefined
  #inner: Counter | undefined
  #started = false

  constructor(budget: Budget, keeps: boolean, depth: number) {
    this.#budget = budget
    this.#keeps = keeps
    this.#depth = depth
  }

  /** Tell whether more can follow. */
  push(bytes: Uint8Array): boolean {
    if (!this.#started) {
      this.#started = true
      if (this.#depth === 0 || !isDeflated(bytes)) return false
      this.#inner = new Counter(this.#budget, this.#keeps, this.#depth - 1)
      this.#inflate = new Unzlib((chunk) => this.#take(chunk))
    }
    if (!this.#inflate) return false
    try {
      // In steps here too: what comes out of one may be a thousand times as long.
      for (let at = 0; at < bytes.length; at += step) this.#inflate.push(bytes.subarray(at, at + step))
    } catch (error) {
      if (error instanceof PlenaryError) throw error
      // pdf.js keeps what came out of a damaged stream before the damage, and so it is counted.
      return false
    }
    return true
  }

  kept(): Uint8Array {
    const inner = this.#inner?.kept()
    if (inner?.length) return inner
    const all = new Uint8Array(this.#chunks.reduce((sum, { length }) => sum + length, 0))
    let at = 0
    for (const chunk of this.#chunks) {
      all.set(chunk, at)
      at += chunk.length
    }
    return all
  }

  #take(chunk: Uint8Array): void {
    if (chunk.length === 0) return
    this.#budget.spend(chunk.length)
    if (this.#keeps) this.#chunks.push(chunk)
    this.#own += chunk.length
    this.#inner?.push(chunk)
    this.size = Math.max(this.#own, this.#inner?.size ?? 0)
  }
}

/** The two first bytes of zlib's format: deflate, and a check. */
function isDeflated([first = 0, second = 0]: Uint8Array): boolean {
  return (first & 0x0f) === 8 && ((first << 8) | second) % 31 === 0
}

function expands(file: string, part: string, limit: number): PlenaryError {
  return new PlenaryError('expands', { file, part, limit: (limit / megabyte).toFixed(1) })
}
