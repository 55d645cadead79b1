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
