/** Items → single nodes, whatever is around them. */
import type { VFileMessage } from 'vfile-message'
import { evidence } from '../language/evidence.js'
import type { Block, Rich } from '../model/block.js'
import { message } from '../model/message.js'
import type { Heading, OrganLine, Table, Unknown } from '../model/tree/types.js'
import type { Item } from './classify.js'
import { type InlineContext, plainContent } from './inline.js'
import { enclose, type Places } from './place.js'

/** The enacting formula, with the organ's name without article, comma and quotation marks. */
export function organLine(item: Item, context: InlineContext): OrganLine {
  const name = evidence(item.text.value)
    .value.replace(/^[“"«\s]+|[”"»\s]+$/gu, '')
    .replace(/[,，،:]$/u, '')
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

/** A block's cells; of one that is no table, all that it says is one. */
export function table(block: Block, context: { places: Places }): Table {
  const rows = block.kind === 'table' ? block.table.rows : [[block.text]]
  const children = rows.map((row) => ({
    type: 'tableRow' as const,
    children: row.map((cell) => ({
      type: 'tableCell' as const,
      children: plainContent(cell, context) as Table['children'][number]['children'][number]['children'],
    })),
  }))
  return { type: 'table', children }
}

/** How much of an unexpected text a message shows. */
const shown = 40

/** Text that no rule could place; a message tells of it. */
export function unknownNode(text: Rich, context: { places: Places; messages: VFileMessage[] }): Unknown {
  const { value } = text
  const words = value.length > shown ? `${value.slice(0, shown)}…` : value
  context.messages.push(message('unknown-block', { text: words }, context.places.of(text)))
  return enclose({ type: 'unknown', children: plainContent(text, context) })
}
