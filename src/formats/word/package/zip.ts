/** A zip archive that is hostile until read: its directory first, then one entry at a time, within bounds. */
import { deflateSync, Inflate } from 'fflate'
import { PlenaryError } from '../../../model/message.js'
import { crc32 } from './crc32.js'
import { firstDay, type Packed, writeZip } from './zip-writer.js'

export interface ZipLimits {
  /** Expanded bytes of all entries that are read, together. */
  maxExpanded: number
  maxEntries: number
}

interface Entry {
  /** As it is written in the archive. */
  name: string
  /** Time and date, as zips code them. */
  time: number
  encrypted: boolean
  method: number
  crc: number
  compressed: number
  expanded: number
  offset: number
}

const directoryEnd = 0x06054b50
const directoryEnd64 = 0x06064b50
const directoryEntry = 0x02014b50
const localHeader = 0x04034b50
/** The end record with the longest comment it may carry. */
const endWindow = 22 + 65535
/** Bytes inflated at a time: deflate expands to 1,032 times at most, so a step stays below 68 MB. */
const step = 64 * 1024
const saturated = 0xffffffff
const megabyte = 1024 * 1024

export class Zip {
  readonly #bytes: Uint8Array
  readonly #view: DataView
  readonly #file: string
  readonly #limits: ZipLimits
  readonly #entries = new Map<string, Entry>()
  #expanded = 0

  /**
   * Read the directory of an archive; nothing is inflated yet.
   *
   * @throws PlenaryError `damaged` if there is no directory, `too-many-entries`.
   */
  constructor(bytes: Uint8Array, file: string, limits: ZipLimits) {
    this.#bytes = bytes
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    this.#file = file
    this.#limits = limits
    try {
      this.#readDirectory()
    } catch (error) {
      // The view refuses to read beyond the end.
      if (error instanceof RangeError) throw this.#damaged('it is cut short')
      throw error
    }
  }

  /** Names of the entries, in lower case: parts of a package are named without regard to case. */
  get names(): string[] {
    return [...this.#entries.keys()]
  }

  has(name: string): boolean {
    return this.#entries.has(fold(name))
  }

  /**
   * Inflate an entry; undefined where there is none of that name.
   *
   * @throws PlenaryError `damaged`, `encrypted`, or `expands` beyond the limit.
   */
  read(name: string): Uint8Array | undefined {
    const entry = this.#entries.get(fold(name))
    if (!entry) return undefined
    if (entry.encrypted) throw new PlenaryError('encrypted', { file: this.#file })
    if (entry.expanded + this.#expanded > this.#limits.maxExpanded) throw this.#expands(name)
    const data = this.#packed(name, entry)
    const result = entry.method === 0 ? data : this.#inflate(data, name, entry)
    if (result.length !== entry.expanded || crc32(result) !== entry.crc)
      throw this.#damaged(`${name} is not what was saved`)
    this.#expanded += result.length
    return result
  }

  /** Name of an entry as it is written in the archive. */
  nameOf(name: string): string | undefined {
    return this.#entries.get(fold(name))?.name
  }

  /**
   * Write the archive again, with some entries replaced and new ones at the end.
   *
   * Ensures that all others are what they were to the byte, packed and in their
   * order, and that the same input gives the same bytes.
   *
   * @throws PlenaryError `damaged`, `encrypted`.
   */
  rewrite(replaced: ReadonlyMap<string, Uint8Array>, left: ReadonlySet<string> = new Set()): Uint8Array {
    const packed: Packed[] = []
    const rest = new Map([...replaced].map(([name, bytes]) => [fold(name), { name, bytes }]))
    let time = firstDay
    for (const entry of this.#entries.values()) {
      if (entry.encrypted) throw new PlenaryError('encrypted', { file: this.#file })
      time = entry.time
      if (left.has(entry.name)) continue
      const own = rest.get(fold(entry.name))
      rest.delete(fold(entry.name))
      packed.push(
        own ? pack(entry.name, own.bytes, time) : { ...entry, data: this.#packed(entry.name, entry) },
      )
    }
    for (const { name, bytes } of rest.values()) packed.push(pack(name, bytes, time))
    return writeZip(packed)
  }

  /** The bytes of an entry as they are packed. */
  #packed(name: string, entry: Entry): Uint8Array {
    const { offset } = entry
    if (offset + 30 > this.#bytes.length || this.#view.getUint32(offset, true) !== localHeader)
      throw this.#damaged(`${name} is not where the directory says`)
    const start =
      offset + 30 + this.#view.getUint16(offset + 26, true) + this.#view.getUint16(offset + 28, true)
    if (start + entry.compressed > this.#bytes.length) throw this.#damaged('it is cut short')
    return this.#bytes.subarray(start, start + entry.compressed)
  }

  #inflate(data: Uint8Array, name: string, { method, expanded }: Entry): Uint8Array {
    if (method !== 8) throw this.#damaged(`${name} is packed by an unknown method, ${method}`)
    // No more than the directory promised, and that was checked against the limit.
    const result = new Uint8Array(expanded)
    let length = 0
    const inflate = new Inflate((chunk) => {
      if (length + chunk.length > expanded) throw this.#expands(name)
      result.set(chunk, length)
      length += chunk.length
    })
    try {
      for (let at = 0; at < data.length; at += step)
        inflate.push(data.subarray(at, at + step), at + step >= data.length)
    } catch (error) {
      if (error instanceof PlenaryError) throw error
      throw this.#damaged(`${name} cannot be inflated: ${(error as Error).message}`)
    }
    return result.subarray(0, length)
  }

  #readDirectory(): void {
    const view = this.#view
    const end = this.#findEnd()
    let count = view.getUint16(end + 10, true)
    let at = view.getUint32(end + 16, true)
    // Zip64: the locator is before the end record and says where the wide record is.
    if (count === 0xffff || at === saturated) {
      const wide = Number(view.getBigUint64(end - 20 + 8, true))
      if (view.getUint32(wide, true) !== directoryEnd64) throw this.#damaged('its directory is missing')
      count = Number(view.getBigUint64(wide + 32, true))
      at = Number(view.getBigUint64(wide + 48, true))
    }
    if (count > this.#limits.maxEntries)
      throw new PlenaryError('too-many-entries', {
        file: this.#file,
        count,
        limit: this.#limits.maxEntries,
      })
    for (let index = 0; index < count; index++) {
      if (view.getUint32(at, true) !== directoryEntry) throw this.#damaged('its directory is broken')
      const nameLength = view.getUint16(at + 28, true)
      const extraLength = view.getUint16(at + 30, true)
      const commentLength = view.getUint16(at + 32, true)
      const name = new TextDecoder().decode(this.#bytes.subarray(at + 46, at + 46 + nameLength))
      const entry: Entry = {
        name,
        time: view.getUint32(at + 12, true),
        encrypted: (view.getUint16(at + 8, true) & 1) === 1,
        method: view.getUint16(at + 10, true),
        crc: view.getUint32(at + 16, true),
        compressed: view.getUint32(at + 20, true),
        expanded: view.getUint32(at + 24, true),
        offset: view.getUint32(at + 42, true),
      }
      this.#widen(entry, at + 46 + nameLength, extraLength)
      // The first of two entries of one name: no saver writes two, and attackers count on the last.
      if (!this.#entries.has(fold(name))) this.#entries.set(fold(name), entry)
      at += 46 + nameLength + extraLength + commentLength
    }
  }

  /** Fields that are saturated are in the zip64 extra field, in this order. */
  #widen(entry: Entry, from: number, length: number): void {
    const view = this.#view
    for (let at = from; at + 4 <= from + length; at += 4 + view.getUint16(at + 2, true)) {
      if (view.getUint16(at, true) !== 1) continue
      let field = at + 4
      for (const key of ['expanded', 'compressed', 'offset'] as const) {
        if (entry[key] !== saturated) continue
        entry[key] = Number(view.getBigUint64(field, true))
        field += 8
      }
    }
  }

  #findEnd(): number {
    const first = Math.max(0, this.#bytes.length - endWindow)
    for (let at = this.#bytes.length - 22; at >= first; at--)
      if (this.#bytes[at] === 0x50 && this.#view.getUint32(at, true) === directoryEnd) return at
    throw this.#damaged('it is cut short')
  }

  #damaged(reason: string): PlenaryError {
    return new PlenaryError('damaged', { file: this.#file, reason })
  }
  #expands(part: string): PlenaryError {
    const limit = (this.#limits.maxExpanded / megabyte).toFixed(1)
    return new PlenaryError('expands', { file: this.#file, part, limit })
  }
}

function pack(name: string, bytes: Uint8Array, time: number): Packed {
  const data = deflateSync(bytes)
  return { name, time, method: 8, crc: crc32(bytes), compressed: data.length, expanded: bytes.length, data }
}

function fold(name: string): string {
  return name.replace(/\\/gu, '/').replace(/^\//u, '').toLowerCase()
}
