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
  /** A table of the words, half-full at the most: of each slot the word, and one more than its row of bits; 0 where it is free. */
  readonly #words: Int32Array
  readonly #rows: Int32Array
  /** For each word of the text a row of bits: the places where it is. */
  readonly #places: Int32Array
  readonly #blocks: number
  readonly #length: number
  /** Where a count has come to. */
  readonly #state: Int32Array

  constructor(words: Int32Array) {
    this.#length = words.length
    this.#blocks = Math.ceil(words.length / 32)
    const slots = 2 ** Math.ceil(Math.log2(2 * words.length + 1))
    this.#words = new Int32Array(slots)
    this.#rows = new Int32Array(slots)
    this.#state = new Int32Array(this.#blocks)
    let rows = 0
    for (const word of words) {
      const slot = this.#slotOf(word)
      if (this.#rows[slot] !== 0) continue
      this.#words[slot] = word
      this.#rows[slot] = ++rows
    }
    this.#places = new Int32Array(rows * this.#blocks)
    words.forEach((word, at) => {
      const row = this.#rows[this.#slotOf(word)] as number
      const block = (row - 1) * this.#blocks + (at >> 5)
      this.#places[block] = (this.#places[block] as number) | (1 << (at & 31))
    })
  }

  /** How many words of another text are in this one in the same order. */
  count(words: Int32Array): number {
    const blocks = this.#blocks
    const places = this.#places
    const state = this.#state.fill(-1)
    for (let next = 0; next < words.length; next++) {
      const row = this.#rows[this.#slotOf(words[next] as number)] as number
      if (row === 0) continue
      const first = (row - 1) * blocks
      let carry = 0
      for (let at = 0; at < blocks; at++) {
        const bits = state[at] as number
        const met = bits & (places[first + at] as number)
        const sum = (bits >>> 0) + (met >>> 0) + carry
        carry = sum > 0xffffffff ? 1 : 0
        state[at] = sum | (bits - met)
      }
    }
    let common = 0
    state.forEach((bits, at) => {
      const used = Math.min(32, this.#length - at * 32)
      const mask = used === 32 ? -1 : (1 << used) - 1
      common += ones(~bits & mask)
    })
    return common
  }

  /** The slot of a word, or the free one where it would be. */
  #slotOf(word: number): number {
    const last = this.#rows.length - 1
    let slot = (word ^ (word >>> 15)) & last
    while (this.#rows[slot] !== 0 && this.#words[slot] !== word) slot = (slot + 1) & last
    return slot
  }
}

function ones(bits: number): number {
  let count = bits - ((bits >>> 1) & 0x55555555)
  count = (count & 0x33333333) + ((count >>> 2) & 0x33333333)
  return Math.imul((count + (count >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}
