/** For each word the texts that have it, as they come: numbers of texts as differences, seven bits a byte. */

export class Postings {
  /** Slots by the number of the word. */
  readonly #slots = new Map<number, number>()
  readonly #counts: number[] = []
  readonly #last: number[] = []
  readonly #sizes: number[] = []
  readonly #bytes: Uint8Array[] = []

  /** Say that a text, later than all before, has a word. */
  add(word: number, text: number): void {
    const slot = this.#slotOf(word)
    const count = this.#counts[slot] as number
    let gap = count === 0 ? text : text - (this.#last[slot] as number)
    this.#counts[slot] = count + 1
    this.#last[slot] = text
    let size = this.#sizes[slot] as number
    let bytes = this.#bytes[slot] as Uint8Array
    if (size + 5 > bytes.length) {
      const longer = new Uint8Array(Math.ceil(bytes.length * 1.5) + 8)
      longer.set(bytes)
      bytes = longer
      this.#bytes[slot] = bytes
    }
    for (; gap > 127; gap >>>= 7) bytes[size++] = (gap & 127) | 128
    bytes[size++] = gap
    this.#sizes[slot] = size
  }

  /** Take over the list of a word: how many texts have it, and which. */
  adopt(word: number, count: number, bytes: Uint8Array): void {
    const slot = this.#slotOf(word)
    this.#bytes[slot] = bytes
    this.#sizes[slot] = bytes.length
    this.#counts[slot] = count
    eachText(bytes, (text) => {
      this.#last[slot] = text
    })
  }

  /** Words in ascending order, with how many texts have each, and which. */
  *sorted(): Generator<{ word: number; count: number; bytes: Uint8Array }> {
    const words = Uint32Array.from(this.#slots.keys()).sort()
    for (const word of words) {
      const slot = this.#slots.get(word) as number
      const bytes = (this.#bytes[slot] as Uint8Array).subarray(0, this.#sizes[slot])
      yield { word, count: this.#counts[slot] as number, bytes }
    }
  }

  get words(): number {
    return this.#slots.size
  }

  #slotOf(word: number): number {
    const key = word >>> 0
    const known = this.#slots.get(key)
    if (known !== undefined) return known
    const slot = this.#slots.size
    this.#slots.set(key, slot)
    this.#bytes.push(new Uint8Array(8))
    for (const column of [this.#counts, this.#last, this.#sizes]) column.push(0)
    return slot
  }
}

/** Tell the texts of a list of postings, in ascending order. */
export function eachText(bytes: Uint8Array, tell: (text: number) => void): void {
  let text = 0
  for (let at = 0; at < bytes.length; ) {
    let gap = 0
    let shift = 0
    let byte = 128
    while (byte > 127) {
      byte = bytes[at++] as number
      gap |= (byte & 127) << shift
      shift += 7
    }
    text += gap
    tell(text)
  }
}
