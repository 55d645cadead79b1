/** Links from version to version → lives: one for each paragraph, with all that it was divided into or joined with. */

/** A paragraph of a version, both by number. */
export interface Place {
  version: number
  paragraph: number
}

/** Groups of places that links hold together. */
export class Lives {
  readonly #parents: number[]
  readonly #starts: number[]

  /** Given how many paragraphs each version has. */
  constructor(sizes: readonly number[]) {
    let total = 0
    this.#starts = sizes.map((size) => {
      total += size
      return total - size
    })
    this.#parents = Array.from({ length: total }, (_, at) => at)
  }

  /** Say that two places are the same paragraph. */
  join(one: Place, other: Place): void {
    this.#parents[this.#root(this.#number(one))] = this.#root(this.#number(other))
  }

  /** A number that all places of one life share. */
  of(place: Place): number {
    return this.#root(this.#number(place))
  }

  #number({ version, paragraph }: Place): number {
    return (this.#starts[version] ?? 0) + paragraph
  }

  #root(number: number): number {
    let at = number
    for (;;) {
      const parent = this.#parents[at] ?? at
      if (parent === at) return at
      const grandparent = this.#parents[parent] ?? parent
      this.#parents[at] = grandparent
      at = grandparent
    }
  }
}

/**
 * Order lives as the last version has them, each that is gone behind the one
 * that preceded it in the last version that has it.
 *
 * @param sequences for each version its lives in the order printed
 */
export function orderLives(sequences: readonly (readonly number[])[]): number[] {
  let order: number[] = []
  for (const sequence of [...sequences].reverse()) {
    const known = new Set(order)
    const behind = new Map<number | undefined, number[]>()
    let anchor: number | undefined
    for (const life of new Set(sequence)) {
      if (known.has(life)) anchor = life
      else behind.set(anchor, [...(behind.get(anchor) ?? []), life])
    }
    order = [
      ...(behind.get(undefined) ?? []),
      ...order.flatMap((life) => [life, ...(behind.get(life) ?? [])]),
    ]
  }
  return order
}
