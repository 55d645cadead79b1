/**
 * What a command does with one document: bytes in, its output and messages out.
 *
 * A worker thread runs this file, so that all that goes in and comes out can be copied.
 */
import { PlenaryError } from '../model/message.js'
import { type CommonOptions, messageLine, parseFile } from './io.js'
import { type PieceCommand, type PieceOptions, pieces } from './pieces.js'

export type WorkOptions = CommonOptions & PieceOptions

export interface Task {
  command: PieceCommand
  file: string
  options: WorkOptions
}

export interface Done {
  file: string
  /** Absent where the document could not be read. */
  output?: string | Uint8Array
  /** Lines for standard error. */
  messages: string[]
  /** Set where something went wrong. */
  failed?: boolean
}

/**
 * Do the work of a command on one document.
 *
 * Ensures that nothing is thrown for a document: a fault of plenary's own is
 * reported with its stack, as the other documents do not depend on it.
 */
export default async function work({ command, file, options }: Task): Promise<Done> {
  const messages: string[] = []
  try {
    const parsed = await parseFile(file, options)
    if (!options.quiet) for (const message of parsed.messages) messages.push(messageLine(file, message))
    return { file, output: await pieces[command](parsed.tree, file, options), messages }
  } catch (error) {
    messages.push(faultLine(file, error))
    return { file, messages, failed: true }
  }
}

/** What became of a document, in a line; for a fault that is not the document's, with its stack. */
export function faultLine(file: string, error: unknown): string {
  if (error instanceof PlenaryError) return `plenary: ${error.message}`
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error)
  return `plenary: ${file}: ${stack}`
}
