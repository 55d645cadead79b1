/** What all languages have in common: `grammars/common/`. */
import type { PatternRecord } from './pattern.js'

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
