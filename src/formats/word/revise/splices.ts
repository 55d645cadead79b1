/** Edits to the text of parts, by the places of elements: what is not edited stays to the byte. */

import { type Element, endTagOf, sourceOf, startTagOf } from '../../xml/xml.js'
import type { Part } from '../package/package.js'

interface Splice {
  from: number
  to: number
  text: string
  /** At one place: what follows an element is before what precedes the next. */
  rank: number
}

export class Splices {
  readonly #parts = new Map<string, { part: Part; splices: Splice[] }>()

  replace(part: Part, { startIndex, endIndex }: Element, text: string): void {
    this.#add(part, { from: startIndex, to: endIndex + 1, text, rank: 2 })
  }

  before(part: Part, { startIndex }: Element, text: string): void {
    this.#add(part, { from: startIndex, to: startIndex, text, rank: 1 })
  }

  after(part: Part, { endIndex }: Element, text: string): void {
    this.#add(part, { from: endIndex + 1, to: endIndex + 1, text, rank: 0 })
  }

  /** Add at the end of an element's content. */
  append(part: Part, element: Element, text: string): void {
    const { startIndex, endIndex } = element
    if (part.xml.slice(startIndex, endIndex + 1).endsWith('/>')) {
      this.replace(part, element, startTagOf(part, element) + text + endTagOf(part, element))
      return
    }
    const at = part.xml.lastIndexOf('<', endIndex)
    this.#add(part, { from: at, to: at, text, rank: 1 })
  }

  /** An element as it is to be, with the edits inside it. */
  source(part: Part, element: Element): string {
    const { startIndex: from, endIndex } = element
    const to = endIndex + 1
    const own = this.#parts.get(part.name)?.splices ?? []
    const inside = own.filter(
      (splice) => splice.from >= from && splice.to <= to && !isOuter(splice, from, to),
    )
    const moved = inside.map((splice) => ({ ...splice, from: splice.from - from, to: splice.to - from }))
    return apply(sourceOf(part, element), moved)
  }

  /** The parts that were edited, by name. */
  get edited(): Map<string, string> {
    return new Map([...this.#parts].map(([name, { part, splices }]) => [name, apply(part.xml, splices)]))
  }

  #add(part: Part, splice: Splice): void {
    const own = this.#parts.get(part.name) ?? { part, splices: [] }
    own.splices.push(splice)
    this.#parts.set(part.name, own)
  }
}

/** It is beside the element, or replaces it. */
function isOuter(splice: Splice, from: number, to: number): boolean {
  return (
    (splice.from === splice.to && (splice.from === from || splice.to === to)) ||
    (splice.from === from && splice.to === to)
  )
}

function apply(xml: string, splices: readonly Splice[]): string {
  const sorted = [...splices].sort((a, b) => a.from - b.from || a.rank - b.rank)
  let result = ''
  let at = 0
  for (const { from, to, text } of sorted) {
    // What encloses it was written with it.
    if (from < at) continue
    result += xml.slice(at, from) + text
    at = Math.max(at, to)
  }
  return result + xml.slice(at)
}
