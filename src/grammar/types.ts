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
  /** Takes "its request", "its deep concern" into its opening. */
  carrier?: boolean
  /** Takes a bare noun too: Expressing concern. */
  bare?: boolean
  /** An adjective or past participle: Deeply concerned. */
  predicate?: boolean
  /** A verb of state before a predicate: Remains deeply concerned. */
  state?: boolean
  /** A verb before an infinitive: Continues to encourage. */
  infinitive?: boolean
  source: string
  why?: string
  examples: string[]
  counterexamples: string[]
}

/** A word or phrase that modifies a verb: enumerator, intensifier, complement, hedge. */
export interface ModifierRecord {
  id: string
  forms: string[]
  /** An adjective as well: "further progress" is no enumerator. */
  adjective?: boolean
  examples: string[]
  counterexamples: string[]
}

/** Words that the opening phrases of a language are made of, besides its verbs. */
export interface PhraseWords {
  /** Adjectives of degree before a feeling or a noun: deep, grave. */
  degrees: string[]
  /** What follows "with": appreciation, concern. */
  feelings: string[]
  /** What a carrier verb carries: its request, deep concern. */
  nouns: string[]
  /** Verbs, by id, whose force a carried noun has: request → request. */
  nounVerbs: Record<string, string>
  /** Nouns that take one of the particles with them: its call upon. */
  calls: string[]
  particles: string[]
  /** Words before a carried noun: its, the. */
  carrierPlain: string[]
  /** in the strongest terms */
  manners: string[]
  /** Adjectives after "it": Believing it necessary. */
  adjectives: string[]
  /** Adverbials without a comma that belong to the opening of the verbs in `placed`. */
  places: string[]
  placed: string[]
  /** Coordinators between two opening verbs. */
  and: string[]
  /** Words that italics may include by mistake at their end. */
  trailing: string[]
  /** Words before which "further" is an enumerator and no adjective. */
  afterFurther: string[]
  /** Words that follow a finite verb and not the noun that is spelt alike. */
  verbCues: string[]
  /** Finite forms that are nouns as well. */
  ambiguous: string[]
  /** Participles that are as often gerunds. */
  gerunds: string[]
  later: { joints: string[]; asides: string[] }
  /** Subjects of a declaration's paragraphs: We. */
  declarers: string[]
}

export interface OpenerForm {
  pattern: string
  why: string
  examples: string[]
  counterexamples: string[]
}

export interface CommonFile {
  labelAliases: Record<string, string>
  symbolBase: string
  patterns: PatternRecord[]
}

export interface GrammarFile {
  language: string
  name: string
  frequent: string[]
  months: string[]
  ordinals: Record<string, number>
  tens: Record<string, number>
  hundreds: Record<string, number>
  languages: Record<string, string>
  listSeparators: string[]
  compoundNames: string[]
  proposalKinds: { kind: ProposalKind; pattern: string }[]
  organSeries: { name: string; series: string }[]
  patterns: PatternRecord[]
  enumerators: ModifierRecord[]
  intensifiers: ModifierRecord[]
  hedges: ModifierRecord[]
  obligations: ModifierRecord[]
  phrase: PhraseWords
  openerForms: Record<PhraseRole, OpenerForm>
  verbs: VerbRecord[]
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
  /** A label as typed, past what typography made of it: © → (c). */
  label(printed: string): string
  /** Hedges ("as appropriate") in a text. */
  hedges(text: string): { start: number; end: number; text: string }[]
  /** Words of obligation ("shall") in a text. */
  obligations(text: string): { start: number; end: number; text: string }[]
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
