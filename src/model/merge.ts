/**
 * A merge: several parties' versions of one draft in one text.
 *
 * Its JSON form is `merge --format json`.
 */
import type { RowRole } from './tree/rows.js'
import type { Root } from './tree/types.js'

/** One reading of a paragraph in conflict; no text where it is cut. */
export interface Reading {
  /** The party whose reading it is. */
  by: string
  text: string | null
}

/** What became of one paragraph of the base, or one that a party added. */
export interface MergedParagraph {
  role: RowRole
  /** Its label in the result; null where it is cut. */
  label: string | null
  /** Its label in the base; null where it is new. */
  base: string | null
  /** Which resolution, in a document with several. */
  resolution?: string
  /** The merged text without sub-paragraphs; null where it is cut or in conflict. */
  text: string | null
  /** The parties that changed, added or cut it. */
  by: string[]
  conflict: boolean
  /** In a conflict, the reading of each party that changed it. */
  proposals?: Reading[]
  /** Its sub-paragraphs and the text resumed after them, where it has any. */
  parts: MergedParagraph[]
}

export interface Merge {
  /** The parties, in the order of their versions. */
  parties: string[]
  /** In the order of the result, what was cut where it was. */
  paragraphs: MergedParagraph[]
  /** How many paragraphs are in conflict. */
  conflicts: number
  /** The merged text, its verbs not read anew; what is in conflict has all readings in brackets. */
  tree: Root
}
