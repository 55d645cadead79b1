/** The elements of a page → blocks. */
import {
  type Block,
  concat,
  type Notice,
  type Rich,
  rich,
  type Side,
  slice,
  trim,
} from '../../model/block.js'
import { type Element, type Text, walk } from '../xml/elements.js'
import { type Content, contentOf } from './content.js'
import type { Style } from './declarations.js'
import type { Dom } from './dom.js'
import { isList, List } from './labels.js'
import { headingLevel, isBlock, isPreformatted, type Look, lookOf, plainLook } from './look.js'
import { findNotes, isPermalink, leading, type NoteStart, type Notes } from './notes.js'
import { preformatted } from './preformatted.js'
import { holdsData, isLabel } from './tables.js'
import { Writer } from './writer.js'

/** An element that is open: how its text looks, and what is to be done at its end. */
interface Frame {
  look: Look
  isBlock: boolean
  leave: (() => void) | undefined
}

interface OpenNote {
  start: NoteStart
  outer: Block[]
}

interface OpenTable {
  isData: boolean
  rows: Rich[][]
  /** A cell of it is open. */
  inCell: boolean
}

/** Columns that one cell may span: more is no table. */
const widestSpan = 50

/** Read the blocks of a page, and tell what of it was left out. */
export function readPage(dom: Dom, revisions: Side): { blocks: Block[]; notices: Notice[] } {
  const content = contentOf(dom, revisions)
  const page = new Page(content, findNotes(content.root))
  walk(content.root, page)
  const notices = content.left.map(({ id, value, start, end }): Notice => {
    const text = value.replace(/\s+/gu, ' ')
    return { id, values: { text }, start, end }
  })
  if (content.styles.left > 0)
    notices.push({ id: 'styles-left', values: { count: content.styles.left }, start: 0, end: 0 })
  return { blocks: page.finish(), notices }
}

class Page {
  readonly #blocks: Block[] = []
  readonly #content: Content
  readonly #notes: Notes
  readonly #writer = new Writer()
  readonly #frames: Frame[] = []
  readonly #lists: List[] = []
  readonly #openNotes: OpenNote[] = []
  readonly #tables: OpenTable[] = []
  /** Where blocks go: the document, a cell, a note. */
  #sink = this.#blocks
  /** The label that the next text gets. */
  #label: Rich | undefined
  #quoted = 0
  #level: number | undefined
  #pre = 0
  /** Offset of what is read. */
  #place = 0

  constructor(content: Content, notes: Notes) {
    this.#content = content
    this.#notes = notes
  }

  enter(element: Element): boolean {
    const style = this.#content.styles.of(element)
    this.#place = element.start
    if (this.#content.isSkipped(element, style)) return false
    const block = isBlock(element, style)
    if (block) this.#flush()
    const note = this.#notes.starts.get(element)
    if (note) this.#openNote(note)
    if (this.#notes.back.has(element)) return false
    if (this.#level !== undefined && isPermalink(element)) return false
    const mark = this.#notes.marks.get(element)
    if (mark) {
      this.#writeLabel()
      this.#writer.refer(mark)
      return false
    }
    if (element.name === 'br') {
      this.#breakLine()
      return false
    }
    if (element.name === 'hr') {
      this.#releaseLabel()
      this.#sink.push({ kind: 'rule', text: rich('') })
      return false
    }
    const look = lookOf(element, style, this.#look, this.#content.hasBothSides)
    this.#frames.push({ look, isBlock: block, leave: this.#open(element, style) })
    return true
  }

  leave(element: Element): void {
    const frame = this.#frames.at(-1)
    if (frame?.isBlock) this.#flush()
    frame?.leave?.()
    this.#frames.pop()
    while (this.#openNotes.at(-1)?.start.container === element) this.#closeNote()
  }

  text(text: Text): void {
    this.#place = text.end
    if (/\S/u.test(text.value)) this.#writeLabel(text.value)
    // Headings are bold by their nature: it says nothing.
    const look = this.#level === undefined ? this.#look : { ...this.#look, bold: false }
    this.#writer.write(text, look)
  }

  finish(): Block[] {
    this.#flush()
    this.#releaseLabel()
    return this.#blocks
  }

  get #look(): Look {
    return this.#frames.at(-1)?.look ?? plainLook
  }

  /** What an element opens; returns how it ends. */
  #open(element: Element, style: Style): (() => void) | undefined {
    const { name } = element
    if (isList(element)) {
      this.#lists.push(new List(element, style, this.#lists))
      return () => void this.#lists.pop()
    }
    if (isPreformatted(element)) {
      this.#pre++
      return () => void this.#pre--
    }
    if (name === 'div' && element.attribs.title === 'footer') return this.#foot()
    switch (name) {
      case 'li':
        return this.#item(element, style)
      case 'blockquote':
        this.#quoted++
        return () => void this.#quoted--
      case 'q':
        this.#print('“')
        return () => this.#print('”')
      case 'table':
        return this.#table(element)
      case 'tr':
        this.#tables.at(-1)?.rows.push([])
        return () => this.#releaseLabel()
      case 'td':
      case 'th':
        return this.#cell(element)
      default: {
        const level = headingLevel(element)
        if (level === undefined) return undefined
        this.#level = level
        return () => {
          this.#level = undefined
        }
      }
    }
  }

  /** What a browser prints and the source does not hold. */
  #print(value: string): void {
    this.#writer.write({ value, start: this.#place, end: this.#place }, this.#look)
  }

  /** The foot of the page, as LibreOffice writes it. */
  #foot(): () => void {
    const outer = this.#sink
    this.#sink = []
    return () => {
      const found = this.#sink
      this.#sink = outer
      for (const block of found) {
        const isText = block.kind === 'paragraph' || block.kind === 'heading'
        outer.push(isText ? { kind: 'furniture', furniture: 'runningHeader', text: block.text } : block)
      }
    }
  }

  #item(element: Element, style: Style): (() => void) | undefined {
    const label = this.#lists.at(-1)?.label(element, style) ?? '•'
    // A note's number is its mark's.
    if (this.#openNotes.at(-1)?.start.container === element) return undefined
    this.#releaseLabel()
    if (label === '') return undefined
    const own = rich(label)
    this.#label = own
    return () => {
      // An item without text prints a number for nothing.
      if (this.#label === own) this.#label = undefined
    }
  }

  #table(element: Element): () => void {
    const facts = this.#content.tables.get(element)
    const isData = facts !== undefined && holdsData(element, facts)
    const table: OpenTable = { isData, rows: [], inCell: false }
    if (isData) this.#releaseLabel()
    this.#tables.push(table)
    return () => {
      this.#tables.pop()
      const rows = table.rows.filter((row) => row.some((cell) => cell.value !== ''))
      if (rows.length === 0) return
      this.#releaseLabel()
      this.#sink.push({ kind: 'table', text: rich(''), gap: true, table: { rows } })
    }
  }

  #cell(element: Element): () => void {
    const table = this.#tables.at(-1)
    const outer = this.#sink
    if (!table?.isData) return () => undefined
    this.#sink = []
    table.inCell = true
    return () => {
      const found = this.#sink
      this.#sink = outer
      table.inCell = false
      const row = table.rows.at(-1) ?? []
      if (table.rows.length === 0) table.rows.push(row)
      row.push(joined(found.filter((block) => block.kind !== 'note')))
      for (const block of found) if (block.kind === 'note') outer.push(block)
      const span = /^\d{1,2}$/u.test(element.attribs.colspan ?? '') ? Number(element.attribs.colspan) : 1
      for (let more = 1; more < Math.min(span, widestSpan); more++) row.push(rich(''))
    }
  }

  #breakLine(): void {
    if (this.#tables.at(-1)?.inCell) this.#print(' ')
    else if (this.#writer.isLineEmpty && this.#pre === 0) this.#flush()
    else this.#writer.breakLine(this.#place)
  }

  #openNote(start: NoteStart): void {
    this.#flush()
    if (this.#openNotes.at(-1)?.start.container === start.container) this.#closeNote()
    // The number of its list's item is the note's mark.
    if (this.#label?.map.length === 0) this.#label = undefined
    this.#releaseLabel()
    this.#openNotes.push({ start, outer: this.#sink })
    this.#sink = []
  }

  #closeNote(): void {
    this.#flush()
    const note = this.#openNotes.pop()
    if (!note) return
    const { label, identifier } = note.start
    const text = joined(this.#sink.filter((block) => block.kind !== 'note'))
    const inner = this.#sink.filter((block) => block.kind === 'note')
    this.#sink = note.outer
    this.#sink.push({ kind: 'note', label, identifier, text: trim(slice(text, leading(text.value, label))) })
    for (const block of inner) this.#sink.push(block)
  }

  /** Write the label that waits for a text, unless the text has one of its own. */
  #writeLabel(text = ''): void {
    const label = this.#label
    if (!label || !this.#writer.isEmpty) return
    this.#label = undefined
    const typed = /^\s*(\(?[\p{L}\p{N}]{1,3}[.)]|[•·▪–—-])(?=\s)/u.exec(text)?.[1]
    if (typed === label.value || (typed !== undefined && label.value === '•')) return
    this.#writer.label(label, this.#place)
  }

  /** A label that no text follows stands alone. */
  #releaseLabel(): void {
    const label = this.#label
    if (!label) return
    this.#label = undefined
    this.#push({ kind: 'paragraph', text: label, gap: true })
  }

  #flush(): void {
    const { isEmpty } = this.#writer
    const text = this.#writer.take()
    if (isEmpty) return
    if (this.#pre > 0) {
      for (const block of preformatted(text)) this.#push(block)
      return
    }
    if (this.#level !== undefined)
      this.#push({ kind: 'heading', level: this.#level, text: trim(text), gap: true })
    else if (this.#isLabel(text)) {
      this.#releaseLabel()
      this.#label = trim(text)
    } else this.#push({ kind: 'paragraph', text: trim(text), gap: true })
  }

  /** A number in a cell or a paragraph of its own: what follows has its text. */
  #isLabel(text: Rich): boolean {
    const table = this.#tables.at(-1)
    return !table?.inCell && this.#openNotes.length === 0 && isLabel(text.value.trim(), table !== undefined)
  }

  #push(block: Block): void {
    if (this.#quoted > 0) block.quoted = this.#quoted
    if (this.#lists.length > 0) block.indent = this.#lists.length
    this.#sink.push(block)
  }
}

function joined(blocks: readonly Block[]): Rich {
  return concat(...blocks.flatMap(({ text }, index) => (index > 0 ? [rich(' '), text] : [text])))
}
