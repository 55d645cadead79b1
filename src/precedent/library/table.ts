/** A table of numbers by keys of 64 bits, in as little memory as a million paragraphs leave. */

const leastSlots = 1024

export class Table {
  #high = new Int32Array(leastSlots)
  #low = new Int32Array(leastSlots)
  /** One more than the value; 0 where a slot is free. */
  #values = new Int32Array(leastSlots)
  #size = 0

  /** The number that is known by a key; undefined where none is. */
  get(high: number, low: number): number | undefined {
    const value = this.#values[this.#slot(high, low)] as number
    return value === 0 ? undefined : value - 1
  }

  set(high: number, low: number, value: number): void {
    const slot = this.#slot(high, low)
    if (this.#values[slot] === 0) this.#size++
    this.#high[slot] = high
    this.#low[slot] = low
    this.#values[slot] = value + 1
    // Half-full at the most: then a look-up ends after two slots.
    if (this.#size * 2 > this.#values.length) this.#grow()
  }

  #slot(high: number, low: number): number {
    const mask = this.#values.length - 1
    let slot = (high ^ Math.imul(low, 0x9e3779b1)) & mask
    while (this.#values[slot] !== 0 && (this.#high[slot] !== high || this.#low[slot] !== low))
      slot = (slot + 1) & mask
    return slot
  }

  #grow(): void {
    const [high, low, values] = [this.#high, this.#low, this.#values]
    const length = values.length * 2
    this.#high = new Int32Array(length)
    this.#low = new Int32Array(length)
    this.#values = new Int32Array(length)
    values.forEach((value, at) => {
      if (value === 0) return
      const slot = this.#slot(high[at] as number, low[at] as number)
      this.#high[slot] = high[at] as number
      this.#low[slot] = low[at] as number
      this.#values[slot] = value
    })
  }
}
