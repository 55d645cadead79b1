/** For a paragraph that is new: which of the base it is to be set like. */

import { attribute, child, type Element, valOf } from '../../xml/xml.js'
import { type Item, isParagraph, type Paragraph } from '../package/manuscript.js'

/** How a paragraph is set, as far as one document can be compared with another. */
function setting({ element, region, outline }: Paragraph): string {
  const pPr = child(element, 'pPr')
  const numPr = child(pPr, 'numPr')
  const values = [...indentOf(element)].map(([, value]) => value ?? '')
  return [region, outline ?? '', valOf(pPr, 'pStyle') ?? '', valOf(numPr, 'ilvl') ?? '', ...values].join('|')
}

const sides = ['left', 'start', 'right', 'end', 'hanging', 'firstLine'] as const

/** How far a paragraph is set in by its own properties, on each side. */
function indentOf(element: Element): Map<string, string | undefined> {
  const indent = child(child(element, 'pPr'), 'ind')
  return new Map(sides.map((side) => [side, attribute(indent, side)]))
}

/** The style of a paragraph, and how far it is set in. */
function place({ element }: Paragraph): string {
  return [valOf(child(element, 'pPr'), 'pStyle') ?? '', ...indentOf(element).values()].join('|')
}

/** A paragraph of both documents. */
export interface Model {
  now: Paragraph
  old: Paragraph
}

/**
 * How far a new paragraph is to be set in where its model is not, in twentieths of a point.
 *
 * Given the paragraph and its model. Ensures undefined where the documents set the
 * model in different ways, so that the measures of one say nothing in the other, or
 * where there is no difference.
 */
export function ownIndent(
  paragraph: Paragraph,
  { now, old }: Model,
): ReadonlyMap<string, string> | undefined {
  const [style, other] = [paragraph, now].map(({ element }) => valOf(child(element, 'pPr'), 'pStyle'))
  if (style !== other || place(now) !== place(old) || place(paragraph) === place(now)) return undefined
  const given = [...indentOf(paragraph.element)]
  return new Map(
    given.flatMap(([side, value]) => (/^-?\d{1,6}$/u.test(value ?? '') ? [[side, value ?? '']] : [])),
  )
}

/** What kind of label it opens with: 1. (a) (i) or none. */
function shape({ label, text }: Paragraph): string {
  const opening = /^\s*(?:(\d+)[.)]|\(?((?:[ivx]+)|\p{L})\))?/u.exec(label + text)
  if (opening?.[1]) return '1'
  return opening?.[2]
    ? /^[ivx]/u.test(opening[2]) && opening[2] !== 'v' && opening[2] !== 'x'
      ? 'i'
      : 'a'
    : ''
}

export class Models {
  /** Paragraphs of the new document that have one in the base, with it. */
  readonly #pairs: (Model & { at: number })[] = []
  readonly #items: readonly Item[]

  constructor(items: readonly Item[]) {
    this.#items = items
  }

  /** Note that a paragraph of the new document, by its place, is one of the base. */
  pair(at: number, old: Paragraph): void {
    const now = this.#items[at]
    if (now && isParagraph(now)) this.#pairs.push({ at, now, old })
  }

  /** The paragraph of the base whose partner is set like this one, the nearest of the best. */
  for(at: number, now: Paragraph): Model | undefined {
    const [own, label, empty] = [setting(now), shape(now), now.text.trim() === '']
    let best: { pair: Model; score: number } | undefined
    for (const pair of this.#pairs) {
      let score = -Math.abs(pair.at - at)
      if ((pair.now.text.trim() === '') === empty) score += 40_000
      if (pair.now.region === now.region) score += 80_000
      if (shape(pair.now) === label) score += 20_000
      if (setting(pair.now) === own) score += 10_000
      if (!best || score > best.score) best = { pair, score }
    }
    return best?.pair
  }
}
