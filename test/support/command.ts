/** Runs the command: in this process, as all tests but a few do, or as a person would. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable, Writable } from 'node:stream'
import { fileURLToPath } from 'node:url'
import type { Sink } from '../../src/cli/host.js'
import { main } from '../../src/cli.js'

export const root = fileURLToPath(new URL('../../', import.meta.url))
export const bin = join(root, 'bin', 'plenary.js')

export interface Run {
  status: number | null
  out: string
  err: string
}

export interface Streams {
  input?: string | Uint8Array
  env?: Record<string, string>
  /** Columns of a terminal that standard output and standard error are. */
  terminal?: number
}

/** Keeps what is written to it. */
export class Kept extends Writable implements Sink {
  readonly pieces: Buffer[] = []
  isTTY?: boolean
  columns?: number

  override _write(piece: Buffer, _encoding: string, done: () => void): void {
    this.pieces.push(piece)
    done()
  }

  get bytes(): Uint8Array {
    return Buffer.concat(this.pieces)
  }
}

/** Run the command in this process, without threads. */
export async function plenary(
  args: readonly string[],
  input?: string | Uint8Array,
  { env = {}, terminal }: Omit<Streams, 'input'> = {},
): Promise<Run> {
  const [stdout, stderr] = [new Kept(), new Kept()]
  if (terminal !== undefined)
    for (const stream of [stdout, stderr]) Object.assign(stream, { isTTY: true, columns: terminal })
  const stdin = Readable.from(input === undefined ? [] : [Buffer.from(input)])
  const status = await main(args, { stdin, stdout, stderr, env, threads: false })
  const text = (stream: Kept) => Buffer.from(stream.bytes).toString('utf8')
  return { status, out: text(stdout), err: text(stderr) }
}

/** Run the built command in a process of its own. */
export function spawned(args: readonly string[], { input = '', env = {} }: Streams = {}): Run {
  const { status, stdout, stderr } = spawnSync(process.execPath, [bin, ...args], {
    cwd: root,
    input,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    env: { ...process.env, ...env },
  })
  return { status, out: stdout, err: stderr }
}

/** A folder that is gone after the test. */
export function folder(t: { teardown: (end: () => void) => void }): string {
  const path = mkdtempSync(join(tmpdir(), 'plenary-'))
  t.teardown(() => rmSync(path, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 }))
  return path
}
