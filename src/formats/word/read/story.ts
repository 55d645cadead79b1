/** A story (the body, a header, a note, a text box) → blocks in reading order. */
import { type Block, concat, placed, type Rich, rich, trim } from '../../../model/block.js'
import { child, descendants, type Element, elements, flag } from '../../xml/xml.js'
import type { Context } from '../package/context.js'
import { Fields } from '../package/fields.js'
import { branches, readInline } from '../package/inline.js'
import type { Part } from '../package/package.js'
import { numberLabel, paragraphProperties } from '../package/paragraph.js'
import { isGone, marksGone, propertiesOn } from '../package/revisions.js'
import { isRuled, rowsOf, span } from '../package/table.js'
import { cellText } from './cell.js'

/** A line of strokes: what people type for a rule. */
const ruleLine = /^[_—─–=-]{5,}$/u

/** A paragraph that goes on in the next one, because the mark between them is not on this side. */
interface Open {
  element: Element
  text: Rich
}

export class StoryReader {
  readonly #part: string
  readonly #context: Context
  readonly #fields: Fields
  readonly #numbers = new Map<Element, number>()
  readonly #tablesAreLayout: boolean
  #blocks: Block[] = []
  #open: Open[] = []

  /**
   * @param options.layout every table places text on the page, as in headers
   */
  constructor(part: Part, context: Context, options: { layout?: boolean } = {}) {
    this.#part = part.name
    this.#context = context
    this.#fields = new Fields(part.root)
    this.#tablesAreLayout = options.layout ?? false
    for (const element of descendants(part.root))
      if (element.name === 'p') this.#numbers.set(element, this.#numbers.size + 1)
  }

  /** The blocks of an element that holds paragraphs and tables. */
  read(container: Element): Block[] {
    const outer = { blocks: this.#blocks, open: this.#open }
    this.#blocks = []
    this.#open = []
    this.#walk(container)
    this.#close(false)
    const found = this.#blocks
    this.#blocks = outer.blocks
    this.#open = outer.open
    return found
  }

  #walk(container: Element): void {
    const { side } = this.#context
    for (const node of elements(container)) {
      switch (node.name) {
        case 'p':
          this.#paragraph(node)
          break
        case 'tbl':
          this.#close(false)
          this.#table(node)
          break
        case 'commentRangeStart':
        case 'commentRangeEnd':
          this.#context.comments.meet(node)
          break
        case 'AlternateContent':
          for (const branch of branches(node)) this.#walk(branch)
          break
        case 'sdt':
          if (!child(child(node, 'sdtPr'), 'showingPlcHdr')) this.#walk(node)
          break
        case 'sdtContent':
        case 'customXml':
        case 'ins':
        case 'del':
        case 'moveFrom':
        case 'moveTo':
          if (!isGone(node, side)) this.#walk(node)
          break
        default:
      }
    }
  }

  #paragraph(element: Element): void {
    const own = child(element, 'pPr')
    const { style } = paragraphProperties(own, this.#context)
    this.#context.comments.enter(this.#source(element))
    const { text, boxes } = readInline(element, style, this.#fields, this.#context)
    // Before the paragraph that anchors it, so that no paragraph is cut.
    for (const box of boxes) for (const block of this.read(box)) this.#blocks.push(block)
    this.#open.push({ element, text })
    const mark = child(own, 'rPr')
    const hidden = flag(propertiesOn(mark, this.#context.side), 'vanish') ?? false
    if (!marksGone(mark, this.#context.side) && !hidden) this.#close(true)
    if (child(own, 'sectPr')) this.#context.notes.endSection()
  }

  /** Make a block of the open paragraphs; `ended` says that a paragraph mark ends them. */
  #close(ended: boolean): void {
    const open = this.#open
    this.#open = []
    const [first] = open
    if (!first) return
    const hasText = open.filter(({ text }) => text.value.trim() !== '' || text.marks.length > 0)
    // A mark at the end sets the paragraph; one that ends no text of its own leaves it as it was.
    const bearer = hasText.at(-1) ?? open.at(-1) ?? first
    if (hasText.length === 0 && !ended) return
    const properties = paragraphProperties(child(bearer.element, 'pPr'), this.#context)
    const label = numberLabel(properties, this.#context)
    const body = trim(concat(...open.map(({ text, element }) => placed(text, this.#source(element)))))
    const text = trim(label === '' ? body : concat(rich(label), body))
    if (text.value === '' && text.marks.length === 0) return
    const block: Block = {
      kind: ruleLine.test(text.value) ? 'rule' : 'paragraph',
      text,
      gap: true,
      source: this.#source((hasText[0] ?? bearer).element),
    }
    if (properties.outline !== undefined && block.kind === 'paragraph') {
      block.kind = 'heading'
      block.level = properties.outline
    }
    this.#blocks.push(block)
  }

  #source(element: Element): NonNullable<Block['source']> {
    const paragraph = this.#numbers.get(element)
    return { part: this.#part, ...(paragraph === undefined ? {} : { paragraph }) }
  }

  /** A ruled table is one; without rules, a table only places text on the page. */
  #table(table: Element): void {
    const isFirst = this.#blocks.length === 0
    const rows = rowsOf(table, this.#context.side)
    const cells = rows.map((row) =>
      row.cells.map((cell) => ({ blocks: this.read(cell), columns: span(cell) })),
    )
    const ruled = !this.#tablesAreLayout && !isFirst && isRuled(table, rows, this.#context.styles)
    if (!ruled) {
      for (const { blocks } of cells.flat()) for (const block of blocks) this.#blocks.push(block)
      return
    }
    const texts = cells.map((row) =>
      row.flatMap(({ blocks, columns }) => [
        cellText(blocks),
        ...Array.from({ length: columns - 1 }, () => rich('')),
      ]),
    )
    if (!texts.some((row) => row.some(({ value }) => value !== ''))) return
    const first = [...descendants(table)].find(({ name }) => name === 'p')
    this.#blocks.push({
      kind: 'table',
      text: rich(''),
      gap: true,
      table: { rows: texts },
      ...(first ? { source: this.#source(first) } : {}),
    })
  }
}
