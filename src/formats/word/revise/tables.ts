/** Tables that change: rows that come and go, and cells whose paragraphs change. */
import type { Fate, Passage } from '../../../model/change.js'
import { child, type Element, sourceOf } from '../../xml/xml.js'
import type { Item, Paragraph, RuledTable } from '../package/manuscript.js'
import type { Part } from '../package/package.js'
import type { Marks } from './marks.js'
import type { NewParagraphs } from './new-paragraphs.js'
import type { Place } from './places.js'
import { prefixOf } from './prefix.js'
import { Properties } from './properties.js'
import type { NewItem, NewParagraph, NewTable } from './revised.js'
import type { Labels } from './settle-labels.js'
import type { Splices } from './splices.js'

/** What is done to the paragraphs of a cell. */
export interface Flow {
  looks: boolean
  align: (old: Passage[], now: Passage[]) => Fate[]
  sequence: (old: readonly Item[], now: readonly NewItem[]) => void
  /** Cut what a paragraph holds, and its notes; its mark is the cell's. */
  strike: (paragraph: Paragraph) => void
}

export class TableWriter {
  readonly #marks: Marks
  readonly #splices: Splices
  readonly #labels: Labels
  readonly #paragraphs: NewParagraphs
  readonly #flow: Flow

  constructor(options: {
    marks: Marks
    splices: Splices
    labels: Labels
    paragraphs: NewParagraphs
    flow: Flow
  }) {
    this.#marks = options.marks
    this.#splices = options.splices
    this.#labels = options.labels
    this.#paragraphs = options.paragraphs
    this.#flow = options.flow
  }

  /** Compare the rows of two tables, and the cells of those that stay. */
  change(old: RuledTable, now: NewTable): void {
    const rowText = (row: { cells: { paragraphs: { text: string }[] }[] }): Passage => ({
      kind: String(row.cells.length),
      text: row.cells.map(({ paragraphs }) => paragraphs.map(({ text }) => text).join(' ')).join(' | '),
    })
    const fates = this.#flow.align(old.rows.map(rowText), now.rows.map(rowText))
    let last: Element | undefined
    for (const { old: before, new: after } of fates) {
      const [row, other] = [old.rows[before[0] ?? -1], now.rows[after[0] ?? -1]]
      if (row && other)
        row.cells.forEach((cell, at) => {
          this.#flow.sequence(cell.paragraphs, other.cells[at]?.paragraphs ?? [])
        })
      else if (row) this.deleteRow(old, row)
      else if (other) this.#insertRow(old, other, last)
      if (row) last = row.element
    }
  }

  deleteRow({ part }: RuledTable, { element, cells }: RuledTable['rows'][number]): void {
    const prefix = prefixOf(part)
    const trPr = child(element, 'trPr')
    const properties = new Properties('trPr', prefix, part, trPr).set('del', this.#marks.empty(prefix, 'del'))
    if (trPr) this.#splices.replace(part, trPr, properties.toString())
    else {
      const before = child(element, 'tblPrEx')
      if (before) this.#splices.after(part, before, properties.toString())
      else {
        const first = cells[0]?.element ?? element
        this.#splices.before(part, first, properties.toString())
      }
    }
    for (const { paragraphs } of cells) for (const paragraph of paragraphs) this.#flow.strike(paragraph)
  }

  #insertRow(table: RuledTable, row: NewTable['rows'][number], after: Element | undefined): void {
    const place: Place = after
      ? { part: table.part, element: after, side: 'after' }
      : { part: table.part, element: table.rows[0]?.element ?? table.element, side: 'before' }
    const like = table.rows.find(({ element }) => element === after) ?? table.rows.at(-1)
    const cells = row.cells.map(({ paragraphs }, at) => {
      const sample = like?.cells[at]
      const tcPr = sample && child(sample.element, 'tcPr')
      return {
        properties: tcPr ? sourceOf(table.part, tcPr) : '',
        content: this.#cellContent(paragraphs, sample?.paragraphs[0], table.part),
      }
    })
    this.#splices[place.side](place.part, place.element, this.#newRow(cells, prefixOf(table.part)))
  }

  #newRow(cells: readonly { properties: string; content: string }[], prefix: string): string {
    const trPr = `<${prefix}:trPr>${this.#marks.empty(prefix, 'ins')}</${prefix}:trPr>`
    const inner = cells.map(
      ({ properties, content }) => `<${prefix}:tc>${properties}${content}</${prefix}:tc>`,
    )
    return `<${prefix}:tr>${trPr}${inner.join('')}</${prefix}:tr>`
  }

  /** The paragraphs of a cell that is new; the mark that ends a cell is the cell's own. */
  #cellContent(paragraphs: readonly NewParagraph[], model: Paragraph | undefined, part: Part): string {
    const prefix = prefixOf(part)
    const lines = paragraphs.map((paragraph) => {
      const { fresh, properties } = this.#labels.settle(paragraph, model, this.#flow.looks)
      return `<${prefix}:p>${properties}${this.#paragraphs.runs(fresh, '', model, prefix, 'ins')}</${prefix}:p>`
    })
    return lines.length > 0 ? lines.join('') : `<${prefix}:p/>`
  }

  /** A table that is new, ruled. */
  made({ rows }: NewTable, part: Part): string {
    const prefix = prefixOf(part)
    const w = prefix
    const columns = Math.max(...rows.map(({ cells }) => cells.length))
    const sides = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV']
    const lines = sides.map(
      (side) => `<${w}:${side} ${w}:val="single" ${w}:sz="4" ${w}:space="0" ${w}:color="auto"/>`,
    )
    const grid = `<${w}:tblGrid>${`<${w}:gridCol/>`.repeat(columns)}</${w}:tblGrid>`
    const head = `<${w}:tblPr><${w}:tblW ${w}:w="0" ${w}:type="auto"/><${w}:tblBorders>${lines.join('')}</${w}:tblBorders></${w}:tblPr>`
    const body = rows.map(({ cells }) =>
      this.#newRow(
        cells.map(({ columns, paragraphs }) => ({
          properties: span(columns, w),
          content: this.#cellContent(paragraphs, undefined, part),
        })),
        w,
      ),
    )
    return `<${w}:tbl>${head}${grid}${body.join('')}</${w}:tbl>`
  }
}

function span(columns: number, w: string): string {
  return columns === 1 ? '' : `<${w}:tcPr><${w}:gridSpan ${w}:val="${columns}"/></${w}:tcPr>`
}
