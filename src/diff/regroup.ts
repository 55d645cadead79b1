/** Splits and merges: one paragraph whose words several neighbours now hold between them. */
import type { Candidate } from './candidates.js'
import { type Item, type Lexicon, shared } from './features.js'
import type { Link } from './link.js'
import { compatible, type Matching } from './match.js'

/** Share of the whole's weight that its pieces must hold. */
const coverage = 0.66
/** What the pieces must hold beyond what the best one holds alone. */
const gain = 0.08
/** Share of a piece's weight that must come from the whole. */
const owed = 0.5
const mostPieces = 6

interface Group {
  /** The side that has the one. */
  whole: 'old' | 'new'
  one: number
  many: number[]
  covered: number
}

/**
 * Find groups of one to many, from either side.
 *
 * Given a matching, in which the one may have a partner among the many.
 * Ensures the members are neighbours and in one group only, and takes them out
 * of the matching.
 */
export function regroup(
  oldItems: readonly Item[],
  newItems: readonly Item[],
  pairs: readonly Candidate[],
  matching: Matching,
  lexicon: Lexicon,
): Link[] {
  const { ofOld, ofNew } = matching
  const flipped = pairs.map((pair) => ({ old: pair.new, new: pair.old, similarity: pair.similarity }))
  const groups = [
    ...find('old', oldItems, newItems, pairs, ofOld, ofNew, lexicon),
    ...find('new', newItems, oldItems, flipped, ofNew, ofOld, lexicon),
  ].sort((a, b) => b.covered - a.covered || a.one - b.one)
  const links: Link[] = []
  const taken = { old: new Set<number>(), new: new Set<number>() }
  for (const { whole, one, many, covered } of groups) {
    const other = whole === 'old' ? 'new' : 'old'
    if (taken[whole].has(one) || many.some((member) => taken[other].has(member))) continue
    taken[whole].add(one)
    for (const member of many) taken[other].add(member)
    const words = (whole === 'old' ? oldItems : newItems)[one]!.words
    const sides = whole === 'old' ? { old: [one], new: many } : { old: many, new: [one] }
    links.push({ ...sides, similarity: covered, words, moved: false })
  }
  for (const { old, new: now } of links) {
    for (const i of old) ofOld[i] = -1
    for (const j of now) ofNew[j] = -1
  }
  return links
}

function find(
  whole: 'old' | 'new',
  ones: readonly Item[],
  others: readonly Item[],
  pairs: readonly Candidate[],
  ofOne: Int32Array,
  ofOther: Int32Array,
  lexicon: Lexicon,
): Group[] {
  const byOne = new Map<number, Candidate[]>()
  for (const pair of pairs) {
    const list = byOne.get(pair.old)
    if (list) list.push(pair)
    else byOne.set(pair.old, [pair])
  }
  const groups: Group[] = []
  ones.forEach((one, index) => {
    const partner = ofOne[index]!
    const free = new Set<number>()
    const near = [partner - 2, partner - 1, partner + 1, partner + 2].map((at) => ({ new: at }))
    for (const { new: at } of [...(byOne.get(index) ?? []), ...(partner < 0 ? [] : near)]) {
      const other = others[at]
      if (other && ofOther[at] === -1 && compatible(one, other) && piece(one, other, lexicon)) free.add(at)
    }
    if (free.size === 0) return
    if (partner >= 0 && !piece(one, others[partner]!, lexicon)) return
    const group = best(index, one, others, runs(free, partner), lexicon)
    if (group) groups.push({ whole, ...group })
  })
  return groups
}

function piece(one: Item, other: Item, lexicon: Lexicon): boolean {
  return other.words > 0 && shared(one.features, other.features, lexicon) >= owed * other.weight
}

/** Runs of neighbours among the free, with the partner in them if there is one. */
function runs(free: ReadonlySet<number>, partner: number): number[][] {
  const all = [...free, ...(partner < 0 ? [] : [partner])].sort((a, b) => a - b)
  const found: number[][] = []
  for (const at of all) {
    const last = found.at(-1)
    if (last && last.at(-1) === at - 1) last.push(at)
    else found.push([at])
  }
  return found.filter((run) => run.length > 1 && run.length <= mostPieces && (partner < 0 || run.includes(partner)))
}

function best(
  index: number,
  one: Item,
  others: readonly Item[],
  choices: readonly number[][],
  lexicon: Lexicon,
): Omit<Group, 'whole'> | null {
  let found: Omit<Group, 'whole'> | null = null
  for (const run of choices) {
    const members = narrow(one, others, run, lexicon)
    const held = members.map((at) => held1(one, others[at]!, lexicon))
    const together = union(one, members.map((at) => others[at]!), lexicon)
    const alone = Math.max(...held)
    if (members.length < 2 || together < coverage || together - alone < gain) continue
    if (!found || together > found.covered) found = { one: index, many: members, covered: together }
  }
  return found
}

/** Drop members at the ends that add nothing of their own. */
function narrow(one: Item, others: readonly Item[], run: readonly number[], lexicon: Lexicon): number[] {
  const members = [...run]
  const items = (list: readonly number[]) => list.map((at) => others[at]!)
  for (const end of ['front', 'back'] as const) {
    while (members.length > 2) {
      const rest = end === 'front' ? members.slice(1) : members.slice(0, -1)
      if (union(one, items(members), lexicon) - union(one, items(rest), lexicon) >= gain / 2) break
      if (end === 'front') members.shift()
      else members.pop()
    }
  }
  return members
}

function held1(one: Item, other: Item, lexicon: Lexicon): number {
  return one.weight === 0 ? 0 : shared(one.features, other.features, lexicon) / one.weight
}

/** Share of the one's weight that the members hold together. */
function union(one: Item, members: readonly Item[], lexicon: Lexicon): number {
  const all = new Set<number>()
  for (const member of members) for (const id of member.features) all.add(id)
  let weight = 0
  for (const id of one.features) if (all.has(id)) weight += lexicon.weights[id]!
  return one.weight === 0 ? 0 : weight / one.weight
}
