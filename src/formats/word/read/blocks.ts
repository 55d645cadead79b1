/** Paragraphs and tables of a story → blocks. */
import { type Block, type BlockSource, concat, placed, type Rich, rich, trim } from '../../../model/block.js'
import type { Item, Paragraph, Table } from '../package/walk.js'
import { cellText } from './cell.js'

/** A line of strokes: what people type for a rule. */
const ruleLine = /^[_—─–=-]{5,}$/u

/** What was read of the documents that are set into this one, by the identifier of their relationship. */
export type Chunks = ReadonlyMap<string, readonly Block[]>

/** The blocks of a story, in reading order. */
export function blocksOf(items: readonly Item[], chunks: Chunks = new Map()): Block[] {
  const blocks: Block[] = []
  let line: Paragraph[] = []
  const endLine = () => {
    const block = line.length > 0 ? lineBlock(line) : undefined
    if (block) blocks.push(block)
    line = []
  }
  for (const item of items) {
    if (item.kind !== 'paragraph') {
      endLine()
      blocks.push(...(item.kind === 'table' ? tableBlocks(item, chunks) : (chunks.get(item.id) ?? [])))
      continue
    }
    // Before the paragraph that anchors it, so that no paragraph is cut.
    for (const box of item.boxes) blocks.push(...blocksOf(box, chunks))
    line.push(item)
    if (!item.runsOn) endLine()
  }
  endLine()
  return blocks
}

/** The block of paragraphs that are printed as one; undefined where they print nothing. */
function lineBlock(line: readonly Paragraph[]): Block | undefined {
  const text = trim(concat(...line.flatMap((one) => [rich(one.label), placed(one.words, one.place)])))
  const printed = line.filter(({ words }) => words.value.trim() !== '' || words.marks.length > 0)
  if (text.value === '' && text.marks.length === 0) return undefined
  const first = printed[0] ?? (line.at(-1) as Paragraph)
  const outline = (printed.at(-1) ?? first).outline
  const block = { text, gap: true, source: first.place }
  if (ruleLine.test(text.value)) return { kind: 'rule', ...block }
  return outline === undefined
    ? { kind: 'paragraph', ...block }
    : { kind: 'heading', ...block, level: outline }
}

/** A ruled table is one; without rules, a table only places text on the page. */
function tableBlocks(table: Table, chunks: Chunks): Block[] {
  const cells = table.rows.map((row) =>
    row.cells.map(({ items, columns }) => ({ blocks: blocksOf(items, chunks), columns })),
  )
  if (!table.ruled) return cells.flat().flatMap(({ blocks }) => blocks)
  const rows = cells.map((row) =>
    row.flatMap(({ blocks, columns }): Rich[] => [
      cellText(blocks),
      ...Array.from({ length: columns - 1 }, () => rich('')),
    ]),
  )
  if (!rows.some((row) => row.some(({ value }) => value !== ''))) return []
  const source = firstPlace(table)
  return [{ kind: 'table', text: rich(''), gap: true, table: { rows }, ...(source ? { source } : {}) }]
}

function firstPlace({ rows }: Table): BlockSource | undefined {
  for (const { cells } of rows)
    for (const { items } of cells)
      for (const item of items) {
        if (item.kind === 'paragraph') return item.place
        const place = item.kind === 'table' ? firstPlace(item) : undefined
        if (place) return place
      }
  return undefined
}
