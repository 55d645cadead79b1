/** What the lines of a document have in common: size, margin and line distance of its running text. */
import { edgesOf, isLeftward } from './direction.js'
import type { Line } from './lines.js'
import type { PageTables } from './tables.js'

/** What the whole document teaches of its layout. */
export interface Measure {
  /** Size of the running text, in points. */
  size: number
  /** The edge at which the running text begins: the left one, or the right one of Arabic, below zero. */
  margin: number
  /** The text is read from right to left. */
  leftward: boolean
  /** From baseline to baseline, by size in half points. */
  leading: ReadonlyMap<number, number>
  /** The numbers that are raised in the text: marks of notes. */
  marks: ReadonlySet<number>
}

/** Line distance in sizes, where a document teaches none. */
const usualLeading = 1.2
/** Two lines further apart than this many sizes are no neighbours. */
const furthest = 1.9
const nearest = 0.8
/** Lines that are paragraphs of their own are further apart, and may be the most: the least distance that is not rare is that of lines. */
const leastLines = 0.15
/** White at the end of a line of this part of the width of text, and it is not full. */
const shortLine = 0.25
/** Notes may be longer than the text they belong to: what is larger and not rare is the text. */
const leastShare = 0.25

/** Learn the layout of the running text. */
export function measureOf(pages: readonly PageTables[]): Measure {
  const sizes = new Tally()
  for (const { lines } of pages) for (const line of lines) sizes.add(halves(line.size), lengthOf(line))
  const common = sizes.largest(leastShare) ?? 20
  const leftward = isLeftward(pages.flatMap(({ lines }) => lines.flatMap(({ pieces }) => pieces)))
  const margins = new Tally()
  // First lines are set in, the others are at the margin.
  for (const { line, follows } of neighbours(pages))
    if (halves(line.size) === common)
      margins.add(Math.round(edgesOf(line, leftward).start), follows === undefined ? 1 : 4)
  const margin = margins.most() ?? 0
  return {
    size: common / 2,
    margin,
    leftward,
    leading: leadingsOf(pages, margin, leftward),
    marks: marksOf(pages),
  }
}

function marksOf(pages: readonly PageTables[]): Set<number> {
  const found = new Set<number>()
  for (const { lines } of pages)
    for (const { pieces } of lines)
      for (const { glyphs } of pieces) {
        let digits = ''
        for (const { text, raised } of glyphs) {
          if (raised && /^\d+$/u.test(text)) digits += text
          else if (digits !== '') {
            found.add(Number(digits))
            digits = ''
          }
        }
        if (digits !== '') found.add(Number(digits))
      }
  return found
}

/** Each line, and how far below its neighbour above it is, where that is of its size and near. */
function* neighbours(
  pages: readonly PageTables[],
): Generator<{ line: Line; before: Line | undefined; follows: number | undefined; width: number }> {
  for (const { page, lines } of pages)
    for (const [index, line] of lines.entries()) {
      const before = lines[index - 1]
      const distance = before && halves(before.size) === halves(line.size) ? line.y - before.y : 0
      const isNear = distance >= nearest * line.size && distance <= furthest * line.size
      yield { line, before, follows: isNear ? distance : undefined, width: page.width }
    }
}

/**
 * Line distances, by size: only what is below a line that fills its page goes on with it.
 *
 *     |    2. Decides to meet again.             |
 *     |                                          |  the white between paragraphs is not the distance of lines,
 *     |    Annex                                 |  however often it occurs
 */
function leadingsOf(pages: readonly PageTables[], margin: number, leftward: boolean): Map<number, number> {
  const distances = new Map<number, Tally>()
  for (const { line, before, follows, width } of neighbours(pages)) {
    if (follows === undefined || !before) continue
    // The margins of a page are about as wide as each other.
    const white = leftward ? width + margin : margin
    const beyond = leftward ? before.x : width - before.right
    if (beyond - white > shortLine * (width - 2 * white)) continue
    const key = halves(line.size)
    const tally = distances.get(key) ?? new Tally()
    tally.add(halves(follows), 1)
    distances.set(key, tally)
  }
  return new Map([...distances].map(([key, tally]) => [key, (tally.smallest(leastLines) as number) / 2]))
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
  /** The largest value that has at least this share of all. */
  largest(share: number): number | undefined {
    const common = this.#common(share)
    return common.length > 0 ? Math.max(...common) : this.most()
  }
  /** The smallest value that has at least this share of all. */
  smallest(share: number): number | undefined {
    const common = this.#common(share)
    return common.length > 0 ? Math.min(...common) : this.most()
  }
  #common(share: number): number[] {
    const total = [...this.#counts.values()].reduce((sum, one) => sum + one, 0)
    return [...this.#counts].filter(([, weight]) => weight >= share * total).map(([value]) => value)
  }
  most(): number | undefined {
    let best: [number, number] | undefined
    for (const entry of this.#counts) if (!best || entry[1] > best[1]) best = entry
    return best?.[0]
  }
}
