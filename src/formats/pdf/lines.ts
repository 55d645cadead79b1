/** Glyphs → the lines of a page, each in pieces that wide gaps part. */
import { isLeftward } from './direction.js'
import type { Look } from './fonts.js'
import type { PageGlyphs, Run } from './glyphs.js'
import { isRightToLeft } from './order.js'
import { withVowels } from './vowels.js'

/** A glyph on its line. */
export interface Placed {
  text: string
  x: number
  right: number
  size: number
  look: Look
  /** Set smaller and above the baseline. */
  raised: boolean
}

/** Text without a wide gap inside, blanks included. */
export interface Piece {
  glyphs: Placed[]
  /** Its line is read from right to left, whatever the script of its letters. */
  leftward?: boolean
  /** Of most of its glyphs, in points. */
  size: number
  x: number
  right: number
}

/** What is on one baseline, from left to right. */
export interface Line {
  y: number
  /** Of most of its glyphs, in points. */
  size: number
  x: number
  right: number
  pieces: Piece[]
  /** The producer says of all of it that it is the page's. */
  artifact: boolean
}

/** Baselines this near, in parts of the size, are one. */
const baselineTolerance = 0.25
/** Marks of notes are set at 0.55 to 0.7 of the size of the text. */
const smallerThan = 0.82
/** How high a mark is raised, and how low an index is set, in parts of the size of the text: 0.33 in Word, 0.46 in LibreOffice's notes, 0.77 in Chromium's under links. */
const highest = 0.8
const lowest = 0.4
/** Higher than this it is a mark and not a small letter on the line. */
const markHeight = 0.12
/** A small mark is not further from the text that it marks than this many sizes. */
const besideText = 1.3
/** The number of a note may have blanks in front of it: as many sizes in LibreOffice's pages. */
const besideNumber = 2
/** A mark alone on its line is no larger than this part of the text, and no further below it than lines are, in sizes. */
const loneMark = 0.9
const lonePitch = 1.4
/** An index nearly as large as the text touches it: Chromium sets them at 0.83. */
const touching = 0.25
/** The mark of a note may hang this many sizes in front of it: 5 in LibreOffice's notes. */
const hanging = 8
/** Marks and indices are short; more letters at another height are a line of their own. */
const longestMark = 5
/** Letters further apart than this, in sizes, are of two words. */
const wordGap = 0.3
/** Rows that reach into the height of a row: itself, what is above and below, and their marks, in two columns. */
const rowsAround = 10
/** A gap as wide as this, in sizes, may part two columns. */
const wideGap = 1.2
/** No space is wider, in sizes, however few words a line is filled with. */
const widestSpace = 8

interface Row {
  y: number
  size: number
  runs: { run: Run; raised: boolean }[]
}

/** Gather the glyphs of a page into lines, from top to bottom. */
export function linesOf({ runs }: PageGlyphs): Line[] {
  const visible: Run[] = []
  const blank: Run[] = []
  for (const run of withVowels(runs))
    (run.glyphs.every(({ text }) => isBlank(text)) ? blank : visible).push(run)
  const rows = attachMarks(rowsOf(visible))
  for (const run of blank) {
    const row = nearest(rows, run)
    row?.runs.push({ run, raised: false })
  }
  const lines = rows.map(lineOf).sort((a, b) => a.y - b.y)
  if (isLeftward(lines.flatMap(({ pieces }) => pieces)))
    for (const { pieces } of lines.filter(isSetLeftward)) for (const piece of pieces) piece.leftward = true
  return lines
}

/** White between a mark that opens a line and the text of the line, in sizes of the mark: more than a space. */
const behindMark = 0.5

/**
 * In a text that is read from right to left, a line of Latin letters is set so
 * too where a mark at its right opens it, or a stop or bracket at its left ends it.
 *
 *     .A/76/77   ³
 *     ^          ^
 */
function isSetLeftward({ pieces }: Line): boolean {
  const glyphs = pieces.flatMap((piece) => piece.glyphs).filter(({ text }) => !isBlank(text))
  const opened = glyphs.findIndex(({ text }) => !/^[.,;:)\]]$/u.test(text))
  if (opened > 0 && /^\p{sc=Latin}/u.test(glyphs[opened]?.text ?? '')) return true
  const at = glyphs.findLastIndex(({ raised }) => !raised)
  const [before, mark] = [glyphs[at], glyphs[at + 1]]
  return before !== undefined && mark !== undefined && mark.x - before.right > behindMark * mark.size
}

export function isBlank(text: string): boolean {
  return /^\s*$/u.test(text)
}

function rowsOf(runs: readonly Run[]): Row[] {
  const rows: Row[] = []
  for (const run of [...runs].sort((a, b) => a.y - b.y)) {
    const row = rows.slice(-6).findLast(({ y, size }) => {
      const [small, large] = size < run.size ? [size, run.size] : [run.size, size]
      // A mark that is raised by little is told from its line by its size.
      return Math.abs(y - run.y) <= (small > smallerThan * large ? baselineTolerance * small : 0.05 * large)
    })
    if (row) row.runs.push({ run, raised: false })
    else rows.push({ y: run.y, size: run.size, runs: [{ run, raised: false }] })
  }
  for (const row of rows) row.size = commonSize(row.runs.map(({ run }) => [run.size, run.glyphs.length]))
  return rows
}

function commonSize(sizes: readonly (readonly [size: number, weight: number])[]): number {
  const count = new Map<number, number>()
  for (const [size, weight] of sizes) count.set(size, (count.get(size) ?? 0) + weight)
  return [...count].reduce((best, one) => (one[1] > best[1] ? one : best))[0]
}

/** Runs of one row that meet. */
interface Cluster {
  runs: Run[]
  size: number
  x: number
  right: number
  length: number
}

/**
 * Move marks and indices, which have a baseline of their own, into their line.
 *
 *     by its Protocol,¹ and CO₂ be measured
 *                     ^       ^               beside the text
 *     ¹     See resolution 3/2.
 *     ^                                       in front of a note
 */
function attachMarks(rows: Row[]): Row[] {
  for (const [at, row] of rows.entries()) {
    const around = rows.slice(Math.max(0, at - rowsAround), at + rowsAround + 1)
    const hosts = around.filter((other) => other !== row && isAtHeight(row, other))
    if (hosts.length === 0) continue
    const clusters = clustersOf(row)
    for (const cluster of clusters) {
      const host =
        leastBy(
          hosts.filter((one) => isBeside(cluster, one)),
          (one) => overlap(cluster, one),
        ) ?? (clusters.length === 1 ? hosts.find((one) => hangsFrom(row, cluster, one)) : undefined)
      if (!host) continue
      const raised = host.y - row.y > markHeight * host.size
      host.runs.push(...cluster.runs.map((run) => ({ run, raised })))
      row.runs = row.runs.filter(({ run }) => !cluster.runs.includes(run))
    }
  }
  const left = rows.filter(({ runs }) => runs.length > 0)
  placeLoneMarks(left)
  return left
}

/** A mark in brackets that its line had no room for stands alone on the next. */
function placeLoneMarks(rows: readonly Row[]): void {
  for (const [at, row] of rows.entries()) {
    const above = rows[at - 1]
    const text = row.runs.flatMap(({ run }) => run.glyphs.map((glyph) => glyph.text)).join('')
    if (!above || !/^\s*\[(?:\p{Nd}{1,3}|[*†‡§]{1,4})\]\s*$/u.test(text)) continue
    if (row.size > loneMark * above.size || row.y - above.y > lonePitch * above.size) continue
    row.size = above.size
    for (const one of row.runs) one.raised = true
  }
}

/** As high or as low as marks of a line are, and not larger than its text. */
function isAtHeight(row: Row, host: Row): boolean {
  return (
    row.size <= host.size &&
    host.y - row.y < highest * host.size &&
    row.y - host.y < lowest * host.size &&
    host.runs.length > 0
  )
}

function clustersOf({ runs, size }: Row): Cluster[] {
  const clusters: Cluster[] = []
  for (const { run } of [...runs].sort((a, b) => a.run.x - b.run.x)) {
    const last = clusters.at(-1)
    const length = run.glyphs.length
    if (!last || run.x - last.right > wordGap * size)
      clusters.push({ runs: [run], size: run.size, x: run.x, right: run.right, length })
    else {
      last.runs.push(run)
      last.size = Math.max(last.size, run.size)
      last.right = Math.max(last.right, run.right)
      last.length += length
    }
  }
  return clusters
}

function isBeside(mark: Cluster, { runs, size }: Row): boolean {
  const isSmall = mark.size < smallerThan * size
  const isLong = mark.length > longestMark
  if (!isSmall && isLong) return false
  // Small words that keep clear of large ones are of another column.
  const most = isLong
    ? touching * mark.size
    : (isSmall ? besideText : isNoteMark(mark) ? besideNumber : touching) * size
  return runs.some(
    ({ run, raised }) =>
      !raised &&
      (isSmall ? run.size > mark.size : run.size >= mark.size) &&
      run.right > mark.x - most &&
      run.x < mark.right + most,
  )
}

function isNoteMark({ runs }: Cluster): boolean {
  return /^\s*(?:\p{Nd}{1,3}|[*†‡§]{1,4})\s*$/u.test(
    runs.flatMap(({ glyphs }) => glyphs.map(({ text }) => text)).join(''),
  )
}

/** How much of a mark is over or under letters of a row: it is beside the text that it marks. */
function overlap(mark: Cluster, { runs }: Row): number {
  let sum = 0
  for (const { run, raised } of runs) {
    if (raised || run.right <= mark.x || run.x >= mark.right) continue
    for (const { text, x, right } of run.glyphs)
      if (!isBlank(text)) sum += Math.max(0, Math.min(right, mark.right) - Math.max(x, mark.x))
  }
  return sum
}

/** The first of those for which a measure is least. */
function leastBy<T>(list: readonly T[], measure: (one: T) => number): T | undefined {
  if (list.length < 2) return list[0]
  const measures = list.map(measure)
  return list[measures.indexOf(Math.min(...measures))]
}

/** A raised mark alone on its row, in front of all of a line. */
function hangsFrom(row: Row, mark: Cluster, { y, size, runs }: Row): boolean {
  if (mark.length > longestMark || y - row.y <= markHeight * size) return false
  const x = Math.min(...runs.map(({ run }) => run.x))
  const right = Math.max(...runs.map(({ run }) => run.right))
  const isArabic = runs.some(({ run }) => run.glyphs.some(({ text }) => isRightToLeft(text)))
  const gap = isArabic ? mark.x - right : x - mark.right
  return gap > 0 && gap < hanging * size
}

function nearest(rows: readonly Row[], { y }: Run): Row | undefined {
  let best: Row | undefined
  for (const row of rows) {
    if (Math.abs(row.y - y) > 0.6 * row.size) continue
    if (!best || Math.abs(row.y - y) < Math.abs(best.y - y)) best = row
  }
  return best
}

function lineOf({ y, size, runs }: Row): Line {
  runs.sort((a, b) => a.run.x - b.run.x)
  const pieces: Piece[] = []
  let piece: Piece | undefined
  let held: Placed[] = []
  for (const { run, raised } of runs) {
    let blanksBefore = 0
    for (const { text, x, right } of run.glyphs) {
      const glyph = { text, x, right, size: run.size, look: run.look, raised }
      if (isBlank(text)) {
        held.push(glyph)
        blanksBefore++
        continue
      }
      const isStretched =
        blanksBefore === 1 && held.length === 1 && piece && isWordSpace(piece, held[0], glyph)
      blanksBefore = 0
      const isFar = piece !== undefined && x - piece.right > wideGap * size && !isStretched
      if (piece && isFar && raised && x - piece.right < besideNumber * size) {
        piece.glyphs.push(glyph)
        piece.right = Math.max(piece.right, right)
      } else if (!piece || isFar) {
        piece = { glyphs: [glyph], size: run.size, x, right }
        pieces.push(piece)
      } else if (!isTwice(piece, glyph)) {
        piece.glyphs.push(...held, glyph)
        piece.right = Math.max(piece.right, right)
      }
      held = []
    }
  }
  for (const one of pieces) one.size = commonSize(one.glyphs.map((glyph) => [glyph.size, 1]))
  const artifact = runs.every(({ run }) => run.artifact)
  return { y, size, x: pieces[0]?.x ?? 0, right: pieces.at(-1)?.right ?? 0, pieces, artifact }
}

/** One blank that is shown with the word behind it, near the word before, is a space: as wide as it takes to fill the line. */
function isWordSpace({ right }: Piece, blank: Placed | undefined, { x, size }: Placed): boolean {
  return (
    blank !== undefined &&
    x - right < widestSpace * size &&
    blank.x - right < x - blank.right + wordGap * size
  )
}

/** Some producers set a letter twice, a little to the side, for bold. */
function isTwice({ glyphs }: Piece, { text, x, right }: Placed): boolean {
  const last = glyphs.at(-1)
  return last?.text === text && x - last.x < 0.3 * (right - x)
}

/** Several pieces as one. */
export function joinPieces(pieces: readonly Piece[]): Piece {
  const first = pieces[0] as Piece
  if (pieces.length === 1) return first
  return {
    glyphs: pieces.flatMap(({ glyphs }) => glyphs),
    size: pieces.reduce((best, one) => (one.glyphs.length > best.glyphs.length ? one : best)).size,
    x: first.x,
    right: (pieces.at(-1) as Piece).right,
    ...(first.leftward ? { leftward: true } : {}),
  }
}
