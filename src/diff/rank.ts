/** Paragraphs that became sub-paragraphs, and the other way. */
import type { Item } from './features.js'
import { wordKeys } from './tokens.js'

/** Share of the words that a sub-paragraph has in common with the paragraph that it was or became. */
const leastShare = 0.7

/**
 * Tell whether one item is, nearly to the word, a sub-paragraph of the other.
 *
 * Then it changed its rank: it is neither the same paragraph as the other nor a
 * piece of it, however much of the other's text it holds.
 */
export function changedRank(a: Item, b: Item): boolean {
  return isPart(a, b) || isPart(b, a)
}

function isPart(whole: Item, part: Item): boolean {
  if (whole.unit.parts.length === 0 || part.unit.parts.length > 0) return false
  const words = wordKeys(part.unit.text)
  return whole.unit.parts.some(({ text }) => {
    const held = new Set(wordKeys(text))
    const common = words.filter((word) => held.has(word)).length
    return common >= leastShare * Math.max(words.length, held.size)
  })
}
