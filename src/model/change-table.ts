/** What changed, as tables of words: what a report hands to a format that people keep. */
import type { Edit } from './change.js'

/** One row: what it is called, and its words with what changed in them. */
export interface ChangeTableRow {
  /** Which version, and what the paragraph is called there. */
  head: string
  /** What else is told of it: that it moved, that its verb is weaker; may be empty. */
  note: string
  edits: readonly Edit[]
}

/** A paragraph with its rows. */
export interface ChangeTablePart {
  name: string
  rows: readonly ChangeTableRow[]
}

export interface ChangeTable {
  title: string
  /** A line of totals below the title. */
  summary: string
  /** ISO 639-1 code of the language of the texts; null where nothing says it. */
  language: string | null
  parts: readonly ChangeTablePart[]
}
