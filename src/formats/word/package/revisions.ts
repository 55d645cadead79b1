/** Tracked changes: which side of them is read, or both. */

import type { Side as ReadSide, Revisions } from '../../../model/block.js'
import { attribute, child, childrenOf, type Element } from '../../xml/xml.js'
import { formatNumber } from './number-format.js'

export type { Revisions }

/** A side of tracked changes, both, or the document as one author alone would have it: the others' are not made. */
export type Side = ReadSide | { author: string }

/** On which of the two sides a change is; on both, where both are read. */
function sideOf(change: Element, side: Side): ReadSide {
  if (typeof side === 'string') return side
  return attribute(change, 'author') === side.author ? 'final' : 'original'
}

const gone: Record<ReadSide, ReadonlySet<string>> = {
  final: new Set(['del', 'moveFrom']),
  original: new Set(['ins', 'moveTo']),
  both: new Set(),
}

/** What is inside this element is not on that side. */
export function isGone(element: Element, side: Side): boolean {
  return gone[sideOf(element, side)].has(element.name)
}

/** A mark among the properties says that what bears them (a paragraph's end, a row) is not on that side. */
export function marksGone(properties: Element | undefined, side: Side): boolean {
  if (!properties) return false
  return properties.children.some((node) => 'attribs' in node && isGone(node, side))
}

/** Properties as they were on that side: `…Change` keeps the former ones. */
export function propertiesOn(properties: Element | undefined, side: Side): Element | undefined {
  if (!properties || side === 'final' || side === 'both') return properties
  const change = child(properties, `${properties.name}Change`)
  if (!change || sideOf(change, side) === 'final') return properties
  return child(change, properties.name)
}

/** Cells say it by elements of their own. */
export function isCellGone(properties: Element | undefined, side: Side): boolean {
  const [cut, added] = [child(properties, 'cellDel'), child(properties, 'cellIns')]
  return (cut && sideOf(cut, side) === 'final') || (added && sideOf(added, side) === 'original') || false
}

/** The number of a paragraph is not there on that side: a change brought it. */
export function isNumberNew(numPr: Element | undefined, side: Side): boolean {
  return childrenOf(numPr, 'ins').some((change) => sideOf(change, side) === 'original')
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
