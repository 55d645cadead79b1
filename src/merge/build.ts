/** The result as a tree: a frame, with the nodes of each place where its order has them. */
import type { NotePool } from '../model/tree/notes.js'
import type { Node, Parent, Root } from '../model/tree/types.js'
import { type Frame, isFront } from './frame.js'
import type { Item, ItemNode } from './items.js'
import type { Place } from './order.js'
import type { Resolved } from './resolve.js'

/** Nodes that are where an item of the frame is; or behind those before them, where the frame has none for them. */
interface Entry {
  nodes: readonly ItemNode[]
  slot: Item | undefined
}

/**
 * Put the nodes of each place into a frame.
 *
 * Ensures that what is in no part of the frame is in that of its nearest like, and that the front and the notes are the base's.
 */
export function build(
  base: Root,
  frame: Frame,
  places: readonly Place[],
  resolved: readonly Resolved[],
  pool: NotePool,
): Root {
  const entries = entriesOf(frame, places, resolved)
  const parents = parentsOf(frame, entries)
  const placed = new Map<Parent, Entry[]>()
  entries.forEach((entry, at) => {
    const parent = parents[at]
    if (parent) placed.set(parent, [...(placed.get(parent) ?? []), entry])
  })
  const items = new Map<Node, Item>(frame.document.items.map((item) => [item.node, item]))
  const rebuild = (node: Node): Node => {
    if (!('children' in node))
      return node.type === 'footnoteReference' ? pool.adopt(node, frame.tree) : structuredClone(node)
    const own = placed.get(node as Parent) ?? []
    const here = new Set(own.map(({ slot }) => slot))
    // What is no item (a section, a formula) stays behind the item that it follows.
    const behind = new Map<Item | undefined, Node[]>([[undefined, []]])
    let last: Item | undefined
    for (const child of node.children as Node[]) {
      const item = items.get(child)
      if (item === undefined) behind.get(last)?.push(rebuild(child))
      else if (here.has(item)) {
        behind.set(item, [])
        last = item
      }
    }
    // What several paragraphs became is one item: what stays behind it is there once.
    const lastOf = new Map(own.map(({ slot }, at) => [slot, at]))
    const children = [
      ...(behind.get(undefined) ?? []),
      ...own.flatMap(({ nodes, slot }, at) => [
        ...nodes,
        ...(slot && lastOf.get(slot) === at ? (behind.get(slot) ?? []) : []),
      ]),
    ]
    return { ...node, children } as Node
  }
  const tree = rebuild(frame.tree) as Root
  return frame.tree === base ? tree : withFront(tree, base)
}

/** The front, the notes and what the page added of the base, around the text of a version. */
function withFront(tree: Root, base: Root): Root {
  const first = base.children.findIndex((node) => !isFront(node))
  const at = first < 0 ? base.children.length : first
  const front = (nodes: Root['children']) => structuredClone(nodes.filter(isFront))
  const text = tree.children.filter((node) => !isFront(node))
  return {
    ...base,
    children: [...front(base.children.slice(0, at)), ...text, ...front(base.children.slice(at))],
  }
}

function entriesOf(
  { document, version }: Frame,
  places: readonly Place[],
  resolved: readonly Resolved[],
): Entry[] {
  const entries: Entry[] = []
  const added = new Set(version?.added)
  places.forEach(({ base, added: one }, at) => {
    const { nodes } = resolved[at] as Resolved
    const own = version
      ? one
        ? [one.item].filter((item) => added.has(item))
        : [...(version.outcomes.get(base ?? -1)?.items ?? [])]
      : [document.items[base ?? -1] as Item].filter((item) => item !== undefined)
    if (nodes.length === 0) entries.push({ nodes, slot: own[0] })
    // What a paragraph was divided into may be in several parts of the text.
    for (const run of runsOf(nodes)) {
      const slots = own.filter(({ node }) => node.type === run[0]?.type)
      const isPaired = slots.length > 1 && slots.length === run.length
      if (isPaired)
        slots.forEach((slot, part) => void entries.push({ nodes: run.slice(part, part + 1), slot }))
      else entries.push({ nodes: run, slot: slots[0] })
      for (const slot of slots) own.splice(own.indexOf(slot), 1)
    }
  })
  return version ? inOrderOf(document.items, entries) : entries
}

/** Nodes of one type that follow each other, together. */
function runsOf(nodes: readonly ItemNode[]): ItemNode[][] {
  const runs: ItemNode[][] = []
  for (const node of nodes) {
    const last = runs.at(-1)
    if (last?.[0]?.type === node.type) last.push(node)
    else runs.push([node])
  }
  return runs
}

/** Entries in the order of the frame: of one paragraph that was divided, another may be between the parts. */
function inOrderOf(items: readonly Item[], entries: readonly Entry[]): Entry[] {
  const rank = new Map(items.map((item, at) => [item, at]))
  let last = -1
  return entries
    .map((entry) => {
      last = (entry.slot && rank.get(entry.slot)) ?? last
      return { entry, last }
    })
    .sort((a, b) => a.last - b.last)
    .map(({ entry }) => entry)
}

/** The node that holds each entry: where the item was; for what came or changed its part, that of its nearest like. */
function parentsOf({ document }: Frame, entries: readonly Entry[]): (Parent | undefined)[] {
  const own = entries.map(({ slot }) => slot?.parent)
  const sections = new Map(document.items.map((item) => [item.parent, partOf(item)]))
  return entries.map(({ nodes }, at) => {
    const kept = own[at]
    if (kept) return kept
    const part = partOfType(nodes[0]?.type)
    const fits = (parent: Parent | undefined) =>
      parent !== undefined && (part === null || sections.get(parent) === part)
    for (let before = at - 1; before >= 0; before--) if (fits(own[before])) return own[before]
    for (let after = at + 1; after < own.length; after++) if (fits(own[after])) return own[after]
    return own.find((parent) => parent !== undefined)
  })
}

function partOf({ node, parent }: Item): string | null {
  return (
    partOfType(node.type) ??
    (parent.type === 'preamble' ? 'preamble' : parent.type === 'annex' ? 'annex' : 'operative')
  )
}

function partOfType(type: string | undefined): string | null {
  if (type === 'preambularParagraph') return 'preamble'
  if (type === 'operativeParagraph') return 'operative'
  return type === 'annexParagraph' ? 'annex' : null
}
