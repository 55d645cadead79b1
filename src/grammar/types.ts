/**
 * What a grammar file holds (data), and what compiling one gives (matchers).
 * `grammars/README.md` explains each key to those who add a language.
 */
import type { PhraseRole, ProposalKind } from '../tree/types.js'

// ---------------------------------------------------------------- data

/** A pattern and its proof: it matches every example, whole, and no counterexample. */
export interface PatternRecord {
  id: string
  /** A linear regular expression; `{name}` stands for another pattern or list of the file. */
  pattern: string
  /** Regular-expression flags besides `u` and `y`; usually none. */
  flags?: string
  why?: string
  source?: string
  examples: string[]
  counterexamples: string[]
}

export interface VerbRecord {
  /** Shared by all languages: `urge`, `take-note`. */
  id: string
  forms: {
    /** Participle, adjective or phrase that opens a preambular paragraph: `Urging`. */
    preambular: string[]
    /** Finite verb that opens an operative paragraph: `Urges`. */
    operative: string[]
    /** Plural or base form of declarations ("We urge"): `urge`. */
    base?: string[]
  }
  /** constitutive, directive, declaratory, emphasis, approval, disapproval, carrier, commissive, … */
  effect: string
  /** Directive force towards the addressee, 0–6; null where it comes from the object. */
  force: number | null
  /** Evaluation the verb expresses: approval, concern, disapproval, commitment, emphasis, neutral. */
  stance: string | null
  source: string
  why?: string
  examples: string[]
  counterexamples: string[]
}

/** A word or phrase that modifies a verb: enumerator, intensifier, complement, hedge. */
export interface ModifierRecord {
  id: string
  forms: string[]
  examples: string[]
  counterexamples: string[]
}

// ---------------------------------------------------------------- matchers

export interface PhraseMatch {
  /** Offsets in the text given, end exclusive. */
  start: number
  end: number
  role: PhraseRole
  verb: string | null
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
  /**
   * Match a named pattern of the file at `at` (0 if absent), anchored there.
   * Unknown ids throw: they are a mistake of the program, not of the document.
   */
  match(id: string, text: string, at?: number): RegExpMatchArray | null
  /** The first of several patterns that matches at `at`. */
  matchAny(ids: readonly string[], text: string, at?: number): { id: string; match: RegExpMatchArray } | null
  /** All matches of a pattern anywhere in the text, left to right, not overlapping. */
  findAll(id: string, text: string): RegExpMatchArray[]
  /**
   * The leading phrase of a paragraph, as a UN editor would set it in italics:
   * without the "of" or "that" that follows. `emphasis` is the end of the run of
   * italics at the start of the paragraph, if the source shows one.
   * Null if the paragraph does not open as one of that part does.
   */
  lead(text: string, role: PhraseRole | 'any', emphasis?: number): PhraseMatch | null
  /** Later verbs in a paragraph: ", and urges", "further requests", "and stressing that". */
  later(text: string, from: number, role: PhraseRole): PhraseMatch[]
  /** Citations, left to right, not overlapping, with normalised targets. */
  citations(text: string): CitationMatch[]
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
  /** The names of a sponsor list with their offsets (marks excluded from the name, included in none). */
  sponsors(text: string): { name: string; start: number; end: number; marks: string }[]
  /** 0–1: how much of the text's frequent words are this language's. */
  evidence(words: readonly string[]): number
}

export interface CitationMatch {
  start: number
  end: number
  kind: 'resolution' | 'decision' | 'document' | 'article' | 'paragraph' | 'treaty'
  target: string
  url: string | null
}
