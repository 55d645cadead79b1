/** A tree as a document keeps it beside its text: what the text alone would not say. Writers and readers of formats share it. */
import { holderTypes, paragraphTypes } from './kinds.js'
import type { AnyNode, FootnoteDefinition, Root, RootContent, Text } from './types.js'

/** Places are those of the document that it was read from. */
const ofPlaces: ReadonlySet<string> = new Set(['position', 'data'])

/** Write a tree on one line, without its places. */
export function keptJson(tree: Root): string {
  return JSON.stringify(tree, (key, value: unknown) => (ofPlaces.has(key) ? undefined : value))
}

/** What a reader says of words: a program that builds a paragraph says none of it, and reading the text does. */
const readings: ReadonlySet<string> = new Set(['phrase', 'citation', 'sponsor'])

/** What makes a node another one: its numbers, dates and verbs are read of its label and words. */
const own = ['type', 'label', 'identifier', 'value', 'depth'] as const

/** Are two trees built alike: the same nodes, with the same labels and words? */
export function isSameTree(one: AnyNode, other: AnyNode): boolean {
  const [first, second]: Partial<Record<(typeof own)[number], unknown>>[] = [one, other]
  if (own.some((key) => first?.[key] !== second?.[key])) return false
  const [children, others] = [wordsOf(one), wordsOf(other)]
  return (
    children.length === others.length &&
    children.every((child, at) => isSameTree(child, others[at] as AnyNode))
  )
}

/** Does a page print two trees alike: the same paragraphs, whatever is in italics, and whatever order their notes are in? */
export function isSamePrint(one: Root, other: Root): boolean {
  return one.language === other.language && isSameTree(asPrinted(one), asPrinted(other))
}

/** What a page shows of a tree: without what it was read from added, without comments, and without characters that are `silent` there. */
export function printedTree(tree: Root, silent: RegExp): Root {
  const shown = <T extends AnyNode>(node: T): T => {
    const own: { value?: string; label?: string; children?: AnyNode[] } = {}
    if ('value' in node) own.value = node.value.replace(silent, '')
    if ('label' in node && typeof node.label === 'string') own.label = node.label.replace(silent, '')
    if ('children' in node) own.children = (node.children as AnyNode[]).map(shown)
    return { ...node, ...own }
  }
  return shown({ ...tree, children: tree.children.filter(({ type }) => !unprinted.has(type)) })
}

/** What is not in the text of a page, or is of the page itself. */
const unprinted: ReadonlySet<string> = new Set(['furniture', 'comment'])
const looks: ReadonlySet<string> = new Set(['emphasis', 'strong'])
const isNote = (node: RootContent): node is FootnoteDefinition => node.type === 'footnoteDefinition'

function asPrinted(tree: Root): Root {
  const notes = tree.children.filter(isNote).sort((a, b) => (a.identifier < b.identifier ? -1 : 1))
  const text = tree.children.filter((node) => !isNote(node) && !unprinted.has(node.type))
  return plain({ ...tree, children: [...text, ...notes] })
}

/** A node without italics and bold; a note is known by its identifier, and hyphens that do not break are hyphens. */
function plain<T extends AnyNode>(node: T): T {
  if (isText(node)) return { ...node, value: node.value.replace(/\u2011/gu, '-').replace(/\u00ad/gu, '') }
  if (!('children' in node)) return { ...node, label: null }
  const children = (node.children as AnyNode[]).flatMap((child) => {
    const own = plain(child)
    return looks.has(own.type) && 'children' in own ? (own.children as AnyNode[]) : [own]
  })
  return { ...node, children, ...(node.type === 'footnoteDefinition' ? { label: null } : {}) }
}

function isText(node: AnyNode): node is Text {
  return node.type === 'text'
}

/** The children of a node without what is said of their words. */
function wordsOf(node: AnyNode): AnyNode[] {
  const result: AnyNode[] = []
  const add = (child: AnyNode): void => {
    const last = result.at(-1)
    if (readings.has(child.type) && 'children' in child)
      for (const each of child.children as AnyNode[]) add(each)
    else if (isText(child) && last && isText(last))
      result[result.length - 1] = { type: 'text', value: last.value + child.value }
    else result.push(child)
  }
  if ('children' in node) for (const child of node.children as AnyNode[]) add(child)
  return result
}

/** Nodes whose `label` is printed and is in no leaf: the labels of sections and annexes are in their headings. */
const labelled: ReadonlySet<string> = new Set(['title', ...paragraphTypes])

/** A label or the words of a leaf; or the mark of a note, which a page may print as words where the note is not there. */
export interface Piece {
  node: AnyNode
  text: string
  /** The sign of a note, where the piece is its mark. */
  mark?: string
}

/** What is in one paragraph, heading or table of a page. */
export interface Line {
  node: AnyNode
  pieces: Piece[]
}

const holders: ReadonlySet<string> = new Set(holderTypes)

/** What a tree prints, line by line, in its order. */
export function printedLines(node: AnyNode): Line[] {
  const children = 'children' in node ? (node.children as AnyNode[]) : []
  if (holders.has(node.type)) return children.flatMap(printedLines)
  const { label } = node as { label?: unknown }
  const own: Piece[] = labelled.has(node.type) && typeof label === 'string' ? [{ node, text: label }] : []
  // The label of a title is on its line, or on one above it.
  if (node.type === 'title') return [own, children.flatMap(leaves)].map((pieces) => ({ node, pieces }))
  if (!labelled.has(node.type)) return [{ node, pieces: leaves(node) }]
  const [first, ...rest] = children
  const opens = first?.type === 'clause'
  return [
    { node, pieces: [...own, ...(opens ? leaves(first) : [])] },
    ...(opens ? rest : children).flatMap(printedLines),
  ]
}

function signOf(node: AnyNode): string {
  const { label, identifier } = node as { label?: string; identifier?: string }
  return label ?? identifier ?? ''
}

function leaves(node: AnyNode): Piece[] {
  if ('value' in node && typeof node.value === 'string') return [{ node, text: node.value }]
  if (node.type === 'footnoteReference' && 'identifier' in node)
    return [{ node, text: `[^${String(node.identifier)}]`, mark: signOf(node) }]
  return 'children' in node ? (node.children as AnyNode[]).flatMap(leaves) : []
}
