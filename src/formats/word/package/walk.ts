/** One walk over a story (the body, a header, a note, …): its paragraphs and tables, as they are printed and edited. */
import { match } from 'ts-pattern'
import type { BlockSource, Rich } from '../../../model/block.js'
import { attribute, child, descendants, type Element, elements, flag } from '../../xml/xml.js'
import type { Context } from './context.js'
import { Fields } from './fields.js'
import { type Piece, readInline } from './inline.js'
import { branches, isPrompt } from './markup.js'
import type { Part } from './package.js'
import { numberLabel, paragraphProperties } from './paragraph.js'
import { isGone, marksGone, propertiesOn } from './revisions.js'
import { goneFrom, isRuled, rowsOf, span } from './table.js'
import { isChange } from './tracked.js'

/** Where a paragraph is printed: on the first page's head or foot, in the text, on every page, in a note or a comment. */
export type Region = 'front' | 'body' | 'running' | 'note' | 'comment'

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
  /** Its characters, and `noteCharacter` for the mark of a note: what edits count in. */
  text: string
  pieces: Piece[]
  /** Its words with their marks: what is read. */
  words: Rich
  place: BlockSource
  /** Contents of the text boxes that are anchored in it. */
  boxes: Item[][]
  /** Its end is not on this side, or hidden: the next paragraph goes on in its line. */
  runsOn: boolean
}

export interface Cell {
  element: Element
  /** How many columns it spans. */
  columns: number
  items: Item[]
}

export interface Table {
  kind: 'table'
  part: Part
  element: Element
  parent: Element
  region: Region
  /** It is a table of figures or names; one without rules only places text on the page. */
  ruled: boolean
  rows: { element: Element; cells: Cell[] }[]
}

/** A document of any format that is set into this one. */
export interface Chunk {
  kind: 'chunk'
  /** Of the relationship that names its part. */
  id: string
}

export type Item = Paragraph | Table | Chunk

/** What stands for the mark of a note in the text of a paragraph: marks of one kind are alike. */
export function noteCharacter({ kind, custom }: NonNullable<Piece['note']>): string {
  return String.fromCharCode(0xe010 + (kind === 'footnote' ? 0 : 2) + (custom ? 1 : 0))
}

/** Walks one part. The context counts numbers and notes: walk the parts in the order of the document. */
export class Walk {
  readonly #part: Part
  readonly #context: Context
  readonly #region: Region
  readonly #fields: Fields
  readonly #numbers = new Map<Element, number>()
  /** Items of the container that is being walked. */
  #found: Item[] = []
  /** Paragraphs at its end whose line has not ended. */
  #open: Paragraph[] = []
  /** Something was printed in the container. */
  #printed = false

  constructor(part: Part, context: Context, region: Region) {
    this.#part = part
    this.#context = context
    this.#region = region
    this.#fields = new Fields(part.root)
    for (const element of descendants(part.root))
      if (element.name === 'p') this.#numbers.set(element, this.#numbers.size + 1)
  }

  /** The items of an element that holds paragraphs and tables. */
  list(container: Element): Item[] {
    const outer = { found: this.#found, open: this.#open, printed: this.#printed }
    this.#found = []
    this.#open = []
    this.#printed = false
    this.#flow(container)
    this.#endLine(false)
    const found = this.#found
    this.#found = outer.found
    this.#open = outer.open
    this.#printed = outer.printed
    return found
  }

  #flow(container: Element): void {
    for (const node of elements(container)) {
      switch (node.name) {
        case 'p':
          this.#paragraph(node, container)
          break
        case 'tbl':
          this.#endLine(false)
          this.#table(node, container)
          break
        case 'commentRangeStart':
        case 'commentRangeEnd':
          this.#context.comments.meet(node, true)
          break
        case 'AlternateContent':
          for (const branch of branches(node)) this.#flow(branch)
          break
        case 'sdt':
          if (isPrompt(node)) this.#context.leavings.addAll('prompt', node)
          else this.#flow(node)
          break
        case 'altChunk':
          this.#endLine(false)
          this.#found.push({ kind: 'chunk', id: attribute(node, 'id') ?? '' })
          this.#printed = true
          break
        case 'sectPr':
          break
        default:
          this.#context.tracked.meet(node)
          // Wrappers of every kind: what they hold is text of the story.
          if (isGone(node, this.#context.side)) this.#context.leavings.addAll('other-side', node)
          else this.#flow(node)
      }
    }
  }

  #paragraph(element: Element, parent: Element): void {
    const { side, comments, notes, leavings, autoNumbers, tracked } = this.#context
    const own = child(element, 'pPr')
    const { style, outline, level } = paragraphProperties(own, this.#context)
    const number = this.#numbers.get(element) ?? 0
    const place: BlockSource = { part: this.#part.name, paragraph: number }
    comments.enter(place)
    leavings.enter(place)
    autoNumbers.enter({ outline, level })
    const { text, pieces, boxes } = readInline(element, style, this.#fields, this.#context)
    const mark = child(own, 'rPr')
    const isCut = marksGone(mark, side)
    for (const change of mark ? elements(mark).filter(isChange) : []) tracked.add(change, '\n')
    const changes = tracked.take()
    if (changes.length > 0) place.changes = changes
    if (text.value.trim() === '') tracked.drop(changes)
    const paragraph: Paragraph = {
      kind: 'paragraph',
      part: this.#part,
      number,
      element,
      parent,
      region: this.#region,
      label: '',
      outline: undefined,
      text: pieces.map((piece) => (isMark(piece) ? noteCharacter(piece.note) : piece.text)).join(''),
      pieces,
      words: text,
      place,
      boxes: boxes.map((box) => this.list(box)),
      runsOn: isCut || (flag(propertiesOn(mark, side), 'vanish') ?? false),
    }
    this.#found.push(paragraph)
    this.#open.push(paragraph)
    this.#printed ||= isPrinted(paragraph) || paragraph.boxes.some((box) => box.some(isFilled))
    // What Word only hides keeps its own number: it shows each in its place in the line.
    if (!isCut) this.#endLine(true)
    if (child(own, 'sectPr')) notes.endSection()
  }

  /** Number the paragraphs of a line; `ended` says that a paragraph mark ends them. */
  #endLine(ended: boolean): void {
    const open = this.#open
    this.#open = []
    const [first] = open
    const printed = open.filter(isPrinted)
    if (!first || (printed.length === 0 && !ended)) return
    // A mark at the end sets the paragraph; one that ends no text of its own leaves it as it was.
    const bearer = printed.at(-1) ?? (open.at(-1) as Paragraph)
    const properties = paragraphProperties(child(bearer.element, 'pPr'), this.#context)
    first.label = numberLabel(properties, this.#context)
    for (const paragraph of open) paragraph.outline = properties.outline
    this.#printed ||= first.label !== ''
  }

  #table(element: Element, parent: Element): void {
    const { side, styles, leavings } = this.#context
    for (const gone of goneFrom(element, side)) leavings.addAll('other-side', gone)
    const isFirst = !this.#printed
    const rows = rowsOf(element, side)
    const table: Table = {
      kind: 'table',
      part: this.#part,
      element,
      parent,
      region: this.#region,
      ruled: this.#region === 'body' && !isFirst && isRuled(element, rows, styles),
      rows: rows.map((row) => ({
        element: row.element,
        cells: row.cells.map((cell) => ({ element: cell, columns: span(cell), items: this.list(cell) })),
      })),
    }
    this.#found.push(table)
    this.#printed ||= isFilled(table)
  }
}

/** A piece that is the mark of a note and no characters of the text. */
export function isMark(piece: Piece): piece is Piece & { note: NonNullable<Piece['note']> } {
  return piece.note !== undefined && piece.text === ''
}

function isPrinted({ words }: Paragraph): boolean {
  return words.value.trim() !== '' || words.marks.length > 0
}

/** An item that prints something. */
function isFilled(item: Item): boolean {
  return match(item)
    .with(
      { kind: 'paragraph' },
      (one) => one.label !== '' || isPrinted(one) || one.boxes.some((box) => box.some(isFilled)),
    )
    .with({ kind: 'table' }, ({ rows }) =>
      rows.some(({ cells }) => cells.some(({ items }) => items.some(isFilled))),
    )
    .with({ kind: 'chunk' }, () => true)
    .exhaustive()
}
