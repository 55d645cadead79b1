/** The glyphs within a frame → rows of cells. */
import { type Rich, rich } from '../../model/block.js'
import type { Row } from './columns.js'
import type { Run } from './glyphs.js'
import { joinPieces, type Line, linesOf, type Piece } from './lines.js'
import type { Frame, Span } from './rulings.js'
import { joinRows, textOf } from './text.js'

interface Cell {
  rows: Row[]
  text: Rich
}

/** Rows of as many cells each as there are columns. */
export type Cells = Cell[][]

/** What is on one baseline, part by part of its column. */
interface TableLine {
  y: number
  size: number
  cells: Map<number, Piece[]>
}

/** White this wide, in sizes, from the top to the bottom of a table parts columns. */
export const gutter = 0.8
/** A word is in two columns where the white at their border is narrower than this, in sizes. */
const between = 0.5
/** Lines of one cell are this near, in line distances of the cells between two rules. */
const sameCell = 1.15
/** The least and the most, in sizes, from one line of a cell to the next. */
const leastLeading = 0.9
const mostLeading = 1.35
const mostColumns = 64

/** The lines in which a table's text is set. */
export function partsOf(runs: readonly Run[]): Line[] {
  return linesOf({ number: 0, width: 0, height: 0, runs: [...runs], turned: [], unseen: [], strokes: [] })
}

/** The white strips that lines have in common, between what is left and what is right. */
export function gapsOf(lines: readonly Line[]): Span[] {
  const size = Math.max(0, ...lines.map((line) => line.size))
  const inked = lines
    .flatMap(({ pieces }) => pieces)
    .flatMap(({ glyphs }) => glyphs)
    .filter(({ text }) => text.trim() !== '')
    .sort((a, b) => a.x - b.x)
  const gaps: Span[] = []
  let end = inked[0]?.right ?? 0
  for (const { x, right } of inked) {
    if (x - end > gutter * size) gaps.push({ from: end, to: x })
    end = Math.max(end, right)
  }
  return gaps
}

/** What a further line leaves of a white strip. */
export function narrow({ from, to }: Span, { pieces }: Line): Span {
  const middle = (from + to) / 2
  const inked = pieces.flatMap(({ glyphs }) => glyphs).filter(({ text }) => text.trim() !== '')
  return {
    from: Math.max(from, ...inked.filter(({ x }) => x < middle).map(({ right }) => right)),
    to: Math.min(to, ...inked.filter(({ x }) => x >= middle).map(({ x }) => x)),
  }
}

/** Read the cells of a frame; undefined where it has no columns. */
export function cellsOf(frame: Frame, runs: readonly Run[]): Cells | undefined {
  const bands = frame.levels.slice(1).map((bottom, at) => {
    const top = frame.levels[at] as number
    return partsOf(runs.filter(({ y }) => y > top && y <= bottom))
  })
  const borders = bordersOf(frame, bands)
  if (borders.length === 0 || borders.length >= mostColumns) return undefined
  const lined = bands.map((lines) => lines.map((line) => split(line, borders)))
  const hasRules = frame.uprights.length > 0
  return lined
    .flatMap((lines) => rowsOf(lines, hasRules))
    .map((lines) => Array.from({ length: borders.length + 1 }, (_, column) => cellOf(lines, column)))
}

/** Where one column ends and the next begins. The head may be across columns. */
function bordersOf({ uprights }: Frame, bands: readonly Line[][]): number[] {
  if (uprights.length > 0) return uprights.map(({ at }) => at)
  const filled = bands.filter((lines) => lines.length > 0)
  const body = filled.length > 1 ? filled.slice(1) : filled
  return gapsOf(body.flat()).map(({ from, to }) => (from + to) / 2)
}

/** Part a line at the borders of the columns. */
function split({ y, size, pieces }: Line, borders: readonly number[]): TableLine {
  const cells = new Map<number, Piece[]>()
  for (const piece of pieces) {
    for (const part of cut(piece, borders, size)) {
      const column = borders.filter((border) => border < (part.glyphs[0]?.right ?? part.x)).length
      cells.set(column, [...(cells.get(column) ?? []), part])
    }
  }
  return { y, size, cells }
}

function cut(piece: Piece, borders: readonly number[], size: number): Piece[] {
  const parts: Piece[] = []
  let rest = piece.glyphs
  for (const border of borders) {
    const at = rest.findIndex(({ x, text }) => x >= border && text.trim() !== '')
    const [before, after] = [rest.slice(0, at).findLast(({ text }) => text.trim() !== ''), rest[at]]
    if (at <= 0 || !before || !after || after.x - before.right < between * size) continue
    parts.push(pieceOf(rest.slice(0, at), piece.size))
    rest = rest.slice(at)
  }
  return [...parts, pieceOf(rest, piece.size)]
}

function pieceOf(glyphs: Piece['glyphs'], size: number): Piece {
  const inked = glyphs.filter(({ text }) => text.trim() !== '')
  return { glyphs, size, x: inked[0]?.x ?? 0, right: Math.max(...inked.map(({ right }) => right)) }
}

/** From one line of a cell to the next, in sizes: the least that any column has. */
function leadingOf(lines: readonly TableLine[]): number {
  let least = mostLeading
  const last = new Map<number, number>()
  for (const { y, size, cells } of lines) {
    for (const column of cells.keys()) {
      const distance = (y - (last.get(column) ?? Number.NEGATIVE_INFINITY)) / size
      if (distance >= leastLeading) least = Math.min(least, distance)
      last.set(column, y)
    }
  }
  return least
}

/** Part the lines between two rules into the rows of the table. */
function rowsOf(lines: readonly TableLine[], hasRules: boolean): TableLine[][] {
  const leading = leadingOf(lines)
  const rows: TableLine[][] = []
  for (const [at, line] of lines.entries()) {
    const before = lines[at - 1]
    if (before && line.y - before.y <= sameCell * leading * line.size) rows.at(-1)?.push(line)
    else rows.push([line])
  }
  const whole = hasRules || rows.length > 1
  const parted = rows.flatMap((row) => unspaced(row, whole))
  if (!hasRules) return parted
  // Where rules part the cells, a paragraph that stands alone is a further one of its cell.
  return parted.reduce<TableLine[][]>((all, row) => {
    const last = all.at(-1)
    if (last && row.every(({ cells }) => cells.size === 1)) last.push(...row)
    else all.push(row)
    return all
  }, [])
}

/**
 * Rows that no white parts: each has its figures on its first line, or all have on their last.
 *
 * @param whole without figures, they are one row
 */
function unspaced(lines: readonly TableLine[], whole: boolean): TableLine[][] {
  const width = Math.max(0, ...lines.map(({ cells }) => cells.size))
  const isFull = ({ cells }: TableLine) => cells.size === width
  if (width < 2 || lines.filter(isFull).length < 2) return [[...lines]]
  const figures = lines.filter(isFull).every(({ cells }) => isFigure(cells.get(Math.max(...cells.keys()))))
  if (!figures && (whole || !lines.every(isFull))) return [[...lines]]
  const atEnd = !isFull(lines[0] as TableLine)
  return lines.reduce<TableLine[][]>((rows, line, at) => {
    const opens = atEnd ? at === 0 || isFull(lines[at - 1] as TableLine) : isFull(line)
    if (opens || rows.length === 0) rows.push([line])
    else rows.at(-1)?.push(line)
    return rows
  }, [])
}

function isFigure(pieces: readonly Piece[] | undefined): boolean {
  return pieces !== undefined && isFigures(pieces)
}

/** Numbers, percentages, sums in brackets, and the dashes and dots that stand for none. */
export function isFigures(pieces: readonly Piece[]): boolean {
  const text = pieces.flatMap(({ glyphs }) => glyphs.map((glyph) => glyph.text)).join('')
  return /^(?:[\s\p{Sc}\p{Nd}.,()%+−–-]*\p{Nd}[\s\p{Sc}\p{Nd}.,()%+−–-]*|\s*(?:[–—−-]|\.{2,3}|…)\s*)$/u.test(
    text,
  )
}

function cellOf(lines: readonly TableLine[], column: number): Cell {
  const rows: Row[] = []
  let text = rich('')
  for (const { y, size, cells } of lines) {
    const pieces = cells.get(column)
    if (!pieces) continue
    const piece = joinPieces(pieces)
    const own = textOf(piece, size)
    text = rows.length === 0 ? own : joinRows(text, /[-‐‑/]$/u.test(text.value) ? '' : ' ', own)
    rows.push({ piece, y, size })
  }
  return { rows, text }
}
