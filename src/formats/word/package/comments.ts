/** Comments: the words that they are on. */
import type { BlockSource } from '../../../model/block.js'
import { attribute, type Element } from '../../xml/xml.js'

/** What a comment is on. */
export interface Anchor {
  /** The words, on the side that is read. */
  quote: string
  /** The paragraphs that hold them. */
  places: BlockSource[]
}

/** A range as offsets in the text and in the paragraphs that were met; `end` is absent while it is open. */
interface Range {
  start: number
  end?: number
  first: number
  last?: number
}

/** Many comments on the whole of a long text must not fill memory: some pages of it say what they are on. */
const longestQuote = 10_000
const mostPlaces = 200

/** Follows the ranges of comments through the text, however many overlap. */
export class Comments {
  readonly #ranges = new Map<string, Range>()
  readonly #places: BlockSource[] = []
  #text = ''

  /** A paragraph begins. */
  enter(place: BlockSource): void {
    this.#places.push(place)
    this.#text += ' '
  }

  /**
   * Meet the start or end of a range, or the mark of a comment that has none.
   *
   * @param isBetween it is between paragraphs: what begins there begins with the next
   */
  meet(element: Element, isBetween = false): void {
    const id = attribute(element, 'id') ?? ''
    const known = this.#ranges.get(id)
    const [at, place] = [this.#text.length, Math.max(0, this.#places.length - 1)]
    if (element.name === 'commentRangeStart') {
      if (!known) this.#ranges.set(id, { start: at, first: isBetween ? this.#places.length : place })
    } else if (!known) this.#ranges.set(id, { start: at, end: at, first: place, last: place })
    else if (known.end === undefined) {
      known.end = at
      known.last = place
    }
  }

  /** Words of the text. */
  add(text: string): void {
    this.#text += text
  }

  anchorOf(id: string): Anchor | undefined {
    const range = this.#ranges.get(id)
    if (!range) return undefined
    const { start, end = this.#text.length, first, last = this.#places.length - 1 } = range
    return {
      quote: this.#text.slice(start, Math.min(end, start + longestQuote)),
      places: this.#places.slice(first, Math.min(last + 1, first + mostPlaces)),
    }
  }
}
