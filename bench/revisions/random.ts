/** Numbers by chance that are the same wherever they are drawn. */

export interface Random {
  /** A fraction, 0 included, 1 excluded. */
  fraction(): number
  /** A whole number from 0, below the limit. */
  below(limit: number): number
  /** True so many times in one. */
  chance(probability: number): boolean
  pick<T>(list: readonly T[]): T
  /** The members in another order. */
  shuffle<T>(list: readonly T[]): T[]
}

/**
 * Start a sequence.
 *
 * Ensures the same seed gives the same sequence on every machine (mulberry32, in 32-bit integers).
 */
export function random(seed: number): Random {
  let state = Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b) | 0
  const fraction = () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
  const below = (limit: number) => Math.floor(fraction() * limit)
  const pick = <T>(list: readonly T[]): T => {
    if (list.length === 0) throw new RangeError('Nothing to pick from')
    return list[below(list.length)] as T
  }
  const shuffle = <T>(list: readonly T[]): T[] => {
    const result = [...list]
    for (let at = result.length - 1; at > 0; at--) {
      const other = below(at + 1)
      ;[result[at], result[other]] = [result[other] as T, result[at] as T]
    }
    return result
  }
  return { fraction, below, chance: (probability) => fraction() < probability, pick, shuffle }
}
