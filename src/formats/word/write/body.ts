/** Nodes → paragraphs and tables, in the order of the tree. */

import { match } from 'ts-pattern'
import type { Element } from 'xast'
import { isHolder, isLine, isOnTitleLine, isParagraph, isPhrasing } from '../../../model/tree/kinds.js'
import type { AnyNode, Node, Table as TableNode } from '../../../model/tree/types.js'
import { type InlineContext, runs } from './inline.js'
import { gap, masthead } from './masthead.js'
import { type Page, textWidth } from './page.js'
import { deepest } from './styles.js'
import {
  cell,
  type ParagraphLook,
  paragraph as paragraphElement,
  row,
  tab,
  table as tableElement,
} from './wordml.js'

export interface BodyContext extends InlineContext {
  page: Page
}

/** Where a node is: how far in, and whether the page turns before it. */
interface Place {
  /** Depth of quoted drafts. */
  quoted: number
  /** The paragraph opens a page. */
  opensPage?: boolean
}

/** Write a node of a tree; notes and what the page adds are written elsewhere. */
export function blocks(node: Node, context: BodyContext, place: Place = { quoted: 0 }): Element[] {
  const { typography, page } = context
  const paragraph = (style: string, runs: readonly Element[], more: ParagraphLook = {}) =>
    paragraphElement(
      { style, rtl: typography.rtl, ...(place.opensPage ? { opensPage: true } : {}), ...more },
      runs,
    )
  const inline = (nodes: readonly AnyNode[], italic = false) =>
    runs(nodes, context, italic && typography.house ? { italic: true } : {})
  const all = (children: readonly AnyNode[], inner = place) =>
    children.flatMap((child) => blocks(child as Node, context, inner))
  return (
    match(node)
      .with({ type: 'masthead' }, ({ children }) => masthead(children, context, page))
      .with({ type: 'proposal' }, ({ children }) => [paragraph('Sponsors', inline(children))])
      .with({ type: 'title' }, ({ label, children }) => {
        const text = inline(children)
        if (isOnTitleLine(label))
          return [paragraph('NumberedTitle', [tab(), ...labelled(label, text, context)])]
        const letter =
          label === null ? [] : [paragraph('ResolutionLetter', inline([{ type: 'text', value: label }]))]
        return text.length > 0 ? [...letter, paragraph('ResolutionTitle', text)] : letter
      })
      .with({ type: 'heading' }, ({ depth, children }) => [
        paragraph(`SectionHeading${Math.min(depth, deepest)}`, inline(children)),
      ])
      .with({ type: 'organLine' }, ({ children }) => [
        paragraph('OrganLine', inline(children, true), setIn(place, page)),
      ])
      .when(isParagraph, (one) => {
        const depth = one.type === 'subparagraph' ? Math.min(one.depth, deepest) : 0
        const style = depth > 0 ? `Subparagraph${depth}` : 'Paragraph'
        const [first, ...rest] = one.children
        const opens = first?.type === 'clause'
        const text = opens ? inline(first.children) : []
        const opening = one.label === null ? text : labelled(one.label, text, context)
        const resumed = (child: AnyNode) =>
          child.type === 'clause' && 'children' in child
            ? [paragraph('Continuation', inline(child.children as AnyNode[]), setIn(place, page))]
            : all([child])
        return [
          ...(opening.length > 0 ? [paragraph(style, opening, setIn(place, page, depth))] : []),
          ...(opens ? rest : one.children).flatMap(resumed),
        ]
      })
      .with({ type: 'table' }, (table) => tableBlocks(table, context))
      .with({ type: 'annex' }, ({ children: [first, ...rest] }) => [
        ...(first ? all([first], { ...place, opensPage: true }) : []),
        ...all(rest),
      ])
      .with({ type: 'quotation' }, ({ children }) => all(children, { quoted: place.quoted + 1 }))
      .when(isHolder, ({ children }) => all(children))
      .with({ type: 'meeting' }, { type: 'date' }, ({ children }) => [
        paragraph('Closing', inline(children, true)),
      ])
      .with({ type: 'clause' }, { type: 'unknown' }, { type: 'vote' }, ({ children }) => [
        paragraph('Continuation', inline(children), setIn(place, page)),
      ])
      .with({ type: 'footnoteDefinition' }, { type: 'furniture' }, { type: 'comment' }, () => [])
      // Fields of a masthead that are outside of one.
      .when(isLine, (field) => [paragraph('AgendaItem', inline(field.children))])
      .when(isPhrasing, (one) => [paragraph('Continuation', inline([one]))])
      .exhaustive()
  )
}

/** A label, and the text behind it at the next tab stop. */
function labelled(label: string, text: Element[], context: InlineContext): Element[] {
  return [
    ...runs([{ type: 'text', value: label } as AnyNode], context),
    ...(text.length > 0 ? [tab(), ...text] : []),
  ]
}

/** A quoted draft is set in by a step for each draft it is in; its styles know nothing of that. */
function setIn({ quoted }: Place, { indent, step }: Page, depth = 0): ParagraphLook {
  if (quoted === 0) return {}
  const left = indent.left + quoted * step
  if (depth > 1) return { indent: { left: left + (depth + 1) * step, right: indent.right, hanging: step } }
  return {
    indent: { left, right: indent.right, firstLine: step },
    tabs: [['left', left + 2 * step]],
  }
}

function tableBlocks(table: TableNode, context: BodyContext): Element[] {
  const { page, typography } = context
  const { rtl } = typography
  const count = Math.max(0, ...table.children.map(({ children }) => children.length))
  if (count === 0) return []
  const width = textWidth(page) - page.indent.left - page.indent.right
  const columns = Array.from({ length: count }, () => Math.floor(width / count))
  const rows = table.children.map(({ children }, index) => {
    const isHead = index === 0
    const style = isHead ? 'TableHead' : 'TableText'
    const cells = children.map((one, at) =>
      cell(columns[at] ?? 0, [paragraphElement({ style, rtl }, runs(one.children as AnyNode[], context))]),
    )
    return row({ isHead }, cells)
  })
  const rules = { top: 4, bottom: 4, insideH: 4 }
  return [tableElement({ columns, indent: page.indent.left, rtl, rules }, rows), gap()]
}
