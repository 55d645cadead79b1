/** Documents of word processors that no reader here reads (RTF, .doc, .odt) → .docx, by an installed LibreOffice. */
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { PlenaryError } from '../model/message.js'
import { holds } from './bytes.js'
import { decode } from './decode.js'
import { markupFormat, packageFormat } from './sniff.js'

export interface OfficeOptions {
  /** File name, for messages. */
  name: string
  /** Milliseconds after which the program is ended; two minutes if absent. */
  timeout?: number
  /** The program; `soffice` if absent. */
  program?: string
}

/** What is read of a document, and the format that it had before it was converted. */
export interface Readable {
  bytes: Uint8Array
  from?: string
}

/** The bytes; of a format that is recognised and not read, what the program makes of them. */
export async function readableThroughOffice(bytes: Uint8Array, options: OfficeOptions): Promise<Readable> {
  const from = await unreadFormat(bytes, options.name)
  return from === undefined ? { bytes } : { bytes: await convertWithOffice(bytes, options), from }
}

/** The name of a format that the program reads and no reader here. */
async function unreadFormat(bytes: Uint8Array, file: string): Promise<string | undefined> {
  try {
    const format = packageFormat(bytes, file)
    // An OpenDocument text is a zip, as Word's packages are; its first entry says what it is.
    if (format === 'docx')
      return holds(bytes.subarray(0, 200), 'opendocument.text') ? 'OpenDocument' : undefined
    if (format === undefined) markupFormat((await decode(bytes, file)).text, file)
  } catch (error) {
    if (error instanceof PlenaryError && error.id === 'legacy') return String(error.values.format)
    // What else is wrong with it is told where it is read.
  }
  return undefined
}

/** A first start makes a profile: on a slow machine half a minute. */
const defaultTimeout = 120_000

/**
 * Convert a document into a Word document.
 *
 * The program runs with a profile of its own, which is removed afterwards: it neither
 * meets an office that is open nor leaves anything behind.
 *
 * @throws PlenaryError `no-office` if it is not installed, `not-converted` if it fails or takes too long.
 */
export async function convertWithOffice(
  bytes: Uint8Array,
  { name, timeout = defaultTimeout, program = 'soffice' }: OfficeOptions,
): Promise<Uint8Array> {
  const folder = await mkdtemp(join(tmpdir(), 'plenary-'))
  try {
    const source = join(folder, 'source')
    await writeFile(source, bytes)
    const profile = pathToFileURL(join(folder, 'profile')).href
    // The filter is named: by its extension alone a page would be opened as one for the web.
    const target = 'docx:MS Word 2007 XML'
    const given = ['--headless', '--norestore', '--convert-to', target, '--outdir', folder, source]
    await run(program, [`-env:UserInstallation=${profile}`, ...given], { timeout, file: name, folder })
    try {
      return await readFile(join(folder, 'source.docx'))
    } catch {
      throw new PlenaryError('not-converted', { file: name, reason: 'LibreOffice does not know its format' })
    }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

interface Run {
  timeout: number
  file: string
  /** What the program writes into. */
  folder: string
}

function run(program: string, given: string[], { timeout, file, folder }: Run): Promise<void> {
  return new Promise((resolve, reject) => {
    // A group of its own: the program starts others, and all are to end with it.
    const child = spawn(program, given, { stdio: 'ignore', detached: true })
    const release = child.pid === undefined ? () => {} : watch(child.pid, folder)
    const timer = setTimeout(() => {
      end(child)
      reject(
        new PlenaryError('not-converted', { file, reason: `it took more than ${timeout / 1000} seconds` }),
      )
    }, timeout)
    child.on('error', (error: NodeJS.ErrnoException) => {
      clearTimeout(timer)
      release()
      const isMissing = error.code === 'ENOENT'
      reject(
        isMissing
          ? new PlenaryError('no-office', { file })
          : new PlenaryError('not-converted', { file, reason: error.message }),
      )
    })
    child.on('exit', () => {
      clearTimeout(timer)
      release()
      resolve()
    })
  })
}

/** Reads until this process ends, however it ends; then it ends the group and removes the folder. */
const watcher =
  'read -r released || { kill -s KILL -- "-$1"; while ! rm -rf -- "$2"; do sleep 1; done; } 2>/dev/null'

/** Have the program ended and its folder removed should this process be killed; gives what calls that off. */
function watch(group: number, folder: string): () => void {
  const shell = spawn('sh', ['-c', watcher, 'sh', `${group}`, folder], {
    stdio: ['pipe', 'ignore', 'ignore'],
    detached: true,
  })
  // Where there is no such shell, a kill leaves them.
  shell.on('error', () => {})
  shell.stdin.on('error', () => {})
  shell.unref()
  return () => shell.stdin.end('released\n')
}

function end(child: ChildProcess): void {
  try {
    if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL')
  } catch {
    // It ended by itself in between, or the system has no groups.
    child.kill('SIGKILL')
  }
}
