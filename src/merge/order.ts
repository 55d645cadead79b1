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
 * Given the version whose frame the result has, if it is not the base's. Ensures that each item of the base is
 * there once, where that version has it; without one, behind the item that a party
 * moved it behind; and that what is added is behind what it follows in its
 * version; what two parties added alike in one place is there once.
 */
export function orderOf(count: number, versions: readonly PartyVersion[], frame?: PartyVersion): Place[] {
  const places = frame ? placesIn(frame, count) : inBaseOrder(count)
  const byBase = new Map(places.map((place) => [place.base, place]))
  const others = versions.filter((version) => version !== frame)
  if (!frame) for (const version of others) moveIn(places, byBase, version, sequenceOf(version))
  for (const version of others) addIn(places, byBase, version, sequenceOf(version))
  for (const { added } of places) if (added) sortBy(added.parties, versions)
  return places
}

function inBaseOrder(count: number): Place[] {
  return Array.from({ length: count }, (_, base) => ({ base, added: null }))
}

/** The order of one version, with what it cut behind what it followed, and what came there. */
function placesIn(version: PartyVersion, count: number): Place[] {
  const places: Place[] = []
  const placed = new Map<number, Place>()
  for (const { item, base } of sequenceOf(version)) {
    if (base.length === 0) places.push({ base: null, added: { item, parties: [version.party] } })
    for (const at of base) {
      if (placed.has(at)) continue
      const place = { base: at, added: null }
      placed.set(at, place)
      places.push(place)
    }
  }
  for (let base = 0; base < count; base++) {
    if (placed.has(base)) continue
    const place = { base, added: null }
    const before = placed.get(base - 1)
    let at = before ? places.indexOf(before) + 1 : 0
    while (places[at]?.added) at++
    places.splice(at, 0, place)
    placed.set(base, place)
  }
  return places
}

function sortBy(parties: string[], versions: readonly PartyVersion[]): void {
  const rank = new Map(versions.map(({ party }, at) => [party, at]))
  parties.sort((a, b) => (rank.get(a) ?? 0) - (rank.get(b) ?? 0))
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
