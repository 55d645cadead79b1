/** Comments: who wrote them, and the words that they are on. */
import type { BlockSource } from '../../../model/block.js'
import { attribute, type Element } from '../../xml/xml.js'

/** What a comment is on. */
export interface Anchor {
  /** The words, on the side that is read. */
  quote: string
  /** The paragraphs that hold them. */
  places: BlockSource[]
}

/** Follows the ranges of comments through the text. */
export class Comments {
  readonly #anchors = new Map<string, Anchor>()
  readonly #open = new Set<Anchor>()
  #place: BlockSource | undefined

  /** A paragraph begins. */
  enter(place: BlockSource): void {
    this.#place = place
    for (const anchor of this.#open) this.#stand(anchor)
  }

  /** Meet the start or end of a range, or the mark of a comment that has none. */
  meet(element: Element): void {
    const id = attribute(element, 'id') ?? ''
    const anchor = this.anchorOf(id) ?? { quote: '', places: [] }
    this.#anchors.set(id, anchor)
    if (element.name === 'commentRangeEnd') this.#open.delete(anchor)
    else {
      this.#stand(anchor)
      if (element.name === 'commentRangeStart') this.#open.add(anchor)
    }
  }

  /** Words of the text. */
  add(text: string): void {
    for (const anchor of this.#open) if (anchor.quote.length < longestQuote) anchor.quote += text
  }

  anchorOf(id: string): Anchor | undefined {
    return this.#anchors.get(id)
  }

  #stand(anchor: Anchor): void {
    if (!this.#place || anchor.places.includes(this.#place)) return
    if (anchor.quote !== '' && !/\s$/u.test(anchor.quote)) anchor.quote += ' '
    anchor.places.push(this.#place)
  }
}

/** Many comments on the whole of a long text must not fill memory. */
const longestQuote = 10_000
