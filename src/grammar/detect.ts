import type { Grammar } from './types.js'

/** So many words from the start of a document tell its language. */
const wordsRead = 600
/** A text shares at least this much of its words with its language's commonest ones. */
const leastEvidence = 0.12

/**
 * Tell which language a text is in.
 *
 * Given the text and the grammars to choose from. Ensures the grammar with the
 * most evidence, and whether that is enough to say so.
 */
export function detectLanguage(
  text: string,
  grammars: readonly Grammar[],
): { grammar: Grammar; sure: boolean } {
  const words: string[] = []
  for (const match of text.matchAll(/\p{L}+/gu)) {
    words.push(match[0].toLowerCase())
    if (words.length >= wordsRead) break
  }
  const [first] = grammars
  if (!first) throw new Error('No grammar to choose from')
  let best = { grammar: first, evidence: -1 }
  for (const grammar of grammars) {
    const evidence = grammar.evidence(words)
    if (evidence > best.evidence) best = { grammar, evidence }
  }
  return { grammar: best.grammar, sure: best.evidence >= leastEvidence }
}
