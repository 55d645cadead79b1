/** Files in and out, messages and faults: what all commands share. */
import { readFileSync, statSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import type { VFileMessage } from 'vfile-message'
import { defaultMaxSizes, type Format, type Revisions } from '../formats/index.js'
import { languages } from '../language/load.js'
import { PlenaryError } from '../model/message.js'
import { type Parsed, parse } from '../pipeline.js'
import { exit } from './exit.js'
import { page } from './pager.js'

export interface CommonOptions {
  inputFormat?: string
  language?: string
  revisions?: string
  /** Megabytes; by default what the readers allow. */
  maxSize?: number
  quiet?: boolean
  color?: boolean
}

const megabyte = 1024 * 1024

/** @throws PlenaryError if there is no grammar for the language asked for. */
export function knownLanguage(language: string | undefined): void {
  if (language !== undefined && !languages().includes(language))
    throw new PlenaryError('unknown-language', { language, languages: languages().join(', ') })
}

/** Read and parse one document; prints its messages. */
export async function load(file: string, options: CommonOptions): Promise<Parsed> {
  knownLanguage(options.language)
  const parsed = await parseFile(file, options)
  if (!options.quiet) for (const message of parsed.messages) warn(messageLine(file, message))
  return parsed
}

/** Read and parse one document. */
export async function parseFile(file: string, options: CommonOptions): Promise<Parsed> {
  return parse(bytesOf(file, options.maxSize), {
    name: nameOf(file),
    ...(options.maxSize ? { maxSize: options.maxSize * megabyte } : {}),
    ...(options.inputFormat ? { format: options.inputFormat as Format } : {}),
    ...(options.revisions ? { revisions: options.revisions as Revisions } : {}),
    ...(options.language ? { language: options.language } : {}),
  })
}

/** Run something that may meet a fault; reports it in one line and sets the exit code. */
export async function attempt(run: () => Promise<void>): Promise<void> {
  try {
    await run()
  } catch (error) {
    if (!(error instanceof PlenaryError)) throw error
    warn(`plenary: ${error.message}`)
    process.exitCode = exit.usage
  }
}

/** Print a result, or write it where `-o` says; `paged` through the pager if a person reads it. */
export async function write(
  text: string | Uint8Array,
  output: string | undefined,
  paged = false,
): Promise<void> {
  if (output === undefined) {
    if (typeof text !== 'string' || !paged || process.stdout.isTTY !== true || !page(text))
      process.stdout.write(text)
    return
  }
  try {
    await writeFile(output, text)
  } catch (error) {
    warn(`plenary: Cannot write ${output}: ${(error as Error).message}`)
    process.exitCode = exit.usage
  }
}

export function nameOf(file: string): string {
  return file === '-' ? 'standard input' : file
}

/** Colours are for a person at a terminal who has not asked for none, or for whoever asks for them. */
export function useColor(options: CommonOptions, output: string | undefined): boolean {
  if (options.color !== undefined) return options.color
  return !process.env.NO_COLOR && output === undefined && process.stdout.isTTY === true
}

const defaultWidth = 80

export function widthOf(asked: number | undefined): number {
  return asked ?? process.stdout.columns ?? defaultWidth
}

let standardInput: Uint8Array | undefined

/** The bytes of a file, or of standard input. */
export function bytesOf(file: string, asked?: number): Uint8Array {
  const maxSize = asked ?? defaultMaxSizes.package / megabyte
  try {
    if (file === '-') {
      // It can be read once only, and both sides of one document's changes want it.
      standardInput ??= readFileSync(0)
      return standardInput
    }
    const { size } = statSync(file)
    // A file that is too large is refused before it is in memory.
    if (size > maxSize * megabyte)
      throw new PlenaryError('too-large', {
        file,
        size: (size / megabyte).toFixed(1),
        limit: maxSize.toFixed(1),
      })
    return readFileSync(file)
  } catch (error) {
    if (error instanceof PlenaryError) throw error
    throw faultOf(file, error as NodeJS.ErrnoException)
  }
}

/** What kept a file from being read. */
export function faultOf(file: string, error: NodeJS.ErrnoException): PlenaryError {
  if (error.code === 'ENOENT') return new PlenaryError('not-found', { file })
  if (error.code === 'EISDIR') return new PlenaryError('is-directory', { file })
  if (error.code === 'EACCES' || error.code === 'EPERM') return new PlenaryError('not-permitted', { file })
  return new PlenaryError('unreadable', { file, reason: error.message })
}

/** A message as it is printed: file, place, words, id. */
export function messageLine(file: string, { line, column, reason, ruleId }: VFileMessage): string {
  const place = line === undefined ? '' : `:${line}:${column ?? 1}`
  return `${file}${place}: ${reason} (${ruleId})`
}

/** Print a line to standard error. */
export function warn(line: string): void {
  process.stderr.write(`${line}\n`)
}
