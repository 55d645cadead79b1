/**
 * mdast → blocks. Takes the trees of our own Markdown syntax and those of other
 * readers (lists included), so that a unified pipeline can hand its tree over.
 */
import type {
  BlockContent,
  DefinitionContent,
  List,
  ListItem,
  Nodes,
  Paragraph,
  Root,
  RootContent,
} from 'mdast'
import {
  type Block,
  concat,
  type Notice,
  type Rich,
  rich,
  type Side,
  type Source,
  slice,
  trim,
} from '../../model/block.js'
import { isoTime } from '../iso-time.js'
import { readKept } from './kept.js'
import { flattenInline, printedLabel, type Reading } from './read-inline.js'

interface Context extends Reading {
  quoted: number
  indent: number
  blocks: Block[]
  /** What is told beside the text. */
  told: Pick<Source, 'kept' | 'language'>
}

/** Converters put a no-break space behind the sign of a heading, which Markdown then takes for text. */
const headingSign = /^(#{1,6})[\u00a0\u202f]+(?=[^\n]{1,200}$)/u

/**
 * Turn an mdast tree into blocks.
 *
 * Given a tree, and the text its positions point into if there is one.
 * Ensures every text of the tree is in one block, in order, but for the other
 * side of deletions and insertions, of which a notice tells.
 */
export function blocksFromMdast(
  tree: Root,
  source = '',
  revisions: Side = 'final',
): Pick<Source, 'blocks' | 'kept' | 'language'> & { notices: Notice[] } {
  const [blocks, notices]: [Block[], Notice[]] = [[], []]
  const told: Context['told'] = {}
  const context: Context = { source, revisions, notices, quoted: 0, indent: 0, blocks, told }
  for (const node of tree.children) visit(node, context)
  return { blocks, notices, ...told }
}

function visit(node: RootContent | BlockContent | DefinitionContent, context: Context): void {
  const { blocks, quoted } = context
  switch (node.type) {
    case 'paragraph': {
      const kept = keptComments(node, context)
      if (kept) {
        blocks.push(...kept)
        break
      }
      // Markdown drops the indentation of a line; the position still tells it.
      const indent = context.indent + Math.max(0, (node.position?.start.column ?? 1) - 1)
      const text = flattenInline(node.children, context)
      if (text.value === '' && text.marks.length === 0) break
      const head = headingSign.exec(text.value)
      if (head?.[1])
        blocks.push({
          kind: 'heading',
          level: head[1].length,
          text: trim(slice(text, head[0].length)),
          gap: true,
          ...place(quoted, context.indent),
        })
      else blocks.push({ kind: 'paragraph', text, gap: true, ...place(quoted, indent) })
      break
    }
    case 'heading':
      blocks.push({
        kind: 'heading',
        level: node.depth,
        text: flattenInline(node.children, context),
        gap: true,
        ...place(quoted, context.indent),
      })
      break
    case 'blockquote':
      for (const child of node.children) visit(child, { ...context, quoted: quoted + 1 })
      break
    case 'list':
      visitList(node, context)
      break
    case 'table': {
      const cells = node.children.map((row) =>
        row.children.map((cell) => flattenInline(cell.children, context)),
      )
      blocks.push({ kind: 'table', text: rich(''), gap: true, table: { rows: cells } })
      break
    }
    case 'footnoteDefinition': {
      const inner: Block[] = []
      for (const child of node.children) visit(child, { ...context, blocks: inner })
      const parts = inner.flatMap((block, index) => (index > 0 ? [rich(' '), block.text] : [block.text]))
      const label = printedLabel(node.label ?? node.identifier)
      blocks.push({ kind: 'note', identifier: node.identifier, label, text: concat(...parts) })
      break
    }
    case 'thematicBreak':
      blocks.push({ kind: 'rule', text: rich('') })
      break
    case 'yaml':
      if (node.value.trim() !== '')
        blocks.push({
          kind: 'furniture',
          furniture: 'frontMatter',
          text: rich(node.value, valueOffset(node.value, node, context.source)),
        })
      break
    case 'code':
    case 'html':
      if (node.value.trim() !== '')
        blocks.push({
          kind: 'paragraph',
          text: rich(node.value, valueOffset(node.value, node, context.source)),
          gap: true,
          ...place(quoted, context.indent),
        })
      break
    default:
  }
}

/** Comments in which our own Markdown keeps what the page added, what readers commented, the tree that it is, and its language. */
function keptComments(node: Paragraph, { told }: Context): Block[] | undefined {
  const blocks: Block[] = []
  let isKept = false
  for (const child of node.children) {
    if (child.type === 'text' && child.value.trim() === '') continue
    if (child.type !== 'html') return undefined
    const kept = readKept(child.value)
    if (!kept) return undefined
    isKept = true
    if (kept.kind === 'tree' || kept.kind === 'language') {
      told[kept.kind === 'tree' ? 'kept' : 'language'] = kept.value
      continue
    }
    if (kept.kind === 'comment') {
      blocks.push(...commentBlock(kept.value))
      continue
    }
    const start = child.position?.start.offset
    const text = rich(kept.value, start === undefined ? undefined : start + kept.start)
    blocks.push({ kind: 'furniture', furniture: kept.kind, text })
  }
  return isKept ? blocks : undefined
}

/** A comment as JSON; anything else that is there says nothing. */
function commentBlock(json: string): Block[] {
  let found: unknown
  try {
    found = JSON.parse(json)
  } catch {
    return []
  }
  const { author, date, quote, value } = (found ?? {}) as Record<string, unknown>
  if (typeof value !== 'string') return []
  const text = (one: unknown) => (typeof one === 'string' ? one : null)
  const comment = { author: text(author), date: isoTime(text(date)), quote: text(quote) ?? '', places: [] }
  return [{ kind: 'comment', text: rich(value), comment }]
}

function place(quoted: number, indent: number): Pick<Block, 'quoted' | 'indent'> {
  const evidence: Pick<Block, 'quoted' | 'indent'> = {}
  if (quoted > 0) evidence.quoted = quoted
  if (indent > 0) evidence.indent = indent
  return evidence
}

function valueOffset(value: string, node: Nodes, source: string): number | undefined {
  const start = node.position?.start.offset
  if (start === undefined) return undefined
  const at = source.indexOf(value, start)
  return at === -1 ? undefined : at
}

/** A list of another reader's tree: its markers go back to where they were printed. */
function visitList(list: List, context: Context): void {
  list.children.forEach((item, index) => {
    const inner: Block[] = []
    for (const child of item.children) visit(child, { ...context, blocks: inner, indent: context.indent + 1 })
    const marker = itemMarker(list, item, index, context.source)
    const first = inner[0]
    if (first) first.text = concat(marker, rich(' '), first.text)
    else inner.push({ kind: 'paragraph', text: marker, gap: true })
    for (const block of inner) context.blocks.push(block)
  })
}

function itemMarker(list: List, item: ListItem, index: number, source: string): Rich {
  const start = item.position?.start.offset
  const end = item.children[0]?.position?.start.offset ?? item.position?.end.offset
  if (start !== undefined && end !== undefined && source !== '') {
    const printed = source.slice(start, end)
    if (/^(?:[-*+]|\d+[.)])\s/u.test(`${printed} `)) return trim(rich(printed, start))
  }
  return rich(list.ordered ? `${(list.start ?? 1) + index}.` : '•')
}
