/** As many links as can be in one order on both sides: what is left over has moved. */
import type { Link } from './link.js'
import { required } from './required.js'

interface Best {
  count: number
  words: number
  last: number
}

/**
 * Find the links that kept their order.
 *
 * Counts links first and words second: weighing by words would let one long
 * paragraph that moved push all that it passed out of order. `counts` says how much
 * a link counts, 1 if absent.
 *
 * Given links in old order. Ensures their first new members ascend in the result.
 */
export function longestInOrder(links: readonly Link[], counts: (link: Link) => number = () => 1): Set<Link> {
  const places = [...links].sort((a, b) => required(a.new, 0) - required(b.new, 0))
  const rank = new Map(places.map((link, at) => [link, at]))
  // A Fenwick tree of the best chain that ends at or before a new place.
  const tree: (Best | undefined)[] = new Array(links.length + 1)
  const previous = new Int32Array(links.length).fill(-1)
  let top: Best = { count: 0, words: 0, last: -1 }
  links.forEach((link, index) => {
    const place = rank.get(link) ?? 0
    let before: Best = { count: 0, words: 0, last: -1 }
    for (let at = place; at > 0; at -= at & -at) before = better(tree[at], before)
    previous[index] = before.last
    const here = { count: before.count + counts(link), words: before.words + link.words, last: index }
    for (let at = place + 1; at <= links.length; at += at & -at) tree[at] = better(tree[at], here)
    top = better(here, top)
  })
  const kept = new Set<Link>()
  for (let at = top.last; at >= 0; at = required(previous, at)) kept.add(required(links, at))
  return kept
}

function better(a: Best | undefined, b: Best): Best {
  if (!a) return b
  return a.count > b.count || (a.count === b.count && a.words > b.words) ? a : b
}
