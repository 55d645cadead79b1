/**
 * A history: what became of each paragraph through a chain of versions.
 *
 * Its JSON form is `history --format json`.
 */
import type { Diff, Edit, Shift, Side } from './change.js'

/** One version of the text, in the order of the chain. */
export interface HistoryVersion extends Side {
  /** ISO 8601, as far as its masthead says. */
  date: string | null
  language: string | null
  /** How many top-level paragraphs it has. */
  paragraphs: number
}

/** What became of one paragraph of version `from` in the next: null for a paragraph that was cut or that is new. */
export interface Link {
  /** Number of the older version, from 0. */
  from: number
  old: string | null
  new: string | null
  /** Which resolution, in a document with several. */
  resolution?: string
}

/** What became of a paragraph in the end; `revived`: cut in one version and back in a later one. */
export type LifeFate = 'kept' | 'inserted' | 'deleted' | 'revived' | 'split' | 'merged'

/** One paragraph through all versions, with those that it was divided into or joined with. */
export interface Life {
  resolution?: string
  /** Its labels in each version, as the outline has them; none where it is absent. */
  path: string[][]
  /** Its words in each version, its sub-paragraphs on lines of their own; null where it is absent. */
  texts: (string | null)[]
  /** Its leading words in each version, and their verb's id; null where there are none. */
  leads: (string | null)[]
  verbs: (string | null)[]
  /** How the leading verb of each version compares with that of the one before in which the paragraph is; null where it is the same. */
  shifts: (Shift | null)[]
  /** Numbers of the versions whose words differ from those of the one before in which the paragraph is. */
  changed: number[]
  /** Numbers of the versions in which it has left its place among the others. */
  moved: number[]
  fate: LifeFate
}

export interface History {
  versions: HistoryVersion[]
  links: Link[]
  /** In the order of the last version, those that are gone where they were. */
  paragraphs: Life[]
  /** The comparison of each version with the next. */
  steps: Diff[]
}

/** Compares the words of a paragraph in any two versions: what reports ask for that show them. */
export type CompareWords = (old: string, now: string) => Edit[]
