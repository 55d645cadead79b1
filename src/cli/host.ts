/** The process as the command sees it: streams, environment, threads. Tests give their own. */
import { fstatSync, write as writeFd } from 'node:fs'
import { type Readable, Writable } from 'node:stream'
import { clean } from '../reports/clean.js'

export interface Sink extends Writable {
  isTTY?: boolean
  columns?: number
}

export interface Host {
  stdin: Readable
  stdout: Sink
  stderr: Sink
  env: Readonly<Record<string, string | undefined>>
  /** Threads may be started; without them all work is done, unbounded, in the thread that asks. */
  threads: boolean
}

/** The streams of this process. */
export function processHost(): Host {
  const { stdin, stderr, env } = process
  const stdout = standardOutput()
  // Who writes learns of an error from the write; of messages that cannot be printed nothing can be told.
  for (const stream of [stdout, stderr]) stream.on('error', () => {})
  return {
    get stdin() {
      // Node opens it when it is first asked for, which most runs never do.
      return stdin
    },
    stdout,
    stderr,
    env,
    threads: true,
  }
}

/** Standard output; a file or device through a writer of ours, as Node's takes no notice of a short write. */
function standardOutput(): Sink {
  const stat = fstatSync(1, { throwIfNoEntry: false } as never)
  const plain = stat?.isFile() || (stat?.isCharacterDevice() && !process.stdout.isTTY)
  return plain ? new WholeWrites(1) : process.stdout
}

/** Writes all of each piece to a descriptor, however much the system takes at a time. */
class WholeWrites extends Writable {
  readonly #descriptor: number

  constructor(descriptor: number) {
    super({ decodeStrings: true })
    this.#descriptor = descriptor
  }

  override _write(piece: Buffer, _encoding: string, done: (error?: Error | null) => void): void {
    writeFd(this.#descriptor, piece, 0, piece.length, null, (error, written) => {
      if (error) done(error)
      else if (written < piece.length) this._write(piece.subarray(written), _encoding, done)
      else done()
    })
  }
}

/** Print a line to standard error; it may hold names and words of documents, so it is made safe to print. */
export function warn({ stderr }: Host, line: string): void {
  stderr.write(`${clean(line)}\n`)
}

/** Colours are for a person at a terminal who has not asked for none, or for whoever asks for them. */
export function useColor(host: Host, asked: boolean | undefined, output: string | undefined): boolean {
  if (asked !== undefined) return asked
  // git says so where a pager of its own shows a terminal what the command prints.
  const seen = host.stdout.isTTY === true || host.env.GIT_PAGER_IN_USE === 'true'
  return !host.env.NO_COLOR && output === undefined && seen
}

const defaultWidth = 80

export function widthOf({ stdout }: Host, asked: number | undefined): number {
  return asked ?? stdout.columns ?? defaultWidth
}
