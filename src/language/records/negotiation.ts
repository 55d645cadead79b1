/** How negotiating texts of a language say who wants what: `negotiation.json`. */
import type { Act, ParagraphState } from '../../model/negotiation.js'
import type { PatternRecord } from './pattern.js'

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
