/**
 * A library of earlier texts, and where each paragraph of a draft comes from.
 *
 * The JSON form of a precedent is `precedent --format json`.
 */
import type { Edit, PhraseChange } from './change.js'

// ---------------------------------------------------------------- the library

export interface LibraryParagraph {
  /** `PP1`, `OP3`: of top-level paragraphs. */
  label: string
  /** Which resolution, in a document with several. */
  resolution?: string
  /** Its words and those of its sub-paragraphs, a line each, with their labels. */
  text: string
}

/** What a library knows of a document beside its paragraphs. */
export interface LibraryFacts {
  /** As it was named when the library was built. */
  file: string
  symbol: string | null
  title: string | null
  /** ISO 8601: when it was adopted, else when it was distributed. */
  date: string | null
  /** The body that speaks, as the text names it. */
  organ: string | null
  session: number | null
  /** What the text says of the vote. */
  vote: string | null
  language: string | null
  /** Bytes of the file and its last change in milliseconds, by which a later build knows it. */
  size?: number
  modified?: number
}

export interface LibraryDocument extends LibraryFacts {
  paragraphs: LibraryParagraph[]
}

// ---------------------------------------------------------------- precedents

/**
 * `identical`: the words are agreed language as they are; `edited`: one earlier paragraph was changed;
 * `composed`: sewn from several; `new`: nothing earlier has half of its words.
 */
export type PrecedentKind = 'identical' | 'edited' | 'composed' | 'new'

/** An earlier paragraph, named. */
export interface Place {
  symbol: string | null
  file: string
  label: string
  resolution?: string
  date: string | null
}

/** An earlier paragraph that a paragraph of the draft is like. */
export interface Match extends Place {
  title: string | null
  organ: string | null
  vote: string | null
  /** Twice the words in common, in order, by the words of both: 0–1. */
  score: number
  /** The text has the draft's title, numbers aside. */
  sameTitle: boolean
  /** Where exactly these words were used first and last, and how often. */
  first: Place
  latest: Place
  uses: number
  /** The earlier words (equal and delete) and those of the draft (equal and insert). */
  edits: Edit[]
  /** The stretch of the draft's paragraph that it is the source of, as offsets. */
  span: [from: number, to: number]
  /** It is the source of a clause: one of those that the paragraph was composed of. */
  isSource: boolean
}

/** Where one paragraph of a draft comes from. */
export interface Precedent {
  label: string
  resolution?: string
  text: string
  kind: PrecedentKind
  /** By score; of equals the same title first, then the latest. */
  matches: Match[]
  /** How its verbs compare with those of the first match. */
  phrases: PhraseChange[]
  /** All that differs from the first match is what a year does. */
  routine: boolean
}

export interface PrecedentSummary extends Record<PrecedentKind, number> {
  /** How many of the edited differ in what a year does only. */
  routine: number
  /** Paragraphs with a verb that is weaker, or stronger, than in the agreed text. */
  weaker: number
  stronger: number
}

/** Where the paragraphs of a draft come from. */
export interface Precedents {
  symbol: string | null
  title: string | null
  language: string | null
  library: { documents: number; paragraphs: number }
  paragraphs: Precedent[]
  summary: PrecedentSummary
}

// ---------------------------------------------------------------- lineage

/** One use of a paragraph in the chain of its years. */
export interface Ancestor extends Place {
  title: string | null
  text: string
  /** How much it is like the one before, 0–1; null for the first. */
  score: number | null
  /** From the one before to this one; all new for the first. */
  edits: Edit[]
  phrases: PhraseChange[]
  routine: boolean
}

/** The chain of one paragraph through the texts of a library, the oldest first. */
export interface Lineage {
  asked: Place
  chain: Ancestor[]
}
