/** How likely it is that paragraphs of two languages say the same: by what no translation changes. */
import { mayCorrespond } from '../language/classes.js'
import type { Costs } from './align.js'
import type { Figure } from './figures.js'
import { joined, type Unit, whole } from './units.js'

/**
 * What a paragraph without a counterpart costs. Twice this is more than any two
 * paragraphs in the same place cost that have the same figures and about the same length.
 */
const alone = 5
/** Two for one are taken where one for one would leave much unlike. */
const divided = alone + 2
/** Spread of the logarithm of the ratio of lengths: of long paragraphs, and what short ones have more. */
const spread = { long: 0.14, short: 2.2 }
const worstLength = 6

interface Evidence {
  role: Unit['role']
  resolution: string | undefined
  length: number
  values: Set<string>
  required: Figure[]
  /** Identifiers of its notes, in one text. */
  notes: string
  unit: Unit
}

/** Weigh the likeness of the units of two texts. */
export function likeness(left: readonly Unit[], right: readonly Unit[]): Costs {
  const [before, after] = [left.map(evidence), right.map(evidence)]
  const ratio = total(after) / Math.max(1, total(before)) || 1
  const weight = weights([...before, ...after])
  const [leftOf, rightOf] = [runs(left, before), runs(right, after)]
  return {
    alone,
    pair: (one, down, other, across) => {
      const single = down === 1 && across === 1
      const [a, b] = [leftOf(one, down), rightOf(other, across)]
      if (!a || !b) return Number.POSITIVE_INFINITY
      return (single ? 0 : divided) + unlike(a, b, ratio, weight, single)
    },
  }
}

/** What is known of one unit, or of it and the one before; null of two that cannot be one. */
function runs(list: readonly Unit[], known: readonly Evidence[]) {
  const joins: (Evidence | null)[] = []
  return (last: number, count: number): Evidence | null => {
    if (count === 1) return known[last] as Evidence
    const [first, second] = [list[last - 1] as Unit, list[last] as Unit]
    const join = joins[last] ?? (mayJoin(first, second) ? evidence(joined([first, second])) : null)
    joins[last] = join
    return join
  }
}

/** Neighbours of one role may be one paragraph in another language. */
function mayJoin(first: Unit, second: Unit): boolean {
  return first.role === second.role && first.resolution === second.resolution
}

function evidence(unit: Unit): Evidence {
  const all = whole(unit)
  return {
    role: unit.role,
    resolution: unit.resolution,
    length: letters(all.text),
    values: new Set(all.figures.flatMap(({ values }) => values)),
    required: all.figures.filter(({ required }) => required),
    notes: all.notes.join(),
    unit,
  }
}

function letters(text: string): number {
  return text.replace(/[^\p{L}\p{N}]+/gu, '').length
}

function total(list: readonly Evidence[]): number {
  return list.reduce((sum, { length }) => sum + length, 0)
}

/** What is in few paragraphs tells more than what is in many. */
function weights(list: readonly Evidence[]): (value: string) => number {
  const counts = new Map<string, number>()
  for (const { values } of list) for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  // A value that only a pair has counts twice among both texts' paragraphs.
  return (value) => Math.log(Math.max(2, list.length) / Math.max(2, counts.get(value) ?? 0)) / 2
}

function unlike(
  a: Evidence,
  b: Evidence,
  ratio: number,
  weight: (value: string) => number,
  single: boolean,
): number {
  let cost = lengthCost(a.length * ratio, b.length)
  cost += figureCost(a, b, weight) + figureCost(b, a, weight)
  if (a.role !== b.role) cost += a.role === 'heading' || b.role === 'heading' ? 4 : 2
  if (a.resolution !== b.resolution) cost += 2
  if (a.notes !== '' || b.notes !== '') cost += a.notes === b.notes ? -1 : 0.5
  if (!single) return cost
  const [one, other] = [a.unit, b.unit]
  if (one.number !== undefined && other.number !== undefined) cost += one.number === other.number ? -1 : 0.7
  cost += Math.min(2, Math.abs(one.parts.length - other.parts.length) / 2)
  const verbs = one.lead && other.lead ? mayCorrespond(one.lead, other.lead) : null
  // Of neighbours that may both be meant, the one with the very same verb is likelier.
  if (verbs) cost -= one.lead?.verb === other.lead?.verb ? 1.5 : 0.8
  else if (verbs === false) cost += 1
  return cost
}

function lengthCost(expected: number, length: number): number {
  const [one, other] = [Math.max(1, expected), Math.max(1, length)]
  const deviation = spread.long + spread.short / Math.sqrt(one + other)
  const z = Math.log(other / one) / deviation
  return Math.min(worstLength, (z * z) / 2)
}

/** Shared figures make two paragraphs likelier to be one, others less so. */
function figureCost({ required }: Evidence, { values }: Evidence, weight: (value: string) => number): number {
  let cost = 0
  for (const figure of required) {
    const w = weight(figure.values[0] as string)
    cost += figure.values.some((value) => values.has(value)) ? -w / 2 : w / 2
  }
  return Math.max(-4, Math.min(3, cost))
}
