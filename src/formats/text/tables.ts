/** Rows of tables in plain text: a bar between their cells, as plenary writes them. */
import { type Block, type Rich, slice, trim } from '../../model/block.js'

/** A bar that stands by itself, or at an edge where the cell beside it is empty. */
const bar = /(?<=\s|^)\|(?=\s|$)/gu
/** One line with a bar may be anything: two with as many are a table. */
const fewestRows = 2

/** Make one table of the rows that stand together and have as many cells. */
export function withTables(blocks: readonly Block[]): Block[] {
  const result: Block[] = []
  let rows: { block: Block; cells: Rich[] }[] = []
  const close = () => {
    const [first] = rows
    if (first && rows.length >= fewestRows) result.push(table(first.block, rows))
    else result.push(...rows.map(({ block }) => block))
    rows = []
  }
  for (const block of blocks) {
    const cells = block.kind === 'paragraph' ? cellsOf(block.text) : []
    if (rows.length > 0 && cells.length !== rows[0]?.cells.length) close()
    if (cells.length > 1) rows.push({ block, cells })
    else result.push(block)
  }
  close()
  return result
}

function table(first: Block, rows: readonly { cells: Rich[] }[]): Block {
  const { indent: _, ...block } = first
  const text = slice(first.text, 0, 0)
  return { ...block, kind: 'table', text, table: { rows: rows.map(({ cells }) => cells) } }
}

function cellsOf(text: Rich): Rich[] {
  const bars = [...text.value.matchAll(bar)].map(({ index }) => index)
  return [-1, ...bars].map((from, at) => trim(slice(text, from + 1, bars[at] ?? text.value.length)))
}
