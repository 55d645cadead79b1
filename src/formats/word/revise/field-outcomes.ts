/** What becomes of the fields of a paragraph whose characters are edited. */
import type { Element } from '../../xml/xml.js'
import type { Edits } from './edit.js'
import { type Field, fieldsOf } from './fields.js'

/** The characters that an element prints, by their places in the paragraph. */
export interface Stretch {
  start: number
  length: number
}

/**
 * Find the elements of fields that go with their results, and where those end that stay.
 *
 * Ensures that a field all of whose result is cut goes, unless an author fills it anew; `ends` has
 * by the place of the last character of a result that stays the element that ends its field.
 */
export function outcomeOfFields(
  paragraph: Element,
  stretches: ReadonlyMap<Element, Stretch>,
  { keep, insertions }: Edits,
): { lost: ReadonlySet<Element>; ends: ReadonlyMap<number, Element> } {
  const lost = new Set<Element>()
  const ends = new Map<number, Element>()
  for (const [{ codes, isComputed }, units] of unitsOfFields(paragraph, stretches)) {
    const last = units.at(-1)
    const end = codes.at(-1)
    if (last === undefined || end === undefined) continue
    if (keep[last]) ends.set(last, end)
    // New words in the place of the result, and of nothing else, are its new result.
    const isWhole = keep[(units[0] as number) - 1] !== false && keep[last + 1] !== false
    const isFilled = !isComputed && isWhole && insertions.has(last + 1)
    if (isFilled || units.some((at) => keep[at])) continue
    for (const element of codes) lost.add(element)
  }
  return { lost, ends }
}

function unitsOfFields(paragraph: Element, stretches: ReadonlyMap<Element, Stretch>): Map<Field, number[]> {
  const fields = new Map<Field, number[]>()
  for (const [element, field] of fieldsOf(paragraph)) {
    const { start, length } = stretches.get(element) ?? { start: 0, length: 0 }
    const units = Array.from({ length }, (_, at) => start + at)
    fields.set(field, [...(fields.get(field) ?? []), ...units])
  }
  return fields
}
