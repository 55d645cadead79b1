/** The new document, wherever it was read: the paragraphs that the base is to have. */
import { attribute, child, type Element, valOf } from '../../xml/xml.js'
import {
  type Item,
  isParagraph,
  type Manuscript,
  type Paragraph,
  type Region,
  type RuledTable,
} from '../package/manuscript.js'
import { definitions, type NoteKind } from '../package/notes.js'
import { span } from '../package/table.js'
import { emptyFieldsOf } from './fields.js'
import { type Unit, unitsOf } from './fresh.js'

export interface NewParagraph {
  kind: 'paragraph'
  region: Region
  /** The number that is printed before it and that Word counts, with what follows; '' for none. */
  label: string
  text: string
  units: Unit[]
  /** Codes of fields in it that Word computes, whose results the file has not. */
  empty?: readonly string[]
  /** Heading level, from 1. */
  outline: number | undefined
  /** Name of the element that holds it, in Word. */
  container: string
  /** How it is set: paragraphs of one document with the same setting look alike. */
  setting: string
  /** It says what is printed, and not by which means: a number may be typed or counted. */
  isLoose?: boolean
  /** How far it is set in from each side, and by which style, where that is known. */
  indent?: Indent
}

export interface Indent {
  style: string | undefined
  /** By side, in twentieths of a point. */
  sides: Map<string, string | undefined>
}

export interface NewTable {
  kind: 'table'
  region: Region
  container: string
  rows: { cells: { columns: number; paragraphs: NewParagraph[] }[] }[]
  /** Each cell is one paragraph and spans one column, whatever the source had. */
  isLoose?: boolean
}

export type NewItem = NewParagraph | NewTable

/** The notes of the new document. */
export interface NewNotes {
  /** What a note holds; nothing where its definition is lost. */
  of(kind: NoteKind, id: string): NewParagraph[]
  /** Their ids, in the order in which they are kept. */
  order(kind: NoteKind): readonly string[]
}

/** Tell a paragraph. */
export function isNewParagraph(item: NewItem): item is NewParagraph {
  return item.kind === 'paragraph'
}

/** The paragraphs of an item, those of its cells. */
export function newParagraphsIn(item: NewItem): NewParagraph[] {
  if (item.kind === 'paragraph') return [item]
  return item.rows.flatMap(({ cells }) => cells.flatMap(({ paragraphs }) => paragraphs))
}

/** Read an item of a Word document as new. */
export function fromItem(item: Item): NewItem {
  return isParagraph(item) ? fromParagraph(item) : fromTable(item)
}

/** Read the notes of a Word document as new. */
export function notesOf(manuscript: Manuscript): NewNotes {
  return {
    of: (kind, id) => manuscript.note(kind, id).map(fromParagraph),
    order: (kind) => [...definitionsOf(manuscript, kind).keys()],
  }
}

function definitionsOf({ document }: Manuscript, kind: NoteKind): Map<string, Element> {
  const part = document.word.byRole(`${kind}s`)
  return part ? definitions(part.root, kind) : new Map()
}

export function fromParagraph(paragraph: Paragraph): NewParagraph {
  const { region, label, text, outline, parent, element } = paragraph
  const pPr = child(element, 'pPr')
  const indent = indentOf(element)
  const setting = [
    region,
    outline ?? '',
    indent.style ?? '',
    valOf(pPr, 'jc') ?? '',
    valOf(child(pPr, 'numPr'), 'ilvl') ?? '',
    ...[...indent.sides.values()].map((value) => value ?? ''),
  ].join('|')
  return {
    kind: 'paragraph',
    region,
    label,
    text,
    units: unitsOf(paragraph),
    empty: emptyFieldsOf(element),
    outline,
    container: parent.name,
    setting,
    indent,
  }
}

const sides = ['left', 'start', 'right', 'end', 'hanging', 'firstLine'] as const

/** Read how far a paragraph is set in by its own properties. */
export function indentOf(element: Element): Indent {
  const pPr = child(element, 'pPr')
  const indent = child(pPr, 'ind')
  return {
    style: valOf(pPr, 'pStyle'),
    sides: new Map(sides.map((side) => [side, attribute(indent, side)])),
  }
}

function fromTable({ region, parent, rows }: RuledTable): NewTable {
  return {
    kind: 'table',
    region,
    container: parent.name,
    rows: rows.map(({ cells }) => ({
      cells: cells.map(({ element, paragraphs }) => ({
        columns: span(element),
        paragraphs: paragraphs.map(fromParagraph),
      })),
    })),
  }
}
