/** The properties of a paragraph: its style, its number, its rank in the outline. */

import { attribute, child, type Element, integer, valOf } from '../../xml/xml.js'
import type { Context } from './context.js'
import { formerLabel, isNumberNew, propertiesOn } from './revisions.js'

export interface ParagraphProperties {
  style: string | undefined
  numPr: Element | undefined
  /** Heading level from 1; undefined for body text. */
  outline: number | undefined
  /** Level of its automatic number, from 1; undefined for none. */
  level: number | undefined
}

/** How a paragraph is set, on one side of its tracked changes. */
export function paragraphProperties(own: Element | undefined, context: Context): ParagraphProperties {
  const { styles, side } = context
  const properties = propertiesOn(own, side)
  const style = styles.idOf('paragraph', valOf(properties, 'pStyle'))
  const given = child(properties, 'numPr')
  const numPr = isNumberNew(given, side) ? undefined : given
  const outlineLevel =
    valOf(properties, 'outlineLvl') ??
    attribute(styles.paragraphProperty(style, 'outlineLvl')?.element, 'val')
  const outline = integer(outlineLevel)
  const place = listPlace(style, numPr, context)
  return {
    style,
    numPr,
    // Nine is Word's word for body text.
    outline: outline !== undefined && outline >= 0 && outline < 9 ? outline + 1 : undefined,
    level: place && place.level + 1,
  }
}

/** The list of a paragraph, and its level there from 0; undefined for a paragraph without number. */
function listPlace(
  style: string | undefined,
  numPr: Element | undefined,
  { styles, numbering }: Context,
): { numId: string; level: number } | undefined {
  const inherited = styles.paragraphProperty(style, 'numPr')
  const numId = valOf(numPr, 'numId') ?? valOf(inherited?.element, 'numId')
  // Zero takes a number away that the style would give.
  if (numId === undefined || numId === '0') return undefined
  const level =
    integer(valOf(numPr, 'ilvl')) ??
    numbering.levelOfStyle(numId, style) ??
    integer(valOf(inherited?.element, 'ilvl')) ??
    numbering.levelOfStyle(numId, inherited?.style) ??
    0
  return level >= 0 && level < 9 ? { numId, level } : undefined
}

/** Count a paragraph in its list and give its label with what follows it; '' for one without number. */
export function numberLabel({ style, numPr }: ParagraphProperties, context: Context): string {
  const former = context.side === 'original' ? formerLabel(numPr) : undefined
  if (former !== undefined) return former === '' ? '' : `${former}\t`
  const place = listPlace(style, numPr, context)
  return place ? context.numbering.next(place.numId, place.level) : ''
}
