/** A paragraph that is in its place is not said to have moved because a copy of it is elsewhere. */
import { type Candidate, flipped } from './candidates.js'
import type { Item } from './features.js'
import { flip, type Link } from './link.js'
import { compatible } from './match.js'
import { required } from './required.js'

/** What is in a paragraph's place must be nearly that paragraph. */
const staySimilarity = 0.75

/**
 * Let a link that moved go, where between the neighbours of the one side is what is nearly the same and
 * is nobody's: that was edited in its place, and the other is new, a copy of it.
 *
 *     5. Urges A;  6. Welcomes B;  →  5. Urges A at once;  6. Welcomes B;  7. Urges A;
 *     ^ is the new 5, edited; without this it was the new 7, moved
 *
 * Given links in old order of which the moved are marked. Ensures the same the other way round.
 */
export function stayInPlace(
  links: readonly Link[],
  oldItems: readonly Item[],
  newItems: readonly Item[],
  pairs: readonly Candidate[],
): Link[] {
  const old = stay(links, oldItems, newItems, pairs)
  return stay(old.map(flip), newItems, oldItems, flipped(pairs))
    .map(flip)
    .sort((a, b) => required(a.old, 0) - required(b.old, 0))
}

function stay(
  links: readonly Link[],
  ones: readonly Item[],
  others: readonly Item[],
  pairs: readonly Candidate[],
): Link[] {
  const taken = new Set(links.flatMap((link) => link.new))
  const inOrder = links.filter(({ moved }) => !moved)
  return links.map((link) => {
    if (!link.moved || link.old.length > 1 || link.new.length > 1) return link
    const one = required(link.old, 0)
    if (required(ones, one).unit.key !== required(others, required(link.new, 0)).unit.key) return link
    const before = inOrder.filter(({ old }) => required(old, 0) < one)
    const after = inOrder.filter(({ old }) => required(old, 0) > one)
    const from = Math.max(-1, ...before.flatMap((other) => other.new))
    const to = Math.min(others.length, ...after.flatMap((other) => other.new))
    const best = pairs
      .filter(
        (pair) =>
          pair.old === one &&
          pair.new > from &&
          pair.new < to &&
          !taken.has(pair.new) &&
          pair.similarity >= staySimilarity &&
          required(ones, one).unit.role === required(others, pair.new).unit.role &&
          compatible(required(ones, one), required(others, pair.new)),
      )
      .sort((a, b) => b.similarity - a.similarity || a.new - b.new)[0]
    if (!best) return link
    taken.add(best.new)
    taken.delete(required(link.new, 0))
    const stays = { ...link, new: [best.new], similarity: best.similarity, moved: false }
    inOrder.push(stays)
    return stays
  })
}
