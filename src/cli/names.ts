/** The documents that a command is to read: its arguments, or the lines of a list. */
import { open } from 'node:fs/promises'
import { isAbsolute } from 'node:path'
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
  const path = slashes(folder).replace(/\/+$/u, '') || '/'
  const found = await glob(`${escapePath(path)}/**/*.{${endingsOfDocuments.join(',')}}`, {
    caseSensitiveMatch: false,
    absolute: isAbsolute(folder),
  })
  // One without documents is told of by its own name.
  return found.length === 0 ? [folder] : found.sort(byName)
}

async function matching(pattern: string): Promise<string[]> {
  const { glob } = await import('tinyglobby')
  const found = await glob(slashes(pattern), { expandDirectories: false, absolute: isAbsolute(pattern) })
  return found.length === 0 ? [pattern] : found.sort(byName)
}

/** Windows parts folders by backslashes, which escape a character in a pattern. */
function slashes(name: string): string {
  return process.platform === 'win32' ? name.replaceAll('\\', '/') : name
}

const collator = new Intl.Collator('en', { numeric: true })

/** `draft-2` before `draft-10`. */
function byName(one: string, other: string): number {
  return collator.compare(one, other)
}

async function* linesOf(list: string, host: Host): AsyncGenerator<string> {
  const lines = list === '-' ? createInterface({ input: host.stdin }) : await fileLines(list)
  for await (const line of lines) {
    if (list === '-' && line === '-') throw new CommandFault('stdin-twice')
    if (line !== '') yield line
  }
}

async function fileLines(list: string): Promise<AsyncIterable<string>> {
  try {
    return (await open(list)).readLines()
  } catch (error) {
    throw faultOf(list, error as NodeJS.ErrnoException)
  }
}
