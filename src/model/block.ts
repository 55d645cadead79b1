/**
 * A block: one paragraph of the source, with the evidence of its layout and its
 * place. Readers make blocks, assembling joins and splits them, parsing decides
 * what they are. A block carries evidence, never a decision.
 */
import type { MessageId } from './message.js'
import type { TrackedChange } from './tree/types.js'

export type { TrackedChange } from './tree/types.js'

/** What the source's typography says of a stretch of text. */
export type MarkKind = LookKind | 'noteReference' | 'inserted' | 'deleted'

/** What typography shows. */
export type LookKind = 'emphasis' | 'strong' | 'superscript'

/** A stretch of `Rich.value`: UTF-16 offsets, end exclusive. */
export interface Mark {
  kind: MarkKind
  start: number
  end: number
  /** For `noteReference`: the identifier of the note, and its mark as printed. */
  identifier?: string
  label?: string
  /** For `noteReference`, which has no text of its own: its place in the source. */
  source?: { start: number; end: number }
  /** For `inserted` and `deleted`, which only a reading of both sides has: who did it, if that is told. */
  author?: string | null
}

/** Where a stretch of text is in the source: verbatim if both lengths agree. */
export interface Segment {
  /** Offset in `Rich.value` at which this segment begins. */
  at: number
  /** First offset in the source. */
  start: number
  /** Offset in the source after the last character. */
  end: number
  /** Set, with both offsets 0, where the source is no text that offsets could point into. */
  place?: BlockSource
}

/** Text with its typography and its place, kept together through every cut and join. */
export interface Rich {
  value: string
  /** Sorted by start. Never empty stretches, but for `noteReference`. */
  marks: Mark[]
  /** Sorted by `at`; a segment reaches to the next one's `at`. Empty where the source is not known. */
  map: Segment[]
}

export interface TableCells {
  /** Rows of cells, the first row being the header. */
  rows: Rich[][]
}

/** Who commented, and on what. */
export interface Commented {
  author: string | null
  /** ISO 8601, with the time. */
  date: string | null
  /** The words commented on; empty for a point. */
  quote: string
  /** Where they are. */
  places: BlockSource[]
}

/** Where a block of a binary document is. */
export interface BlockSource {
  /** Word: name of the part in the package, and which of its paragraphs (`w:p`), from 1. */
  part?: string
  paragraph?: number
  /** Word: what was tracked in the paragraph. */
  changes?: TrackedChange[]
  /** PDF: the page, from 1, and a box on it in points from its top left corner. */
  page?: number
  box?: [x: number, y: number, width: number, height: number]
}

/** What a block of any kind has. */
export interface SharedFields {
  text: Rich
  /** Columns (text) or levels (Markdown) of indentation of the first line. */
  indent?: number
  /** Depth of block quotation. */
  quoted?: number
  /** Page it begins on, from 1, where the source shows pages. */
  page?: number
  /** Set on the first block after a page break. */
  pageStart?: boolean
  /** Set where an empty line (or the source's own paragraph mark) is before it. */
  gap?: boolean
  /** Set where the source says that it is behind the front: in the text of a resolution, or below it. */
  inText?: boolean
  source?: BlockSource
}

/** The kinds of block, and what only a block of that kind has. */
export type BlockFields = {
  paragraph: unknown
  /** A rule across the page, or between the text and its notes. */
  rule: unknown
  heading: {
    /** As the source marks it, from 1. */
    level?: number
  }
  note: {
    /** Its mark as printed (`1`, `*`), and the identifier that references share. */
    label?: string
    identifier?: string
  }
  table: { table: TableCells }
  /** What pages repeat: which. */
  furniture: { furniture?: string }
  comment: { comment: Commented }
}

export type BlockKind = keyof BlockFields

/** A block of one kind, or of one of several. */
export type BlockOf<Kind extends BlockKind> = {
  [K in Kind]: SharedFields & { kind: K } & BlockFields[K]
}[Kind]

export type Block = BlockOf<BlockKind>

/** A block with each of its texts, those of a table's cells too, made anew; the same one where none is another. */
export function withTexts<T extends Block>(block: T, change: (text: Rich) => Rich): T {
  const text = change(block.text)
  if (block.kind !== 'table') return text === block.text ? block : { ...block, text }
  return { ...block, text, table: { rows: block.table.rows.map((row) => row.map(change)) } }
}

/** What a block that pages repeat is; undefined of any other. */
export function furnitureOf(block: Block | undefined): string | undefined {
  return block?.kind === 'furniture' ? block.furniture : undefined
}

/** Of a text with tracked changes: all of them accepted, or as it was before them. */
export type Revisions = 'final' | 'original'

/** What a reader reads: one side, or both, with marks on what only one of them has. */
export type Side = Revisions | 'both'

/** Something that a reader met and a message tells: its id, what fills the wording, and its place in the text. */
export interface Notice {
  id: MessageId
  values: Record<string, string | number>
  /** Offsets in the text, end exclusive; absent for binary documents. */
  start?: number
  end?: number
}

/** What a reader gives: the blocks in reading order, and the text that offsets point into. */
export interface Source {
  blocks: Block[]
  /** What is odd in the source, what was left out of it. */
  notices?: Notice[]
  /** The decoded text that `Segment` offsets refer to; absent for binary documents. */
  text?: string
  /** The format ties its notes to their marks: a raised figure is a mark only of a note that was typed. */
  knowsNotes?: boolean
  /** The tree that the document says its text to be, as JSON, where plenary wrote one beside it. */
  kept?: string
  /** Set where the document says which language it is in: an ISO 639-1 code, or `und` for none. */
  language?: string
}

export function rich(value: string, start?: number): Rich {
  return {
    value,
    marks: [],
    map: start === undefined || value === '' ? [] : [{ at: 0, start, end: start + value.length }],
  }
}

/** Say where in a binary document all of a text is. */
export function placed(text: Rich, place: BlockSource): Rich {
  return { ...text, map: [{ at: 0, start: 0, end: 0, place }] }
}

/** The places in a binary document of a stretch of text, in the order of the text. */
export function placesOf(text: Rich, from = 0, to = text.value.length): BlockSource[] {
  const found = new Set<BlockSource>()
  const { map } = text
  for (let index = segmentAt(map, from); index < map.length; index++) {
    const { at, place } = map[index] as Segment
    if (at >= to && at > from) break
    if (place) found.add(place)
  }
  return [...found]
}

/** Source offset of a character of the text; `end` asks for the offset after the character before it. */
export function sourceOffset(text: Rich, offset: number, end = false): number | undefined {
  const { map } = text
  if (map.length === 0) return undefined
  const probe = end && offset > 0 ? offset - 1 : offset
  const low = segmentAt(map, probe)
  const segment = map[low] as Segment
  if (segment.place) return undefined
  const length = (map[low + 1]?.at ?? text.value.length) - segment.at
  const into = Math.max(0, probe - segment.at)
  // A segment that is not verbatim (an entity, a broken line) has no inside to point at.
  // A joint points at what it joins.
  if (segment.start === segment.end && !end) return map[low + 1]?.start ?? segment.end
  if (length !== segment.end - segment.start) return end ? segment.end : segment.start
  return segment.start + into + (end && offset > 0 ? 1 : 0)
}

/** The last segment that begins at an offset or before it; the first, if none does. */
function segmentAt(map: readonly Segment[], offset: number): number {
  let low = 0
  let high = map.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((map[middle] as Segment).at <= offset) low = middle
    else high = middle - 1
  }
  return low
}

/** Cut a stretch out, with its marks and its place. */
export function slice(text: Rich, from: number, to = text.value.length): Rich {
  if (from <= 0 && to >= text.value.length) return text
  const marks: Mark[] = []
  for (const mark of text.marks) {
    if (mark.start > to) break
    const point = mark.start === mark.end
    if (point ? mark.start < from || mark.start > to : mark.end <= from || mark.start >= to) continue
    marks.push({
      ...mark,
      start: Math.max(0, mark.start - from),
      end: Math.min(to, mark.end) - from,
    })
  }
  const map: Segment[] = []
  for (let index = segmentAt(text.map, from); index < text.map.length; index++) {
    const segment = text.map[index] as Segment
    if (segment.at >= to) break
    const stop = text.map[index + 1]?.at ?? text.value.length
    if (stop <= from) continue
    const verbatim = stop - segment.at === segment.end - segment.start
    const cutFront = Math.max(0, from - segment.at)
    const cutBack = Math.max(0, stop - to)
    map.push({
      ...segment,
      at: Math.max(0, segment.at - from),
      start: verbatim ? segment.start + cutFront : segment.start,
      end: verbatim ? segment.end - cutBack : segment.end,
    })
  }
  return { value: text.value.slice(from, to), marks, map }
}

/** Join stretches end to end. Marks of one kind that meet become one. */
export function concat(...parts: Rich[]): Rich {
  let value = ''
  const marks: Mark[] = []
  const last: Partial<Record<MarkKind, Mark>> = {}
  const map: Segment[] = []
  for (const part of parts) {
    const shift = value.length
    const border = marks.length
    for (const mark of part.marks) {
      const moved = { ...mark, start: mark.start + shift, end: mark.end + shift }
      // A mark on the border of two stretches was cut out with both.
      if (moved.kind === 'noteReference' && moved.start === shift && hasNote(marks, moved, border)) continue
      const before = last[mark.kind]
      if (
        before &&
        before.end === moved.start &&
        (mark.kind === 'emphasis' || mark.kind === 'strong') &&
        moved.end > moved.start
      ) {
        before.end = moved.end
      } else {
        marks.push(moved)
        last[mark.kind] = moved
      }
    }
    // A joint (the space between two lines) has a place in the text but none in the source.
    if (part.map.length === 0 && part.value !== '' && map.length > 0) {
      const end = (map.at(-1) as Segment).end
      map.push({ at: shift, start: end, end })
    }
    for (const segment of part.map) map.push({ ...segment, at: segment.at + shift })
    value += part.value
  }
  return { value, marks: marks.sort((a, b) => a.start - b.start), map }
}

/** The same note's mark is there already, among the marks before `border`. */
function hasNote(marks: readonly Mark[], note: Mark, border: number): boolean {
  for (let index = border - 1; index >= 0; index--) {
    const mark = marks[index] as Mark
    // Marks before it are sorted: nothing further back reaches so far.
    if (mark.kind === 'noteReference' && mark.start < note.start) return false
    if (
      mark.kind === 'noteReference' &&
      mark.source?.start === note.source?.start &&
      mark.identifier === note.identifier
    )
      return true
  }
  return false
}

/** Drop white space at both ends; the mark of a note that is beyond it closes up. */
export function trim(text: Rich): Rich {
  const lead = text.value.length - text.value.trimStart().length
  const end = Math.max(lead, text.value.trimEnd().length)
  const result = slice(text, lead, end)
  const notes = text.marks.filter(({ kind }) => kind === 'noteReference')
  const before = notes.filter(({ start }) => start < lead)
  const behind = notes.filter(({ start }) => start > end)
  if (before.length + behind.length === 0) return result
  const last = result.value.length
  return {
    ...result,
    marks: [
      ...before.map((mark) => ({ ...mark, start: 0, end: 0 })),
      ...result.marks,
      ...behind.map((mark) => ({ ...mark, start: last, end: last })),
    ],
  }
}
