/**
 * Files out, whole or not at all: a result is written beside its place under another name, and takes the
 * place only when all of it is on the disk.
 */
import { randomUUID } from 'node:crypto'
import { constants, rmSync } from 'node:fs'
import { access, type FileHandle, open, realpath, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { CommandFault } from './faults.js'

/** Half-written files of this process. */
const unfinished = new Set<string>()
const endings = ['SIGTERM', 'SIGHUP', 'SIGINT'] as const

/** A signal ends the command, and leaves nothing half-written. */
function sweep(signal: NodeJS.Signals): void {
  // The first Ctrl-C of a run over many documents is not the end of it.
  if (signal === 'SIGINT' && process.listenerCount('SIGINT') > 1) return
  for (const file of unfinished) rmSync(file, { force: true })
  for (const each of endings) process.off(each, sweep)
  process.kill(process.pid, signal)
}

function begin(file: string): void {
  if (unfinished.size === 0) for (const signal of endings) process.on(signal, sweep)
  unfinished.add(file)
}

function finish(file: string): void {
  unfinished.delete(file)
  if (unfinished.size === 0) for (const signal of endings) process.off(signal, sweep)
}

/** A file that is being written. */
export class WholeFile {
  readonly #path: string
  #target = ''
  #draft: string | undefined
  #handle: FileHandle | undefined

  constructor(path: string) {
    this.#path = path
  }

  async write(piece: string | Uint8Array): Promise<void> {
    await this.#guard(async () => {
      this.#handle ??= await this.#open()
      // It goes on until all bytes are written.
      await this.#handle.writeFile(piece)
    })
  }

  /** Give the file its name; nothing happens where nothing was written. */
  async end(): Promise<void> {
    const handle = this.#handle
    if (!handle) return
    await this.#guard(async () => {
      if (this.#draft !== undefined) await handle.sync()
      await handle.close()
      this.#handle = undefined
      if (this.#draft !== undefined) await rename(this.#draft, this.#target)
    })
    if (this.#draft !== undefined) finish(this.#draft)
  }

  /** Leave everything as it was before. */
  async discard(): Promise<void> {
    await this.#handle?.close().catch(() => {})
    this.#handle = undefined
    if (this.#draft === undefined) return
    await rm(this.#draft, { force: true })
    finish(this.#draft)
  }

  async #open(): Promise<FileHandle> {
    const there = await stat(this.#path).catch(() => undefined)
    // A pipe or a device has no place that could be taken.
    if (there && !there.isFile()) return open(this.#path, 'w')
    if (there) await access(this.#path, constants.W_OK)
    // The file that a link leads to is written, and the link stays.
    this.#target = there ? await realpath(this.#path) : this.#path
    const draft = join(dirname(this.#target), `.plenary-${randomUUID()}.tmp`)
    this.#draft = draft
    // Before there is a file: a signal may come as soon as there is one.
    begin(draft)
    const handle = await open(draft, 'wx', there ? there.mode : 0o666).catch((error) => {
      finish(draft)
      this.#draft = undefined
      throw error
    })
    // The mode of a new file is cut by the user's mask; the file in whose place it comes was not.
    if (there) await handle.chmod(there.mode).catch(() => {})
    return handle
  }

  async #guard(run: () => Promise<void>): Promise<void> {
    try {
      await run()
    } catch (error) {
      await this.discard()
      throw new CommandFault('unwritable', { file: this.#path, reason: reasonOf(error) })
    }
  }
}

const reasons: Record<string, string> = {
  ENOSPC: 'no space is left on the disk',
  EDQUOT: 'no space is left for you on the disk',
  ENOENT: 'there is no such folder',
  ENOTDIR: 'there is no such folder',
  EISDIR: 'it is a folder',
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  EROFS: 'the disk is read-only',
  // Windows locks a document that Word shows.
  EBUSY: 'another program has it open',
  ENAMETOOLONG: 'its name is too long',
}

/** What kept something from being written, in words. */
export function reasonOf(error: unknown): string {
  const { code = '', message } = error as NodeJS.ErrnoException
  return reasons[code] ?? message
}
