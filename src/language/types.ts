/**
 * What a grammar file holds (data), and what compiling one gives (matchers).
 * `grammars/README.md` explains each key to those who add a language.
 */
import type { Act, ParagraphState } from '../model/negotiation.js'
import type { PhraseRole, ProposalKind } from '../model/tree/types.js'

// ---------------------------------------------------------------- data

/**
 * A pattern and its proof: it matches every example, whole, and no counterexample, whole.
 * What is behind `|` in an example is the text that follows the match.
 */
export interface PatternRecord {
  id: string
  /** A linear regular expression; `{name}` stands for another pattern or list of the file. */
  pattern: string
  why?: string
  source?: string
  examples: string[]
  counterexamples: string[]
}

/** What a verb does, the same in all languages: `grammars/verbs.json`. */
export interface VerbSense {
  /** What saying it does: constitutive, directive, declaratory, emphasis, evaluation, carrier, commissive, … */
  effect: string
  /** Directive force towards the addressee, 0–6; null where it comes from the object. */
  force: number | null
  /** Its force towards what is under the organ's own authority (pattern `ownOffice`), if another. */
  forceToOwn?: number
  /** A directive that names what is wanted and not who is to do it (calls for). */
  impersonal?: boolean
  /** Evaluation the verb expresses: approval, concern, disapproval, commitment, emphasis, neutral, … */
  stance: string | null
  source: string
}

export interface VerbForms {
  /** Participle, adjective or phrase that opens a preambular paragraph: `Urging`. */
  preambular: string[]
  /** Finite verb that opens an operative paragraph: `Urges`. */
  operative: string[]
  /** Plural or base form of declarations ("We urge"): `urge`. */
  base: string[]
}

export interface VerbRecord extends VerbSense {
  /** Shared by all languages: `urge`, `take-note`. */
  id: string
  forms: VerbForms
  /** An adjective or past participle, which a verb of state may introduce: Remains deeply *concerned*. */
  predicate?: boolean
  /** Words of which one must follow, or a comma: without them the form is no opening (Committed *to*). */
  before?: string[]
  /** Words of which none may follow, lest the form be a noun (Demande *de* subvention); one that ends with an apostrophe is elided. */
  unless?: string[]
  /** Operative forms that are nouns as well (requests): inside a paragraph they need a cue. */
  noun?: boolean
  /** Preambular forms that are as often gerunds (supporting): inside a paragraph they need a clause. */
  gerund?: boolean
  /** An everyday verb, whose subject is as often another than the organ (supports): after "and" it is no phrase. */
  common?: boolean
  /** Ids of other verbs that the form may render: *Considérant* is recognize, and may be consider. */
  alternatives?: string[]
  why?: string
  /** Texts that open with the verb, where a form alone does not show it, and texts that do not. */
  examples?: string[]
  counterexamples?: string[]
}

/** A word or phrase that modifies a verb or an obligation: enumerator, intensifier, hedge. */
export interface ModifierRecord {
  id: string
  forms: string[]
  /** What must follow it behind the verb: "further that", but not "further progress". */
  before?: string
  /** Tried where a form is: the form is another word there (May, the month; the need to). It may look behind. */
  except?: string
  /** It may be behind the verb as well, as enumerators may: *Encourage vivement*. */
  follows?: boolean
  /** Words that are the modifier, other than its forms, and words that are not. */
  examples?: string[]
  counterexamples?: string[]
}

/** A hedge or word of obligation in a text: forms of one id mean the same (doit, doivent). */
export interface Modifier {
  id: string
  /** Offsets in the text, end exclusive. */
  start: number
  end: number
  text: string
}

/** What may complete a verb inside the opening words: "with concern", "its request". */
export interface ComplementRecord {
  id: string
  /** Begins with what parts it from the verb. Groups: `object` (a key of `objects`), `verb` (a form). */
  pattern: string
  /** Ids of the verbs that take it; all if absent. */
  verbs?: string[]
  /** The part of the text in which it belongs to the opening; both if absent. */
  role?: PhraseRole
  /** Only behind another complement. */
  second?: boolean
  /** It is before the verb, and its pattern ends with what parts it from the verb. */
  leading?: boolean
  why?: string
  /** Opening words that it completes, whole; and texts that do not open with all these words. */
  examples: string[]
  counterexamples: string[]
}

/** What nouns say of the verb that carries them: "its *request*", "with *concern*". */
export interface ObjectRecord {
  /** The verb whose force they have. */
  verb?: string
  stance?: string
  /** Their place on the scales, if it is not that of all nouns of their stance: a verb, or a word that scales use. */
  says?: string
  words: string[]
}

export interface OpenerRules {
  objects: ObjectRecord[]
  complements: ComplementRecord[]
  /** Coordinators between two opening verbs: "Welcomes *and* encourages". */
  coordinator: string
  /** Subjects of a declaration's paragraphs: "We". */
  declarer: string
  /** Words that italics may hold at their end by mistake, and particles that they may leave out. */
  trailing: string[]
  /** What opens a part of the text in words that no list holds. */
  forms: Record<PhraseRole, PatternRecord>
}

export interface LaterRules {
  /** What parts a later verb from what is before it. Groups: `strong` (", and"), `comma`; a bare "and" is neither. */
  joint: string
  /** Adverbials between the joint and the verb: "in this regard". */
  aside: string
  /** Begins a clause whose verbs are not the organ's. */
  relative: string
  /** Begins a list of things or acts: what is spelt as a noun or a gerund in it is not the organ's verb. */
  list?: string
  /** A joint behind which a verb of the operative part is in the form of the preamble: "while noting". */
  accompanying?: string
  /** What follows a verb of either part; `noun`: what follows it and not the noun that is spelt alike. */
  cue: Record<PhraseRole | 'noun', string>
  examples: Record<PhraseRole, string[]>
  counterexamples: Record<PhraseRole, string[]>
}

/** A body's symbols; `{number}`, `{session}`, `{order}` stand for the parts of a resolution's number. */
export interface SeriesRecord {
  series: string
  /** What its body is called for short: GA, ECOSOC. */
  body: string
  /** How names of Akoma Ntoso call it. */
  akn?: string
  resolution: string
  decision: string | null
  /** Numbers that its decisions have: another number is no decision of its unless it is named. */
  decisionNumbers?: string
}

/** A shape of resolution numbers and whose it is. */
export interface NumberShape {
  id: string
  pattern: string
  /** Whose such a number is where no other body is named. */
  series: string | null
  /** Other bodies that number so. */
  others: string[]
  /** Too little to find the document by. */
  unlinked?: boolean
  examples: string[]
  counterexamples: string[]
}

export interface CommonFile {
  labelAliases: Record<string, string>
  /** Letters in the order in which labels count them. */
  letterOrders: string[]
  /** Words behind the number of a paragraph that was put between two others, in their order: bis, ter. */
  numberSuffixes: string[]
  /** Where a symbol, and a volume of the Treaty Series, can be read. */
  addresses: { symbol: string; treaty: string }
  /** How a place in the Treaty Series is written as a target. */
  treatyTarget: string
  /** Words of the normal form of references, for several places. */
  placePlurals: Record<string, string>
  series: SeriesRecord[]
  numberShapes: NumberShape[]
  patterns: PatternRecord[]
}

/** What tells a language from others before its grammar is read. */
export interface LanguageRecord {
  /** Its script, as Unicode names scripts. */
  script: string
  /** Some forty of its commonest words, in small letters; characters where words are not parted by spaces. */
  frequent: string[]
}

/** How words of a language change with their place: for comparing only, so a stem need be no true root. */
export interface InflectionRecord {
  /** Letters that stay at least. */
  stem: number
  /** What is written together with the word that follows it. */
  prefixes?: string[]
  /** What is at the end of a word in one place and not in another. */
  endings: string[]
}

export interface GrammarFile extends LanguageRecord {
  language: string
  name: string
  /** The language parts words by spaces. */
  spaced: boolean
  /** Ids of English that the language has no words of its own for, and why: a test holds the rest to be there. */
  absent?: Partial<Record<'verbs' | 'patterns' | 'enumerators', Record<string, string>>>
  /** Where lines run from right to left. */
  direction?: 'rtl'
  /** A comma parts the whole of a figure from its decimals. */
  decimalComma?: true
  /** Letters are written with and without their marks, figures in digits of another script too: both are folded to be matched. */
  folded?: boolean
  /** What a word's place in the sentence does to it; absent where that is little. */
  inflection?: InflectionRecord
  /** Twelve names, in order; a month that is printed in several ways, or in another language too, has a list. */
  months: (string | string[])[]
  ordinals: Record<string, number>
  tens: Record<string, number>
  hundreds: Record<string, number>
  /** Numbers in words that count: "two" → 2. */
  cardinals?: Record<string, number>
  /** Words behind a figure that multiply it → the power of ten: "million" → 6. */
  magnitudes?: Record<string, number>
  /** Words between tens and ones: "cuarenta y cinco" is 45. */
  numberJoint?: string[]
  /** Words beside an hour of a clock of twelve that make it one of the afternoon: "p.m.". */
  afternoon?: string[]
  /** Names of languages → ISO 639-1 codes. */
  languages: Record<string, string>
  /** Letters in the orders in which labels count them, other than a to z. */
  letterOrders?: string[]
  /** Words that label sections → the numeral (I) or capital letter that they stand for. */
  sectionLabels?: Record<string, string>
  /** Words that stand for a letter in the number of a resolution → the letter. */
  numberLetters?: Record<string, string>
  /** What is before the session in the number of a resolution → its sign: S-, ES-, or none. */
  sessionSigns?: Record<string, string>
  listSeparators: string[]
  compoundNames: string[]
  proposalKinds: { kind: ProposalKind; pattern: string }[]
  /** Names of bodies, the longest first, and the series that they may mean. */
  bodies: { name: string; series: string[] }[]
  /** How strong a word of degree makes a phrase: "serious" 2, "deep" 3, "grave" 4; one that is not listed 1. */
  degrees: Record<string, number>
  /** Words of references → the words of their normal form: *paragraphes* → paragraphs, *ci-dessus* → above. */
  places?: Record<string, string>
  lists: Record<string, string[]>
  patterns: PatternRecord[]
  /** Patterns with all that they name put in: the build adds them. */
  expanded?: Record<string, string>
  openers: OpenerRules
  later: LaterRules
  enumerators: ModifierRecord[]
  intensifiers: ModifierRecord[]
  hedges: ModifierRecord[]
  obligations: ModifierRecord[]
  verbs: VerbRecord[]
  /** Drafting rules that hold for the language alone. */
  lint?: LintRecords
  /** How amending documents say what is to be changed. */
  amendments?: AmendmentRecords
  /** How negotiating texts say who wants what. */
  negotiation?: NegotiationRecords
}

// ---------------------------------------------------------------- drafting rules

/** A drafting rule that looks for words. */
export interface LintWordRecord {
  id: string
  /** The rule's id, where several records are one rule. */
  rule?: string
  severity: 'info' | 'warning' | 'error'
  /** The rule in one plain sentence. */
  says: string
  why: string
  source: string
  /** What breaks the rule; `{monthName}` stands for the months. Groups may be named in the fix. */
  pattern: string
  /** The words instead: `{group}`, or `{group:ordinal}` for a figure in words; absent where people must decide. */
  fix?: string
  /** Also inside quotation marks, where the words are another text's. */
  quoted?: true
  /** Only where its group `number` was not named before. */
  first?: true
  /** Severities of other profiles than the General Assembly's. */
  profiles?: Record<string, 'off' | 'info' | 'warning' | 'error'>
  /** What breaks the rule, and the same mended; null where there is no fix. */
  examples: [bad: string, good: string | null][]
  counterexamples: string[]
}

/**
 * What ends each kind of paragraph: the mark to write, then others that are as good. The
 * comma of the formula is there where a preamble follows.
 */
export interface LintMarks {
  source: string
  formula: string[]
  preambular: string[]
  operative: string[]
  last: string[]
  item: string[]
  lead: string[]
}

export interface LintRecords {
  marks: LintMarks
  /** Labels of sub-paragraphs: (a) or a). */
  labels: 'bracketed' | 'closed'
  /** Sub-paragraphs begin with a capital letter. */
  capitals: boolean
  /** Where the mark of a note is, beside the punctuation; absent where texts have both. */
  noteMarks?: 'before' | 'behind'
  /** The mark of the plain text that ends a note. */
  noteEnd: string
  /** Where the word that counts repetitions is, beside the verb of each part. */
  enumerators?: Record<PhraseRole, 'before' | 'behind'>
  /** What follows whom a verb asks to do something: two paragraphs that ask the same count on. */
  addresseeEnd?: string
  /** Words that join the last item of a list to the one before. */
  joints?: { and: string[]; or: string[] }
  /** What a verb's base form takes in the past tense. */
  past?: string[]
  /** The opening and the closing quotation mark. */
  quotes: [open: string, close: string]
  /** Two forms that are both right, but not beside each other in one document. */
  consistent?: { id: string; says: string; why: string; source: string; forms: [string, string] }[]
  words: LintWordRecord[]
}

// ---------------------------------------------------------------- amending documents

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

// ---------------------------------------------------------------- negotiating texts

/** Words behind the names of parties that say what they want. */
export interface ActRecord extends PatternRecord {
  act: Act
}

/** Words in brackets behind a paragraph that say how far it is. */
export interface StateRecord extends PatternRecord {
  state: ParagraphState
}

export interface NegotiationRecords {
  /** Names of groups and delegations, as texts abbreviate them. */
  parties: string[]
  /** Capitalised words that are the name of no party. */
  notParties: string[]
  states: StateRecord[]
  acts: ActRecord[]
  lists: Record<string, string[]>
  patterns: PatternRecord[]
}

// ---------------------------------------------------------------- matchers

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
