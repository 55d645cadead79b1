/** The sections of a document, and the headers and footers that are printed in them. */

import { attribute, child, childrenOf, descendants, type Element, flag } from '../../xml/xml.js'
import type { Part, WordPackage } from './package.js'

/** The properties of the sections of the body, in order. */
export function sectionsOf(body: Element): Element[] {
  const found: Element[] = []
  for (const element of descendants(body)) {
    const own = element.name === 'pPr' ? child(element, 'sectPr') : undefined
    if (own) found.push(own)
  }
  const last = child(body, 'sectPr')
  return last ? [...found, last] : found
}

/** A header or footer that is printed. */
export interface Page {
  part: Part
  kind: 'header' | 'footer'
  /** `first`, `default` or `even`. */
  type: string
  /** Number of the section that first refers to it, from 0. */
  section: number
  /** It is the first page's. */
  front: boolean
}

/** List the headers and footers that are printed, each part once, as the sections refer to them. */
export function pagesOf(
  word: WordPackage,
  sections: readonly Element[],
  settings: Element | undefined,
): Page[] {
  const seen = new Set<string>()
  const found: Page[] = []
  const evenAndOdd = flag(settings, 'evenAndOddHeaders') ?? false
  sections.forEach((section, index) => {
    const ownFirst = flag(section, 'titlePg') ?? false
    const types = [...(ownFirst ? ['first'] : []), 'default', ...(evenAndOdd ? ['even'] : [])]
    for (const [at, type] of types.entries())
      for (const kind of ['header', 'footer'] as const) {
        const reference = childrenOf(section, `${kind}Reference`).find(
          (one) => (attribute(one, 'type') ?? 'default') === type,
        )
        const part = word.byId(attribute(reference, 'id'))
        if (!part || seen.has(part.name)) continue
        seen.add(part.name)
        found.push({ part, kind, type, section: index, front: index === 0 && at === 0 })
      }
  })
  return found
}
