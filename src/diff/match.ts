/** Partners by content, with no regard to order: the best pair anywhere goes first. */

import { grouped } from '../model/grouped.js'
import type { Candidate } from './candidates.js'
import type { Item } from './features.js'
import { changedRank } from './rank.js'
import { required } from './required.js'

/** Partner of each item, or -1. */
export interface Matching {
  ofOld: Int32Array
  ofNew: Int32Array
}

/** A pair must share half its weight to be made without regard to order. */
const pairSimilarity = 0.5
/** Context decides between texts that are nearly alike, and never outweighs content: */
const neighbourBonus = 0.05
const placeBonus = 0.03
/** Sections and resolutions are matched as wholes by what they hold, and then hold their own together. */
const sectionBonus = 0.05
/**
 * what is not equal stays behind what is. Without this, a copy that differs in one word and was put
 * where the neighbours are the same took the place of the unedited original, in 2 of 100 heavy revisions.
 */
const mostBonus = 2 * neighbourBonus + sectionBonus
/** A preambular paragraph may become an operative one, but its own kind comes first. */
const rolePenalty = 0.12
const resolutionPenalty = 0.04

/**
 * Match items one to one, best pair first.
 *
 * A second round knows the neighbours and the sections that the first one
 * found, so that among equal texts each keeps its company.
 */
export function match(
  oldItems: readonly Item[],
  newItems: readonly Item[],
  pairs: readonly Candidate[],
): Matching {
  const scored = pairs
    .filter(
      (pair) =>
        pair.similarity >= pairSimilarity &&
        compatible(required(oldItems, pair.old), required(newItems, pair.new)),
    )
    .map((pair) => ({ pair, score: standing(pair, oldItems, newItems) }))
  const first = greedy(scored, oldItems.length, newItems.length)
  const partner = sections(first, oldItems, newItems)
  const again = scored.map(({ pair, score }) => {
    const before = pair.old > 0 && pair.new > 0 && first.ofOld[pair.old - 1] === pair.new - 1
    const after = pair.new + 1 < newItems.length && first.ofOld[pair.old + 1] === pair.new + 1
    const home = required(oldItems, pair.old).unit.section
    const together = partner.get(home) === required(newItems, pair.new).unit.section
    const company = neighbourBonus * (Number(before) + Number(after)) + sectionBonus * Number(together)
    const equal = required(oldItems, pair.old).unit.key === required(newItems, pair.new).unit.key
    return { pair, score: score + company + (equal ? mostBonus : 0) }
  })
  const found = greedy(again, oldItems.length, newItems.length)
  uncross(oldItems, newItems, found.ofOld, found.ofNew)
  uncross(newItems, oldItems, found.ofNew, found.ofOld)
  return found
}

/** Paragraphs of one section with the same words have their partners in one section in their order: none can be told from another. */
function uncross(
  ones: readonly Item[],
  others: readonly Item[],
  ofOne: Int32Array,
  ofOther: Int32Array,
): void {
  const twins = grouped(
    Array.from(ones.keys()).filter((one) => required(ofOne, one) >= 0),
    (one) => {
      const [own, other] = [required(ones, one).unit, required(others, required(ofOne, one)).unit]
      return [own.key, own.role, own.section, other.role, other.section].join('\f')
    },
  )
  for (const members of twins.values()) {
    const partners = members.map((one) => required(ofOne, one)).sort((a, b) => a - b)
    members.forEach((one, at) => {
      ofOne[one] = required(partners, at)
      ofOther[required(partners, at)] = one
    })
  }
}

/** Which section of the new text holds most of what each old one held. */
function sections(
  { ofOld }: Matching,
  oldItems: readonly Item[],
  newItems: readonly Item[],
): Map<number, number> {
  const shared = new Map<number, Map<number, number>>()
  ofOld.forEach((to, from) => {
    if (to < 0) return
    const { unit, words } = required(oldItems, from)
    const held = shared.get(unit.section) ?? new Map<number, number>()
    const there = required(newItems, to).unit.section
    shared.set(unit.section, held.set(there, (held.get(there) ?? 0) + words))
  })
  const best = [...shared].map(([from, held]) => {
    const [to = from] = [...held].sort((a, b) => b[1] - a[1] || a[0] - b[0])[0] ?? []
    return [from, to] as const
  })
  return new Map(best)
}

/**
 * A heading or the row of a table never becomes a paragraph, and a paragraph is
 * not the one that took it in as a sub-paragraph.
 */
export function compatible(a: Item, b: Item): boolean {
  const alone = (role: 'heading' | 'table') => (a.unit.role === role) === (b.unit.role === role)
  return alone('heading') && alone('table') && !changedRank(a, b)
}

function standing(pair: Candidate, oldItems: readonly Item[], newItems: readonly Item[]): number {
  const before = required(oldItems, pair.old).unit
  const after = required(newItems, pair.new).unit
  const distance = Math.abs(pair.old / oldItems.length - pair.new / newItems.length)
  let score = pair.similarity + placeBonus * (1 - distance)
  if (before.role !== after.role) score -= rolePenalty
  if (before.row.resolution !== after.row.resolution) score -= resolutionPenalty
  return score
}

function greedy(
  scored: readonly { pair: Candidate; score: number }[],
  oldCount: number,
  newCount: number,
): Matching {
  const ofOld = new Int32Array(oldCount).fill(-1)
  const ofNew = new Int32Array(newCount).fill(-1)
  const order = [...scored].sort(
    (a, b) =>
      b.score - a.score || a.pair.old + a.pair.new - b.pair.old - b.pair.new || a.pair.old - b.pair.old,
  )
  for (const { pair } of order) {
    if (ofOld[pair.old] !== -1 || ofNew[pair.new] !== -1) continue
    ofOld[pair.old] = pair.new
    ofNew[pair.new] = pair.old
  }
  return { ofOld, ofNew }
}
