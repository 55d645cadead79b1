/** Numbers that come one by one, as a typed array. */

type Numbers = Uint32Array | Float32Array

export class Column<N extends Numbers> {
  #numbers: N
  #size = 0
  readonly #make: new (
    size: number,
  ) => N

  constructor(make: new (size: number) => N) {
    this.#make = make
    this.#numbers = new make(1024)
  }

  get length(): number {
    return this.#size
  }

  push(number: number): void {
    if (this.#size === this.#numbers.length) {
      const longer = new this.#make(this.#size * 2)
      longer.set(this.#numbers)
      this.#numbers = longer
    }
    this.#numbers[this.#size++] = number
  }

  /** All that came. */
  get all(): N {
    return this.#numbers.subarray(0, this.#size) as N
  }
}
