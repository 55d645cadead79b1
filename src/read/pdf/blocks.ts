/** Pages → blocks in the order of reading. */
import { type Block, placed, rich } from '../../block.js'
import { type Column, columnsOf, placeOf, type Row } from './columns.js'
import type { Line } from './lines.js'
import type { Measure } from './measure.js'
import { footOf, notesOf } from './notes.js'
import { paragraphsOf } from './paragraphs.js'
import type { Parted } from './running.js'
import { textOf } from './text.js'

/** Read the blocks of all pages. */
export function blocksOf(pages: readonly Parted[], measure: Measure): Block[] {
  const blocks: Block[] = []
  let note: Block | undefined
  for (const { page, head, body, foot } of pages) {
    const { number, strokes } = page
    const text: Block[] = []
    const notes: Block[] = []
    for (const column of columnsOf(body, page.width)) {
      const { rows } = column
      const found = footOf(rows, strokes, measure.size)
      const flow = paragraphsOf(rows.slice(0, found?.start), number, measure)
      openColumn(flow, column, text.length === 0)
      text.push(...flow)
      if (!found) continue
      const first = found.start + found.rule
      for (const row of rows.slice(found.start, first)) notes.push(ruleOf(row, number))
      const own = notesOf(rows.slice(first), number, note)
      notes.push(...own)
      note = own.at(-1) ?? note
    }
    if (number > 1 && text[0]) text[0].pageStart = true
    blocks.push(...furniture(head, number), ...text, ...notes, ...furniture(foot, number))
    for (const value of page.turned) {
      const source = { page: number }
      blocks.push({ kind: 'furniture', text: placed(rich(value), source), page: number, source })
    }
  }
  return blocks
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
