/** For a paragraph that is new: which of the base it is to be set like. */

import type { Paragraph } from '../package/manuscript.js'
import { type Indent, indentOf, isNewParagraph, type NewItem, type NewParagraph } from './revised.js'

/** A paragraph of both documents. */
export interface Model {
  new: NewParagraph
  old: Paragraph
}

/**
 * How far a new paragraph is to be set in where its model is not, in twentieths of a point.
 *
 * Given the paragraph and its model. Ensures undefined where the documents set the
 * model in different ways, so that the measures of one say nothing in the other, or
 * where there is no difference.
 */
export function ownIndent(paragraph: NewParagraph, model: Model): ReadonlyMap<string, string> | undefined {
  const [own, other] = [paragraph.indent, model.new.indent]
  if (!own || !other || own.style !== other.style) return undefined
  if (written(other) !== written(indentOf(model.old.element)) || written(own) === written(other))
    return undefined
  return new Map(
    [...own.sides].flatMap(([side, value]) =>
      /^-?\d{1,6}$/u.test(value ?? '') ? [[side, value ?? '']] : [],
    ),
  )
}

function written({ style, sides }: Indent): string {
  return [style ?? '', ...sides.values()].join('|')
}

/** What kind of label it opens with: 1. (a) (i) or none. */
function shape({ label, text }: NewParagraph): string {
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
  readonly #items: readonly NewItem[]

  constructor(items: readonly NewItem[]) {
    this.#items = items
  }

  /** Note that a paragraph of the new document, by its place, is one of the base. */
  pair(at: number, old: Paragraph): void {
    const item = this.#items[at]
    if (item && isNewParagraph(item)) this.#pairs.push({ at, new: item, old })
  }

  /** The paragraph of the base whose partner is set like this one, the nearest of the best. */
  for(at: number, item: NewParagraph): Model | undefined {
    const [label, empty] = [shape(item), item.text.trim() === '']
    let best: { pair: Model; score: number } | undefined
    for (const pair of this.#pairs) {
      let score = -Math.abs(pair.at - at)
      if ((pair.new.text.trim() === '') === empty) score += 40_000
      if (pair.new.region === item.region) score += 80_000
      if (shape(pair.new) === label) score += 20_000
      if (pair.new.setting === item.setting) score += 10_000
      if (!best || score > best.score) best = { pair, score }
    }
    return best?.pair
  }
}
