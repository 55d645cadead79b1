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

/**
 * Is a tree that was read again built as the one that was written: the same nodes, with the same labels and words?
 * Of nodes that were read of a document, all that is said of them is the same; of those that a program made, what it
 * left unsaid is read.
 */
export function isSameTree(again: AnyNode, tree: AnyNode): boolean {
  const [first, second]: Partial<Record<(typeof own)[number], unknown>>[] = [again, tree]
  if (own.some((key) => first?.[key] !== second?.[key])) return false
  const isRead = tree.position !== undefined || tree.data !== undefined
  if (isRead && factsOf(again) !== factsOf(tree)) return false
  const [children, others] = [childrenOf(again, isRead), childrenOf(tree, isRead)]
  return (
    children.length === others.length &&
    children.every((child, at) => isSameTree(child, others[at] as AnyNode))
  )
}

/** Compared by itself, or by who compares; the language of a text is. */
const toldApart: ReadonlySet<string> = new Set(['children', 'language', ...ofPlaces])

/** What is said of a node beside its words, as text. */
function factsOf(node: AnyNode): string {
  const facts = Object.entries(node).filter(([key]) => !toldApart.has(key))
  return JSON.stringify(Object.fromEntries(facts.sort(([one], [other]) => (one < other ? -1 : 1))))
}

/** Does a page print two trees alike: the same paragraphs, whatever is in italics, and whatever order their notes are in? */
export function isSamePrint(one: Root, other: Root): boolean {
  return one.language === other.language && isSameTree(asPrinted(one), asPrinted(other))
}

/** What a page shows of a tree, each text as it prints it: without what the tree was read from added, and without comments. */
export function printedTree(tree: Root, print: (text: string) => string): Root {
  const isShown = (value: unknown) =>
    !isObject(value) ||
    (value.type === 'text' ? value.value !== '' : !looks.has(String(value.type)) || hasChildren(value))
  const shown = (value: unknown): unknown => {
    if (typeof value === 'string') return print(value)
    if (Array.isArray(value)) return value.map(shown).filter(isShown)
    if (!isObject(value)) return value
    const fields = Object.entries(value).map(([key, field]) => [
      key,
      ofPlaces.has(key) ? field : shown(field),
    ])
    return Object.fromEntries(fields)
  }
  return shown({ ...tree, children: tree.children.filter(({ type }) => !unprinted.has(type)) }) as Root
}

function hasChildren({ children }: Record<string, unknown>): boolean {
  return Array.isArray(children) && children.length > 0
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
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

/** A node without italics and bold; a note is known by its identifier. */
function plain<T extends AnyNode>(node: T): T {
  if (isText(node)) return node
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

/** The children of a node, with or without what is said of their words. */
function childrenOf(node: AnyNode, withReadings: boolean): AnyNode[] {
  const result: AnyNode[] = []
  const add = (child: AnyNode): void => {
    const last = result.at(-1)
    if (!withReadings && readings.has(child.type) && 'children' in child)
      for (const each of child.children as AnyNode[]) add(each)
    else if (isText(child) && child.value === '') return
    else if (isText(child) && last && isText(last))
      result[result.length - 1] = { ...last, value: last.value + child.value }
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
  if (node.type === 'title' || !labelled.has(node.type)) return [{ node, pieces: [...own, ...leaves(node)] }]
  const [first, ...rest] = children
  const opens = first?.type === 'clause'
  return [
    { node, pieces: [...own, ...(opens ? leaves(first) : [])] },
    ...(opens ? rest : children).flatMap(printedLines),
  ]
}

/** The sign of a note, or of a mark. */
export function signOf(node: AnyNode): string {
  const { label, identifier } = node as { label?: string; identifier?: string }
  return label ?? identifier ?? ''
}

function leaves(node: AnyNode): Piece[] {
  if ('value' in node && typeof node.value === 'string') return [{ node, text: node.value }]
  if (node.type === 'footnoteReference' && 'identifier' in node)
    return [{ node, text: `[^${String(node.identifier)}]`, mark: signOf(node) }]
  return 'children' in node ? (node.children as AnyNode[]).flatMap(leaves) : []
}
