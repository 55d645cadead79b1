/** What tells a table of figures or names from one that places text on the page. */
import { type Block, concat, type Rich, rich } from '../../block.js'
import type { Styles } from '../../word/styles.js'
import { attribute, child, childrenOf, type Element, elements, flag, integer, valOf } from '../../word/xml.js'

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
export function isRuled(table: Element, rows: readonly (readonly Element[])[], styles: Styles): boolean {
  if (rows.length < 2 || !rows.some((row) => row.length > 1)) return false
  if (childrenOf(table, 'tr').some((row) => flag(child(row, 'trPr'), 'tblHeader'))) return true
  const properties = child(table, 'tblPr')
  const borders = child(properties, 'tblBorders') ?? styles.tableBorders(valOf(properties, 'tblStyle'))
  if (lines(borders).length > 0) return true
  const sides = rows.flat().map((cell) => lines(child(child(cell, 'tcPr'), 'tcBorders')))
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

/** The paragraphs of a cell as one text. */
export function cellText(blocks: readonly Block[]): Rich {
  const parts = blocks.flatMap((block, index) => (index > 0 ? [rich(' '), textOf(block)] : [textOf(block)]))
  return concat(...parts)
}

/** A table inside a cell is read across. */
function textOf({ text, table }: Block): Rich {
  if (!table) return text
  const cells = table.rows.flat().filter(({ value }) => value !== '')
  return concat(...cells.flatMap((cell, index) => (index > 0 ? [rich(' '), cell] : [cell])))
}
