/** The documents that a command is to read: its arguments, or the lines of a list. */
import { open } from 'node:fs/promises'
import { posix, sep, win32 } from 'node:path'
import { createInterface } from 'node:readline'
import { endingsOfDocuments } from './endings.js'
import { CommandFault } from './faults.js'
import { faultOf, statOf } from './files.js'
import type { Host } from './host.js'

export interface Names {
  names: AsyncIterable<string> | Iterable<string>
  /** All of them; absent for a list, which is read as the work goes on. */
  known?: readonly string[]
}

/**
 * Take the arguments, or the list that `--files-from` names (`-`: standard input), a name a line.
 *
 * A folder among the arguments gives the documents in it and below it, and a pattern that no shell
 * has expanded (`'*.docx'` on Windows) the files that it matches.
 *
 * @throws CommandFault if there are neither or both; in the list, if it names
 * standard input. PlenaryError if the list cannot be read.
 */
export async function namesOf(
  files: readonly string[],
  list: string | undefined,
  host: Host,
): Promise<Names> {
  if (list === undefined) {
    if (files.length === 0) throw new CommandFault('no-files')
    const known = await expanded(files)
    return { names: known, known }
  }
  if (files.length > 0) throw new CommandFault('files-twice')
  return { names: linesOf(list, host) }
}

/** Names with folders and patterns replaced by the files that they stand for. */
export async function expanded(files: readonly string[]): Promise<string[]> {
  const found: string[] = []
  for (const file of files) {
    const stat = file === '-' ? undefined : statOf(file)
    if (stat?.isDirectory()) found.push(...(await inFolder(file)))
    else if (!stat && /[*?[\]{}]/u.test(file)) found.push(...(await matching(file)))
    else found.push(file)
  }
  return found
}

async function inFolder(folder: string): Promise<string[]> {
  const { escapePath, glob } = await import('tinyglobby')
  const { name, absolute } = slashed(folder)
  const path = name.replace(/\/+$/u, '') || '/'
  const found = await glob(`${escapePath(path)}/**/*.{${endingsOfDocuments.join(',')}}`, {
    caseSensitiveMatch: false,
    absolute,
  })
  // One without documents is told of by its own name.
  return found.length === 0 ? [folder] : asNames(found)
}

async function matching(pattern: string): Promise<string[]> {
  const { glob } = await import('tinyglobby')
  const { name, absolute } = slashed(pattern)
  const found = await glob(name, { expandDirectories: false, absolute })
  return found.length === 0 ? [pattern] : asNames(found)
}

/** A name as patterns are written: Windows parts folders by backslashes, which escape a character in a pattern. */
export function slashed(name: string, platform = process.platform): { name: string; absolute: boolean } {
  if (platform !== 'win32') return { name, absolute: posix.isAbsolute(name) }
  return { name: name.replaceAll('\\', '/'), absolute: win32.isAbsolute(name) }
}

/** What a pattern found, in order, each with the separator of the machine, as a person types it. */
const asNames = (found: string[]) => found.sort(byName).map((name) => name.replaceAll('/', sep))

/** Made when there are names to sort: that takes a tenth of what starting Node does. */
let collator: Intl.Collator | undefined

/** `draft-2` before `draft-10`. */
function byName(one: string, other: string): number {
  collator ??= new Intl.Collator('en', { numeric: true })
  return collator.compare(one, other)
}

async function* linesOf(list: string, host: Host): AsyncGenerator<string> {
  const lines = list === '-' ? createInterface({ input: host.stdin }) : await fileLines(list)
  let first = true
  for await (const line of lines) {
    // Editors and shells of Windows open a text with a byte order mark.
    const name = first ? line.replace(/^\uFEFF/u, '') : line
    first = false
    if (list === '-' && name === '-') throw new CommandFault('stdin-twice')
    if (name !== '') yield name
  }
}

async function fileLines(list: string): Promise<AsyncIterable<string>> {
  try {
    const file = await open(list)
    const { buffer } = await file.read(new Uint8Array(2), 0, 2, 0)
    // What PowerShell writes with `>`.
    const encoding = buffer[0] === 0xff && buffer[1] === 0xfe ? 'utf16le' : 'utf8'
    return file.readLines({ encoding, start: 0 })
  } catch (error) {
    throw faultOf(list, error as NodeJS.ErrnoException)
  }
}
