/**
 * A concordance: which paragraphs of the language versions of one text correspond, and where they do not.
 *
 * The noun between setting versions side by side and rendering; its JSON form is `concord --format json`.
 */
import type { RowRole } from './tree/rows.js'

/** What names one of the texts that are set side by side. */
export interface Version {
  /** ISO 639-1 code, or null where the text did not tell. */
  language: string | null
  symbol: string | null
  title: string | null
}

export type VersionField =
  | 'symbol'
  | 'date'
  | 'session'
  | 'agendaItem'
  | 'number'
  | 'sponsors'
  | 'adopted'
  | 'title'

export type DiscrepancyKind =
  /** The reference has the paragraph, sub-paragraph, heading or table row, the text has not. */
  | 'missing'
  /** The text has it, the reference has not. */
  | 'added'
  /** It is divided otherwise: one paragraph against two, running text against sub-paragraphs. */
  | 'structure'
  /** It bears another number or letter, which nothing missing explains. */
  | 'label'
  /** Its opening verb does something else. */
  | 'verb'
  | 'number'
  | 'date'
  | 'symbol'
  | 'citation'
  /** It has another count of notes. */
  | 'footnote'
  /** A field before the first paragraph. */
  | 'front'

/** Something printed, and what it comes to in any language: `٢٠٣٠` → `2030`, `Prie` → `request`. */
export interface Found {
  text: string
  value: string
}

/** Something in which texts do not correspond to the reference. */
export interface Discrepancy {
  kind: DiscrepancyKind
  /** Which texts, all in the same way: numbers in `Concordance.texts`, from 1; 0 is the reference. */
  texts: number[]
  /** What the reference has and the texts have not. */
  reference: Found[]
  /** What the texts have and the reference has not, as the first of them prints it. */
  other: Found[]
  /** For `front`: which field. */
  field?: VersionField
  /** The note in which it is, by the mark in the reference. */
  note?: string
}

/** What one text has at a place: a paragraph, or several where others have one. */
export interface Member {
  /** As the outline has them; empty for a heading. */
  labels: string[]
  /** Row numbers, from 0. */
  rows: number[]
  /** Its own words, the sub-paragraphs aside; several are joined by a line feed. */
  text: string
}

/** Paragraphs that say the same thing in different languages. */
export interface Correspondence {
  role: RowRole
  /** Which resolution, in a document with several. */
  resolution?: string
  /** One for each text, in their order; null where it has nothing that corresponds. */
  members: (Member | null)[]
  discrepancies: Discrepancy[]
  /** Sub-paragraphs and text resumed after them, where any text has them. */
  parts?: Correspondence[]
}

export interface Concordance {
  /** The reference first. */
  texts: Version[]
  /** Differences before the first paragraph. */
  front: Discrepancy[]
  /** Every paragraph and heading of every text once, in the order of the reference. */
  correspondences: Correspondence[]
  summary: ConcordanceSummary
}

export interface ConcordanceSummary {
  /** Top-level paragraphs and headings that all texts have. */
  corresponding: number
  /** How many discrepancies there are in all, and of each kind that occurs. */
  discrepancies: number
  kinds: Partial<Record<DiscrepancyKind, number>>
}

/** List correspondences and the parts inside them, in order. */
export function allCorrespondences(list: readonly Correspondence[]): Correspondence[] {
  return list.flatMap((each) => [each, ...allCorrespondences(each.parts ?? [])])
}

/** List all discrepancies in the order in which they are. */
export function allDiscrepancies({
  front,
  correspondences,
}: Pick<Concordance, 'front' | 'correspondences'>): Discrepancy[] {
  return [...front, ...allCorrespondences(correspondences).flatMap(({ discrepancies }) => discrepancies)]
}
