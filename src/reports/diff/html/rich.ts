/** Words as the documents set them: italics, bold and the marks of notes. */
import type { ElementContent } from 'hast'
import { h } from 'hastscript'
import { type Change, sideText } from '../../../model/change.js'
import { rows } from '../../../model/tree/rows.js'
import { type NoteMark, type StyledText, styledRow } from '../../../model/tree/styled.js'
import { plainText } from '../../../model/tree/text.js'
import type { Root } from '../../../model/tree/types.js'
import { clean } from '../../clean.js'

export type SideName = 'old' | 'new'

/** A note of a document: its words, and the place of it in the report. */
export interface ReportNote {
  id: string
  label: string
  text: string
}

/** One side of a comparison as its document sets it. */
export interface RichSide {
  rows: StyledText[]
  notes: Map<string, ReportNote>
}

/** Read how both documents set their words. A note that both have has one place in the report. */
export function richSides(trees: Readonly<Record<SideName, Root>>): Record<SideName, RichSide> {
  const [old, now] = [richSide(trees.old, 'old-note-'), richSide(trees.new, 'note-')]
  const kept = new Map([...now.notes.values()].map(({ text, id }) => [text, id]))
  for (const note of old.notes.values()) note.id = kept.get(note.text) ?? note.id
  return { old, new: now }
}

function richSide(tree: Root, prefix: string): RichSide {
  const definitions = tree.children.filter((node) => node.type === 'footnoteDefinition')
  const notes = definitions.map(({ identifier, label, children }, at): [string, ReportNote] => [
    identifier,
    { id: `${prefix}${at + 1}`, label: label ?? identifier, text: children.map(plainText).join(' ') },
  ])
  return { rows: rows(tree).map(styledRow), notes: new Map(notes) }
}

/** How one side of a change is set; undefined where its words are not those of its rows. */
export function richText(change: Change, side: SideName, rich: RichSide | undefined): StyledText | undefined {
  const numbers = side === 'old' ? change.oldRows : change.newRows
  const own = numbers.flatMap((row) => rich?.rows[row] ?? [])
  if (own.length === 0) return undefined
  const whole: StyledText = { text: own.map(({ text }) => text).join('\n'), spans: [], notes: [] }
  if (whole.text !== sideText(change.edits, side === 'old' ? 'delete' : 'insert')) return undefined
  let from = 0
  for (const { text, spans, notes } of own) {
    whole.spans.push(...spans.map((span) => ({ ...span, start: span.start + from, end: span.end + from })))
    whole.notes.push(...notes.map((note) => ({ ...note, at: note.at + from })))
    from += text.length + 1
  }
  return whole
}

/** A mark of a note to be set behind so many characters of a piece of text. */
export interface SetMark {
  at: number
  node: ElementContent
}

/** Write a piece of a text that begins at `from` in italics and bold, with its marks of notes. */
export function setText(
  text: string,
  from: number,
  spans: StyledText['spans'],
  marks: readonly SetMark[],
): ElementContent[] {
  const to = from + text.length
  const near = spans.filter(({ start, end }) => start < to && end > from)
  const cuts = new Set([from, to, ...marks.map(({ at }) => Math.min(Math.max(at, from), to))])
  for (const { start, end } of near) {
    if (start > from) cuts.add(start)
    if (end < to) cuts.add(end)
  }
  const places = [...cuts].sort((a, b) => a - b)
  const result: ElementContent[] = []
  const marksAt = (place: number) =>
    marks.filter(({ at }) => Math.min(Math.max(at, from), to) === place).map(({ node }) => node)
  places.forEach((place, index) => {
    const before = places[index - 1]
    if (before !== undefined) {
      const kinds = near.filter(({ start, end }) => start <= before && end >= place).map(({ kind }) => kind)
      let piece: ElementContent = { type: 'text', value: clean(text.slice(before - from, place - from)) }
      for (const kind of ['emphasis', 'strong'] as const)
        if (kinds.includes(kind)) piece = h(kind === 'emphasis' ? 'em' : 'strong', [piece])
      result.push(piece)
    }
    result.push(...marksAt(place))
  })
  return result
}

/** The mark of a note, which leads to it. */
export function noteMark({ identifier, label }: NoteMark, rich: RichSide): ElementContent {
  const note = rich.notes.get(identifier)
  const words = clean(note?.label ?? label)
  return h('sup', note ? h('a', { href: `#${note.id}` }, words) : words)
}
