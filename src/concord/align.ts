/** Which items of two lists belong together, order kept. */

/** Items of both lists that correspond: one and one, one and two, or one and none. */
export interface Bead {
  left: number[]
  right: number[]
}

export interface Costs {
  /** Of taking two runs of items for the same; runs are of one or two. */
  pair(left: readonly number[], right: readonly number[]): number
  /** Of an item that has no counterpart. */
  alone: number
}

/** So many pairs are weighed at most: lists of 1,000 items each are compared whole, longer ones near the diagonal. */
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
  const width = rightCount + 1
  const cost = new Float64Array((leftCount + 1) * width).fill(Number.POSITIVE_INFINITY)
  const taken = new Uint8Array(cost.length)
  const margin = Math.max(
    Math.abs(leftCount - rightCount) + 10,
    Math.floor(mostCells / (2 * (leftCount + 1))),
  )
  cost[0] = 0
  for (let i = 0; i <= leftCount; i++) {
    const middle = leftCount === 0 ? 0 : Math.round((i * rightCount) / leftCount)
    const last = leftCount === 0 ? rightCount : Math.min(rightCount, middle + margin)
    for (let j = Math.max(0, middle - margin); j <= last; j++) {
      const here = i * width + j
      steps.forEach(([down, across], step) => {
        if (i < down || j < across) return
        const before = cost[here - down * width - across] as number
        if (before === Number.POSITIVE_INFINITY) return
        const total =
          before +
          (down === 0 || across === 0 ? costs.alone : costs.pair(range(i - down, i), range(j - across, j)))
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
    const [down, across] = steps[taken[i * width + j] as number] as (typeof steps)[number]
    beads.push({ left: range(i - down, i), right: range(j - across, j) })
    i -= down
    j -= across
  }
  return beads.reverse()
}

function range(from: number, to: number): number[] {
  return to - from === 1 ? [from] : Array.from({ length: to - from }, (_, index) => from + index)
}
