/** The rows of a column → paragraphs: by white, indentation and the fullness of lines. */
import { type Block, placed, type Rich } from '../../model/block.js'
import { placeOf, type Row } from './columns.js'
import { type Edges, edgesOf, isLeftward } from './direction.js'
import { leadingOf, type Measure } from './measure.js'
import { inReadingOrder } from './order.js'
import { joinRows, jointOf, textOf } from './text.js'

/** White of more than this many line distances parts paragraphs. */
const paragraphGap = 1.25
/** A raised mark of at least this part of the size of its line moves the line down; by how much of a line distance: 0.58 in Chromium. */
const largeMark = 0.75
const markedGap = 1.65
/** Sizes that differ by more than this part are of different text. */
const sizeChange = 0.08
/** An indentation of at least this many sizes is meant. */
const indentation = 0.8
/** A line of running text fills at least this part of its column. */
const longLine = 0.5
/** A line shorter than this, in sizes of the running text, ends in no column of running text: boxes of a masthead are as narrow. */
const narrow = 13
/** Average width of a letter in sizes: what turns points into columns of text. */
const letterWidth = 0.5

/** A row with the edges at which it begins and ends. */
type SetRow = Row & Edges

interface Open {
  rows: SetRow[]
  text: Rich
}

/** Gather the rows of a column into blocks. */
export function paragraphsOf(column: readonly Row[], page: number, measure: Measure): Block[] {
  const leftward = isLeftward(column.map(({ piece }) => piece))
  const rows = column.map((row): SetRow => ({ ...row, ...edgesOf(row.piece, leftward) }))
  const start = Math.min(...rows.map((row) => row.start))
  const end = Math.max(...rows.map((row) => row.end))
  const blocks: Block[] = []
  let open: Open | undefined
  for (const row of rows) {
    const text = textOf(row.piece, row.size)
    const last = open?.rows.at(-1)
    const gap = last === undefined || row.y - last.y > gapAbove(row) * leadingOf(row.size, measure)
    if (open && last && !gap && goesOn(open, row, end)) {
      const joint = isMark(row)
        ? ''
        : jointOf(open.text.value, text.value, isWrapped(last, row, { start, end, size: measure.size }))
      open.text = joinRows(open.text, joint, text)
      open.rows.push(row)
    } else {
      if (open) blocks[blocks.length - 1] = blockOf(open, blocks.at(-1) as Block, measure)
      open = { rows: [row], text }
      blocks.push({ kind: 'paragraph', text, page, ...(gap ? { gap } : {}) })
    }
  }
  if (open) blocks[blocks.length - 1] = blockOf(open, blocks.at(-1) as Block, measure)
  return blocks
}

/** The white, in line distances, that parts a row from the paragraph above. */
function gapAbove({ piece, size }: Row): number {
  return piece.glyphs.some((glyph) => glyph.raised && glyph.size >= largeMark * size)
    ? markedGap
    : paragraphGap
}

function blockOf({ rows, text }: Open, block: Block, { margin, leftward, size }: Measure): Block {
  const first = rows[0] as SetRow
  const indent = Math.round((edgesOf(first.piece, leftward).start - margin) / (letterWidth * size))
  const source = placeOf(rows, block.page as number)
  return {
    ...block,
    kind: kindOf(text, rows),
    text: placed(text, source),
    ...(indent > 0 ? { indent } : {}),
    source,
  }
}

/** Bold from end to end is how a page shows a heading; signs without a letter part the text. */
function kindOf({ value }: Rich, rows: readonly Row[]): 'rule' | 'heading' | 'paragraph' {
  if (!/[\p{L}\p{N}]/u.test(value) && value.length > 2) return 'rule'
  return rows.every(isBold) ? 'heading' : 'paragraph'
}

/** The next row is of the paragraph that is open. */
function goesOn({ rows }: Open, row: SetRow, columnEnd: number): boolean {
  const last = rows.at(-1) as SetRow
  if (isMark(row)) return true
  if (Math.abs(row.size - last.size) > sizeChange * last.size) return false
  if (isBold(row) !== isBold(last)) return false
  if (isLabelled(row)) return false
  if (isCentred(last, row)) return true
  // Headings break where their author wants; what begins in small letters is no heading of its own.
  if (isBold(row) && /^\s*\p{Ll}/u.test(row.piece.glyphs.map(({ text }) => text).join(''))) return true
  const margin = rows.length > 1 ? Math.min(...rows.slice(1).map(({ start }) => start)) : undefined
  const step = row.start - (margin ?? last.start)
  const wide = indentation * row.size
  if (margin !== undefined) return Math.abs(step) < wide
  // A second row further in hangs from the first, which it can only do if that is full.
  if (step > wide) return isFull(last, row, columnEnd)
  return true
}

/** The line ended because it was full: lines set in the middle or to the right end where their author wants. */
function isWrapped(
  last: SetRow,
  next: SetRow,
  { start, end, size }: { start: number; end: number; size: number },
): boolean {
  const isLong = last.end - last.start > Math.max(longLine * (end - start), narrow * size)
  // Headings keep clear of the far edge: how far, two lines do not tell.
  if (isBold(last)) return isLong
  return isLong && isFull(last, next, end) && next.start - last.start < indentation * next.size
}

/** The first word of the next row would not have fitted at the end of this one. */
function isFull(last: SetRow, next: SetRow, columnEnd: number): boolean {
  const glyphs = inReadingOrder(next.piece.glyphs, next.piece.leftward).flat()
  const blank = glyphs.findIndex(({ text }) => /^\s*$/u.test(text))
  const word = glyphs.slice(0, blank === -1 ? undefined : blank)
  const right = Math.max(...word.map((glyph) => glyph.right))
  const width = right - Math.min(...word.map(({ x }) => x))
  return columnEnd - last.end < width + 0.5 * next.size
}

/** White of at least this many sizes behind a number is a tab, where the other gaps of the row are less than half as wide. */
const tab = 1

/**
 * Whether a row opens with a label that a tab parts from its text.
 *
 *     2.     Decides to remain seized of the matter.
 *     ^^^^^^^
 */
function isLabelled({ piece, size }: Row): boolean {
  const leftward = isLeftward([piece])
  const glyphs = piece.glyphs
    .filter(({ text }) => text.trim() !== '')
    .map((glyph) => ({ text: glyph.text, ...edgesOf(glyph, leftward) }))
    .sort((a, b) => a.start - b.start)
  const gaps = glyphs.slice(1).map(({ start }, at) => start - (glyphs[at]?.end ?? start))
  const first = gaps.findIndex((gap) => gap > tab * size)
  if (first === -1 || first > 5 || gaps.some((gap, at) => at !== first && gap * 2 > (gaps[first] ?? 0)))
    return false
  const label = glyphs
    .slice(0, first + 1)
    .map(({ text }) => text)
    .join('')
  return /^(?:\(\p{L}{1,4}\)|[\p{L}\p{N}]{1,4}[.)])$/u.test(label)
}

/** A row that is the mark of a note, for which the line above had no room. */
function isMark({ piece }: Row): boolean {
  return piece.glyphs.every(({ raised }) => raised)
}

/** A mark of a note does not count: it is plain in bold text too. */
function isBold({ piece }: Row): boolean {
  const glyphs = piece.glyphs.filter(({ text, raised }) => !raised && text.trim() !== '')
  return glyphs.length > 0 && glyphs.every(({ look }) => look.bold)
}

function isCentred(a: Row, b: Row): boolean {
  const middle = ({ piece }: Row) => (piece.x + piece.right) / 2
  const apart = Math.abs(a.piece.x - b.piece.x)
  return apart > a.size && Math.abs(middle(a) - middle(b)) < 0.3 * a.size
}
