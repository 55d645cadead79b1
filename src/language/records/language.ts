/** All that the files of a language hold, as one: `grammars/README.md` explains each key to those who add a language. */
import type { ProposalKind } from '../../model/tree/types.js'
import type { AmendmentRecords } from './amendments.js'
import type { LintRecords } from './lint.js'
import type { NegotiationRecords } from './negotiation.js'
import type { PatternRecord } from './pattern.js'
import type { LaterRules, ModifierRecord, OpenerRules, VerbRecord } from './verbs.js'

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
  /** Words between hundreds and what is below: "one hundred and twenty" is 120. */
  hundredJoint?: string[]
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
