/** Numbers at the margin, one a line or one every few lines, that count the lines of a page. */
import type { PageGlyphs, Run } from './glyphs.js'

/** Fewer numbers count nothing. */
const fewest = 5
/** The ends of the numbers lie below each other within so many points. */
const sameColumn = 1.5
/** Baselines within so many points are of one line, its marks included. */
const sameLine = 5
/** Numbers keep clear of the text by this part of their size. */
const clear = 0.3
/** Of the lines beside the numbers, so many are counted at least. */
const counted = 0.7
/** Lines that end within this part of the width of the text are full, and this part of them is in any text that is more than a list. */
const fullLine = 0.12
const leastFull = 0.25
/** White as wide as this, in sizes, is between the columns of a table. */
const columnGap = 2

/**
 * Take the numbers of lines out of a page.
 *
 *      7   1. Urges States parties to relight every dark station before the
 *      8   winter of 2032, and to inform the secretariat when they have done
 *      ^   so: numbers that count the lines, outside of the text
 */
export function withoutLineNumbers(page: PageGlyphs): PageGlyphs {
  const numbers = page.runs.filter((run) => /^\p{Nd}{1,4}$/u.test(textOf(run)))
  if (numbers.length < fewest) return page
  for (const edge of ['right', 'x'] as const)
    for (const column of columnsBy(edge, numbers)) {
      if (column.length < fewest || !isCount(column) || !isBesideText(column, page.runs)) continue
      const taken = new Set(column)
      return {
        ...page,
        runs: page.runs.filter((run) => !taken.has(run)),
        lineNumbers: column.map(textOf),
      }
    }
  return page
}

function textOf({ glyphs }: Run): string {
  return glyphs
    .map(({ text }) => text)
    .join('')
    .trim()
}

function columnsBy(edge: 'x' | 'right', runs: readonly Run[]): Run[][] {
  const columns: Run[][] = []
  for (const run of [...runs].sort((a, b) => a[edge] - b[edge])) {
    const last = columns.at(-1)
    if (last && run[edge] - (last[0] as Run)[edge] < sameColumn) last.push(run)
    else columns.push([run])
  }
  return columns.map((column) => column.sort((a, b) => a.y - b.y))
}

/** Each number is as much more than the one above it as all others are. */
function isCount(column: readonly Run[]): boolean {
  const values = column.map((run) =>
    Number(
      textOf(run)
        .normalize('NFKD')
        .replace(/\P{Nd}/gu, ''),
    ),
  )
  const step = (values[1] as number) - (values[0] as number)
  return step > 0 && values.every((value, at) => at === 0 || value - (values[at - 1] as number) === step)
}

function isBesideText(column: readonly Run[], runs: readonly Run[]): boolean {
  const [first, last] = [column[0], column.at(-1)] as [Run, Run]
  const [x, right] = [Math.min(...column.map((run) => run.x)), Math.max(...column.map((run) => run.right))]
  const taken = new Set(column)
  const lines: Run[][] = []
  const text = runs
    .filter((run) => !taken.has(run) && run.y > first.y - sameLine && run.y < last.y + sameLine)
    .filter((run) => textOf(run) !== '')
    .sort((a, b) => a.y - b.y)
  for (const run of text) {
    const line = lines.at(-1)
    if (line && run.y - (line[0] as Run).y < sameLine) line.push(run)
    else lines.push([run])
  }
  const margin = clear * first.size
  const isLeft = text.every((run) => run.x > right + margin)
  if (!isLeft && !text.every((run) => run.right < x - margin)) return false
  const step = Number(textOf(column[1] as Run)) - Number(textOf(first))
  return column.length * step >= counted * lines.length && isProse(lines, runs)
}

/** Lines of text wrap: many of them are full, without a gap inside. */
function isProse(lines: readonly Run[][], all: readonly Run[]): boolean {
  const left = lines.flat().reduce((least, { x }) => Math.min(least, x), Infinity)
  const right = all.reduce((most, run) => Math.max(most, run.right), 0)
  const full = lines.filter((line) => {
    const ordered = [...line].sort((a, b) => a.x - b.x)
    const end = Math.max(...line.map((run) => run.right))
    const isWhole = ordered
      .slice(1)
      .every((run, at) => run.x - (ordered[at] as Run).right < columnGap * run.size || at === 0)
    return isWhole && right - end < fullLine * (right - left)
  })
  return full.length >= leastFull * lines.length
}
