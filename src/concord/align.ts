/** Which items of two lists belong together, order kept. */

/** Items of both lists that correspond: one and one, one and two, or one and none. */
export interface Bead {
  left: number[]
  right: number[]
}

export interface Costs {
  /** Of taking two runs of items for the same; runs are of one or two, and end at `left` and `right`. */
  pair(left: number, down: number, right: number, across: number): number
  /** Of an item that has no counterpart. */
  alone: number
}

/** So many pairs are weighed, of lists of unlike length four times as many: lists of 1,000 items each are compared whole. */
const mostCells = 1_000_000
const steps = [
  [1, 1],
  [1, 0],
  [0, 1],
  [1, 2],
  [2, 1],
] as const

/**
 * Align two lists at the least cost.
 *
 * Ensures every item is in exactly one bead, and beads keep the order of both lists.
 */
export function align(leftCount: number, rightCount: number, costs: Costs): Bead[] {
  const margin = marginOf(leftCount, rightCount)
  const middle = (i: number) => (leftCount === 0 ? 0 : Math.round((i * rightCount) / leftCount))
  const first = (i: number) => Math.max(0, middle(i) - margin)
  const last = (i: number) => (leftCount === 0 ? rightCount : Math.min(rightCount, middle(i) + margin))
  // Of each row only the cells near the diagonal are kept: of 10,000 items all would take a gigabyte.
  const width = Math.min(rightCount, 2 * margin) + 1
  const cost = new Float64Array((leftCount + 1) * width).fill(Number.POSITIVE_INFINITY)
  const taken = new Uint8Array(cost.length)
  const cell = (i: number, j: number) => (j < first(i) || j > last(i) ? undefined : i * width + j - first(i))
  const costAt = (i: number, j: number) => cost[cell(i, j) ?? -1] ?? Number.POSITIVE_INFINITY
  cost[0] = 0
  for (let i = 0; i <= leftCount; i++) {
    for (let j = first(i); j <= last(i); j++) {
      const here = cell(i, j) as number
      steps.forEach(([down, across], step) => {
        if (i < down || j < across) return
        const before = costAt(i - down, j - across)
        if (before === Number.POSITIVE_INFINITY) return
        const total =
          before + (down === 0 || across === 0 ? costs.alone : costs.pair(i - 1, down, j - 1, across))
        if (total < (cost[here] as number)) {
          cost[here] = total
          taken[here] = step
        }
      })
    }
  }
  const beads: Bead[] = []
  let [i, j] = [leftCount, rightCount]
  while (i > 0 || j > 0) {
    const [down, across] = steps[taken[cell(i, j) as number] as number] as (typeof steps)[number]
    beads.push({ left: range(i - down, i), right: range(j - across, j) })
    i -= down
    j -= across
  }
  return beads.reverse()
}

/** How far from the diagonal pairs are weighed: as far as one list is longer, unless that would be too many. */
function marginOf(leftCount: number, rightCount: number): number {
  const most = Math.floor(mostCells / (2 * (leftCount + 1)))
  const longer = Math.abs(leftCount - rightCount) + 10
  // Rows of the band meet, however many items of one list come to each of the other.
  const least = Math.ceil(rightCount / (leftCount + 1)) + 10
  return Math.max(least, Math.min(Math.max(longer, most), 4 * most))
}

function range(from: number, to: number): number[] {
  return to - from === 1 ? [from] : Array.from({ length: to - from }, (_, index) => from + index)
}
