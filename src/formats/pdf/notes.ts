/** Notes at the foot of a column: found by the rule above them, their size and their marks. */
import { type BlockOf, placed, type Rich, slice, trim } from '../../model/block.js'
import { placeOf, type Row } from './columns.js'
import { edgesOf, firstGlyph, isLeftward } from './direction.js'
import type { Stroke } from './glyphs.js'
import type { Measure } from './measure.js'
import { joinRows, jointOf, textOf } from './text.js'

/** Notes are set smaller than this part of the size of the text. */
export const smallerThan = 0.93
/** A rule above notes spans less than this part of the column, and more than this many points. */
const longestRule = 0.6
const shortestRule = 30

export interface Foot {
  /** Rows before it are running text. */
  start: number
  /** Number of rows that are the rule itself, drawn with characters. */
  rule: number
  /** Rows from it on are running text again: notes of a web page are at the end of its text. */
  end: number
}

/**
 * Find the notes of a column; undefined if it has none.
 *
 * @param last the label of the note before, on an earlier page
 */
export function footOf(
  rows: readonly Row[],
  strokes: readonly Stroke[],
  { size, marks }: Measure,
  last: string | undefined,
): Foot | undefined {
  const isSmall = (row: Row | undefined) => row !== undefined && row.size < smallerThan * size
  const ends = { end: rows.length }
  for (let index = rows.length - 1; index >= 0; index--) {
    const row = rows[index] as Row
    if (!isRule(row)) continue
    const next = rows[index + 1]
    if (next === undefined || isSmall(next) || labelOf(textOf(next.piece, next.size)))
      return { start: index, rule: 1, ...ends }
    break
  }
  let start = rows.length
  while (isSmall(rows[start - 1])) start--
  const above = rows[start - 1]
  for (let index = start; index < rows.length; index++) {
    const row = rows[index] as Row
    const ruled = strokes.some((stroke) => isNoteRule(stroke, rows[index - 1] ?? above, row))
    if (ruled || firstGlyph([row.piece])?.raised) return { start: index, rule: 0, ...ends }
  }
  return listOf(rows, isSmall, { last, marks })
}

/** Fewer small rows with numbers that go up may be part of the text, where no mark refers to them. */
const fewestListed = 2

/** Notes without a rule: small rows that open with numbers, each one more than the one before. */
function listOf(
  rows: readonly Row[],
  isSmall: (row: Row) => boolean,
  { last, marks }: { last: string | undefined; marks: ReadonlySet<number> },
): Foot | undefined {
  let end = rows.length
  while (end > 0) {
    while (end > 0 && !isSmall(rows[end - 1] as Row)) end--
    let start = end
    while (start > 0 && isSmall(rows[start - 1] as Row)) start--
    const labels = rows
      .slice(start, end)
      .flatMap(({ piece, size }) => labelOf(textOf(piece, size))?.label ?? [])
      .map(Number)
    const before = Number(last ?? 0)
    const listed = labels.filter((label, at) => label === (labels[at - 1] ?? before) + 1 || at === 0)
    const [first] = labels
    const goesOn = first !== undefined && (first === before + 1 || first === 1)
    const opens = start < end && labelOf(textOf((rows[start] as Row).piece, 1)) !== undefined
    const isMarked = before > 0 || (first !== undefined && marks.has(first))
    if (goesOn && (opens || last !== undefined) && listed.length >= (isMarked ? 1 : fewestListed))
      return { start, rule: 0, end }
    end = start
  }
  return undefined
}

function isRule({ piece }: Row): boolean {
  return piece.glyphs.length >= 8 && piece.glyphs.every(({ text }) => /^[_─—–\s-]$/u.test(text))
}

function isNoteRule(stroke: Stroke, above: Row | undefined, below: Row): boolean {
  const width = stroke.right - stroke.x
  const leftward = isLeftward([below.piece])
  return (
    width > shortestRule &&
    width < longestRule * Math.max(below.piece.right - below.piece.x, 400) &&
    edgesOf(stroke, leftward).start < edgesOf(below.piece, leftward).start + 2 * below.size &&
    stroke.y > (above?.y ?? 0) &&
    stroke.bottom < below.y
  )
}

interface Label {
  label: string
  /** Where the text of the note begins. */
  end: number
  raised: boolean
}

/** The mark that opens a note. */
function labelOf(text: Rich): Label | undefined {
  const raised = text.marks.find(({ kind }) => kind === 'superscript')
  if (raised?.start === 0) {
    const label = /^[[(]?(\d{1,3}|[*†‡§]{1,4}|\p{L})[\])]?\/?$/u.exec(text.value.slice(0, raised.end))?.[1]
    if (label !== undefined) return { label, end: raised.end, raised: true }
  }
  const typed = /^([*†‡§]{1,4})\s*(?=[\p{L}\p{N}])|^(\d{1,3})(?:\/\s*|\s+)(?=\S)/u.exec(text.value)
  const label = typed?.[1] ?? typed?.[2]
  return typed && label !== undefined ? { label, end: typed[0].length, raised: false } : undefined
}

/**
 * Read the rows of notes into blocks.
 *
 * @param open the last note of the page before, which may go on here
 */
export function notesOf(
  rows: readonly Row[],
  page: number,
  open: BlockOf<'note'> | undefined,
): BlockOf<'note'>[] {
  const notes: BlockOf<'note'>[] = []
  for (const part of parted(rows, open)) {
    const source = placeOf(part.rows, page)
    const text = placed(part.text, source)
    if (part.label === undefined && open)
      open.text = joinRows(open.text, jointOf(open.text.value, text.value, true), text)
    else {
      const { label } = part
      notes.push({
        kind: 'note',
        ...(label === undefined ? {} : { label, identifier: label }),
        text,
        page,
        source,
      })
    }
  }
  return notes
}

/** The rows of one note, or of the rest of one. */
interface Part {
  /** Absent where a page cut the note. */
  label: string | undefined
  rows: Row[]
  text: Rich
}

/**
 * Part the rows of notes where a mark opens one.
 *
 *     ¹ A report on the lamps of the northern coast, as revised on
 *     ^
 *     3 May 2031.
 *     ^             a row that goes on may begin with a figure
 */
function parted(rows: readonly Row[], open: BlockOf<'note'> | undefined): Part[] {
  const parts: Part[] = []
  const texts = rows.map((row) => textOf(row.piece, row.size))
  const labels = texts.map(labelOf)
  const areRaised = labels.some((sign) => sign?.raised)
  for (const [at, row] of rows.entries()) {
    const text = texts[at] as Rich
    const sign = labels[at]
    const last = parts.at(-1)
    const isTyped = sign && /\d/u.test(sign.label) && !sign.raised
    const isCut = isTyped && last !== undefined && goesOn(last, row, rows[at + 1])
    if (sign && !(isTyped && areRaised) && !isCut && opens(sign.label, last?.label, open?.label))
      parts.push({ label: sign.label, rows: [row], text: trim(slice(text, sign.end)) })
    else if (last) {
      last.rows.push(row)
      last.text = joinRows(last.text, jointOf(last.text.value, text.value, true), text)
    } else parts.push({ label: undefined, rows: [row], text })
  }
  return parts
}

/** White between two notes is more than this many of the distances of lines. */
const noteGap = 1.1

/**
 * The row above a figure breaks off inside of a sentence, and is as near as lines do.
 *
 *     13 See the Convention on Lamps (Geneva,
 *     14 November 2031).
 */
function goesOn({ rows, text }: Part, row: Row, next: Row | undefined): boolean {
  if (!/[,;(–\p{Ll}]$/u.test(text.value)) return false
  const above = row.y - (rows.at(-1) as Row).y
  return next === undefined || above < noteGap * (next.y - row.y)
}

/** Numbers of notes go up one by one; on a further page they may start again. */
function opens(label: string, before: string | undefined, onPageBefore: string | undefined): boolean {
  const number = Number(label)
  const last = Number(before ?? onPageBefore)
  return !(number > 0) || !(last > 0) || number === last + 1 || (before === undefined && number === 1)
}
