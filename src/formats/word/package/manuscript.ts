/** A document as the sequence of its paragraphs and ruled tables, in the order in which they are edited. */

import type { Element } from '../../xml/xml.js'
import type { WordDocument } from './document.js'
import type { Piece } from './inline.js'
import type { NoteKind } from './notes.js'
import { readingOf } from './reading.js'
import type { Paragraph, Item as Read, Table } from './walk.js'

export { noteCharacter, type Paragraph, type Region } from './walk.js'

/** A table with rules: its cells hold paragraphs. */
export interface RuledTable extends Omit<Table, 'rows'> {
  rows: { element: Element; cells: { element: Element; paragraphs: Paragraph[] }[] }[]
}

export type Item = Paragraph | RuledTable

/** How many UTF-16 units of a paragraph's text are a piece's. */
export function lengthOf({ text, note }: Piece): number {
  return note && text === '' ? 1 : text.length
}

export class Manuscript {
  readonly document: WordDocument
  readonly items: readonly Item[]
  readonly #notes = new Map<string, Paragraph[]>()

  /** Of a document with tracked changes, it has what is there when all of them are accepted. */
  constructor(document: WordDocument) {
    this.document = document
    const { front, body, running, notes } = readingOf(document, 'final')
    this.items = [
      ...front.flatMap(({ items }) => itemsOf(items)),
      ...itemsOf(body),
      ...running.flatMap(({ items }) => itemsOf(items)),
    ]
    for (const { kind, id, items } of notes) this.#notes.set(`${kind} ${id}`, paragraphsOf(items))
  }

  /** The paragraphs of a note; none where its part has lost it. */
  note(kind: NoteKind, id: string): Paragraph[] {
    return this.#notes.get(`${kind} ${id}`) ?? []
  }

  /** Every paragraph outside of notes, those of tables too. */
  get paragraphs(): Paragraph[] {
    return this.items.flatMap(paragraphsIn)
  }
}

/** The paragraphs of an item, those of its cells. */
export function paragraphsIn(item: Item): Paragraph[] {
  if (item.kind === 'paragraph') return [item]
  return item.rows.flatMap(({ cells }) => cells.flatMap(({ paragraphs }) => paragraphs))
}

export function isParagraph(item: Item): item is Paragraph {
  return item.kind === 'paragraph'
}

/** Neither its words nor its end are on the side that is read. */
function isGone({ runsOn, pieces }: Paragraph): boolean {
  return runsOn && pieces.length === 0
}

/** A table that only places text on the page is the paragraphs that it places. */
function itemsOf(items: readonly Read[]): Item[] {
  return items.flatMap((item): Item[] => {
    // What is in a text box is read before the paragraph that holds it.
    if (item.kind === 'paragraph') return [...item.boxes.flatMap(itemsOf), ...(isGone(item) ? [] : [item])]
    // What another document holds is not edited.
    if (item.kind === 'chunk') return []
    if (!item.ruled) return item.rows.flatMap(({ cells }) => cells.flatMap((cell) => itemsOf(cell.items)))
    const rows = item.rows.map(({ element, cells }) => ({
      element,
      cells: cells.map((cell) => ({ element: cell.element, paragraphs: paragraphsOf(cell.items) })),
    }))
    return [{ ...item, rows }]
  })
}

/** All paragraphs, those of tables in their place. */
function paragraphsOf(items: readonly Read[]): Paragraph[] {
  return items.flatMap((item) => {
    if (item.kind === 'chunk') return []
    if (item.kind === 'paragraph') return isGone(item) ? [] : [item]
    return item.rows.flatMap(({ cells }) => cells.flatMap((cell) => paragraphsOf(cell.items)))
  })
}
