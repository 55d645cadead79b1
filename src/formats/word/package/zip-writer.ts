/** Packed entries → a zip archive. fflate packs anew what it writes; what is not edited is to stay as it is. */

export interface Packed {
  name: string
  /** Time and date, as zips code them. */
  time: number
  method: number
  crc: number
  compressed: number
  expanded: number
  data: Uint8Array
}

/** 1 January 1980, the first day that zips know. */
export const firstDay = 0x00210000

const directoryEnd = 0x06054b50
const directoryEntry = 0x02014b50
const localHeader = 0x04034b50
/** Version 2.0 of the format: deflate. */
const version = 20
/** Names are UTF-8. */
const flags = 0x0800

/** Write an archive of entries in their order. */
export function writeZip(entries: readonly Packed[]): Uint8Array {
  const encoder = new TextEncoder()
  const named = entries.map((entry) => ({ ...entry, path: encoder.encode(entry.name) }))
  const size = named.reduce((total, { path, data }) => total + 76 + 2 * path.length + data.length, 22)
  const bytes = new Uint8Array(size)
  const view = new DataView(bytes.buffer)
  let at = 0
  const u16 = (value: number) => {
    view.setUint16(at, value, true)
    at += 2
  }
  const u32 = (value: number) => {
    view.setUint32(at, value, true)
    at += 4
  }
  const copy = (value: Uint8Array) => {
    bytes.set(value, at)
    at += value.length
  }
  /** What a local header and an entry of the directory have in common. */
  const describe = ({ time, method, crc, data, expanded, path }: (typeof named)[number]) => {
    u16(version)
    u16(flags)
    u16(method)
    u32(time)
    u32(crc)
    u32(data.length)
    u32(expanded)
    u16(path.length)
    u16(0)
  }
  const offsets = named.map((entry) => {
    const offset = at
    u32(localHeader)
    describe(entry)
    copy(entry.path)
    copy(entry.data)
    return offset
  })
  const directory = at
  named.forEach((entry, index) => {
    u32(directoryEntry)
    u16(version)
    describe(entry)
    // No comment, first disk, no attributes.
    at += 10
    u32(offsets[index] ?? 0)
    copy(entry.path)
  })
  const length = at - directory
  u32(directoryEnd)
  at += 4
  u16(named.length)
  u16(named.length)
  u32(length)
  u32(directory)
  return bytes
}
