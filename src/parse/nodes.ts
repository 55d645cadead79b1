/** Items → single nodes, whatever stands around them. */
import type { Heading, OrganLine, Table } from '../model/tree/types.js'
import type { Item } from './classify.js'
import { type InlineContext, plainContent } from './inline.js'
import { enclose } from './place.js'

/** The enacting formula, with the organ's name without article, comma and quotation marks. */
export function organLine(item: Item, context: InlineContext): OrganLine {
  const name = item.text.value.replace(/^[“"«\s]+|[”"»\s\p{Cf}]+$/gu, '').replace(/[,，،:]$/u, '')
  const article = context.grammar.match('article', name)
  return enclose({
    type: 'organLine',
    name: article ? name.slice(article[0].length).trim() : name,
    children: plainContent(item.text, context),
  })
}

export function heading(item: Item, depth: number, context: InlineContext): Heading {
  return enclose({ type: 'heading', depth, children: plainContent(item.block.text, context) })
}

export function table(item: Item, context: InlineContext): Table {
  const { rows } = item.block.table ?? { rows: [] }
  const children = rows.map((row) => ({
    type: 'tableRow' as const,
    children: row.map((cell) => ({
      type: 'tableCell' as const,
      children: plainContent(cell, context) as Table['children'][number]['children'][number]['children'],
    })),
  }))
  return { type: 'table', children }
}
