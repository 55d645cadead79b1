/** Where the results of many documents go, one after the other. */
import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { mkdir, stat, writeFile } from 'node:fs/promises'
import { basename, extname, join } from 'node:path'
import type { Writable } from 'node:stream'
import { finished } from 'node:stream/promises'
import { PlenaryError } from '../model/message.js'
import { warn } from './io.js'

export interface Output {
  /** Write what became of a document; false, and said so, where it has no place. */
  write(file: string, piece: string | Uint8Array): Promise<boolean>
  end(): Promise<void>
}

/** What stands before, between and after the pieces of one text. */
export interface Frame {
  open?: string
  between?: string
  close?: string
  /** What stands for a text without pieces; nothing is written if absent. */
  empty?: string
}

/** One text of all pieces, on standard output or in a file. */
export class OneText implements Output {
  readonly #path: string | undefined
  readonly #frame: Frame
  #stream: Writable | undefined
  #failed: Error | undefined

  constructor(path: string | undefined, frame: Frame = {}) {
    this.#path = path
    this.#frame = frame
  }

  async write(_file: string, piece: string | Uint8Array): Promise<true> {
    const { open = '', between = '' } = this.#frame
    await this.#put(this.#stream ? between : open)
    await this.#put(piece)
    return true
  }

  async end(): Promise<void> {
    const { close = '', empty = '' } = this.#frame
    await this.#put(this.#stream ? close : empty)
    if (this.#path === undefined || !this.#stream) return
    await finished(this.#stream.end()).catch(() => {})
    this.#check()
  }

  /** Wait for the reader: what it has not taken would pile up in memory. */
  async #put(text: string | Uint8Array): Promise<void> {
    if (text.length === 0) return
    this.#stream ??= this.#open()
    if (!this.#stream.write(text)) await drained(this.#stream)
    this.#check()
  }

  /** Only now: a run that reads nothing leaves an earlier file as it was. */
  #open(): Writable {
    // Standard output has a listener of its own, for closed pipes.
    if (this.#path === undefined) return process.stdout
    return createWriteStream(this.#path).on('error', (error) => {
      this.#failed = error
    })
  }

  #check(): void {
    if (this.#failed)
      throw new PlenaryError('unwritable', { file: this.#path ?? '', reason: this.#failed.message })
  }
}

async function drained(stream: Writable): Promise<void> {
  const controller = new AbortController()
  const { signal } = controller
  // Whichever comes first; the listener of the other goes with it.
  await Promise.race([once(stream, 'drain', { signal }), once(stream, 'close', { signal })])
  controller.abort()
}

/** A file for each document, in a folder. */
export class Folder implements Output {
  readonly #path: string
  readonly #extension: string
  readonly #written = new Map<string, string>()

  constructor(path: string, extension: string) {
    this.#path = path
    this.#extension = extension
  }

  async write(file: string, piece: string | Uint8Array): Promise<boolean> {
    const name = `${file === '-' ? 'standard-input' : basename(file, extname(file))}${this.#extension}`
    const before = this.#written.get(name)
    if (before !== undefined) {
      warn(`plenary: ${new PlenaryError('same-name', { file, before, name }).message}`)
      return false
    }
    this.#written.set(name, file)
    const path = join(this.#path, name)
    try {
      await mkdir(this.#path, { recursive: true })
      await writeFile(path, piece)
    } catch (error) {
      throw new PlenaryError('unwritable', { file: path, reason: (error as Error).message })
    }
    return true
  }

  async end(): Promise<void> {}
}

export async function isFolder(path: string): Promise<boolean> {
  return /[/\\]$/u.test(path) || ((await stat(path).catch(() => undefined))?.isDirectory() ?? false)
}
