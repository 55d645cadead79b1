/** Where results go: standard output, a file, a folder; whole, and never over a document that is read. */
import { mkdir, stat } from 'node:fs/promises'
import { basename, extname, join } from 'node:path'
import { clean } from '../reports/clean.js'
import { ClosedPipe, CommandFault } from './faults.js'
import { identity } from './files.js'
import { type Host, warn } from './host.js'
import { expanded } from './names.js'
import { page } from './pager.js'
import { reasonOf, WholeFile } from './whole.js'

type Piece = string | Uint8Array

export interface Output {
  /** Write what became of a document; false, and said so, where it has no place. */
  write(file: string, piece: Piece): Promise<boolean>
  /** All is written. */
  end(): Promise<void>
  /** The run ended before its end: leave no half of a file. */
  discard(): Promise<void>
}

/** Text before, between and after the pieces of one text. */
export interface Frame {
  open?: string
  between?: string
  close?: string
  /** The text without pieces; nothing is written if absent. */
  empty?: string
}

/** What opens a file of CSV, which Excel else does not read as UTF-8; nothing opens other formats and standard output. */
export function csvMark(format: string, output: string | undefined): string {
  return format === 'csv' && output !== undefined ? '\uFEFF' : ''
}

/** The documents that are read, known by what their names lead to. */
export class Inputs {
  readonly #force: boolean
  /** Names of documents that are known only as the run goes on. */
  readonly #listed: boolean
  readonly #files = new Map<string, string>()

  constructor(files: readonly string[], { force = false, listed = false } = {}) {
    this.#force = force
    this.#listed = listed
    for (const file of files) this.add(file)
  }

  add(file: string): void {
    const found = file === '-' ? undefined : identity(file)
    if (found !== undefined) this.#files.set(found, file)
  }

  /** @throws CommandFault if the output is one of the documents, by whatever name. */
  refuse(output: string): void {
    if (this.#force) return
    const input = this.#files.get(identity(output) ?? '')
    if (input !== undefined) throw new CommandFault('output-is-input', { file: output, input })
  }

  /** @throws CommandFault also if it may still be named as one. */
  refuseEarly(output: string): void {
    this.refuse(output)
    if (this.#listed && !this.#force && identity(output) !== undefined)
      throw new CommandFault('output-exists', { file: output })
  }
}

/** Options that name what is read besides the documents. */
export interface AlsoRead {
  filesFrom?: string | undefined
  library?: string | undefined
  againstLibrary?: string | undefined
  scale?: string | undefined
  since?: string | undefined
  choices?: string | undefined
  /** Also false: no settings are wanted. */
  config?: string | boolean | undefined
}

/**
 * All that a command reads: its documents, and what its options name, of a folder the documents in it.
 * Where nothing is named that could be written over, no folder is looked through.
 */
export async function inputsOf(
  files: readonly string[],
  { force, output, ...options }: AlsoRead & { force?: boolean | undefined; output?: string | undefined },
  listed = false,
): Promise<Inputs> {
  const { filesFrom, library, againstLibrary, scale, since, choices, config } = options
  const named = [filesFrom, library, againstLibrary, scale, since, choices, config]
  const also = output === undefined ? [] : await expanded(named.filter((name) => typeof name === 'string'))
  return new Inputs([...files, ...also], { force: force ?? false, listed })
}

/** One text, in a file of that name, else on standard output. */
export function oneOutput(
  host: Host,
  path: string | undefined,
  inputs: Inputs,
  { frame = {}, ...printing }: Printing & { frame?: Frame } = {},
): Output {
  return path === undefined ? new StandardOutput(host, frame, printing) : new OneFile(path, inputs, frame)
}

/** One text of all pieces. */
abstract class OneText implements Output {
  readonly #frame: Frame
  #begun = false

  constructor(frame: Frame) {
    this.#frame = frame
  }

  async write(_file: string, piece: Piece): Promise<true> {
    const { open = '', between = '' } = this.#frame
    await this.#put(this.#begun ? between : open)
    await this.#put(piece)
    return true
  }

  async end(): Promise<void> {
    const { close = '', empty = '' } = this.#frame
    await this.#put(this.#begun ? close : empty)
    await this.close()
  }

  async #put(piece: Piece): Promise<void> {
    if (piece.length === 0) return
    this.#begun = true
    await this.put(piece)
  }

  protected abstract put(piece: Piece): Promise<void>
  protected abstract close(): Promise<void>
  abstract discard(): Promise<void>
}

export interface Printing {
  /** Show it in the reader's pager, where a person reads. */
  paged?: boolean
  /** The text has colours of ours, and is safe to print without more. */
  color?: boolean
}

export class StandardOutput extends OneText {
  readonly #host: Host
  readonly #printing: Printing
  readonly #pages: string[] = []

  constructor(host: Host, frame: Frame = {}, printing: Printing = {}) {
    super(frame)
    this.#host = host
    this.#printing = printing
  }

  protected async put(piece: Piece): Promise<void> {
    const { isTTY } = this.#host.stdout
    const text = isTTY && typeof piece === 'string' && !this.#printing.color ? clean(piece) : piece
    if (isTTY && this.#printing.paged && typeof text === 'string') this.#pages.push(text)
    else await this.#print(text)
  }

  protected async close(): Promise<void> {
    const text = this.#pages.join('')
    if (text !== '' && !(await page(text, this.#host.env))) await this.#print(text)
  }

  async discard(): Promise<void> {
    await this.close()
  }

  /** Wait for the reader: what it has not taken would pile up in memory. */
  async #print(text: Piece): Promise<void> {
    try {
      await new Promise<void>((resolve, reject) =>
        this.#host.stdout.write(text, (error) => (error ? reject(error) : resolve())),
      )
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'EPIPE') throw new ClosedPipe()
      throw new CommandFault('unwritable', { file: 'standard output', reason: reasonOf(error) })
    }
  }
}

export class OneFile extends OneText {
  readonly #path: string
  readonly #inputs: Inputs
  readonly #file: WholeFile

  constructor(path: string, inputs: Inputs, frame: Frame = {}) {
    super(frame)
    inputs.refuse(path)
    this.#path = path
    this.#inputs = inputs
    this.#file = new WholeFile(path)
  }

  protected put(piece: Piece): Promise<void> {
    return this.#file.write(piece)
  }

  protected async close(): Promise<void> {
    try {
      // A list may have named it since.
      this.#inputs.refuse(this.#path)
    } catch (error) {
      await this.discard()
      throw error
    }
    await this.#file.end()
  }

  discard(): Promise<void> {
    return this.#file.discard()
  }
}

/** A file for each document, in a folder. */
export class Folder implements Output {
  readonly #host: Host
  readonly #path: string
  readonly #ending: string
  readonly #inputs: Inputs
  /** Which document each file was written of, by name and by what the name leads to. */
  readonly #written = new Map<string, string>()

  constructor(host: Host, path: string, ending: string, inputs: Inputs) {
    this.#host = host
    this.#path = path
    this.#ending = ending
    this.#inputs = inputs
  }

  async write(file: string, piece: Piece): Promise<boolean> {
    const name = `${file === '-' ? 'standard-input' : basename(file, extname(file))}${this.#ending}`
    const path = join(this.#path, name)
    try {
      const other = this.#written.get(name) ?? this.#written.get(identity(path) ?? '')
      if (other !== undefined) throw new CommandFault('same-name', { file, other, name })
      this.#inputs.refuseEarly(path)
      await mkdir(this.#path, { recursive: true }).catch((error: unknown) => {
        throw new CommandFault('unwritable', { file: path, reason: reasonOf(error) })
      })
      const whole = new WholeFile(path)
      await whole.write(piece)
      await whole.end()
    } catch (error) {
      if (!(error instanceof CommandFault)) throw error
      warn(this.#host, `plenary: ${error.message}`)
      return false
    }
    for (const key of [name, identity(path)]) if (key !== undefined) this.#written.set(key, file)
    return true
  }

  async end(): Promise<void> {}
  async discard(): Promise<void> {}
}

export async function isFolder(path: string): Promise<boolean> {
  return /[/\\]$/u.test(path) || ((await stat(path).catch(() => undefined))?.isDirectory() ?? false)
}
