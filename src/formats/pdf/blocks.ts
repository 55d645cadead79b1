/** Pages → blocks in the order of reading. */
import { type Block, type BlockOf, placed, rich } from '../../model/block.js'
import { type Column, columnsOf, placeOf, type Row } from './columns.js'
import type { Line } from './lines.js'
import type { Measure } from './measure.js'
import { footOf, notesOf } from './notes.js'
import { paragraphsOf } from './paragraphs.js'
import type { Parted } from './running.js'
import type { PlacedTable } from './tables.js'
import { textOf } from './text.js'

/** Read the blocks of all pages. */
export function blocksOf(pages: readonly Parted[], measure: Measure): Block[] {
  const blocks: Block[] = []
  let note: BlockOf<'note'> | undefined
  let last: PlacedTable | undefined
  for (const { page, head, body, foot, tables } of pages) {
    const { number, strokes } = page
    const text: Block[] = []
    const notes: Block[] = []
    for (const column of between(tables, body, page.width)) {
      if ('block' in column) {
        // A table at the top of a page goes on where the page before ended with one.
        const rest = text.length === 0 && last ? continued(last, column) : [column.block]
        text.push(...rest)
        last = rest.includes(column.block) ? column : last
        continue
      }
      const { rows } = column
      const found = footOf(rows, strokes, measure, note?.label)
      const flow = [
        ...paragraphsOf(rows.slice(0, found?.start), number, measure),
        ...paragraphsOf(rows.slice(found?.end ?? rows.length), number, measure),
      ]
      openColumn(flow, column, text.length === 0)
      text.push(...flow)
      if (flow.length > 0) last = undefined
      if (!found) continue
      const first = found.start + found.rule
      for (const row of rows.slice(found.start, first)) notes.push(ruleOf(row, number))
      const own = notesOf(rows.slice(first, found.end), number, note)
      notes.push(...own)
      note = own.at(-1) ?? note
    }
    const opening = text.find(({ kind }) => kind !== 'furniture')
    if (number > 1 && opening) opening.pageStart = true
    for (const block of [...furniture(head, number), ...text, ...notes, ...furniture(foot, number)])
      blocks.push(block)
    const source = { page: number }
    for (const value of page.turned)
      blocks.push({ kind: 'furniture', text: placed(rich(value), source), page: number, source })
    if (page.lineNumbers) {
      const text = placed(rich(page.lineNumbers.join(' ')), source)
      blocks.push({ kind: 'furniture', furniture: 'lineNumber', text, page: number, source })
    }
    const unseen = page.unseen.join('').replace(/\s+/gu, ' ').trim()
    if (unseen !== '') {
      const text = placed(rich(unseen), source)
      blocks.push({ kind: 'furniture', furniture: 'outOfSight', text, page: number, source })
    }
  }
  return blocks
}

/** The columns of a page, and its tables where they are. */
function between(tables: readonly PlacedTable[], lines: readonly Line[], width: number) {
  const result: (Column | PlacedTable)[] = []
  let rest = lines
  for (const table of tables) {
    result.push(
      ...columnsOf(
        rest.filter(({ y }) => y <= table.top),
        width,
      ),
      table,
    )
    rest = rest.filter(({ y }) => y > table.top)
  }
  return [...result, ...columnsOf(rest, width)]
}

/** The edges of a table that goes on lie within so many points. */
const sameEdge = 6

/** Add the rows of a table to the one that it continues: what is left of it, its head if that was repeated. */
function continued(before: PlacedTable, { left, block }: PlacedTable): Block[] {
  const [known, rows] = [before.block.table.rows, block.table.rows]
  if (Math.abs(before.left - left) > sameEdge || known[0]?.length !== rows[0]?.length) return [block]
  const isRepeated = rows[0]?.every(({ value }, at) => value === known[0]?.[at]?.value) ?? false
  before.block.table = { rows: [...known, ...(isRepeated ? rows.slice(1) : rows)] }
  if (!isRepeated) return []
  return (rows[0] ?? [])
    .filter(({ value }) => value !== '')
    .map((text) => ({ kind: 'furniture', furniture: 'runningHeader', text, page: block.page }))
}

/** What fills one column goes on in the next, as it does from page to page. */
function openColumn(flow: readonly Block[], { beside }: Column, first: boolean): void {
  if (beside && !first && flow[0]) flow[0].pageStart = true
}

function ruleOf(row: Row, page: number): Block {
  const source = placeOf([row], page)
  return { kind: 'rule', text: placed(textOf(row.piece, row.size), source), page, source }
}

function furniture(lines: readonly Line[], page: number): Block[] {
  return lines.flatMap(({ pieces, y }) =>
    pieces.map((piece) => {
      const source = placeOf([{ piece, y, size: piece.size }], page)
      const text = placed(textOf(piece, piece.size), source)
      const number = /^\d{1,4}$/u.test(text.value) ? { furniture: 'pageNumber' } : {}
      return { kind: 'furniture' as const, text, page, ...number, source }
    }),
  )
}
