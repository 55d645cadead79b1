/** Tracked changes: which side of them is read. */

import type { Revisions } from '../../../model/block.js'
import { attribute, child, childrenOf, type Element } from '../../xml/xml.js'
import { formatNumber } from './number-format.js'

export type { Revisions }

const gone: Record<Revisions, ReadonlySet<string>> = {
  final: new Set(['del', 'moveFrom']),
  original: new Set(['ins', 'moveTo']),
}

/** What stands inside this element is not on that side. */
export function isGone(element: Element, side: Revisions): boolean {
  return gone[side].has(element.name)
}

/** A mark among the properties says that what bears them (a paragraph's end, a row) is not on that side. */
export function marksGone(properties: Element | undefined, side: Revisions): boolean {
  if (!properties) return false
  return properties.children.some((node) => 'attribs' in node && gone[side].has(node.name))
}

/** Properties as they were on that side: `…Change` keeps the former ones. */
export function propertiesOn(properties: Element | undefined, side: Revisions): Element | undefined {
  if (!properties || side === 'final') return properties
  const change = child(properties, `${properties.name}Change`)
  return change ? child(change, properties.name) : properties
}

/** Cells say it by elements of their own. */
export function isCellGone(properties: Element | undefined, side: Revisions): boolean {
  return child(properties, side === 'final' ? 'cellDel' : 'cellIns') !== undefined
}

/** The number of a paragraph was not there before the changes. */
export function isNumberNew(numPr: Element | undefined): boolean {
  return childrenOf(numPr, 'ins').length > 0
}

/** How `numberingChange` codes the formats of numbers. */
const formats = ['decimal', 'upperRoman', 'lowerRoman', 'upperLetter', 'lowerLetter']

/**
 * The label that a paragraph bore before its numbering was changed; undefined
 * if that was not tracked.
 *
 * `%1:3:0:.` is level, number, format and the text behind it, once for each level.
 */
export function formerLabel(numPr: Element | undefined): string | undefined {
  const original = attribute(child(numPr, 'numberingChange'), 'original')
  if (original === undefined) return undefined
  const levels = [...original.matchAll(/%\d:(\d{1,6}):(\d{1,3}):([^%]*)/gu)]
  const label = levels.map(([, number, format, text]) => {
    const name = formats[Number(format)]
    return (name === undefined ? '' : formatNumber(Number(number), name)) + (text ?? '')
  })
  return label.join('').trim()
}
