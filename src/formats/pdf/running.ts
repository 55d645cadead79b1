/** What each page repeats at its head and foot: told by place, repetition and size, never by words. */
import { edgesOf, firstGlyph } from './direction.js'
import type { PageGlyphs } from './glyphs.js'
import { isBlank, type Line, type Piece } from './lines.js'
import { leadingOf, type Measure } from './measure.js'
import type { PageTables, PlacedTable } from './tables.js'

export interface Parted {
  page: PageGlyphs
  head: Line[]
  body: Line[]
  foot: Line[]
  tables: readonly PlacedTable[]
}

/** Heads and feet are in these outer parts of the page's height. */
const headZone = 0.16
const footZone = 0.12
/** Margins of documents are wider than this part of the page's height. */
const edgeZone = 0.035
/** The head or foot of two pages is at the same height, within so many points. */
const sameHeight = 4
/** Set smaller than this part of the size of the text, a first line is a header. */
const smallerThan = 0.93
/** White above a foot, in line distances. */
const footGap = 1.15
/** White below a header, in sizes of the text. */
const headerGap = 1.6

/** Part each page into head, body and foot. */
export function partPages(pages: readonly PageTables[], measure: Measure): Parted[] {
  const repeated = new Repeated(pages)
  return pages.map(({ page, lines, tables }) => {
    const isFirst = page.number === 1
    // The first page's head is the masthead, below what a browser prints at the edge of the paper.
    const head = isFirst ? edgeEnd(lines, page, measure) : headEnd(lines, page, repeated, measure)
    const foot = footStart(lines, page, repeated, head, measure)
    return {
      page,
      head: lines.slice(0, head),
      body: lines.slice(head, foot),
      foot: lines.slice(foot),
      tables,
    }
  })
}

/** The day and the address that a browser prints in small type at the edge, where no masthead begins. */
function edgeEnd(lines: readonly Line[], page: PageGlyphs, { size }: Measure): number {
  const end = lines.findIndex((line) => line.y > edgeZone * page.height || line.size >= smallerThan * size)
  return Math.max(0, end)
}

function headEnd(
  lines: readonly Line[],
  page: PageGlyphs,
  repeated: Repeated,
  { size, marks }: Measure,
): number {
  let end = 0
  for (const [index, line] of lines.entries()) {
    if (line.y > headZone * page.height) break
    if (line.artifact || repeated.has(line, page, line.size < smallerThan * size)) end = index + 1
    else if (line.size >= smallerThan * size) break
    else if (goesOn(lines[index - 1], line, end === index)) end = index + 1
  }
  if (end > 0) return end
  // Without repetition (a document of two pages) only small type, set apart, is a header.
  const small = lines.findIndex((line) => line.size >= smallerThan * size)
  // The last page may begin with notes: their marks are in the text.
  if (lines[0] && isNumbered(lines[0], page, marks)) return 0
  const [last, next] = [lines[small - 1], lines[small]]
  if (!last || !next || last.y > headZone * page.height) return 0
  return next.y - last.y > headerGap * size ? small : 0
}

/** It opens as the note does that a mark refers to. */
function isNumbered(line: Line, page: PageGlyphs, marks: ReadonlySet<number>): boolean {
  const count = countOf(line)
  return opensNote(line) || (count !== undefined && count !== page.number && marks.has(count))
}

/** A title that wraps under the line that is repeated: close to it, and as small. */
function goesOn(above: Line | undefined, line: Line, isHeader: boolean): boolean {
  return isHeader && above !== undefined && line.y - above.y < headerGap * line.size
}

function footStart(
  lines: readonly Line[],
  page: PageGlyphs,
  repeated: Repeated,
  from: number,
  measure: Measure,
): number {
  let start = lines.length
  for (let index = lines.length - 1; index >= from; index--) {
    const line = lines[index] as Line
    if (line.y < (1 - footZone) * page.height || opensNote(line) || continuesCount(lines, index)) break
    if (line.artifact || repeated.has(line, page, line.size < smallerThan * measure.size)) start = index
    // The last line of a paragraph may be a year: figures are the page's where white parts them from the text.
    else if (!hasOnlyFigures(line)) break
    else if (isApart(lines[index - 1], line, measure)) start = index
  }
  return start
}

function isApart(above: Line | undefined, line: Line, measure: Measure): boolean {
  if (!above) return true
  return (
    line.y - above.y > footGap * leadingOf(Math.max(line.size, above.size), measure) ||
    edgesOf(line, measure.leftward).start < measure.margin - 2 * line.size
  )
}

function opensNote({ pieces }: Line): boolean {
  return firstGlyph(pieces)?.raised === true || /^[*†‡§]{1,4}\s/u.test(plain(pieces))
}

/** It opens with the number behind that of a line above: a note without a raised mark. */
function continuesCount(lines: readonly Line[], index: number): boolean {
  const own = countOf(lines[index] as Line)
  return own !== undefined && lines.slice(0, index).some((line) => countOf(line) === own - 1)
}

function countOf({ pieces }: Line): number | undefined {
  const [, figures] = /^\s*(\d{1,3})[.)]?\s+\S/u.exec(plain(pieces)) ?? []
  return figures === undefined ? undefined : Number(figures)
}

/** Page numbers, job numbers and bar codes hold figures and no words; what is beside a job number is no text. */
function hasOnlyFigures({ pieces }: Line): boolean {
  const figures = pieces.filter((piece) => {
    const text = plain([piece])
    return /\p{N}/u.test(text) && !/\p{L}{2}/u.test(text)
  })
  return figures.length === pieces.length || figures.some((piece) => /\d{5}/u.test(plain([piece])))
}

function plain(pieces: readonly Piece[]): string {
  return pieces.flatMap(({ glyphs }) => glyphs.map(({ text }) => (isBlank(text) ? ' ' : text))).join('')
}

/** Pieces that are at the same height on several pages, figures aside. */
class Repeated {
  readonly #heights = new Map<string, { page: number; y: number }[]>()

  constructor(pages: readonly PageTables[]) {
    for (const { page, lines } of pages) {
      for (const line of lines) {
        if (line.y > headZone * page.height && line.y < (1 - footZone) * page.height) continue
        for (const piece of line.pieces) {
          const places = this.#heights.get(key(piece)) ?? []
          places.push({ page: page.number, y: line.y })
          this.#heights.set(key(piece), places)
        }
      }
    }
  }

  /** Whether all of a line is repeated, or, where `some` will do, a part of it. */
  has({ pieces, y }: Line, { number }: PageGlyphs, some: boolean): boolean {
    const isRepeated = (piece: Piece) =>
      this.#heights
        .get(key(piece))
        ?.some((other) => other.page !== number && Math.abs(other.y - y) <= sameHeight) ?? false
    return some ? pieces.some(isRepeated) : pieces.every(isRepeated)
  }
}

function key(piece: Piece): string {
  return plain([piece]).replace(/\s+/gu, ' ').replace(/\d+/gu, '0').trim()
}
