/** The properties of a paragraph: its style, its number, its rank in the outline. */

import { attribute, child, type Element, integer, valOf } from '../../xml/xml.js'
import type { Context } from './context.js'
import { formerLabel, isNumberNew, propertiesOn } from './revisions.js'

export interface ParagraphProperties {
  style: string | undefined
  numPr: Element | undefined
  /** Heading level from 1; undefined for body text. */
  outline: number | undefined
}

/** How a paragraph is set, on one side of its tracked changes. */
export function paragraphProperties(
  own: Element | undefined,
  { styles, side }: Context,
): ParagraphProperties {
  const properties = propertiesOn(own, side)
  const style = styles.idOf('paragraph', valOf(properties, 'pStyle'))
  const numPr = child(properties, 'numPr')
  const level =
    valOf(properties, 'outlineLvl') ??
    attribute(styles.paragraphProperty(style, 'outlineLvl')?.element, 'val')
  const outline = integer(level)
  return {
    style,
    numPr: side === 'original' && isNumberNew(numPr) ? undefined : numPr,
    // Nine is Word's word for body text.
    outline: outline !== undefined && outline >= 0 && outline < 9 ? outline + 1 : undefined,
  }
}

/** Count a paragraph in its list and give its label with what follows it; '' for one without number. */
export function numberLabel(
  { style, numPr }: ParagraphProperties,
  { styles, numbering, side }: Context,
): string {
  const former = side === 'original' ? formerLabel(numPr) : undefined
  if (former !== undefined) return former === '' ? '' : `${former}\t`
  const inherited = styles.paragraphProperty(style, 'numPr')
  const numId = valOf(numPr, 'numId') ?? valOf(inherited?.element, 'numId')
  // Zero takes a number away that the style would give.
  if (numId === undefined || numId === '0') return ''
  const level =
    integer(valOf(numPr, 'ilvl')) ??
    numbering.levelOfStyle(numId, style) ??
    integer(valOf(inherited?.element, 'ilvl')) ??
    numbering.levelOfStyle(numId, inherited?.style) ??
    0
  return level >= 0 && level < 9 ? numbering.next(numId, level) : ''
}
