/**
 * Footnotes. Word counts the marks itself; a mark that is not the next number
 * (`*`, a number out of order) is typed, and so is a further mark of the same
 * note: as a field it would be counted anew, whatever tracked changes say.
 */
import { Paragraph, type ParagraphChild, Tab, TextRun } from 'docx'
import type { FootnoteDefinition, FootnoteReference } from '../../../model/tree/types.js'
import { writable } from '../../xml/characters.js'
import { Element } from './element.js'

export class Notes {
  readonly #definitions: ReadonlyMap<string, FootnoteDefinition>
  /** Number of the footnote of each identifier that is marked. */
  readonly #ids = new Map<string, number>()
  readonly #typed = new Map<number, string>()
  #counted = 0

  constructor(definitions: readonly FootnoteDefinition[]) {
    this.#definitions = new Map(definitions.map((one) => [one.identifier, one]))
  }

  /** Write the mark of a note. */
  mark({ identifier, label }: FootnoteReference): ParagraphChild[] {
    const sign = label ?? identifier
    const definition = this.#definitions.get(identifier)
    if (!definition) return [raised(sign)]
    const known = this.#ids.get(identifier)
    if (known !== undefined) return [raised(sign)]
    const id = this.#ids.size + 1
    this.#ids.set(identifier, id)
    const printed = definition.label ?? identifier
    if (printed === String(this.#counted + 1)) {
      this.#counted++
      return [new TextRun({ style: 'FootnoteReference', children: [reference(id)] })]
    }
    this.#typed.set(id, printed)
    return [new TextRun({ style: 'FootnoteReference', children: [reference(id, true), writable(printed)] })]
  }

  /** The notes that have a mark, by their number, each with the mark that was typed for it. */
  get marked(): { id: number; definition: FootnoteDefinition; typed: string | undefined }[] {
    return [...this.#ids].map(([identifier, id]) => ({
      id,
      definition: this.#definitions.get(identifier) as FootnoteDefinition,
      typed: this.#typed.get(id),
    }))
  }

  /** The notes that nothing refers to. */
  get unmarked(): FootnoteDefinition[] {
    return [...this.#definitions.values()].filter(({ identifier }) => !this.#ids.has(identifier))
  }
}

/** A mark of no footnote of Word's. */
export function raised(text: string): TextRun {
  return new TextRun({ text: writable(text), superScript: true })
}

function reference(id: number, typed = false): Element {
  return new Element('w:footnoteReference', {
    ...(typed ? { 'w:customMarkFollows': 1 } : {}),
    'w:id': id,
  })
}

/** The notes as the library takes them. */
export type Footnotes = Record<number, { children: Paragraph[] }>

/** A note's paragraphs; `write` makes the runs of each. */
export function noteParagraphs(
  definition: FootnoteDefinition,
  write: (children: FootnoteDefinition['children'][number]) => ParagraphChild[],
  rtl: boolean,
): Paragraph[] {
  const { children } = definition
  const contents = children.length > 0 ? children.map(write) : [[]]
  return contents.map(
    (runs, index) =>
      new Paragraph({
        style: 'FootnoteText',
        ...(rtl ? { bidirectional: true } : {}),
        children: index === 0 ? [new TextRun({ children: [new Tab()] }), ...runs] : runs,
      }),
  )
}
