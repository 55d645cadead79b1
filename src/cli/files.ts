/** Files in: bytes of names, of pipes and of standard input, and the faults that keep them from being read. */
import { createReadStream, type Stats, statSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import type { Readable } from 'node:stream'
import { PlenaryError } from '../model/message.js'
import type { Host } from './host.js'
import { reasonOf } from './whole.js'

export const megabyte = 1024 * 1024

/** Largest package that is read by default, in megabytes; the readers hold the same. */
const defaultMaxSize = 64

export function nameOf(file: string): string {
  return file === '-' ? 'standard input' : file
}

/** What a name leads to; undefined where it leads nowhere, or cannot be followed. */
export function statOf(file: string): Stats | undefined {
  try {
    return statSync(file)
  } catch {
    // Who reads or writes it tells why.
    return undefined
  }
}

/** Which file on which disk a name leads to, through links; undefined where there is none. */
export function identity(file: string): string | undefined {
  try {
    const { dev, ino } = statSync(file, { bigint: true })
    return `${dev}:${ino}`
  } catch {
    // A name that cannot be looked at is no file that could be overwritten.
    return undefined
  }
}

/**
 * The size of a regular file; undefined of pipes and devices, whose bytes come when they come.
 *
 * @throws PlenaryError if there is no such file, or it is a folder or too large.
 */
export function regularSize(file: string, maxSize: number | undefined): number | undefined {
  let stat: Stats
  try {
    stat = statSync(file)
  } catch (error) {
    throw faultOf(file, error as NodeJS.ErrnoException)
  }
  if (stat.isDirectory()) throw new PlenaryError('is-directory', { file })
  if (!stat.isFile()) return undefined
  refuseLarger(stat.size, file, maxSize)
  return stat.size
}

/** Read a regular file. */
export async function bytesOf(file: string): Promise<Uint8Array> {
  try {
    return await readFile(file)
  } catch (error) {
    throw faultOf(file, error as NodeJS.ErrnoException)
  }
}

/** Read what comes through a pipe, a device or standard input, however slowly. */
export async function streamedBytes(
  file: string,
  host: Host,
  maxSize: number | undefined,
): Promise<Uint8Array> {
  const source: Readable = file === '-' ? host.stdin : createReadStream(file)
  const pieces: Uint8Array[] = []
  let size = 0
  try {
    for await (const piece of source as AsyncIterable<Uint8Array | string>) {
      const bytes = typeof piece === 'string' ? Buffer.from(piece) : piece
      size += bytes.length
      refuseLarger(size, nameOf(file), maxSize)
      pieces.push(bytes)
    }
  } catch (error) {
    if (error instanceof PlenaryError) throw error
    throw faultOf(nameOf(file), error as NodeJS.ErrnoException)
  }
  return Buffer.concat(pieces)
}

function refuseLarger(size: number, file: string, maxSize = defaultMaxSize): void {
  if (size <= maxSize * megabyte) return
  throw new PlenaryError('too-large', { file, size: (size / megabyte).toFixed(1), limit: maxSize.toFixed(1) })
}

/** What kept a file from being read. */
export function faultOf(file: string, error: NodeJS.ErrnoException): PlenaryError {
  if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return new PlenaryError('not-found', { file })
  if (error.code === 'EISDIR') return new PlenaryError('is-directory', { file })
  if (error.code === 'EACCES' || error.code === 'EPERM') return new PlenaryError('not-permitted', { file })
  return new PlenaryError('unreadable', { file, reason: reasonOf(error) })
}
