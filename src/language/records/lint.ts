/** Drafting rules of a language: `lint.json`. */
import type { PhraseRole } from '../../model/tree/types.js'

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
  /** What names of States begin with and are not put in order by. */
  namesArticle?: string
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
