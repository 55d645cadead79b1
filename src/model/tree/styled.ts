/** How the words of a row are set: its italics, its bold, and where its notes are marked. */
import type { Row } from './rows.js'
import type { AnyNode, FootnoteReference } from './types.js'

/** A stretch of text that is set in italics or bold: UTF-16 offsets, end exclusive. */
export interface SetSpan {
  kind: 'emphasis' | 'strong'
  start: number
  end: number
}

/** The mark of a note, behind the character before `at`. */
export interface NoteMark {
  at: number
  identifier: string
  label: string
}

/** The words of a row, as the row has them, with how they are set. */
export interface StyledText {
  text: string
  spans: SetSpan[]
  notes: NoteMark[]
}

/** Read how the words of a row are set; the text is that of the row. */
export function styledRow({ text, node, clause }: Row): StyledText {
  const writer = new Writer()
  if (clause) writer.write(clause)
  else if (node.type === 'heading') writer.write(node)
  else return { text, spans: [], notes: [] }
  return writer.end()
}

/** Collapses white space as `plainText` does, and keeps the places of what it passes. */
class Writer {
  #text = ''
  readonly #spans: SetSpan[] = []
  readonly #notes: NoteMark[] = []

  write(node: AnyNode): void {
    if (node.type === 'break') this.#add(' ')
    else if (node.type === 'footnoteReference') this.#mark(node as FootnoteReference)
    else if ('value' in node && typeof node.value === 'string') this.#add(node.value)
    else if ('children' in node && Array.isArray(node.children)) {
      const start = this.#text.length
      for (const child of node.children as AnyNode[]) this.write(child)
      if (node.type === 'emphasis' || node.type === 'strong') this.#close(node.type, start)
    }
  }

  #mark({ identifier, label }: FootnoteReference): void {
    this.#notes.push({ at: this.#text.trimEnd().length, identifier, label: label ?? identifier })
  }

  #add(value: string): void {
    const words = value.replace(/\s+/gu, ' ')
    this.#text += this.#text === '' || this.#text.endsWith(' ') ? words.trimStart() : words
  }

  #close(kind: SetSpan['kind'], from: number): void {
    const inside = this.#text.slice(from)
    const start = from + (inside.length - inside.trimStart().length)
    const end = from + inside.trimEnd().length
    if (end > start) this.#spans.push({ kind, start, end })
  }

  end(): StyledText {
    return { text: this.#text.trimEnd(), spans: this.#spans, notes: this.#notes }
  }
}
