/** What the lines of a document have in common: size, margin and line distance of its running text. */
import type { Line } from './lines.js'
import type { PageLines } from './running.js'

/** What the whole document teaches of its layout. */
export interface Measure {
  /** Size of the running text, in points. */
  size: number
  /** Left edge of the running text. */
  margin: number
  /** From baseline to baseline, by size in half points. */
  leading: ReadonlyMap<number, number>
}

/** Line distance in sizes, where a document teaches none. */
const usualLeading = 1.2
/** Two lines further apart than this many sizes are no neighbours. */
const furthest = 1.9
const nearest = 0.8

/** Learn the layout of the running text. */
export function measureOf(pages: readonly PageLines[]): Measure {
  const sizes = new Tally()
  for (const { lines } of pages) for (const line of lines) sizes.add(halves(line.size), lengthOf(line))
  const common = sizes.most() ?? 20
  const margins = new Tally()
  const distances = new Map<number, Tally>()
  for (const { lines } of pages) {
    for (const [index, line] of lines.entries()) {
      const key = halves(line.size)
      if (key === common) margins.add(Math.round(line.x), 1)
      const before = lines[index - 1]
      const distance = before && halves(before.size) === key ? line.y - before.y : 0
      if (distance < nearest * line.size || distance > furthest * line.size) continue
      const tally = distances.get(key) ?? new Tally()
      tally.add(halves(distance), 1)
      distances.set(key, tally)
    }
  }
  const leading = new Map([...distances].map(([key, tally]) => [key, (tally.most() as number) / 2]))
  return { size: common / 2, margin: margins.most() ?? 0, leading }
}

/** The line distance of text of a size. */
export function leadingOf(size: number, { leading }: Measure): number {
  return leading.get(halves(size)) ?? usualLeading * size
}

function halves(value: number): number {
  return Math.round(value * 2)
}

function lengthOf({ pieces }: Line): number {
  return pieces.reduce((sum, { glyphs }) => sum + glyphs.length, 0)
}

/** Counts how often values occur. */
class Tally {
  readonly #counts = new Map<number, number>()
  add(value: number, weight: number): void {
    this.#counts.set(value, (this.#counts.get(value) ?? 0) + weight)
  }
  most(): number | undefined {
    let best: [number, number] | undefined
    for (const entry of this.#counts) if (!best || entry[1] > best[1]) best = entry
    return best?.[0]
  }
}
