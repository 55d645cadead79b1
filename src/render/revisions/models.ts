/** For a paragraph that is new: which of the base it is to be set like. */
import { type Item, isParagraph, type Paragraph } from '../../word/manuscript.js'
import { attribute, child, valOf } from '../../word/xml.js'

/** How a paragraph is set, as far as one document can be compared with another. */
function setting({ element, region, outline }: Paragraph): string {
  const pPr = child(element, 'pPr')
  const indent = child(pPr, 'ind')
  const numPr = child(pPr, 'numPr')
  const values = ['left', 'start', 'hanging', 'firstLine'].map((name) => attribute(indent, name) ?? '')
  return [region, outline ?? '', valOf(pPr, 'pStyle') ?? '', valOf(numPr, 'ilvl') ?? '', ...values].join('|')
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
  readonly #pairs: { at: number; now: Paragraph; old: Paragraph }[] = []
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
  for(at: number, now: Paragraph): Paragraph | undefined {
    const [own, label, empty] = [setting(now), shape(now), now.text.trim() === '']
    let best: { old: Paragraph; score: number } | undefined
    for (const pair of this.#pairs) {
      let score = -Math.abs(pair.at - at)
      if ((pair.now.text.trim() === '') === empty) score += 40_000
      if (pair.now.region === now.region) score += 80_000
      if (shape(pair.now) === label) score += 20_000
      if (setting(pair.now) === own) score += 10_000
      if (!best || score > best.score) best = { old: pair.old, score }
    }
    return best?.old
  }
}
