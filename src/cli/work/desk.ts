/** What work on documents is given and gives: plain data, but for the desk that it is done at. */
import type { Severity } from '../../model/message.js'

/** A document as the command names it; its bytes, where the main thread has read them. */
export interface Input {
  file: string
  bytes?: Uint8Array | undefined
}

/** What all that read documents are told of them. */
export interface Reading {
  inputFormat?: string | undefined
  language?: string | undefined
  revisions?: string | undefined
  /** Megabytes; by default what the readers allow. */
  maxSize?: number | undefined
  maxPages?: number | undefined
  /** Convert what is not read through LibreOffice. */
  convert?: boolean | undefined
  maxParagraphs?: number | undefined
}

/** How a document is loaded beside the options of the command. */
export interface Loading {
  /** Its messages were told before. */
  silent?: boolean
  /** Keep a Word document opened, to write into it. */
  keep?: boolean
}

/** A line for standard error, and how bad it is. */
export interface Line {
  text: string
  severity: Severity
}

/** What the work itself gives; the rest is added around it. */
export interface Result {
  output: string | Uint8Array
  found?: boolean
}

/** A part of the work that has a limit of time. */
export interface Stage {
  /** In words, for a fault: `reading`, `the comparison`. */
  name: string
  /** The documents that take part in it: each adds its share of time. */
  documents: number
}

export interface Desk {
  /** Do a part of the work within its limit of time. */
  stage<T>(stage: Stage, run: () => T): T
  /** Tell of a document, on standard error. */
  tell(line: Line): void
}
