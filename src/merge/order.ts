/** The order of the result: that of the base, with what parties moved and added where they have it. */
import { plainText } from '../model/tree/text.js'
import type { Item } from './items.js'
import type { PartyVersion } from './outcomes.js'

/** A place in the result: an item of the base by number, or one that parties added. */
export interface Place {
  base: number | null
  added: { item: Item; parties: string[] } | null
}

/**
 * Put the items of the base and those that were added in one order.
 *
 * Ensures that each item of the base is there once, behind the one that a party
 * moved it behind, and that what is added is behind what it follows in its
 * version; what two parties added alike in one place is there once.
 */
export function orderOf(count: number, versions: readonly PartyVersion[]): Place[] {
  const places: Place[] = Array.from({ length: count }, (_, base) => ({ base, added: null }))
  const byBase = new Map(places.map((place) => [place.base, place]))
  for (const version of versions) {
    const order = sequenceOf(version)
    moveIn(places, byBase, version, order)
  }
  for (const version of versions) addIn(places, byBase, version, sequenceOf(version))
  return places
}

/** The items of a version in its order: which of the base each is, or that it is new. */
function sequenceOf({ document, outcomes, added }: PartyVersion): { item: Item; base: number[] }[] {
  const baseOf = new Map<Item, number[]>()
  for (const [at, { items }] of outcomes)
    for (const item of items) baseOf.set(item, [...(baseOf.get(item) ?? []), at])
  const isNew = new Set(added)
  return document.items.flatMap((item) => {
    const base = baseOf.get(item) ?? []
    return base.length > 0 || isNew.has(item) ? [{ item, base }] : []
  })
}

function moveIn(
  places: Place[],
  byBase: ReadonlyMap<number | null, Place>,
  { moved }: PartyVersion,
  order: readonly { base: number[] }[],
): void {
  let last: Place | undefined
  for (const { base } of order) {
    for (const at of base) {
      const place = byBase.get(at)
      if (!place) continue
      if (moved.has(at)) {
        places.splice(places.indexOf(place), 1)
        places.splice(last ? places.indexOf(last) + 1 : 0, 0, place)
      }
    }
    last = byBase.get(base.at(-1) ?? -1) ?? last
  }
}

function addIn(
  places: Place[],
  byBase: ReadonlyMap<number | null, Place>,
  { party }: PartyVersion,
  order: readonly { item: Item; base: number[] }[],
): void {
  let last: Place | undefined
  for (const { item, base } of order) {
    if (base.length > 0) {
      last = byBase.get(base.at(-1) ?? -1) ?? last
      continue
    }
    let at = last ? places.indexOf(last) + 1 : 0
    let same: Place | undefined
    // Behind what other parties added in the same place.
    while (places[at]?.added && !same) {
      if (isAlike(places[at]?.added?.item, item)) same = places[at]
      else at++
    }
    if (same?.added) same.added.parties.push(party)
    else places.splice(at, 0, { base: null, added: { item, parties: [party] } })
    last = places[at]
  }
}

function isAlike(one: Item | undefined, other: Item): boolean {
  return (
    one !== undefined && one.node.type === other.node.type && plainText(one.node) === plainText(other.node)
  )
}
