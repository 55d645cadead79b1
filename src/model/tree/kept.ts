/** A tree as a document keeps it beside its text: what the text alone would not say. Writers and readers of formats share it. */
import type { AnyNode, Root } from './types.js'

/** Places are those of the document that it was read from. */
const ofPlaces: ReadonlySet<string> = new Set(['position', 'data'])

/** Write a tree on one line, without its places. */
export function keptJson(tree: Root): string {
  return JSON.stringify(tree, (key, value: unknown) => (ofPlaces.has(key) ? undefined : value))
}

/** Say two trees the same, wherever they were read from? */
export function isSameTree(one: unknown, other: unknown): boolean {
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null)
    return one === other
  const [first, second] = [one, other].map((each) =>
    Object.entries(each).filter(([key, value]) => !ofPlaces.has(key) && value !== undefined),
  ) as [[string, unknown][], [string, unknown][]]
  if (Array.isArray(one) !== Array.isArray(other) || first.length !== second.length) return false
  return first.every(([key, value]) => isSameTree(value, (other as Record<string, unknown>)[key]))
}

/** Nodes whose `label` is printed and stands in no leaf: the labels of sections and annexes stand in their headings. */
const labelled: ReadonlySet<string> = new Set([
  'title',
  'preambularParagraph',
  'operativeParagraph',
  'annexParagraph',
  'subparagraph',
  'command',
  'givenParagraph',
])

/** A label or the words of a leaf. */
export interface Piece {
  node: AnyNode
  text: string
}

/** What stands in one paragraph, heading or table of a page. */
export interface Line {
  node: AnyNode
  pieces: Piece[]
}

/** What holds lines, and prints none of its own. */
const holders: ReadonlySet<string> = new Set([
  'root',
  'masthead',
  'resolution',
  'preamble',
  'operative',
  'section',
  'quotation',
  'annex',
  'closing',
])

/** What a tree prints, line by line, in its order. */
export function printedLines(node: AnyNode): Line[] {
  const children = 'children' in node ? (node.children as AnyNode[]) : []
  if (holders.has(node.type)) return children.flatMap(printedLines)
  const { label } = node as { label?: unknown }
  const own: Piece[] = labelled.has(node.type) && typeof label === 'string' ? [{ node, text: label }] : []
  // The label of a title stands on its line, or on one above it.
  if (node.type === 'title') return [own, children.flatMap(leaves)].map((pieces) => ({ node, pieces }))
  if (!labelled.has(node.type)) return [{ node, pieces: leaves(node) }]
  const [first, ...rest] = children
  const opens = first?.type === 'clause'
  return [
    { node, pieces: [...own, ...(opens ? leaves(first) : [])] },
    ...(opens ? rest : children).flatMap(printedLines),
  ]
}

function leaves(node: AnyNode): Piece[] {
  if ('value' in node && typeof node.value === 'string') return [{ node, text: node.value }]
  return 'children' in node ? (node.children as AnyNode[]).flatMap(leaves) : []
}
