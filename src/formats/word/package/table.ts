/** What tells a table of figures or names from one that places text on the page. */

import { attribute, child, childrenOf, type Element, elements, flag, integer, valOf } from '../../xml/xml.js'
import { isCellGone, marksGone, type Side } from './revisions.js'
import type { Styles } from './styles.js'

/** More columns than any page holds: a hostile span must not fill memory. */
const widest = 64

/** How many columns a cell spans. */
export function span(cell: Element): number {
  const columns = integer(valOf(child(cell, 'tcPr'), 'gridSpan')) ?? 1
  return Math.min(widest, Math.max(1, columns))
}

/** Mastheads have two rows or three, and lines of their cells' own under them. */
const longestMasthead = 3

/** Two rows and two columns at least, and a head row, or lines as tables have and mastheads have not. */
export function isRuled(table: Element, rows: readonly Row[], styles: Styles): boolean {
  if (rows.length < 2 || !rows.some(({ cells }) => cells.length > 1)) return false
  if (childrenOf(table, 'tr').some((row) => flag(child(row, 'trPr'), 'tblHeader'))) return true
  const properties = child(table, 'tblPr')
  const borders = child(properties, 'tblBorders') ?? styles.tableBorders(valOf(properties, 'tblStyle'))
  if (lines(borders).length > 0) return true
  const sides = rows
    .flatMap(({ cells }) => cells)
    .map((cell) => lines(child(child(cell, 'tcPr'), 'tcBorders')))
  const lined = sides.filter((all) => all.length > 0).length
  if (rows.length > longestMasthead) return lined > 0
  return lined * 2 > sides.length && sides.some((all) => all.some((side) => upright.has(side)))
}

const upright: ReadonlySet<string> = new Set(['left', 'right', 'start', 'end', 'insideV'])

/** On which sides there are lines. */
function lines(borders: Element | undefined): string[] {
  if (!borders) return []
  return elements(borders)
    .filter((border) => !/^(?:nil|none)?$/u.test(attribute(border, 'val') ?? ''))
    .map(({ name }) => name)
}

export interface Row {
  element: Element
  cells: Element[]
}

/** The rows, and the cells of each, that are on a side of the tracked changes; content controls may wrap both. */
export function rowsOf(table: Element, side: Side): Row[] {
  return unwrap(table, 'tr')
    .filter((row) => !childrenOf(row, 'trPr').some((properties) => marksGone(properties, side)))
    .map((row) => ({
      element: row,
      cells: unwrap(row, 'tc').filter((cell) => !isCellGone(child(cell, 'tcPr'), side)),
    }))
}

/** The rows, and the cells of those that are kept, that are not on a side. */
export function goneFrom(table: Element, side: Side): Element[] {
  const kept = rowsOf(table, side)
  const rows = new Set(kept.map(({ element }) => element))
  const cells = new Set(kept.flatMap((row) => row.cells))
  return [
    ...unwrap(table, 'tr').filter((row) => !rows.has(row)),
    ...kept.flatMap(({ element }) => unwrap(element, 'tc').filter((cell) => !cells.has(cell))),
  ]
}

function unwrap(parent: Element, name: string): Element[] {
  return elements(parent).flatMap((node) => {
    if (node.name === name) return [node]
    return node.name === 'sdt' || node.name === 'sdtContent' || node.name === 'customXml'
      ? unwrap(node, name)
      : []
  })
}
