/** Pieces of a paragraph that are apart: the one that kept the paragraph's place is its partner. */
import { type Candidate, flipped } from './candidates.js'
import type { Item, Lexicon } from './features.js'
import type { Matching } from './match.js'
import { required } from './required.js'
import { arePieces } from './splits-and-merges.js'

/**
 * Give a paragraph that was cut in two, or made of two, the piece that is in its order.
 *
 * The larger piece is the better partner by its words; where that one went elsewhere,
 * paragraphs that nobody touched would be told as moved. The other piece is linked by
 * its words afterwards, as a clause that left.
 *
 * @example
 * 1. Urges A, and requests B;  2. Welcomes C;  →  1. Urges A;  2. Welcomes C;  3. Requests B;
 * ^ is paired with the new 1, although B is longer
 */
export function keepPlace(
  oldItems: readonly Item[],
  newItems: readonly Item[],
  pairs: readonly Candidate[],
  { ofOld, ofNew }: Matching,
  lexicon: Lexicon,
): void {
  settle(oldItems, newItems, pairs, ofOld, ofNew, lexicon)
  settle(newItems, oldItems, flipped(pairs), ofNew, ofOld, lexicon)
}

function settle(
  ones: readonly Item[],
  others: readonly Item[],
  pairs: readonly Candidate[],
  ofOne: Int32Array,
  ofOther: Int32Array,
  lexicon: Lexicon,
): void {
  for (const { old: index, new: at } of pairs) {
    const partner = required(ofOne, index)
    if (partner < 0 || partner === at || required(ofOther, at) >= 0) continue
    const [one, whole, piece] = [required(ones, index), required(others, partner), required(others, at)]
    if (one.unit.key === whole.unit.key || !arePieces(one, [whole, piece], lexicon)) continue
    if (crossings(ofOne, index, at) >= crossings(ofOne, index, partner)) continue
    ofOne[index] = at
    ofOther[at] = index
    ofOther[partner] = -1
  }
}

/** How many other pairs a pair would cross. */
function crossings(ofOne: Int32Array, index: number, at: number): number {
  let count = 0
  ofOne.forEach((other, one) => {
    if (other >= 0 && one !== index && one < index !== other < at) count++
  })
  return count
}
