/** For a paragraph that is new: which of the base it is to be set like. */

import { firstFrom } from '../../../model/ascending.js'
import { grouped } from '../../../model/grouped.js'
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

interface Features {
  region: string
  empty: boolean
  shape: string
  setting: string
}

/** What a model has in common with a new paragraph, the more telling first; a setting tells of its region too. */
const choices: readonly (readonly (keyof Features)[])[] = [
  ['region', 'empty', 'shape', 'setting'],
  ['region', 'empty', 'shape'],
  ['region', 'empty', 'setting'],
  ['region', 'empty'],
  ['region', 'shape', 'setting'],
  ['region', 'shape'],
  ['region', 'setting'],
  ['region'],
  ['empty', 'shape'],
  ['empty'],
  [],
]
type Choice = (typeof choices)[number]

/** Paragraphs that are in both documents, found by how they are set and where they are. */
export class Models {
  /** In order. */
  readonly #pairs: readonly (Model & { at: number; features: Features })[]
  /** The pairs by what they have of a choice of features: most choices are never asked for. */
  readonly #groups = new Map<Choice, ReadonlyMap<string, Group>>()

  /** Given the items of the new document, and by their place in it the paragraphs of the base that they are. */
  constructor(items: readonly NewItem[], paired: ReadonlyMap<number, Paragraph>) {
    this.#pairs = [...paired]
      .sort(([one], [other]) => one - other)
      .flatMap(([at, old]) => {
        const item = items[at]
        return item && isNewParagraph(item) ? [{ at, new: item, old, features: featuresOf(item) }] : []
      })
  }

  /** The paragraph of the base whose partner is set like this one, the nearest of the best. */
  for(at: number, item: NewParagraph): Model | undefined {
    const features = featuresOf(item)
    for (const choice of choices) {
      const group = this.#by(choice).get(keyOf(features, choice))
      if (group) return nearest(group, at)
    }
    return undefined
  }

  #by(choice: Choice): ReadonlyMap<string, Group> {
    const known = this.#groups.get(choice)
    if (known) return known
    const groups = new Map(
      [...grouped(this.#pairs, ({ features }) => keyOf(features, choice))].map(([key, models]) => [
        key,
        { models, places: models.map(({ at }) => at) },
      ]),
    )
    this.#groups.set(choice, groups)
    return groups
  }
}

/** Models and their places, in order; at least one. */
interface Group {
  models: readonly Model[]
  places: readonly number[]
}

function featuresOf(paragraph: NewParagraph): Features {
  const { region, text, setting } = paragraph
  return { region, empty: text.trim() === '', shape: shape(paragraph), setting }
}

function keyOf(features: Features, choice: Choice): string {
  return JSON.stringify(choice.map((name) => features[name]))
}

/** Of two as near the first. */
function nearest({ models, places }: Group, at: number): Model | undefined {
  const next = firstFrom(places, at)
  const [before, after] = [places[next - 1], places[next]]
  const isBefore = after === undefined || (before !== undefined && at - before <= after - at)
  return models[isBefore ? next - 1 : next]
}
