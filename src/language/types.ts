/** What compiling a grammar file gives: questions to ask of a text, and what they answer. The files' own form is in `records/`. */
import type { PhraseRole, ProposalKind } from '../model/tree/types.js'
import type { ObjectRecord, VerbSense } from './records/verbs.js'

/** A hedge or word of obligation in a text: forms of one id mean the same (doit, doivent). */
export interface Modifier {
  id: string
  /** Offsets in the text, end exclusive. */
  start: number
  end: number
  text: string
}

export interface PhraseMatch {
  /** Offsets in the text given, end exclusive. */
  start: number
  end: number
  role: PhraseRole
  verb: string | null
  /** Ids of the other verbs that its form may render; absent where there are none. */
  alternatives?: string[]
  enumerator: string | null
  intensifier: string | null
  qualifier: string | null
  force: number | null
  stance: string | null
  /** False for an opener that was found by its form alone, not in the lists. */
  known: boolean
}

export interface Grammar {
  language: string
  direction: 'ltr' | 'rtl'
  /** Paragraphs open with a capital letter: a small one goes on with the line before. */
  capitals: boolean
  /** A comma between figures parts the whole from its decimals. */
  decimalComma: boolean
  /** Words are parted by spaces: where they are not, a line end stands for nothing. */
  spaced: boolean
  /**
   * Match a named pattern of the file at `at` (0 if absent), anchored there.
   * Unknown ids throw: they are a mistake of the program, not of the document.
   */
  match(id: string, text: string, at?: number): RegExpMatchArray | null
  /** A pattern matches all of a text. */
  isWhole(id: string, text: string): boolean
  /** The first of several patterns that matches at `at`. */
  matchAny(ids: readonly string[], text: string, at?: number): { id: string; match: RegExpMatchArray } | null
  /** All matches of a pattern anywhere in the text, left to right, not overlapping. */
  findAll(id: string, text: string): RegExpExecArray[]
  /**
   * The leading phrase of a paragraph, as a UN editor would set it in italics:
   * without the "of" or "that" that follows. `emphasis` is the end of the run of
   * italics at the start of the paragraph, if the source shows one.
   * Null if the paragraph does not open as one of that part does.
   */
  lead(text: string, role: PhraseRole | 'any', emphasis?: number): PhraseMatch | null
  /** Later verbs in a paragraph: ", and urges", "further requests", "and stressing that". */
  later(text: string, from: number, role: PhraseRole): PhraseMatch[]
  /** Citations, left to right, not overlapping, with normalised targets; `organ` is whose "its resolution" is. */
  citations(text: string, organ?: string | null): CitationMatch[]
  /** The numbers of a text, left to right: in figures of any script, and in words. */
  numbers(text: string): NumberMatch[]
  /** Words as numbers: "Tenth" → 10, "seventy-seventh" → 77; null if they are none. */
  ordinal(words: string): number | null
  /** "16 October 2020" → "2020-10-16"; null if not one day. */
  isoDate(text: string): string | null
  /** "9 September–11 October 2024" → both days, ISO 8601; null if it is no range or day. */
  dateRange(text: string): { from: string | null; to: string | null } | null
  /** Names of languages in this language → ISO 639-1 codes: "English/French" → ["en", "fr"]. */
  languageCodes(text: string): string[]
  /** "13 and 117" → ["13", "117"]; "72 (b)" → ["72 (b)"]. */
  listItems(text: string): string[]
  /** "revised draft resolution" → `revisedDraftResolution`. */
  proposalKind(words: string): ProposalKind
  /** The words beside those that say what kind of proposal it is, folded. */
  withoutProposalKind(words: string): string
  /** The names of a sponsor list with their offsets (marks excluded from the name, included in none). */
  sponsors(text: string): { name: string; start: number; end: number; marks: string }[]
  /** Whom a phrase that ends at `at` asks to do something; null where it asks no one. */
  addressee(text: string, at: number, phrase: { verb: string | null; force: number | null }): string | null
  /** The force that a verb has towards those on whom the organ has no authority; null for none, or an unknown verb. */
  force(verb: string | null): number | null
  /** What a verb does, the same in all languages; null for none, or an unknown verb. */
  sense(verb: string | null): VerbSense | null
  /** The noun in what completes a verb ("with great *interest*") that tells what the verb does; null if there is none. */
  object(words: string): Omit<ObjectRecord, 'words'> | null
  /** How strong the words of degree in a phrase make it, 0–5: "Deeply concerned" 3. */
  degree(phrase: string): number
  /** Letters in the orders in which labels count them. */
  letterOrders: readonly (readonly string[])[]
  /** The numeral or capital letter that the label of a section stands for; itself if it is one. */
  sectionLabel(printed: string): string
  /** A label as typed, past what typography made of it: © → (c). */
  label(printed: string): string
  /** Hedges ("as appropriate") in a text. */
  hedges(text: string): Modifier[]
  /** Words of obligation ("shall") in a text. */
  obligations(text: string): Modifier[]
  /** A word parts the items of lists: "and", "or", "to". */
  isSeparator(word: string): boolean
  /** A word without what its place in the sentence does to it, for comparing. */
  stem(word: string): string
  /** A word is one of the language's commonest. */
  isFrequent(word: string): boolean
}

export interface CitationMatch {
  start: number
  end: number
  kind: 'resolution' | 'decision' | 'document' | 'article' | 'paragraph' | 'treaty'
  target: string
  url: string | null
  /** ISO 8601 day of the resolution or decision, where the text gives it. */
  date?: string
}

export interface NumberMatch {
  start: number
  end: number
  /** In normal form (`3067900`, `1.5`, `72/178`); "1.5 million" is both `1500000` and `1.5`. */
  values: string[]
  /** What it may be as well beside what is near it: "3 p.m." is `15`, "58-3" is `58.3`. */
  also: string[]
  /** In words. */
  spelled: boolean
  /** In figures with a word that multiplies them. */
  multiplied?: boolean
}
