/** Likely partners, found through rare features instead of by comparing all with all. */
import { firstFrom } from '../model/ascending.js'
import { type Item, type Lexicon, similarity } from './features.js'
import { required } from './required.js'

export interface Candidate {
  old: number
  new: number
  /** Similarity of content alone. */
  similarity: number
}

/** The same pairs, seen from the other text. */
export function flipped(pairs: readonly Candidate[]): Candidate[] {
  return pairs.map(({ old, new: now, similarity }) => ({ old: now, new: old, similarity }))
}

/** How many of an item's rarest features vote; more did not change a pair in the corpus. */
const voters = 32
/** How many items of the other side a feature votes for: those nearest the same relative place. */
const reach = 96
/** How many partners are weighed for each item. */
const kept = 8

/**
 * Find the pairs worth weighing: equal texts, and those that share rare features, seen from both sides.
 *
 * Ensures at most a fixed number of pairs for each item, in a fixed order.
 */
export function candidates(
  oldItems: readonly Item[],
  newItems: readonly Item[],
  lexicon: Lexicon,
): Candidate[] {
  const pairs = new Map<number, Candidate>()
  const add = (i: number, j: number) => {
    const id = i * newItems.length + j
    if (pairs.has(id)) return
    pairs.set(id, {
      old: i,
      new: j,
      similarity: similarity(required(oldItems, i), required(newItems, j), lexicon),
    })
  }
  for (const [i, j] of likely(oldItems, newItems, lexicon)) add(i, j)
  for (const [j, i] of likely(newItems, oldItems, lexicon)) add(i, j)
  return [...pairs.values()].sort((a, b) => a.old - b.old || a.new - b.new)
}

function* likely(from: readonly Item[], to: readonly Item[], lexicon: Lexicon): Generator<[number, number]> {
  const postings = index(to, lexicon)
  const equal = groupByKey(to)
  const votes = new Float64Array(to.length)
  for (const [i, item] of from.entries()) {
    const place = from.length < 2 ? 0 : (i / (from.length - 1)) * (to.length - 1)
    for (const j of nearest(equal.get(item.unit.key) ?? [], place, kept)) yield [i, j]
    const voted: number[] = []
    for (const id of rarest(item, lexicon)) {
      const weight = required(lexicon.weights, id)
      for (const j of nearest(postings.get(id) ?? [], place, reach)) {
        if (votes[j] === 0) voted.push(j)
        votes[j] = required(votes, j) + weight
      }
    }
    // Alike in whole, or all contained in this one: the second finds the pieces of a split.
    const alike = (j: number) => required(votes, j) / (required(to, j).weight + item.weight)
    const contained = (j: number) => required(votes, j) / Math.max(required(to, j).weight, item.weight / 8)
    for (const score of [alike, contained]) for (const j of best(voted, score, place)) yield [i, j]
    for (const j of voted) votes[j] = 0
  }
}

/** Those that score highest, the nearest first among equals, without sorting the others. */
function best(members: readonly number[], score: (member: number) => number, place: number): number[] {
  const found: { j: number; score: number }[] = []
  for (const j of members) {
    const entry = { j, score: score(j) }
    let at = found.length
    while (at > 0 && precedes(entry, required(found, at - 1), place)) at--
    if (at >= kept) continue
    found.splice(at, 0, entry)
    if (found.length > kept) found.pop()
  }
  return found.map(({ j }) => j)
}

function precedes(a: { j: number; score: number }, b: { j: number; score: number }, place: number): boolean {
  if (a.score !== b.score) return a.score > b.score
  const nearer = Math.abs(a.j - place) - Math.abs(b.j - place)
  return nearer === 0 ? a.j < b.j : nearer < 0
}

function index(items: readonly Item[], { frequency }: Lexicon): Map<number, number[]> {
  const postings = new Map<number, number[]>()
  items.forEach((item, at) => {
    for (const id of item.features) {
      if (frequency[id] === 0) continue
      const list = postings.get(id)
      if (list) list.push(at)
      else postings.set(id, [at])
    }
  })
  return postings
}

function groupByKey(items: readonly Item[]): Map<string, number[]> {
  const groups = new Map<string, number[]>()
  items.forEach((item, at) => {
    const group = groups.get(item.unit.key)
    if (group) group.push(at)
    else groups.set(item.unit.key, [at])
  })
  return groups
}

function rarest(item: Item, { frequency }: Lexicon): number[] {
  const both = [...item.features].filter((id) => required(frequency, id) > 0)
  if (both.length <= voters) return both
  return both.sort((a, b) => required(frequency, a) - required(frequency, b) || a - b).slice(0, voters)
}

/** The members of an ascending list that are nearest to a place, at most so many. */
function nearest(list: readonly number[], place: number, most: number): readonly number[] {
  if (list.length <= most) return list
  const start = Math.min(Math.max(0, firstFrom(list, place) - (most >> 1)), list.length - most)
  return list.slice(start, start + most)
}
