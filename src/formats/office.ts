/** Documents of word processors that no reader here reads (RTF, .doc, .odt) → .docx, by an installed LibreOffice. */
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { PlenaryError } from '../model/message.js'
import { holds } from './bytes.js'
import { packageFormat } from './sniff.js'

export interface OfficeOptions {
  /** File name, for messages. */
  name: string
  /** Milliseconds after which the program is ended; two minutes if absent. */
  timeout?: number
  /** The program; `soffice` if absent. */
  program?: string
}

/** The bytes; of a format that is recognised and not read, what the program makes of them. */
export async function readableThroughOffice(bytes: Uint8Array, options: OfficeOptions): Promise<Uint8Array> {
  try {
    const format = packageFormat(bytes, options.name)
    // An OpenDocument text is a zip, as Word's packages are; its first entry says what it is.
    if (format !== 'docx' || !holds(bytes.subarray(0, 200), 'opendocument.text')) return bytes
  } catch (error) {
    if (!(error instanceof PlenaryError) || error.id !== 'legacy') throw error
  }
  return convertWithOffice(bytes, options)
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
    await run(program, [`-env:UserInstallation=${profile}`, ...given], timeout, name)
    try {
      return await readFile(join(folder, 'source.docx'))
    } catch {
      throw new PlenaryError('not-converted', { file: name, reason: 'LibreOffice does not know its format' })
    }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

function run(program: string, given: string[], timeout: number, file: string): Promise<void> {
  return new Promise((resolve, reject) => {
    // A group of its own: the program starts others, and all are to end with it.
    const child = spawn(program, given, { stdio: 'ignore', detached: true })
    const timer = setTimeout(() => {
      end(child)
      reject(
        new PlenaryError('not-converted', { file, reason: `it took more than ${timeout / 1000} seconds` }),
      )
    }, timeout)
    child.on('error', (error: NodeJS.ErrnoException) => {
      clearTimeout(timer)
      const isMissing = error.code === 'ENOENT'
      reject(
        isMissing
          ? new PlenaryError('no-office', { file })
          : new PlenaryError('not-converted', { file, reason: error.message }),
      )
    })
    child.on('exit', () => {
      clearTimeout(timer)
      resolve()
    })
  })
}

function end(child: ChildProcess): void {
  try {
    if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL')
  } catch {
    // It ended by itself in between, or the system has no groups.
    child.kill('SIGKILL')
  }
}
