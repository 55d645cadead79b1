/** What tells a table of figures or names from one that places text on the page. */
import { type Block, concat, type Rich, rich } from '../../block.js'
import type { Styles } from './styles.js'
import { attribute, child, type Element, elements, integer, valOf } from './xml.js'

/** More columns than any page holds: a hostile span must not fill memory. */
const widest = 64

/** How many columns a cell spans. */
export function span(cell: Element): number {
  const columns = integer(valOf(child(cell, 'tcPr'), 'gridSpan')) ?? 1
  return Math.min(widest, Math.max(1, columns))
}

/** Two rows and two columns at least, and lines between or around them. */
export function isRuled(table: Element, rows: readonly (readonly Element[])[], styles: Styles): boolean {
  if (rows.length < 2 || !rows.some((row) => row.length > 1)) return false
  const properties = child(table, 'tblPr')
  const borders = child(properties, 'tblBorders') ?? styles.tableBorders(valOf(properties, 'tblStyle'))
  if (hasLine(borders)) return true
  const cells = rows.flat()
  const lined = cells.filter((cell) => hasLine(child(child(cell, 'tcPr'), 'tcBorders')))
  return lined.length * 2 > cells.length
}

function hasLine(borders: Element | undefined): boolean {
  return (
    borders !== undefined &&
    elements(borders).some((border) => !/^(?:nil|none)?$/u.test(attribute(border, 'val') ?? ''))
  )
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
