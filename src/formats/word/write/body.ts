/** Nodes → paragraphs and tables, in the order of the tree. */
import {
  BorderStyle,
  type FileChild,
  type IParagraphOptions,
  Paragraph,
  type ParagraphChild,
  Tab,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from 'docx'
import { match } from 'ts-pattern'
import type { AnyNode, Node, Table as TableNode } from '../../../model/tree/types.js'
import { type InlineContext, runs } from './inline.js'
import { gap, masthead } from './masthead.js'
import { type Page, step, textWidth } from './page.js'
import { deepest } from './styles.js'

export interface BodyContext extends InlineContext {
  page: Page
}

/** Where a node stands: how far in, and whether the page turns before it. */
interface Place {
  /** Depth of quoted drafts. */
  quoted: number
  /** The paragraph opens a page. */
  opensPage?: boolean
}

const line = { style: BorderStyle.SINGLE, size: 4, color: 'auto' }
const none = { style: BorderStyle.NONE, size: 0, color: 'auto' }

/** Write a node of a tree; notes and what the page adds are written elsewhere. */
export function blocks(node: Node, context: BodyContext, place: Place = { quoted: 0 }): FileChild[] {
  const { typography, page } = context
  const paragraph = (style: string, children: ParagraphChild[], more: IParagraphOptions = {}) =>
    new Paragraph({
      style,
      ...(typography.rtl ? { bidirectional: true } : {}),
      ...(place.opensPage ? { pageBreakBefore: true } : {}),
      ...more,
      children,
    })
  const inline = (nodes: readonly AnyNode[], italic = false) =>
    runs(nodes, context, { emphasis: italic && typography.house, strong: false })
  const all = (children: readonly AnyNode[], inner = place) =>
    children.flatMap((child) => blocks(child as Node, context, inner))
  return match(node)
    .with({ type: 'masthead' }, ({ children }) =>
      masthead(children, { page, rtl: typography.rtl, runs: (field) => inline(field.children) }),
    )
    .with({ type: 'proposal' }, ({ children }) => [paragraph('Sponsors', inline(children))])
    .with({ type: 'title' }, ({ label, children }) => {
      const text = inline(children)
      // A number stands on the title's line, a letter on one of its own unless a dash joins them.
      if (label !== null && /\d|\p{Pd}$/u.test(label))
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
    .with(
      { type: 'preambularParagraph' },
      { type: 'operativeParagraph' },
      { type: 'annexParagraph' },
      { type: 'subparagraph' },
      (one) => {
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
      },
    )
    .with({ type: 'table' }, (table) => tableBlocks(table, context))
    .with({ type: 'annex' }, ({ children: [first, ...rest] }) => [
      ...(first ? all([first], { ...place, opensPage: true }) : []),
      ...all(rest),
    ])
    .with({ type: 'quotation' }, ({ children }) => all(children, { quoted: place.quoted + 1 }))
    .with(
      { type: 'root' },
      { type: 'resolution' },
      { type: 'preamble' },
      { type: 'operative' },
      { type: 'section' },
      { type: 'closing' },
      ({ children }) => all(children),
    )
    .with({ type: 'meeting' }, { type: 'date' }, ({ children }) => [
      paragraph('Closing', inline(children, true)),
    ])
    .with({ type: 'clause' }, { type: 'unknown' }, { type: 'vote' }, ({ children }) => [
      paragraph('Continuation', inline(children), setIn(place, page)),
    ])
    .with({ type: 'footnoteDefinition' }, { type: 'furniture' }, { type: 'comment' }, () => [])
    .with(
      { type: 'organ' },
      { type: 'symbol' },
      { type: 'distribution' },
      { type: 'originalLanguage' },
      { type: 'session' },
      { type: 'venue' },
      { type: 'agendaItem' },
      { type: 'agendaTitle' },
      { type: 'provenance' },
      { type: 'jobNumber' },
      (field) => [paragraph('AgendaItem', inline(field.children))],
    )
    .with(
      { type: 'text' },
      { type: 'emphasis' },
      { type: 'strong' },
      { type: 'break' },
      { type: 'footnoteReference' },
      { type: 'phrase' },
      { type: 'citation' },
      { type: 'sponsor' },
      (one) => [paragraph('Continuation', inline([one]))],
    )
    .exhaustive()
}

function tab(): TextRun {
  return new TextRun({ children: [new Tab()] })
}

/** A label, and the text behind it at the next tab stop. */
function labelled(label: string, text: ParagraphChild[], context: InlineContext): ParagraphChild[] {
  return [
    ...runs([{ type: 'text', value: label } as AnyNode], context),
    ...(text.length > 0 ? [tab(), ...text] : []),
  ]
}

/** A quoted draft is set in by a step for each draft it stands in; its styles know nothing of that. */
function setIn({ quoted }: Place, { indent }: Page, depth = 0): IParagraphOptions {
  if (quoted === 0) return {}
  const left = indent.left + quoted * step
  return {
    indent:
      depth > 0
        ? { left: left + (depth + 1) * step, right: indent.right, hanging: step }
        : { left, right: indent.right, firstLine: step },
    tabStops: depth > 0 ? [] : [{ type: 'left', position: left + 2 * step }],
  }
}

function tableBlocks(table: TableNode, context: BodyContext): FileChild[] {
  const { page, typography } = context
  const columns = Math.max(0, ...table.children.map(({ children }) => children.length))
  if (columns === 0) return []
  const width = textWidth(page) - page.indent.left - page.indent.right
  const each = Math.floor(width / columns)
  const rows = table.children.map(
    (row, index) =>
      new TableRow({
        tableHeader: index === 0,
        cantSplit: true,
        children: row.children.map(
          (cell) =>
            new TableCell({
              width: { size: each, type: WidthType.DXA },
              children: [
                new Paragraph({
                  style: index === 0 ? 'TableHead' : 'TableText',
                  ...(typography.rtl ? { bidirectional: true } : {}),
                  children: runs(cell.children as AnyNode[], context),
                }),
              ],
            }),
        ),
      }),
  )
  const written = new Table({
    rows,
    width: { size: each * columns, type: WidthType.DXA },
    columnWidths: Array.from({ length: columns }, () => each),
    indent: { size: page.indent.left, type: WidthType.DXA },
    layout: TableLayoutType.FIXED,
    visuallyRightToLeft: typography.rtl,
    borders: {
      top: line,
      bottom: line,
      left: none,
      right: none,
      insideHorizontal: line,
      insideVertical: none,
    },
  })
  return [written, gap()]
}
