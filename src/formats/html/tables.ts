/** Tables that hold data, told from those that only place text on the page. */

import type { Element } from '../xml/elements.js'
import type { TableFacts } from './content.js'

/** Characters of a cell: longer ones are paragraphs, set in columns. */
const longestCell = 600
/** A masthead of two or three rows has empty cells; data has few. */
const fewestRows = 3
const leastFilled = 0.7

/** Does a table hold data? */
export function holdsData({ attribs }: Element, facts: TableFacts): boolean {
  if (attribs.role === 'presentation' || attribs.role === 'none') return false
  const { rows, columns, cells, filled, longest, header, bordered, holdsTable, first } = facts
  if (holdsTable || rows < 2 || columns < 2 || longest > longestCell) return false
  if (header) return true
  // What opens the page is its masthead, whose lines are borders of cells.
  if (first) return false
  return bordered || (rows >= fewestRows && filled >= cells * leastFilled)
}

/** A number or a label alone: its paragraph comes next. A capital heads a section, unless it is in a cell. */
export function isLabel(text: string, inCell: boolean): boolean {
  if (/^(?:\(?(?:\d{1,3}|\p{Ll}{1,4})[.)]|[•–—*-])$/u.test(text)) return true
  return inCell && /^\(?[\p{L}\p{N}]{1,4}[.)]$/u.test(text)
}
