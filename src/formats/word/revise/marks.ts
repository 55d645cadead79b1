/** Revision marks: who, when, and numbers that no other mark of the document bears. */
import { escapeXml } from '../../xml/characters.js'
import { attribute, descendants, integer } from '../../xml/xml.js'
import type { WordDocument } from '../package/document.js'

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

  /** A copy of revisions: each has a number of its own. */
  renumbered(xml: string): string {
    return xml.replace(
      /(<[\w.-]+:(?:ins|del|moveFrom|moveTo|[a-z]{1,5}PrChange)\s[^>]{0,400}?:id=["'])\d+(?=["'])/gu,
      (_, open: string) => `${open}${this.id()}`,
    )
  }

  /** An empty mark, which is among properties. */
  empty(prefix: string, name: string): string {
    return `<${prefix}:${name} ${this.attributes(prefix)}/>`
  }
}

/** A number that no annotation bears. */
export function firstFree({ word, pages }: WordDocument): number {
  const parts = [
    word.main,
    ...pages.map(({ part }) => part),
    ...['footnotes', 'endnotes', 'comments'].flatMap((role) => word.byRole(role) ?? []),
  ]
  let highest = 0
  for (const { root } of parts)
    for (const element of descendants(root))
      highest = Math.max(highest, integer(attribute(element, 'id')) ?? 0)
  return highest + 1
}
