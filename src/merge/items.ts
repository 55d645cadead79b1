/** A document as items: the paragraphs, headings and tables in order, with the rows and the lines of each. */
import { type Row, rows } from '../model/tree/rows.js'
import type {
  AnnexParagraph,
  Clause,
  Node,
  OperativeParagraph,
  Parent,
  PreambularParagraph,
  Root,
  Subparagraph,
} from '../model/tree/types.js'

export type Paragraph = PreambularParagraph | OperativeParagraph | AnnexParagraph

/** What a text is made of: it is kept, cut or moved as a whole. */
export type ItemNode = Paragraph | Extract<Node, { type: 'heading' | 'table' | 'unknown' }>

/** A run of a paragraph's text: its chapeau, a sub-paragraph, or text resumed. */
export interface Line {
  /** 0 in the paragraph itself, 1 in (a), 2 in (i) inside it, … */
  depth: number
  /** The printed label, where a sub-paragraph begins; null elsewhere. */
  label: string | null
  clause: Clause
  /** Number of its row in the tree. */
  row: number
}

export interface Item {
  node: ItemNode
  /** The node that holds it. */
  parent: Parent
  /** Its rows, ascending. */
  rows: number[]
  /** The first of them. */
  first: Row
}

export interface Document {
  items: Item[]
  /** For each row the number of its item. */
  itemOf: Map<number, number>
  rows: Row[]
}

const kinds = ['preambularParagraph', 'operativeParagraph', 'annexParagraph', 'heading', 'table', 'unknown']

/** List the items of a tree. */
export function itemsOf(tree: Root): Document {
  const all = rows(tree)
  const rowOf = new Map<unknown, number>()
  all.forEach((row, at) => {
    rowOf.set(row.clause ?? row.node, at)
  })
  const items: Item[] = []
  const itemOf = new Map<number, number>()
  const visit = (node: Parent) => {
    for (const child of node.children as Node[]) {
      if (!kinds.includes(child.type)) {
        if ('children' in child) visit(child)
        continue
      }
      const own = rowsIn(child, rowOf)
      const first = all[own[0] ?? -1]
      if (!first) continue
      for (const row of own) itemOf.set(row, items.length)
      items.push({ node: child as ItemNode, parent: node, rows: own, first })
    }
  }
  visit(tree)
  return { items, itemOf, rows: all }
}

function rowsIn(node: Node, rowOf: ReadonlyMap<unknown, number>): number[] {
  const own = rowOf.get(node)
  const inside = 'children' in node ? (node.children as Node[]).flatMap((child) => rowsIn(child, rowOf)) : []
  return own === undefined ? inside : [own, ...inside]
}

/** List the lines of a paragraph; nothing for a heading or a table. */
export function linesOf({ node, rows: own }: Item): Line[] {
  const lines: Line[] = []
  const visit = (parent: ItemNode | Subparagraph, depth: number, label: string | null) => {
    let opening = label
    for (const child of parent.children as Node[]) {
      if (child.type === 'clause') {
        lines.push({ depth, label: opening, clause: child, row: own[lines.length] ?? -1 })
        opening = null
      } else if (child.type === 'subparagraph') visit(child, depth + 1, child.label)
    }
  }
  if (isParagraph(node)) visit(node, 0, null)
  return lines
}

export function isParagraph(node: Node): node is Paragraph {
  return ['preambularParagraph', 'operativeParagraph', 'annexParagraph'].includes(node.type)
}

/** Put lines back into a paragraph like the given one. */
export function paragraphOf<Kind extends Paragraph>(like: Kind, lines: readonly Omit<Line, 'row'>[]): Kind {
  const paragraph = { ...like, children: [] as Paragraph['children'] }
  const open: { children: Paragraph['children'] }[] = [paragraph]
  for (const { depth, label, clause } of lines) {
    if (label !== null && depth > 0) {
      const node: Subparagraph = { type: 'subparagraph', label, depth, children: [clause] }
      open.length = Math.min(open.length, depth)
      open.at(-1)?.children.push(node)
      open.push(node)
    } else {
      open.length = Math.min(open.length, depth + 1)
      open.at(-1)?.children.push(clause)
    }
  }
  return paragraph as Kind
}
