/** The documents that a command is to read: its arguments, or the lines of a list. */
import { open } from 'node:fs/promises'
import { createInterface } from 'node:readline'
import { PlenaryError } from '../model/message.js'
import { faultOf } from './io.js'

export interface Names {
  names: AsyncIterable<string> | Iterable<string>
  /** Absent for a list, which is read as the work goes on. */
  count?: number
}

/**
 * Take the arguments, or the list that `--files-from` names (`-`: standard input), a name a line.
 *
 * @throws PlenaryError if there are neither or both; in the list, if it cannot
 * be read or names standard input.
 */
export function namesOf(files: readonly string[], list: string | undefined): Names {
  if (list === undefined) {
    if (files.length === 0) throw new PlenaryError('no-files')
    return { names: files, count: files.length }
  }
  if (files.length > 0) throw new PlenaryError('files-twice')
  return { names: linesOf(list) }
}

async function* linesOf(list: string): AsyncGenerator<string> {
  for await (const line of list === '-' ? createInterface({ input: process.stdin }) : await fileLines(list)) {
    if (list === '-' && line === '-') throw new PlenaryError('stdin-twice')
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
