/** Paragraphs that were cut in one version and came back in a later one. */
import { compareTexts } from '../diff/index.js'
import type { Place } from './lives.js'
import type { Version } from './paragraphs.js'

/** From this share of common text on, what came is taken for what had gone: below it, two recitals of one formula meet. */
const leastAlike = 0.6

/**
 * Pair what was cut with what came in a later version.
 *
 * @param gone last places of what was cut, with the version in which it is absent first
 * @param come first places of what is new
 * @returns pairs, the likest first; each place is in one at the most
 */
export function findRevivals(
  gone: readonly Place[],
  come: readonly Place[],
  versions: readonly Version[],
): [gone: Place, come: Place][] {
  const text = ({ version, paragraph }: Place) => versions[version]?.paragraphs[paragraph]?.text ?? ''
  const found = come.flatMap((arrival) =>
    gone
      .filter(({ version }) => version + 1 < arrival.version)
      .map((departure) => ({ departure, arrival, alike: likeness(text(departure), text(arrival)) }))
      .filter(({ alike }) => alike >= leastAlike),
  )
  // Of equals the one that left last is the one that came back.
  found.sort((a, b) => b.alike - a.alike || b.departure.version - a.departure.version)
  const taken = new Set<Place>()
  return found.flatMap(({ departure, arrival }): [Place, Place][] => {
    if (taken.has(departure) || taken.has(arrival)) return []
    taken.add(departure).add(arrival)
    return [[departure, arrival]]
  })
}

/** Share of the characters of both texts that are in both, 0–1. */
function likeness(old: string, now: string): number {
  if (old === now) return 1
  const [short, long] = [Math.min(old.length, now.length), Math.max(old.length, now.length)]
  if (short < long * (leastAlike / (2 - leastAlike))) return 0
  const kept = compareTexts(old, now, 'words').reduce(
    (total, { op, text }) => total + (op === 'equal' ? text.length : 0),
    0,
  )
  return (2 * kept) / (old.length + now.length)
}
