/** Splits and merges: one paragraph whose words several neighbours now hold between them. */
import { grouped } from '../model/grouped.js'
import { type Candidate, flipped } from './candidates.js'
import { type Item, type Lexicon, shared } from './features.js'
import type { Link } from './link.js'
import { compatible, type Matching } from './match.js'
import { required } from './required.js'

/** Share of the whole's weight that its pieces must hold. */
const coverage = 0.6
/** Share of a piece's weight that must come from the whole, */
const owed = 0.45
/** and from what no other piece holds: a piece of any size brings its own, boilerplate brings nothing. */
const fresh = 0.33
/** Fewer words are no piece of a text. */
const leastWords = 4
const mostPieces = 6

interface Group {
  /** The side that has the one. */
  whole: 'old' | 'new'
  one: number
  many: readonly number[]
  covered: number
}

/**
 * Find groups of one to many, from either side.
 *
 * Given a matching, in which the one may have a partner among the many.
 * Ensures the members are neighbours and in one group only, and takes them out
 * of the matching.
 */
export function findSplitsAndMerges(
  oldItems: readonly Item[],
  newItems: readonly Item[],
  pairs: readonly Candidate[],
  matching: Matching,
  lexicon: Lexicon,
): Link[] {
  const { ofOld, ofNew } = matching
  const groups = [
    ...find('old', oldItems, newItems, pairs, ofOld, ofNew, lexicon),
    ...find('new', newItems, oldItems, flipped(pairs), ofNew, ofOld, lexicon),
  ].sort((a, b) => b.covered - a.covered || a.one - b.one)
  const links: Link[] = []
  const taken = { old: new Set<number>(), new: new Set<number>() }
  for (const { whole, one, many, covered } of groups) {
    const other = whole === 'old' ? 'new' : 'old'
    if (taken[whole].has(one) || many.some((member) => taken[other].has(member))) continue
    taken[whole].add(one)
    for (const member of many) taken[other].add(member)
    const words = required(whole === 'old' ? oldItems : newItems, one).words
    const sides = whole === 'old' ? { old: [one], new: [...many] } : { old: [...many], new: [one] }
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
  const byOne = grouped(pairs, (pair) => pair.old)
  const groups: Group[] = []
  ones.forEach((one, index) => {
    const partner = required(ofOne, index)
    const free = new Set<number>()
    const near = [partner - 2, partner - 1, partner + 1, partner + 2].map((at) => ({ new: at }))
    for (const { new: at } of [...(byOne.get(index) ?? []), ...(partner < 0 ? [] : near)]) {
      const other = others[at]
      if (other && ofOther[at] === -1 && compatible(one, other) && piece(one, other, lexicon)) free.add(at)
    }
    if (free.size === 0) return
    if (partner >= 0 && !piece(one, required(others, partner), lexicon)) return
    const group = best(index, one, others, runs(free, partner), partner, lexicon)
    if (group) groups.push({ whole, ...group })
  })
  return groups
}

function piece(one: Item, other: Item, lexicon: Lexicon): boolean {
  return other.words >= leastWords && shared(one.features, other.features, lexicon) >= owed * other.weight
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
  return found.filter(
    (run) => run.length > 1 && run.length <= mostPieces && (partner < 0 || run.includes(partner)),
  )
}

function best(
  index: number,
  one: Item,
  others: readonly Item[],
  choices: readonly number[][],
  partner: number,
  lexicon: Lexicon,
): Omit<Group, 'whole'> | null {
  let found: Omit<Group, 'whole'> | null = null
  for (const run of choices) {
    const many = narrow(one, others, run, lexicon)
    if (partner >= 0 && !many.includes(partner)) continue
    const { covered, own } = holdings(
      one,
      many.map((at) => required(others, at)),
      lexicon,
    )
    if (many.length < 2 || covered < coverage || own.some((share) => share < fresh)) continue
    if (!found || covered > found.covered) found = { one: index, many, covered }
  }
  return found
}

/** Drop members at the ends that bring nothing of their own. */
function narrow(
  one: Item,
  others: readonly Item[],
  run: readonly number[],
  lexicon: Lexicon,
): readonly number[] {
  if (run.length <= 2) return run
  const { own } = holdings(
    one,
    run.map((at) => required(others, at)),
    lexicon,
  )
  if (required(own, 0) < fresh) return narrow(one, others, run.slice(1), lexicon)
  return required(own, own.length - 1) < fresh ? narrow(one, others, run.slice(0, -1), lexicon) : run
}

/** Whether items hold a text between them, and each of them mostly what is of that text and in no other. */
export function arePieces(one: Item, many: readonly Item[], lexicon: Lexicon): boolean {
  if (!many.every((member) => compatible(one, member) && piece(one, member, lexicon))) return false
  const { covered, own } = holdings(one, many, lexicon)
  return covered >= coverage && own.every((share) => share >= fresh)
}

/** Share of the one's weight that members hold together, and of each member's weight what it alone brings. */
function holdings(
  one: Item,
  members: readonly Item[],
  { weights }: Lexicon,
): { covered: number; own: number[] } {
  const holders = new Map<number, number>()
  members.forEach((member, at) => {
    for (const id of member.features) holders.set(id, holders.has(id) ? -1 : at)
  })
  let covered = 0
  const own = members.map(() => 0)
  for (const id of one.features) {
    const holder = holders.get(id)
    if (holder === undefined) continue
    covered += required(weights, id)
    if (holder >= 0) own[holder] = required(own, holder) + required(weights, id)
  }
  return {
    covered: covered / one.weight,
    own: own.map((weight, at) => weight / required(members, at).weight),
  }
}
