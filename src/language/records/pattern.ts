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
