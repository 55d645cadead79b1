/** A library in a file: opened once, and read where it is asked. */
import { closeSync, fstatSync, openSync, readSync } from 'node:fs'
import { type ByteSource, type Library, openLibrary } from '../precedent/index.js'
import { faultOf, megabyte } from './files.js'

/** A library up to this size is read as a whole. */
const small = 64 * megabyte

let last: { key: string; library: Library; close(): void } | undefined

/**
 * Open the library in a file; one that is asked for again stays open.
 *
 * @throws PlenaryError if it cannot be read, or is no whole library
 */
export function libraryIn(file: string): Library {
  const descriptor = opened(file)
  const { size, mtimeMs, ino } = fstatSync(descriptor)
  const key = [file, size, mtimeMs, ino].join('\n')
  if (last?.key === key) {
    closeSync(descriptor)
    return last.library
  }
  const source: ByteSource = { size, read: (offset, length) => bytesAt(descriptor, file, offset, length) }
  let isNeeded = false
  try {
    const library = openLibrary(size <= small ? source.read(0, size) : source, file)
    isNeeded = size > small
    last = { key, library, close: () => size > small && closeSync(descriptor) }
    return library
  } finally {
    // A file that is open is not written anew on Windows, a damaged one neither.
    if (!isNeeded) closeSync(descriptor)
  }
}

/** Close the file of a library, of which nothing is asked any more. */
export function release(library: Library): void {
  if (last?.library !== library) return
  last.close()
  last = undefined
}

function opened(file: string): number {
  try {
    return openSync(file, 'r')
  } catch (error) {
    throw faultOf(file, error as NodeJS.ErrnoException)
  }
}

function bytesAt(descriptor: number, file: string, offset: number, length: number): Uint8Array {
  const bytes = new Uint8Array(length)
  let read = 0
  try {
    while (read < length) {
      const more = readSync(descriptor, bytes, read, length - read, offset + read)
      if (more === 0) break
      read += more
    }
  } catch (error) {
    throw faultOf(file, error as NodeJS.ErrnoException)
  }
  return bytes.subarray(0, read)
}
