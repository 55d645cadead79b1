/** Tables that change: rows that come and go, and cells whose paragraphs change. */
import type { ParagraphOutcome, Passage } from '../../../model/change.js'
import { child, type Element, elements, endTagOf, sourceOf, startTagOf } from '../../xml/xml.js'
import type { Item, Paragraph, RuledTable } from '../package/manuscript.js'
import type { Part } from '../package/package.js'
import { span as columnsOf } from '../package/table.js'
import { divideLike } from './divide.js'
import type { Marks } from './marks.js'
import type { NewParagraphs } from './new-paragraphs.js'
import type { Place } from './places.js'
import type { Compare } from './plan-words.js'
import { prefixOf } from './prefix.js'
import { Properties } from './properties.js'
import type { NewItem, NewParagraph, NewTable } from './revised.js'
import type { Labels } from './settle-labels.js'
import type { Splices } from './splices.js'

/** What is done to the paragraphs of a cell. */
export interface Flow {
  looks: boolean
  compare: Compare
  align: (old: Passage[], now: Passage[]) => ParagraphOutcome[]
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
    const outcomes = this.#flow.align(old.rows.map(rowPassage), now.rows.map(rowPassage))
    let last: Element | undefined
    for (const { old: before, new: after } of outcomes) {
      const [row, other] = [old.rows[before[0] ?? -1], now.rows[after[0] ?? -1]]
      if (row && other)
        for (const [{ paragraphs }, texts] of cellsInPlace(row, other))
          this.#flow.sequence(
            paragraphs,
            now.isLoose ? texts.flatMap((text) => divideLike(paragraphs, text, this.#flow.compare)) : texts,
          )
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
    const near = table.rows.findIndex(({ element }) => element === after)
    const like = [...table.rows.slice(0, near + 1).reverse(), ...table.rows.slice(near + 1)].find(
      ({ cells }) => cells.length === row.cells.length,
    )
    const cells = row.cells.map(({ columns, paragraphs }, at) => {
      const sample = like?.cells[at]
      return {
        properties: sample ? ownProperties(sample.element, table.part) : span(columns, prefixOf(table.part)),
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

type Row = RuledTable['rows'][number]

/** What a row is compared by: rows of one width, whatever their cells span. */
function rowPassage({ cells }: Row | NewTable['rows'][number]): Passage {
  return {
    kind: String(starts(cells).end),
    text: cells.map(({ paragraphs }) => paragraphs.map(({ text }) => text).join(' ')).join(' | '),
  }
}

/** Each cell of a row with what is in its column. */
function cellsInPlace(row: Row, other: NewTable['rows'][number]): [Row['cells'][number], NewParagraph[]][] {
  const { starts: own } = starts(row.cells)
  const { starts: others } = starts(other.cells)
  return row.cells.map((cell, at) => [cell, other.cells[others.indexOf(own[at] ?? 0)]?.paragraphs ?? []])
}

/** In which column each cell begins, and how many columns there are. */
function starts(cells: readonly (Row['cells'][number] | NewTable['rows'][number]['cells'][number])[]): {
  starts: number[]
  end: number
} {
  let end = 0
  const found = cells.map((cell) => {
    const start = end
    end += 'columns' in cell ? cell.columns : columnsOf(cell.element)
    return start
  })
  return { starts: found, end }
}

/** Properties of one cell alone, which no cell above or below shares. */
function ownProperties(cell: Element, part: Part): string {
  const properties = child(cell, 'tcPr')
  if (!properties) return ''
  const kept = elements(properties).filter(
    ({ name }) => !/^(?:[hv]Merge|cell(?:Ins|Del|Merge)|tcPrChange)$/u.test(name),
  )
  return (
    startTagOf(part, properties) +
    kept.map((one) => sourceOf(part, one)).join('') +
    endTagOf(part, properties)
  )
}

function span(columns: number, w: string): string {
  return columns === 1 ? '' : `<${w}:tcPr><${w}:gridSpan ${w}:val="${columns}"/></${w}:tcPr>`
}
