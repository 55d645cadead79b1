/** The lines of a page → columns in the order of reading. */
import type { BlockSource } from '../../model/block.js'
import { joinPieces, type Line, type Piece } from './lines.js'
import { isRightToLeft } from './order.js'

/** One line of one column. */
export interface Row {
  piece: Piece
  y: number
  size: number
}

/** The page and the box of rows that stand together. */
export function placeOf(rows: readonly Row[], page: number): BlockSource {
  const [first, last] = [rows[0], rows.at(-1)] as [Row, Row]
  const x = Math.min(...rows.map(({ piece }) => piece.x))
  const right = Math.max(...rows.map(({ piece }) => piece.right))
  const top = first.y - first.size
  const tenths = (value: number) => Math.round(value * 10) / 10
  return { page, box: [tenths(x), tenths(top), tenths(right - x), tenths(last.y - top)] }
}

/** Lines that are read one after the other. */
export interface Column {
  rows: Row[]
  /** It is beside another column of text: what fills one goes on in the next. */
  beside: boolean
}

/** The white between columns, in sizes of the text. */
const gutter = 0.8
/** A single gap this wide, in sizes, parts two boxes of a masthead. */
const boxGap = 3
/** As many lines with text on both sides make columns, even if the gutter is small. */
const columnRows = 4
/** Baselines nearer than this, in sizes, are of lines that are beside each other. */
const overlap = 0.7
/** Sizes that differ by more than this part are of two boxes. */
const staggeredSizes = 0.7
/** A side narrower than this part of the page is a label and no column. */
const leastWidth = 0.06
/** A line further below than this, in sizes, is not its column's next. */
const farBelow = 3.2
/** Columns of running text are at least this part of the page wide. */
const textWidth = 0.28

/** Part a page into columns; what spans them stays between. */
export function columnsOf(all: readonly Line[], pageWidth: number): Column[] {
  const lines = all.map((line, at) => (isStretched(all, at) ? withoutGaps(line) : line))
  const columns: Column[] = []
  let plain: Row[] = []
  let index = 0
  const flush = () => {
    if (plain.length > 0) columns.push({ rows: plain, beside: false })
    plain = []
  }
  while (index < lines.length) {
    const zone = zoneAt(lines, index, pageWidth)
    if (zone) {
      flush()
      columns.push(...zone.columns)
      index = zone.end
    } else {
      const { pieces, y } = lines[index] as Line
      const piece = joinPieces(pieces)
      plain.push({ piece, y, size: piece.size })
      index++
    }
  }
  flush()
  return columns
}

/** Edges of lines that are set from side to side agree within so many points. */
const sameEdge = 1

/**
 * Whether the gaps of a line are those of setting it from side to side.
 *
 *     Noting the meeting on the strategy for the
 *     prevention          of          shipwrecks     ends where its neighbours end
 *     2015–2030, held on the southern coast in May
 */
function isStretched(lines: readonly Line[], at: number): boolean {
  const line = lines[at] as Line
  if (line.pieces.length < 2) return false
  const beside = [lines[at - 1], lines[at + 1]].filter(
    (other): other is Line =>
      other?.pieces.length === 1 &&
      Math.abs(other.size - line.size) < 1 &&
      Math.abs(other.y - line.y) < farBelow * line.size,
  )
  return (['x', 'right'] as const).every((edge) =>
    beside.some((other) => Math.abs(other[edge] - line[edge]) < sameEdge),
  )
}

function withoutGaps(line: Line): Line {
  return { ...line, pieces: [joinPieces(line.pieces)] }
}

interface Strip {
  left: number
  right: number
  /** What it parts is on two baselines, in sizes of its own: no line is set so. */
  staggered?: boolean
}

/** Lines that a gutter divides, beginning with one that it parts. */
function zoneAt(
  lines: readonly Line[],
  from: number,
  pageWidth: number,
): { columns: Column[]; end: number } | undefined {
  const { size } = lines[from] as Line
  for (const strip of gapsAt(lines, from)) {
    const zone = extend(lines, from, strip, size)
    const [left, right] = [zone.left, zone.right].map(widthOf) as [number, number]
    if (Math.min(left, right) < leastWidth * pageWidth) continue
    if (zone.both < columnRows && !strip.staggered && strip.right - strip.left < boxGap * size) continue
    const beside = Math.min(left, right) > textWidth * pageWidth && zone.both >= columnRows
    const order = zone.right.some(isArabic) ? [zone.right, zone.left] : [zone.left, zone.right]
    const columns = order.flatMap((side) =>
      columnsOf(side, pageWidth).map((column) => ({ ...column, beside: beside || column.beside })),
    )
    return { columns, end: zone.end }
  }
  return undefined
}

/** The white between the pieces of a line, or between it and the next one where that is beside it on a line of its own. */
function gapsAt(lines: readonly Line[], from: number): Strip[] {
  const line = lines[from] as Line
  const next = lines[from + 1]
  const gaps: Strip[] = line.pieces
    .slice(1)
    .map((piece, at) => ({ left: (line.pieces[at] as Piece).right, right: piece.x }))
  if (!next || next.y - line.y > overlap * Math.max(line.size, next.size)) return gaps
  const staggered = Math.min(line.size, next.size) < staggeredSizes * Math.max(line.size, next.size)
  if (next.x > line.right) gaps.push({ left: line.right, right: next.x, staggered })
  if (line.x > next.right) gaps.push({ left: next.right, right: line.x, staggered })
  return gaps
}

function isArabic({ pieces }: Line): boolean {
  return pieces.some(({ glyphs }) => glyphs.some(({ text }) => isRightToLeft(text)))
}

function widthOf(lines: readonly Line[]): number {
  if (lines.length === 0) return 0
  return Math.max(...lines.map(({ right }) => right)) - Math.min(...lines.map(({ x }) => x))
}

/** Go down the page as long as a white strip stays between what is left and what is right. */
function extend(lines: readonly Line[], from: number, start: Strip, size: number) {
  let strip = start
  let both = 0
  let end = from
  const left: Line[] = []
  const right: Line[] = []
  const last = { left: Number.NaN, right: Number.NaN }
  let kept = { left: 0, right: 0 }
  for (let index = from; index < lines.length; index++) {
    const line = lines[index] as Line
    const parted = part(line, strip)
    if (!parted || parted.strip.right - parted.strip.left < gutter * size) break
    const far = farBelow * Math.max(line.size, size)
    const near = (['left', 'right'] as const).some(
      (side) => parted[side].length > 0 && !(line.y - last[side] > far),
    )
    if (!near) break
    strip = parted.strip
    for (const side of ['left', 'right'] as const) {
      if (parted[side].length === 0) continue
      ;(side === 'left' ? left : right).push(lineFrom(line, parted[side]))
      last[side] = line.y
    }
    if (parted.left.length > 0 && parted.right.length > 0) both++
    end = index + 1
    kept = { left: left.length, right: right.length }
  }
  return { left: left.slice(0, kept.left), right: right.slice(0, kept.right), both, end }
}

function lineFrom(line: Line, pieces: Piece[]): Line {
  return { ...line, pieces, x: (pieces[0] as Piece).x, right: (pieces.at(-1) as Piece).right }
}

function part({ pieces }: Line, strip: Strip): { left: Piece[]; right: Piece[]; strip: Strip } | undefined {
  const middle = (strip.left + strip.right) / 2
  const left = pieces.filter((piece) => (piece.x + piece.right) / 2 < middle)
  const right = pieces.slice(left.length)
  const narrowed = {
    left: Math.max(strip.left, left.at(-1)?.right ?? strip.left),
    right: Math.min(strip.right, right[0]?.x ?? strip.right),
  }
  return narrowed.right > narrowed.left ? { left, right, strip: narrowed } : undefined
}
