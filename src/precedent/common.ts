/** How many words two texts have in common, in order. */

/**
 * Counts what other texts have in common with one.
 *
 * The longest common subsequence, 32 words of the one text at a time (Hyyrö 2004, "Bit-parallel LCS-length
 * computation revisited"): hundreds of candidates are weighed for each paragraph of a draft.
 *
 * @see https://doi.org/10.1007/978-3-540-27810-8_2
 */
export class CommonWords {
  /** For each word of the text the places where it is, as bits. */
  readonly #places = new Map<number, Int32Array>()
  readonly #blocks: number
  readonly #length: number

  constructor(words: Int32Array) {
    this.#length = words.length
    this.#blocks = Math.ceil(words.length / 32)
    words.forEach((word, at) => {
      const known = this.#places.get(word)
      const bits = known ?? new Int32Array(this.#blocks)
      if (!known) this.#places.set(word, bits)
      bits[at >> 5] = (bits[at >> 5] as number) | (1 << (at & 31))
    })
  }

  /** How many words of another text are in this one in the same order. */
  count(words: Int32Array): number {
    const blocks = this.#blocks
    const row = new Int32Array(blocks).fill(-1)
    for (const word of words) {
      const places = this.#places.get(word)
      if (!places) continue
      let carry = 0
      for (let at = 0; at < blocks; at++) {
        const bits = row[at] as number
        const met = bits & (places[at] as number)
        const sum = (bits >>> 0) + (met >>> 0) + carry
        carry = sum > 0xffffffff ? 1 : 0
        row[at] = sum | (bits - met)
      }
    }
    let common = 0
    row.forEach((bits, at) => {
      const used = Math.min(32, this.#length - at * 32)
      const mask = used === 32 ? -1 : (1 << used) - 1
      common += ones(~bits & mask)
    })
    return common
  }
}

function ones(bits: number): number {
  let count = bits - ((bits >>> 1) & 0x55555555)
  count = (count & 0x33333333) + ((count >>> 2) & 0x33333333)
  return Math.imul((count + (count >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}
