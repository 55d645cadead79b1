/** The text of a cell. */
import { type Block, concat, type Rich, rich } from '../../../model/block.js'

/** The paragraphs of a cell as one text. */
export function cellText(blocks: readonly Block[]): Rich {
  const parts = blocks.flatMap((block, index) => (index > 0 ? [rich(' '), textOf(block)] : [textOf(block)]))
  return concat(...parts)
}

/** A table inside a cell is read across. */
function textOf(block: Block): Rich {
  if (block.kind !== 'table') return block.text
  const cells = block.table.rows.flat().filter(({ value }) => value !== '')
  return concat(...cells.flatMap((cell, index) => (index > 0 ? [rich(' '), cell] : [cell])))
}
