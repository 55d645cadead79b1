/** What a drafting rule says of a text: the noun between linting and its reports. */

export type LintSeverity = 'info' | 'warning' | 'error'

/** A change of the source: offsets in UTF-16 units, end exclusive. */
export interface SourceEdit {
  start: number
  end: number
  text: string
}

export interface LintMessage {
  rule: string
  severity: LintSeverity
  /** The paragraph's label, `organ` for the enacting formula, `note` for a note, or empty. */
  at: string
  /** Place in the source, both from 1, where it is text. */
  line: number | null
  column: number | null
  /** The words that break the rule. */
  text: string
  /** What is to be done, in one sentence. */
  message: string
  /** The words instead, where the rule knows them. */
  fix?: { text: string }
  /** The changes of the source that mend it; none where it is no text, or the rule has no fix. */
  edits: SourceEdit[]
}

/** What is known of a text that a draft cites. */
export interface CitedText {
  /** ISO 8601. */
  date: string | null
  /** In the draft's language; null where it is known in another alone. */
  title: string | null
  /** The latest text of the same title, where there is a later one. */
  later: { symbol: string; date: string } | null
}

export interface LintSummary {
  error: number
  warning: number
  info: number
}

export interface LintResult {
  /** Whose rules were applied: GA, SC, HRC, ECOSOC, MUN. */
  profile: string
  /** In the order of the text. */
  messages: LintMessage[]
  summary: LintSummary
}
