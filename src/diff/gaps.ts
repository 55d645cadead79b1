/** What is left between two links of the longestInOrder, paired in order. */
import { type Item, type Lexicon, similarity } from './features.js'
import { compatible } from './match.js'
import { required } from './required.js'

/** Between fixed neighbours much less must be shared than for a pair anywhere. */
const gapSimilarity = 0.33
/** For the only two left between the same neighbours, less again. */
const loneSimilarity = 0.2
/** Beyond this many comparisons a gap is no gap but another text. */
const mostCells = 40_000

export interface GapPair {
  old: number
  new: number
  similarity: number
}

/**
 * Pair the free items of one gap, keeping their order, for the greatest sum of similarities.
 */
export function fillGap(
  oldFree: readonly number[],
  newFree: readonly number[],
  oldItems: readonly Item[],
  newItems: readonly Item[],
  lexicon: Lexicon,
): GapPair[] {
  const [rows, columns] = [oldFree.length, newFree.length]
  if (rows === 0 || columns === 0 || rows * columns > mostCells) return []
  const least = rows === 1 && columns === 1 ? loneSimilarity : gapSimilarity
  const scores = oldFree.map((i) =>
    Float64Array.from(newFree, (j) => {
      const [before, after] = [required(oldItems, i), required(newItems, j)]
      if (!compatible(before, after) || before.unit.role !== after.unit.role) return 0
      const score = similarity(before, after, lexicon)
      return score >= least ? score : 0
    }),
  )
  // best[i][j]: the greatest sum for what follows i and j, so that reading forward takes the first of equals.
  const best = Array.from({ length: rows + 1 }, () => new Float64Array(columns + 1))
  for (let i = rows - 1; i >= 0; i--) {
    for (let j = columns - 1; j >= 0; j--) {
      const score = required(required(scores, i), j)
      const pair = score > 0 ? score + required(required(best, i + 1), j + 1) : 0
      required(best, i)[j] = Math.max(
        pair,
        required(required(best, i + 1), j),
        required(required(best, i), j + 1),
      )
    }
  }
  const pairs: GapPair[] = []
  for (let i = 0, j = 0; i < rows && j < columns; ) {
    const score = required(required(scores, i), j)
    if (score > 0 && required(best, i)[j] === score + required(required(best, i + 1), j + 1)) {
      pairs.push({ old: required(oldFree, i++), new: required(newFree, j++), similarity: score })
    } else if (required(best, i)[j] === required(required(best, i + 1), j)) i++
    else j++
  }
  return pairs
}
