/**
 * The tables of a page: told by rules and by columns of figures, never by words.
 *
 * Two rules and text in two columns are a masthead, a title between rules, or
 * one language beside another: a table has a head under its first rule, or
 * rules that go down, or figures.
 */
import type { BlockOf } from '../../model/block.js'
import { placed, rich } from '../../model/block.js'
import { type Cells, cellsOf, gapsOf, gutter, narrow, partsOf } from './cells.js'
import { placeOf } from './columns.js'
import { figureFrames } from './figures.js'
import type { PageGlyphs, Run } from './glyphs.js'
import { withoutLineNumbers } from './line-numbers.js'
import { type Line, linesOf } from './lines.js'
import { type Frame, framesOf, isBeside, type Span } from './rulings.js'

/** A table and where it is on its page. */
export interface PlacedTable {
  top: number
  /** Of its columns: on the next page it goes on with the same. */
  left: number
  block: BlockOf<'table'>
}

/** A page without its tables, in lines, and its tables. */
export interface PageTables {
  page: PageGlyphs
  lines: Line[]
  tables: PlacedTable[]
}

/** Nothing in a table is larger, in sizes of the page's text: a masthead's names are. */
const largest = 1.3
/** Lines further apart than this, in sizes, are of no one table. */
const furthest = 3
/** Of a cell, in characters: longer ones are paragraphs, set in columns. */
const longestCell = 600

/** Take the tables out of a page. */
export function tablesOf(whole: PageGlyphs): PageTables {
  const page = withoutLineNumbers(whole)
  const ruled = takeOut(
    page,
    framesOf(page.strokes).flatMap((frame) => ranges(frame, page)),
  )
  const lines = linesOf(ruled.page)
  const frames = figureFrames(lines)
  if (frames.length === 0) return { ...ruled, lines }
  const all = takeOut(ruled.page, frames)
  return {
    page: all.page,
    lines: all.tables.length > 0 ? linesOf(all.page) : lines,
    tables: [...ruled.tables, ...all.tables].sort((a, b) => a.top - b.top),
  }
}

function takeOut(page: PageGlyphs, frames: readonly Frame[]): Omit<PageTables, 'lines'> {
  const tables: PlacedTable[] = []
  let { runs, strokes } = page
  for (const frame of frames) {
    const inside = new Set(runsIn(frame, runs))
    const cells = cellsOf(frame, [...inside])
    if (!cells || !isTable(cells)) continue
    const [top, bottom] = [frame.levels[0] as number, frame.levels.at(-1) as number]
    tables.push({ top, left: frame.left, block: blockOf(cells, page.number) })
    runs = runs.filter((run) => !inside.has(run))
    strokes = strokes.filter(({ y, bottom: end }) => end < top - 1 || y > bottom + 1)
  }
  return { page: { ...page, runs, strokes }, tables }
}

function isTable(rows: Cells): boolean {
  return (
    rows.length > 1 &&
    (rows[0]?.length ?? 0) > 1 &&
    rows.every((row) => row.every(({ text }) => text.value.length <= longestCell))
  )
}

function blockOf(rows: Cells, page: number): BlockOf<'table'> {
  const filled = rows.flat().flatMap((cell) => cell.rows)
  const source = placeOf(
    filled.sort((a, b) => a.y - b.y),
    page,
  )
  const cells = rows.map((row) =>
    row.map(({ rows: own, text }) => (own.length > 0 ? placed(text, placeOf(own, page)) : text)),
  )
  return { kind: 'table', text: rich(''), gap: true, page, table: { rows: cells }, source }
}

function runsIn({ left, right, levels }: Frame, runs: readonly Run[]): Run[] {
  const [top, bottom] = [levels[0] as number, levels.at(-1) as number]
  return runs.filter(({ x, right: end, y, artifact }) => {
    const middle = (x + end) / 2
    return !artifact && y > top && y <= bottom && middle > left - 1 && middle < right + 1
  })
}

/** What is between two rules. */
interface Band {
  top: number
  bottom: number
  /** A rule goes down through it. */
  crossed: boolean
  /** Rules go down at both its sides. */
  boxed: boolean
  blank: boolean
  hasColumns: boolean
}

/** The stretches of a frame whose bands hold columns. */
function ranges(frame: Frame, page: PageGlyphs): Frame[] {
  const size = largest * commonSize(page.runs)
  const found: Frame[] = []
  let open: Band[] = []
  const close = () => {
    const range = rangeOf(frame, open, page)
    if (range) found.push(range)
    open = []
  }
  for (const band of bandsOf(frame, page.runs, size)) {
    if (open.some(({ boxed, blank }) => !blank && !band.blank && boxed !== band.boxed)) close()
    if (band.hasColumns || band.boxed || (band.blank && open.length > 0)) open.push(band)
    else close()
  }
  close()
  return found
}

function bandsOf(frame: Frame, runs: readonly Run[], size: number): Band[] {
  const { levels, uprights, sides } = frame
  return levels.slice(1).map((bottom, at) => {
    const top = levels[at] as number
    const own = runsIn({ ...frame, levels: [top, bottom] }, runs)
    const isLarge = own.some((run) => run.size > size)
    const crossed = !isLarge && uprights.some((one) => isBeside(one, top, bottom))
    return {
      top,
      bottom,
      crossed,
      boxed:
        !isLarge && sides.length > 0 && sides.every((side) => side.some((one) => isBeside(one, top, bottom))),
      blank: own.length === 0,
      hasColumns: crossed || (!isLarge && columnGaps(partsOf(own)).length > 0),
    }
  })
}

/** The white behind the number of a paragraph parts no columns. */
function columnGaps(lines: readonly Line[]): Span[] {
  const gaps = gapsOf(lines)
  const [gap] = gaps
  if (gaps.length !== 1 || !gap) return gaps
  const before = lines.flatMap(({ pieces }) =>
    pieces.flatMap(({ glyphs }) => glyphs.filter(({ right }) => right <= gap.from)),
  )
  return /^\s*\(?[\p{L}\p{N}]{1,5}[.)]\s*$/u.test(before.map(({ text }) => text).join('')) ? [] : gaps
}

function rangeOf(frame: Frame, bands: readonly Band[], page: PageGlyphs): Frame | undefined {
  const filled = bands.filter(({ blank }) => !blank)
  const [first] = bands
  if (!first || filled.length === 0) return undefined
  const levels = [first.top, ...bands.map(({ bottom }) => bottom)]
  const uprights = frame.uprights.filter((one) => bands.some(({ top, bottom }) => isBeside(one, top, bottom)))
  const range = { ...frame, levels, uprights }
  if (filled.some(({ crossed }) => crossed)) return range
  // The first page opens with its masthead.
  if (page.number === 1 && !page.runs.some(({ y }) => y < first.top)) return undefined
  return filled.length > 1 ? range : openEnded(range, page)
}

/** A head whose table has no rule below it: a page cut it, or it needs none. */
function openEnded(frame: Frame, page: PageGlyphs): Frame | undefined {
  const [top, bottom] = [frame.levels[0] as number, frame.levels.at(-1) as number]
  let gaps = columnGaps(partsOf(runsIn(frame, page.runs)))
  let end = bottom
  let full = 0
  const below = partsOf(runsIn({ ...frame, levels: [bottom, page.height] }, page.runs))
  const rows: Line[] = []
  for (const line of below) {
    const narrowed = gaps.map((gap) => narrow(gap, line))
    if (line.y - end > furthest * line.size) break
    if (narrowed.some(({ from, to }) => to - from < gutter * line.size)) break
    gaps = narrowed
    end = line.y
    rows.push(line)
    if (gaps.some(({ from }) => line.x < from && line.right > from)) full++
  }
  if (full < 2 || full * 3 < rows.length) return undefined
  return { ...frame, levels: [top, bottom, end + 0.3 * (rows.at(-1)?.size ?? 0)] }
}

function commonSize(runs: readonly Run[]): number {
  const count = new Map<number, number>()
  for (const { size, glyphs } of runs) {
    const key = Math.round(size * 2)
    count.set(key, (count.get(key) ?? 0) + glyphs.length)
  }
  return [...count].reduce((best, one) => (one[1] > best[1] ? one : best), [0, 0])[0] / 2
}
