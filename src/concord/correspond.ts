/** Lists of units, one for each text → which of them correspond. */
import { align } from './align.js'
import { likeness } from './likeness.js'
import { joined, type Unit } from './units.js'

/** Units of several texts that say the same; null where a text has none. */
export type Row = (Unit | null)[]

/**
 * Set the units of several texts side by side, the first being the reference.
 *
 * Given null for a text that takes no part. Ensures every unit is in exactly
 * one row, rows keep the order of each text, and what several texts have
 * beyond the reference shares a row.
 */
export function correspond(lists: readonly (readonly Unit[] | null)[]): Row[] {
  let result: Row[] = []
  lists.forEach((list, text) => {
    if (list) result = added(result, list, text, lists.length)
  })
  return result
}

function added(known: readonly Row[], list: readonly Unit[], text: number, count: number): Row[] {
  if (known.length === 0) return list.map((unit) => rowOf(unit, text, count))
  // A row is known by the first text that has it: the reference, where that has it.
  const standing = known.map((row) => row.find((unit) => unit !== null) as Unit)
  return align(standing.length, list.length, likeness(standing, list)).map(({ left, right }) => {
    const row = merged(
      left.map((at) => known[at] as Row),
      count,
    )
    const units = right.map((at) => list[at] as Unit)
    return units.length === 0 ? row : row.with(text, joined(units))
  })
}

function rowOf(unit: Unit, text: number, count: number): Row {
  return Array.from({ length: count }, (_, index) => (index === text ? unit : null))
}

function merged(list: readonly Row[], count: number): Row {
  return Array.from({ length: count }, (_, text) => {
    const units = list.flatMap((row) => row[text] ?? [])
    return units.length === 0 ? null : joined(units)
  })
}
