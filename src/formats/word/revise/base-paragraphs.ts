/** Paragraphs of the base, written anew where they are, and the notes that their marks lead to. */
import { endTagOf, startTagOf } from '../../xml/xml.js'
import type { Item, Manuscript, Paragraph } from '../package/manuscript.js'
import type { Part } from '../package/package.js'
import { collision, refuseCollision } from './collisions.js'
import { type Dress, inPlace } from './dress.js'
import { type Edits, isUnedited, type NoteOf, removed } from './edit.js'
import { markAt, unitsOf } from './fresh.js'
import type { Marks } from './marks.js'
import { type Around, none } from './new-paragraphs.js'
import { type NoteWriter, raised } from './notes.js'
import { type WriteContext, writeContent } from './paragraph.js'
import type { ParagraphProperties } from './paragraph-properties.js'
import type { Compare } from './plan-words.js'
import { prefixOf } from './prefix.js'
import type { NewItem, NewNotes } from './revised.js'
import type { Splices } from './splices.js'

interface Setting {
  base: Manuscript
  /** The notes of the revised text. */
  revised: NewNotes
  marks: Marks
  splices: Splices
  notes: NoteWriter
  properties: ParagraphProperties
  compare: Compare
  /** Write what a note became, item by item. */
  place: (old: readonly Item[], now: readonly NewItem[]) => void
}

export class BaseParagraphs {
  readonly #setting: Setting

  constructor(setting: Setting) {
    this.#setting = setting
  }

  /** Replace a paragraph by what becomes of it. */
  edit(paragraph: Paragraph, edits: Edits, dress: Dress, around: Around = none): void {
    if (isUnedited(edits)) return
    const { part, element } = paragraph
    refuseCollision(paragraph, edits, this.#setting.base.document.name)
    const context = this.context(part)
    const { lines, last } = writeContent(paragraph, edits, dress, context)
    const { prefix } = context
    const made = lines.map(({ content, properties }) => `<${prefix}:p>${properties}${content}</${prefix}:p>`)
    const own = startTagOf(part, element) + this.#setting.properties.own(paragraph, edits, prefix)
    const text = `${made.join('')}${own}${around.open}${last}${endTagOf(part, element)}${around.after}`
    this.#setting.splices.replace(part, element, text)
  }

  /** A note whose mark stays is compared with the one that the new document has there; one whose mark goes, goes. */
  keepNotes(paragraph: Paragraph, { keep, notes }: Edits): void {
    let start = 0
    for (const { text, note } of paragraph.pieces) {
      const isMark = note !== undefined && text === ''
      const other = isMark ? notes.get(start) : undefined
      if (isMark && !keep[start]) this.#cutNote(note)
      else if (note && other) this.note(note, other)
      start += isMark ? 1 : text.length
    }
  }

  /** What became of a note whose mark stays. */
  note(note: NoteOf, other: NoteOf): void {
    const before = this.#setting.base.note(note.kind, note.id)
    if (before.length === 0) return
    this.#setting.notes.keep(note, other)
    const after = this.#setting.revised.of(other.kind, other.id)
    // A mark whose note was not found says nothing of the note.
    if (after.length === 0) return
    const [one, two] = [before, after].map((side) => side.map(({ text }) => text).join(' ')) as [
      string,
      string,
    ]
    // A note may be divided in one format and not in another.
    if (other.isAny && this.#setting.compare(one, two).every(({ same }) => same)) return
    this.#setting.place(before, after)
  }

  /** Notes whose mark goes are struck through, too. */
  cutNotes({ pieces }: Paragraph): void {
    for (const { note, text } of pieces) if (note && text === '') this.#cutNote(note)
  }

  #cutNote({ kind, id }: NoteOf): void {
    for (const paragraph of this.#setting.base.note(kind, id)) this.strike(paragraph)
  }

  /** Cut the words of a paragraph; the paragraph stays. */
  strike(paragraph: Paragraph): void {
    const edits = removed(paragraph.text.length, 'del')
    edits.mark = 'keep'
    this.edit(paragraph, edits, inPlace)
  }

  /** Give the marks that a paragraph keeps the notes of the revised text, as new ones. */
  withNewNotes(paragraph: Paragraph, edits: Edits): Edits {
    const own = { text: paragraph.text, units: unitsOf(paragraph) }
    for (const [at, note] of edits.notes) {
      const mark = markAt(own, at)
      edits.keep.fill(false, at, at + 1 + mark.length)
      const look = own.units[at]?.look ?? raised
      edits.insertions.set(at, [{ kind: 'note', note, mark, look }, ...(edits.insertions.get(at) ?? [])])
    }
    return edits
  }

  /** What the content of a paragraph of this part is written with. */
  context(part: Part): WriteContext {
    const prefix = prefixOf(part)
    return {
      prefix,
      marks: this.#setting.marks,
      styles: this.#setting.base.document.styles,
      source: (xml, element) => this.#setting.splices.source(xml, element),
      collision: (paragraph) => collision(this.#setting.base.document.name, [paragraph]),
      note: ({ note, mark }) => this.#setting.notes.add(note, mark, prefix, 'ins'),
    }
  }
}
