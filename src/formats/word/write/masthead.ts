/** The masthead: a box of two columns between rules, and the lines of session and agenda under it. */
import {
  BorderStyle,
  Paragraph,
  type ParagraphChild,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
} from 'docx'
import { plainText } from '../../../model/tree/text.js'
import type { MastheadContent } from '../../../model/tree/types.js'
import { type Page, textWidth } from './page.js'

/** Fields that stand in the box, and on which side. */
const sides: Partial<Record<MastheadContent['type'], 'left' | 'right'>> = {
  organ: 'left',
  symbol: 'right',
  distribution: 'right',
  date: 'right',
  originalLanguage: 'right',
}
/** Width of the right column, and heights of the rows. */
const right = 3350
const heights = { first: 720, other: 1900 }
/** The letters of a symbol before its first stroke are set large. */
const largeLetters = 40

const line = { style: BorderStyle.SINGLE, size: 4, color: 'auto' }
const thick = { style: BorderStyle.SINGLE, size: 12, color: 'auto' }
const none = { style: BorderStyle.NONE, size: 0, color: 'auto' }

interface Row {
  left: MastheadContent[]
  right: MastheadContent[]
}

export interface MastheadWriter {
  page: Page
  rtl: boolean
  runs: (field: MastheadContent) => ParagraphChild[]
}

/** How many fields at the front stand in the box. */
export function boxed(fields: readonly MastheadContent[]): number {
  const end = fields.findIndex(({ type }) => sides[type] === undefined)
  return end === -1 ? fields.length : end
}

/**
 * Write the fields of a masthead, those of the box first.
 *
 * Ensures they stand in their order, read row by row and column by column.
 */
export function masthead(fields: readonly MastheadContent[], writer: MastheadWriter): (Paragraph | Table)[] {
  const end = boxed(fields)
  const below = fields.slice(end)
  return [
    ...(end > 0 ? [box(rows(fields.slice(0, end)), writer), gap()] : []),
    ...below.map((field) => paragraph(styleOf(field), field, writer)),
  ]
}

/** A paragraph after a table: Word joins tables that meet. */
export function gap(): Paragraph {
  return new Paragraph({ style: 'TableGap' })
}

function rows(fields: readonly MastheadContent[]): Row[] {
  const found: Row[] = []
  for (const field of fields) {
    const last = found.at(-1)
    const onLeft = sides[field.type] === 'left'
    // The first row holds a name and the symbol, whatever comes after is under its rule.
    const isFull =
      !last || (onLeft ? last.right.length > 0 : last.right.some(({ type }) => type === 'symbol'))
    const row = isFull ? { left: [], right: [] } : last
    if (isFull) found.push(row)
    row[onLeft ? 'left' : 'right'].push(field)
  }
  return found
}

function box(all: readonly Row[], writer: MastheadWriter): Table {
  const width = textWidth(writer.page)
  const columns = [width - right, right]
  return new Table({
    width: { size: width, type: WidthType.DXA },
    columnWidths: columns,
    layout: TableLayoutType.FIXED,
    visuallyRightToLeft: writer.rtl,
    margins: { left: 0, right: 0 },
    borders: {
      top: none,
      left: none,
      right: none,
      insideHorizontal: line,
      insideVertical: none,
      bottom: thick,
    },
    rows: all.map((row, index) => {
      const isFirst = index === 0 && row.right.every(({ type }) => type === 'symbol')
      const cell = (content: readonly MastheadContent[], side: 'left' | 'right') =>
        new TableCell({
          width: { size: columns[side === 'left' ? 0 : 1] ?? width, type: WidthType.DXA },
          verticalAlign: isFirst ? VerticalAlignTable.BOTTOM : VerticalAlignTable.TOP,
          children:
            content.length > 0
              ? content.map((field) => paragraph(boxStyle(field, isFirst), field, writer))
              : [gap()],
        })
      return new TableRow({
        height: { value: isFirst ? heights.first : heights.other, rule: 'atLeast' },
        cantSplit: true,
        children: [cell(row.left, 'left'), cell(row.right, 'right')],
      })
    }),
  })
}

function boxStyle({ type }: MastheadContent, isFirst: boolean): string {
  if (type === 'organ') return isFirst ? 'UnitedNations' : 'Organ'
  return type === 'symbol' ? 'DocumentSymbol' : 'Distribution'
}

/** How a line under the box is set. */
function styleOf(field: MastheadContent): string {
  if (field.type === 'session' || field.type === 'organ') return 'Session'
  if (field.type === 'agendaTitle') return 'AgendaTitle'
  if (field.type === 'provenance') return /^[[(]/u.test(plainText(field)) ? 'ProvenanceNote' : 'Provenance'
  if (field.type === 'symbol') return 'DocumentSymbol'
  if (field.type === 'jobNumber') return 'JobNumber'
  return 'AgendaItem'
}

function paragraph(style: string, field: MastheadContent, writer: MastheadWriter): Paragraph {
  const children = field.type === 'symbol' ? symbolRuns(field, writer) : writer.runs(field)
  return new Paragraph({ style, ...(writer.rtl ? { bidirectional: true } : {}), children })
}

/** The organ's letters large, the rest as the text. */
function symbolRuns(
  field: Extract<MastheadContent, { type: 'symbol' }>,
  { runs }: MastheadWriter,
): ParagraphChild[] {
  const [first] = field.children
  const letters = first?.type === 'text' ? /^\p{Lu}+(?=\/)/u.exec(first.value)?.[0] : undefined
  if (first?.type !== 'text' || letters === undefined) return runs(field)
  const rest = {
    ...field,
    children: [{ ...first, value: first.value.slice(letters.length) }, ...field.children.slice(1)],
  }
  return [new TextRun({ text: letters, size: largeLetters }), ...runs(rest)]
}
