/**
 * Align two lists of paragraphs: content first, order second.
 *
 * Pairing in document order fails on boilerplate, and anchoring on equal
 * paragraphs lets one that moved unedited turn its edited neighbours into moves.
 */
import { candidates } from './candidates.js'
import { alone, type Item, itemize, type Lexicon } from './features.js'
import { fillGap } from './gaps.js'
import { flip, type Link } from './link.js'
import { longestInOrder } from './longest-in-order.js'
import { type Matching, match } from './match.js'
import { keepPlace } from './pieces.js'
import { required } from './required.js'
import { findSplitsAndMerges } from './splits-and-merges.js'
import { stayInPlace } from './stay.js'
import type { Unit } from './units.js'

/** A pair out of order must be this alike, and this long, to be called a move. */
const moveSimilarity = 0.55
const moveWords = 4
/** The same words, which no other paragraph of either text has: as many as are no matter of chance. */
const onlyMoveWords = 3
/** In one list of sub-paragraphs a word is enough: "(b) Drills;". */
const onlyPartWords = 1
/** Short texts that are not equal are alike by chance: "takes note of the report of the …". */
const editedMoveWords = 8
/**
 * Less will do where the two share words, or pairs of words, that are nowhere else. Of 332 edited moves
 * in generated revisions (odd seeds to 159, medium and heavy) similarity alone names 323, with 5 that are
 * none; this adds 5 and none that is none.
 */
const rareMoveWords = 6
/** And less again behind the same verb, whatever its degree: "Deeply concerned at the loss of lamps". */
const sameVerbWords = 3
const rareFeatures = 2

/** How much a paragraph that went to another part counts beside one that stayed, in keeping the order. */
const transferCount = 0.5

/**
 * Find what became of each unit.
 *
 * Ensures links in old order, each unit in one link at most; a unit in none was
 * inserted or deleted. The links out of order are marked moved. Swapping the
 * sides gives the same links flipped: the comparison is always made in one of
 * the two directions, whichever text sorts first.
 */
export function align(oldUnits: readonly Unit[], newUnits: readonly Unit[]): Link[] {
  const { oldItems, newItems, lexicon } = itemize(oldUnits, newUnits)
  return alignItems(oldItems, newItems, lexicon)
}

/** Align items that were weighed together with others: what is common in the whole text is common in a part of it. */
export function alignItems(oldItems: readonly Item[], newItems: readonly Item[], lexicon: Lexicon): Link[] {
  const swap = fingerprint(oldItems) > fingerprint(newItems)
  const links = swap ? inOrder(newItems, oldItems, lexicon).map(flip) : inOrder(oldItems, newItems, lexicon)
  return links.sort((a, b) => required(a.old, 0) - required(b.old, 0))
}

function fingerprint(items: readonly Item[]): string {
  return items.map(({ unit }) => unit.key).join('\f')
}

function inOrder(oldItems: readonly Item[], newItems: readonly Item[], lexicon: Lexicon): Link[] {
  const pairs = candidates(oldItems, newItems, lexicon)
  const matching = match(oldItems, newItems, pairs)
  const groups = findSplitsAndMerges(oldItems, newItems, pairs, matching, lexicon)
  keepPlace(oldItems, newItems, pairs, matching, lexicon)
  const known = new Map(pairs.map((pair) => [`${pair.old} ${pair.new}`, pair.similarity]))
  const links = [...groups, ...matched(matching, oldItems, known)].sort(
    (a, b) => required(a.old, 0) - required(b.old, 0),
  )
  const settled = stayInPlace(settle(links, oldItems, newItems, lexicon), oldItems, newItems, pairs)
  return fill(settled, oldItems, newItems, lexicon)
}

function matched({ ofOld }: Matching, oldItems: readonly Item[], known: ReadonlyMap<string, number>): Link[] {
  return [...ofOld].flatMap((to, from) => {
    if (to < 0) return []
    const similarity = known.get(`${from} ${to}`) ?? 0
    return [{ old: [from], new: [to], similarity, words: required(oldItems, from).words, moved: false }]
  })
}

/**
 * Mark what moved, and release what is out of order without being clearly a move.
 *
 * A text too short to be a move by itself (a heading) moves in the company of its neighbours.
 */
function settle(
  links: readonly Link[],
  oldItems: readonly Item[],
  newItems: readonly Item[],
  lexicon: Lexicon,
): Link[] {
  // A paragraph that went to the other part passed those that stayed in theirs.
  const stays = ({ old, new: now }: Link) =>
    required(oldItems, required(old, 0)).unit.role === required(newItems, required(now, 0)).unit.role
  const kept = longestInOrder(links, (link) => (stays(link) ? 1 : transferCount))
  const equal = ({ old, new: now }: Link) =>
    required(oldItems, required(old, 0)).unit.key === required(newItems, required(now, 0)).unit.key
  const [oldCount, newCount] = [countKeys(oldItems), countKeys(newItems)]
  const isOnly = ({ old }: Link) => {
    const { key } = required(oldItems, required(old, 0)).unit
    return oldCount.get(key) === 1 && newCount.get(key) === 1
  }
  const isPart = ({ old, new: now }: Link) =>
    [required(oldItems, required(old, 0)), required(newItems, required(now, 0))].every(
      ({ unit }) => unit.role === 'subparagraph',
    )
  const hasSameVerb = ({ old, new: now }: Link) => {
    const { verb } = required(oldItems, required(old, 0)).unit.row
    return verb !== null && verb !== undefined && required(newItems, required(now, 0)).unit.row.verb === verb
  }
  const rare = ({ old, new: now }: Link) =>
    alone(
      required(oldItems, required(old, 0)).features,
      required(newItems, required(now, 0)).features,
      lexicon,
    ) >= rareFeatures
  const clear = (link: Link) => {
    if (equal(link) && isOnly(link)) return link.words >= (isPart(link) ? onlyPartWords : onlyMoveWords)
    if (equal(link)) return link.words >= moveWords
    if (link.similarity >= moveSimilarity && link.words >= editedMoveWords) return true
    const fewest = link.similarity >= moveSimilarity && hasSameVerb(link) ? sameVerbWords : rareMoveWords
    return link.words >= fewest && rare(link)
  }
  const moved = new Set(links.filter((link) => !kept.has(link) && clear(link)))
  const join = (link: Link, index: number, order: readonly Link[]) => {
    const before = order[index - 1]
    if (before && moved.has(before) && !kept.has(link) && equal(link) && follows(before, link))
      moved.add(link)
  }
  links.forEach(join)
  ;[...links].reverse().forEach(join)
  return links.flatMap((link) => {
    if (kept.has(link)) return [link]
    return moved.has(link) ? [{ ...link, moved: true }] : []
  })
}

/** How many paragraphs have the same words. */
function countKeys(items: readonly Item[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const { unit } of items) counts.set(unit.key, (counts.get(unit.key) ?? 0) + 1)
  return counts
}

/** Two links that are neighbours on both sides. */
function follows(a: Link, b: Link): boolean {
  const gap = (side: 'old' | 'new') => required(b[side], 0) - required(a[side], 0)
  return Math.abs(gap('old')) === 1 && gap('old') === gap('new')
}

/** Pair what is free between the links that kept their order. */
function fill(
  links: readonly Link[],
  oldItems: readonly Item[],
  newItems: readonly Item[],
  lexicon: Lexicon,
): Link[] {
  const taken = {
    old: new Set(links.flatMap((link) => link.old)),
    new: new Set(links.flatMap((link) => link.new)),
  }
  const free = (side: 'old' | 'new', from: number, to: number) =>
    Array.from({ length: Math.max(0, to - from) }, (_, index) => from + index).filter(
      (at) => !taken[side].has(at),
    )
  const bounds = links.filter((link) => !link.moved)
  const result = [...links]
  let [oldFrom, newFrom] = [0, 0]
  const end = { old: [oldItems.length], new: [newItems.length] }
  for (const bound of [...bounds, end]) {
    const oldFree = free('old', oldFrom, required(bound.old, 0))
    const newFree = free('new', newFrom, required(bound.new, 0))
    for (const pair of fillGap(oldFree, newFree, oldItems, newItems, lexicon)) {
      const words = required(oldItems, pair.old).words
      result.push({ old: [pair.old], new: [pair.new], similarity: pair.similarity, words, moved: false })
    }
    oldFrom = required(bound.old, bound.old.length - 1) + 1
    newFrom = required(bound.new, bound.new.length - 1) + 1
  }
  return result
}
