/** How amending documents of a language say what is to be changed: `amendments.json`. */
import type { PatternRecord } from './pattern.js'

/**
 * Words that name paragraphs. Groups: `numbers`, `ordinals` (lists of them), `letters` of sub-paragraphs, `last`.
 * What is `relative` is a sub-paragraph of the paragraph that the sentence is about.
 */
export interface AmendmentTarget extends PatternRecord {
  part: 'preambular' | 'operative' | 'annex' | 'title' | 'text' | 'relative'
  /** All paragraphs of the part. */
  all?: true
}

/** What a sentence asks to be done. */
export type AmendmentVerb =
  | 'cut'
  | 'put'
  | 'swap'
  /** Put the first in the place of the second. */
  | 'substitute'
  | 'move'
  | 'merge'
  | 'split'
  | 'exchange'
  | 'become'
  | 'renumber'
  | 'change'
  | 'editorial'

/** What the words behind a preposition are to the verb; `rest` is all words behind some. */
export type AmendmentRelation =
  | 'in'
  | 'after'
  | 'before'
  | 'between'
  | 'with'
  | 'for'
  /** Added to, changed to, moved to. */
  | 'to'
  | 'as'
  | 'start'
  | 'end'
  | 'rest'

/**
 * Words of a command, and what they are in it. A whole command is made of phrases and of nothing else.
 * `words` are quoted words, `awaits` says that such follow, `new` are paragraphs that are given, `newLetters` sub-paragraphs,
 * `following` paragraphs or words, `part` is a sentence
 * or a line of a paragraph, `quotes` says that the text behind is for the reader alone. Groups: `ordinal`, `last`.
 */
export interface AmendmentPhrase extends PatternRecord {
  role:
    | 'verb'
    | 'relation'
    | 'words'
    | 'awaits'
    | 'new'
    | 'newLetters'
    | 'following'
    | 'part'
    | 'note'
    | 'reading'
    | 'quotes'
    | 'everywhere'
    | 'occurrence'
    | 'mutual'
    | 'joint'
    | 'filler'
  verb?: AmendmentVerb
  /** What it is done to is before it. */
  passive?: true
  relation?: AmendmentRelation
  /** Of `words`: from those quoted to the end of the paragraph. */
  toEnd?: true
}

/** Words for a mark, without quotation marks: "a comma". */
export interface AmendmentMark extends PatternRecord {
  mark: string
}

/**
 * Phrases name `{words}`, quoted words: when a command is read, a quotation's number has the place of its words.
 */
export interface AmendmentRecords {
  quotes: [open: string, close: string][]
  /** Names the draft. Groups: `what`, `symbol`. */
  amends: PatternRecord
  /** Between the first number and the last. */
  range: PatternRecord
  /** Between two targets. */
  joint: PatternRecord
  patterns: PatternRecord[]
  marks?: AmendmentMark[]
  targets: AmendmentTarget[]
  phrases: AmendmentPhrase[]
  /** How an amending document is written; absent where the language cannot write one. */
  sentences?: AmendmentSentences
}

/** The words of a written amending document; what is in braces is put in. */
export interface AmendmentSentences {
  /** Source of the forms. */
  source: string
  /** Between the items of a list, and before the last. */
  comma: string
  and: string
  /** From two on. */
  counts: string[]
  /** Words for `title`. */
  whole: Record<string, string>
  /** One paragraph, or several; `{list}` is of ordinals, or of numbers. */
  preambular: Record<'ordinals' | 'numbers', { one: string; many: string }>
  operative: Record<'ordinals' | 'numbers', { one: string; many: string }>
  /** What `{part}` is. */
  parts: Record<'preambular' | 'operative' | 'subparagraph', string>
  /** By operation, place, and whether one text is given, some that have a word for their number, or any number. */
  forms: Record<string, string>
  /** A sentence of edits of words: `{target}`, `{edits}`. */
  inside: string
  /** The line above: `{sponsors}`, `{what}`, `{symbol}`; with one instruction and with several, and without sponsors. */
  heading: Record<'one' | 'many' | 'nobody' | 'nobodyMany', string>
  /** `{what}` is amended, by the kind of the draft; others are a `draft`. */
  drafts: { draft: string; [kind: string]: string }
}
