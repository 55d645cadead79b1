/** Numbers that ascend. */

/** The first place in an ascending list whose number is not below `least`; the list's length where all are. */
export function firstFrom(list: ArrayLike<number>, least: number): number {
  let [low, high] = [0, list.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((list[middle] as number) < least) low = middle + 1
    else high = middle
  }
  return low
}

/** As many of these as ascend, in order, by their indexes; of equal ones the first. */
export function longestAscending(values: readonly (number | undefined)[]): number[] {
  // By length of a run, less one: the index of the least value that ends one, and that value.
  const ends: number[] = []
  const least: number[] = []
  const before = new Map<number, number | undefined>()
  for (const [index, value] of values.entries()) {
    if (value === undefined) continue
    const length = firstFrom(least, value)
    before.set(index, ends[length - 1])
    if (least[length] === value) continue
    ends[length] = index
    least[length] = value
  }
  const found: number[] = []
  for (let at = ends.at(-1); at !== undefined; at = before.get(at)) found.push(at)
  return found.reverse()
}
