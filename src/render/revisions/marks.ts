/** Revision marks: who, when, and numbers that no other mark of the document bears. */

export interface Author {
  author: string
  /** ISO 8601, to the second. */
  date: string
}

/** What a revision does to the runs inside it. */
export type RunRevision = 'ins' | 'del' | 'moveFrom' | 'moveTo'

export class Marks {
  readonly #author: string
  readonly #date: string
  #next: number

  /** @param first a number that no annotation of the document bears, nor any above it */
  constructor({ author, date }: Author, first: number) {
    this.#author = escapeXml(author)
    this.#date = escapeXml(date)
    this.#next = first
  }

  /** Attributes of a new mark, for a prefix of WordprocessingML. */
  attributes(prefix: string): string {
    return `${prefix}:id="${this.id()}" ${prefix}:author="${this.#author}" ${prefix}:date="${this.#date}"`
  }

  id(): number {
    return this.#next++
  }

  /** An empty mark, which stands among properties. */
  empty(prefix: string, name: string): string {
    return `<${prefix}:${name} ${this.attributes(prefix)}/>`
  }
}

export function escapeXml(text: string): string {
  return (
    text
      .replace(/&/gu, '&amp;')
      .replace(/</gu, '&lt;')
      .replace(/>/gu, '&gt;')
      .replace(/"/gu, '&quot;')
      // XML 1.0 has no other control characters.
      .replace(/[^\P{Cc}\t\n\r]/gu, '')
  )
}
