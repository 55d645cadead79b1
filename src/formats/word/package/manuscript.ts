/** A document as the sequence of its paragraphs and ruled tables, in the order in which they are read. */

import { child, descendants, type Element, elements } from '../../xml/xml.js'
import type { Context } from './context.js'
import type { WordDocument } from './document.js'
import { Fields } from './fields.js'
import { branches, type Piece, readInline } from './inline.js'
import { definitions, type NoteKind } from './notes.js'
import type { Part } from './package.js'
import { numberLabel, paragraphProperties } from './paragraph.js'
import { isRuled, rowsOf } from './table.js'

/** Where a paragraph is printed: on the first page's head or foot, in the text, on every page, or in a note. */
export type Region = 'front' | 'body' | 'running' | 'note'

export interface Paragraph {
  kind: 'paragraph'
  part: Part
  /** Which `w:p` of the part, from 1. */
  number: number
  element: Element
  /** The element that holds it: the body, a cell, a note, … */
  parent: Element
  region: Region
  /** The number that Word prints before it, with what follows; '' for none. */
  label: string
  /** Heading level, from 1. */
  outline: number | undefined
  /** What is printed, and `noteCharacter` for the mark of a note. */
  text: string
  pieces: Piece[]
}

/** A table with rules: its cells hold paragraphs. */
export interface RuledTable {
  kind: 'table'
  part: Part
  element: Element
  parent: Element
  region: Region
  rows: { element: Element; cells: { element: Element; paragraphs: Paragraph[] }[] }[]
}

export type Item = Paragraph | RuledTable

/** What stands for the mark of a note in the text of a paragraph: marks of one kind are alike. */
export function noteCharacter({ kind, custom }: NonNullable<Piece['note']>): string {
  return String.fromCharCode(0xe010 + (kind === 'footnote' ? 0 : 2) + (custom ? 1 : 0))
}

/** How many UTF-16 units of a paragraph's text are a piece's. */
export function lengthOf({ text, note }: Piece): number {
  return note && text === '' ? 1 : text.length
}

export class Manuscript {
  readonly document: WordDocument
  readonly items: Item[] = []
  readonly #notes = new Map<string, Paragraph[]>()

  /** Given a document without tracked changes. */
  constructor(document: WordDocument) {
    this.document = document
    const context = document.context('final')
    const { word, body, pages } = document
    for (const region of ['front', 'body', 'running'] as const) {
      if (region === 'body')
        for (const item of new Walk(word.main, context, region, true).list(body)) this.items.push(item)
      for (const page of pages)
        if (region === (page.front ? 'front' : 'running'))
          this.items.push(...new Walk(page.part, context, region, false).list(page.part.root))
    }
    for (const kind of ['footnote', 'endnote'] as const) {
      const part = context.notes.met.some((note) => note.kind === kind) ? word.byRole(`${kind}s`) : undefined
      if (!part) continue
      const walk = new Walk(part, context, 'note', false)
      for (const [id, element] of definitions(part.root, kind))
        this.#notes.set(`${kind} ${id}`, walk.list(element).filter(isParagraph))
    }
  }

  /** The paragraphs of a note; none where its part has lost it. */
  note(kind: NoteKind, id: string): Paragraph[] {
    return this.#notes.get(`${kind} ${id}`) ?? []
  }

  /** Every paragraph outside of notes, those of tables too. */
  get paragraphs(): Paragraph[] {
    return this.items.flatMap((item) =>
      item.kind === 'paragraph'
        ? [item]
        : item.rows.flatMap(({ cells }) => cells.flatMap(({ paragraphs }) => paragraphs)),
    )
  }
}

export function isParagraph(item: Item): item is Paragraph {
  return item.kind === 'paragraph'
}

/** Walks the containers of one part as the reader does. */
class Walk {
  readonly #part: Part
  readonly #context: Context
  readonly #region: Region
  readonly #fields: Fields
  readonly #numbers = new Map<Element, number>()
  readonly #rules: boolean

  constructor(part: Part, context: Context, region: Region, rules: boolean) {
    this.#part = part
    this.#context = context
    this.#region = region
    this.#rules = rules
    this.#fields = new Fields(part.root)
    for (const element of descendants(part.root))
      if (element.name === 'p') this.#numbers.set(element, this.#numbers.size + 1)
  }

  list(container: Element, found: Item[] = []): Item[] {
    for (const node of elements(container)) {
      switch (node.name) {
        case 'p':
          found.push(this.#paragraph(node, container))
          break
        case 'tbl':
          this.#table(node, container, found)
          break
        case 'AlternateContent':
          for (const branch of branches(node)) this.list(branch, found)
          break
        case 'sdt':
          if (!child(child(node, 'sdtPr'), 'showingPlcHdr')) this.list(node, found)
          break
        case 'sdtContent':
        case 'customXml':
          this.list(node, found)
          break
        default:
      }
    }
    return found
  }

  #paragraph(element: Element, parent: Element): Paragraph {
    const own = child(element, 'pPr')
    const properties = paragraphProperties(own, this.#context)
    const { pieces } = readInline(element, properties.style, this.#fields, this.#context)
    const label = numberLabel(properties, this.#context)
    if (child(own, 'sectPr')) this.#context.notes.endSection()
    return {
      kind: 'paragraph',
      part: this.#part,
      number: this.#numbers.get(element) ?? 0,
      element,
      parent,
      region: this.#region,
      label,
      outline: properties.outline,
      text: pieces.map(({ text, note }) => (note && text === '' ? noteCharacter(note) : text)).join(''),
      pieces,
    }
  }

  #table(element: Element, parent: Element, found: Item[]): void {
    const rows = rowsOf(element, this.#context.side)
    const isFirst = !found.some((item) => item.kind === 'table' || item.text.trim() !== '')
    if (!this.#rules || isFirst || !isRuled(element, rows, this.#context.styles)) {
      for (const { cells } of rows) for (const cell of cells) this.list(cell, found)
      return
    }
    found.push({
      kind: 'table',
      part: this.#part,
      element,
      parent,
      region: this.#region,
      rows: rows.map((row) => ({
        element: row.element,
        cells: row.cells.map((cell) => ({ element: cell, paragraphs: this.list(cell).filter(isParagraph) })),
      })),
    })
  }
}
