/** Libraries: built of documents, told of, and exported. */
import { statSync } from 'node:fs'
import { PlenaryError } from '../model/message.js'
import type { LibraryDocument } from '../model/precedent.js'
import { type Library, LibraryWriter } from '../precedent/index.js'
import { cleanName } from '../reports/clean.js'
import { libraryToText } from '../reports/precedent/library.js'
import { exit } from './exit.js'
import { CommandFault } from './faults.js'
import { statOf } from './files.js'
import { type Host, warn } from './host.js'
import { libraryIn, release } from './library-file.js'
import { namesOf } from './names.js'
import { Inputs, type Output, oneOutput, StandardOutput } from './output.js'
import { type CommonOptions, type ManyOptions, run } from './run.js'
import { WholeFile } from './whole.js'
import type { Task } from './work/task.js'

export interface BuildOptions extends ManyOptions {
  output: string
  /** Documents of the library that are not named stay in it. */
  keep?: boolean
}

/** Build a library of documents, or bring one up to date. */
export async function buildCommand(host: Host, files: string[], options: BuildOptions): Promise<number> {
  const { output: path } = options
  const { names } = await namesOf(files, options.filesFrom, host)
  const all: string[] = []
  for await (const name of names) all.push(name)
  const inputs = new Inputs(all, { force: options.force ?? false })
  inputs.refuse(path)
  const stamp = stampOf(path)
  const old = stamp === undefined ? undefined : existing(path, options.force ?? false)
  const output = new LibraryOutput(host, path, { old, stamp, isQuiet: options.quiet ?? false })
  const named = new Set(all)
  const changed = all.filter((file) => !output.keepUnchanged(file))
  output.dropOthers(options.keep ? undefined : named)
  const { output: _path, ...rest } = options
  return run(host, options, {
    tasks: changed.map((file): Task => ({ job: 'collect', inputs: [{ file }], options: rest })),
    count: changed.length,
    jobs: options.jobs,
    output,
  })
}

/** @throws PlenaryError if there is a file that is no whole library, which would be lost. */
function existing(path: string, force: boolean): Library | undefined {
  try {
    return libraryIn(path)
  } catch (error) {
    if (force && error instanceof PlenaryError) return undefined
    throw error
  }
}

/** What tells a file from what another program puts in its place; undefined where there is none, or it cannot be looked at. */
function stampOf(path: string): string | undefined {
  try {
    const { dev, ino, size, mtimeNs } = statSync(path, { bigint: true })
    return [dev, ino, size, mtimeNs].join(' ')
  } catch {
    // Who reads or writes it tells why.
    return undefined
  }
}

/** Share of the texts of a library that must be in use for all to be taken over: the others stay in the file unused. */
const leastUsed = 0.8

/** The documents of a run, as a library; those of the library before that were not read anew stay in it. */
class LibraryOutput implements Output {
  readonly #host: Host
  readonly #path: string
  readonly #old: Library | undefined
  /** Of the file when it was opened. */
  readonly #stamp: string | undefined
  readonly #isQuiet: boolean
  /** Documents of the old library by their file; those that are not taken over yet. */
  readonly #left = new Map<string, number>()
  readonly #unchanged: number[] = []
  readonly #file: WholeFile
  readonly #writer = new LibraryWriter()
  #gone = 0
  #read = 0
  #begun = false
  #isAdopted = false

  constructor(
    host: Host,
    path: string,
    { old, stamp, isQuiet }: { old: Library | undefined; stamp: string | undefined; isQuiet: boolean },
  ) {
    this.#host = host
    this.#path = path
    this.#old = old
    this.#stamp = stamp
    this.#isQuiet = isQuiet
    this.#file = new WholeFile(path)
    for (const [at, { file }] of old?.documents.entries() ?? []) this.#left.set(file, at)
  }

  /** Keep a document that has not changed since the library was built; false of all others. */
  keepUnchanged(file: string): boolean {
    const at = this.#left.get(file)
    const entry = at === undefined ? undefined : this.#old?.documents[at]
    const there = statOf(file)
    if (at === undefined || !entry || !there) return false
    if (entry.size !== there.size || entry.modified !== Math.floor(there.mtimeMs)) return false
    this.#left.delete(file)
    this.#unchanged.push(at)
    return true
  }

  /** Leave out the documents that are none of these. */
  dropOthers(named: ReadonlySet<string> | undefined): void {
    if (!named) return
    for (const file of this.#left.keys())
      if (!named.has(file)) {
        this.#left.delete(file)
        this.#gone++
      }
  }

  async write(_file: string, piece: string | Uint8Array): Promise<true> {
    const document = JSON.parse(String(piece)) as LibraryDocument
    this.#left.delete(document.file)
    await this.#begin()
    this.#read++
    this.#writer.add(document)
    await this.#put(this.#writer.take())
    return true
  }

  /** What was not read anew (a fault, an interrupt) stays as it was. */
  async end(): Promise<void> {
    const kept = [...this.#unchanged, ...this.#left.values()]
    // Of nothing that could be read, no library is made.
    const isSame = this.#read === 0 && this.#gone === 0
    if (!isSame) {
      await this.#begin()
      for (const at of kept.sort((a, b) => a - b)) await this.#keep(at)
      await this.#put(this.#writer.end(new Date().toISOString()))
      // Windows puts nothing in the place of a file that is open.
      if (this.#old) release(this.#old)
      await this.#refuseChanged()
      await this.#file.end()
    }
    const counts = `${this.#read} read, ${kept.length} kept, ${this.#gone} gone`
    const same = this.#old ? 'nothing has changed' : 'nothing is written, as no document could be read'
    if (!this.#isQuiet) warn(this.#host, `${cleanName(this.#path)}: ${isSame ? same : counts}`)
  }

  /** What another build put there since has documents that this one knows nothing of. */
  async #refuseChanged(): Promise<void> {
    if (stampOf(this.#path) === this.#stamp) return
    await this.discard()
    throw new CommandFault('library-changed', { file: this.#path })
  }

  /** The texts of the old library are taken over as they are, unless many of them are in no document any more. */
  async #begin(): Promise<void> {
    if (this.#begun || !this.#old) return
    this.#begun = true
    const used = this.#old.textsOfDocuments([...this.#unchanged, ...this.#left.values()])
    this.#isAdopted = used >= leastUsed * this.#old.texts
    if (this.#isAdopted) await this.#put(this.#writer.adopt(this.#old))
  }

  async #keep(at: number): Promise<void> {
    if (this.#isAdopted) this.#writer.keep(at)
    else this.#writer.add((this.#old as Library).document(at))
    await this.#put(this.#writer.take())
  }

  async #put(pieces: Iterable<Uint8Array>): Promise<void> {
    for (const piece of pieces) await this.#file.write(piece)
  }

  discard(): Promise<void> {
    return this.#file.discard()
  }
}

/** Say what a library holds. */
export async function infoCommand(host: Host, file: string): Promise<number> {
  const output = new StandardOutput(host)
  await output.write(file, libraryToText(libraryIn(file)))
  await output.end()
  return exit.done
}

/** Write the paragraphs of a library, one a line of JSON, with what is known of their documents. */
export async function exportCommand(host: Host, file: string, options: CommonOptions): Promise<number> {
  const library = libraryIn(file)
  const { output: path } = options
  const output = oneOutput(host, path, new Inputs([file]))
  try {
    for (const [at, { paragraphs: _count, start: _start, ...facts }] of library.documents.entries()) {
      const { paragraphs } = library.document(at)
      const lines = paragraphs.map((paragraph) => `${JSON.stringify({ ...facts, ...paragraph })}\n`)
      await output.write(file, lines.join(''))
    }
    await output.end()
  } catch (error) {
    await output.discard()
    throw error
  }
  return exit.done
}
