/** Whose tree gives a merge what is no item (formulas, sections, closings), and the order of all. */
import { besideTypes, frontTypes, isLine } from '../model/tree/kinds.js'
import { plainText } from '../model/tree/text.js'
import type { Node, Root } from '../model/tree/types.js'
import type { Document } from './items.js'
import type { PartyVersion, Version } from './outcomes.js'

export interface Frame {
  tree: Root
  document: Document
  /** Whose it is; absent where it is the base's. */
  version?: PartyVersion
}

/** What is merged by itself, or made anew. */
const front: ReadonlySet<string> = new Set([...frontTypes, ...besideTypes])

export function isFront({ type }: Node): boolean {
  return front.has(type)
}

/**
 * The frame of those that changed it, if they made one of it; else that of the base. Where nobody changed it,
 * that of who added most has the places of what is new.
 */
export function frameOf(
  base: Root,
  document: Document,
  versions: readonly { version: Version; compared: PartyVersion }[],
): Frame {
  const changed = new Map<string, Frame>()
  for (const { version, compared } of versions) {
    const names = namesOf(document, compared)
    const frame = outline(version.tree, names.version)
    if (frame === outline(base, names.base) || changed.has(frame)) continue
    changed.set(frame, { tree: version.tree, document: compared.document, version: compared })
  }
  const [only, ...others] = changed.values()
  if (others.length > 0) return { tree: base, document }
  if (only) return only
  const [most] = versions.toSorted((a, b) => b.compared.added.length - a.compared.added.length)
  if (!most || most.compared.added.length === 0) return { tree: base, document }
  return { tree: most.version.tree, document: most.compared.document, version: most.compared }
}

/** Items under the name that they share; what only one side has is no part of a frame. */
function namesOf(
  document: Document,
  { document: own, outcomes }: PartyVersion,
): { base: Map<Node, string>; version: Map<Node, string> } {
  const names = (items: Document['items']) => new Map<Node, string>(items.map(({ node }) => [node, '']))
  const [base, version] = [names(document.items), names(own.items)]
  for (const [at, { items, of }] of outcomes) {
    const [first] = items
    const old = document.items[at]
    if (!first || !old || of[0] !== at) continue
    base.set(old.node, String(at))
    version.set(first.node, String(at))
  }
  return { base, version }
}

function outline(tree: Root, names: ReadonlyMap<Node, string>): string {
  const write = (node: Node): string => {
    const name = names.get(node)
    if (name !== undefined) return name
    if (isFront(node) || node.type === 'title') return ''
    const own = 'label' in node ? `${node.type} ${node.label}` : node.type
    if (isLine(node) || !('children' in node)) return `${own}: ${plainText(node).replace(/\s+/gu, ' ')}`
    const inside = (node.children as Node[]).map(write).filter((text) => text !== '')
    return `${own}(${inside.join('\n')})`
  }
  return write(tree)
}
