/** Tables without rules: lines that end in columns of figures. */
import { gapsOf, gutter, isFigures, narrow } from './cells.js'
import type { Line } from './lines.js'
import type { Frame } from './rulings.js'

/** Fewer lines are no table: a sum under a sum, a date beside a place. */
const fewest = 3
/** Figures are in a column if their left or their right ends lie within so many points. */
const sameColumn = 2
/** Lines further apart than this, in sizes, are of no one table. */
const furthest = 3
/** Words and figures keep as far apart, in sizes. */
const apart = 2

/** Find what is set as a table; a rule is taken to be above and below each. */
export function figureFrames(lines: readonly Line[]): Frame[] {
  const frames: Frame[] = []
  let open: Line[] = []
  let end = 0
  const close = () => {
    if (open.length >= fewest) {
      const first = lines.indexOf(open[0] as Line)
      frames.push(frameOf([...headOf(lines.slice(end, first), open), ...open]))
    }
    open = []
  }
  for (const [at, line] of lines.entries()) {
    const last = open.at(-1)
    const isRow = endsInFigures(line)
    if (last && !(isRow && goesOn(last, line))) {
      close()
      end = at
    }
    if (isRow) open.push(line)
  }
  close()
  return frames
}

/** The lines right above that are in the same columns, in more than one of them. */
function headOf(above: readonly Line[], rows: readonly Line[]): Line[] {
  const head: Line[] = []
  let gaps = gapsOf(rows)
  let below = rows[0] as Line
  for (const line of above.toReversed()) {
    gaps = gaps.map((gap) => narrow(gap, line))
    const isHead = gaps.some(({ from }) => line.x < from && line.right > from)
    const isNear = below.y - line.y < furthest * line.size
    if (!isHead || !isNear || gaps.some(({ from, to }) => to - from < gutter * line.size)) break
    head.unshift(line)
    below = line
  }
  return head
}

/** Words first, then figures in every column. */
function endsInFigures({ pieces, size, artifact }: Line): boolean {
  const [first, second] = pieces
  return (
    !artifact &&
    first !== undefined &&
    second !== undefined &&
    second.x - first.right > apart * size &&
    first.glyphs.some(({ text }) => /\p{L}/u.test(text)) &&
    pieces.slice(1).every((piece) => isFigures([piece]))
  )
}

function goesOn(above: Line, line: Line): boolean {
  const [a, b] = [above.pieces, line.pieces]
  return (
    a.length === b.length &&
    line.y - above.y < furthest * line.size &&
    a.slice(1).every((piece, at) => {
      const below = b[at + 1]
      return (
        below !== undefined &&
        (Math.abs(piece.x - below.x) < sameColumn || Math.abs(piece.right - below.right) < sameColumn)
      )
    })
  )
}

function frameOf(lines: readonly Line[]): Frame {
  const [first, last] = [lines[0], lines.at(-1)] as [Line, Line]
  return {
    left: Math.min(...lines.map(({ x }) => x)),
    right: Math.max(...lines.map(({ right }) => right)),
    levels: [first.y - first.size, last.y + 0.1 * last.size],
    uprights: [],
    sides: [],
  }
}
