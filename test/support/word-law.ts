/** The law of the Word writer: what is read of its document is the tree it was given. */
import { isDeepStrictEqual } from 'node:util'
import { parse, type Root, toDocx } from '../../src/index.js'
import type { AnyNode } from '../../src/model/tree/types.js'
import { treeLines } from './tree-lines.js'

/** What says where in the source a node stands. */
const places: ReadonlySet<string> = new Set(['position', 'data'])

/** The first lines in which the tree that is written as Word and read again differs. */
export async function wordRoundTrip(tree: Root): Promise<string[]> {
  const { tree: again } = await parse(await toDocx(tree), { name: 'written.docx' })
  return difference(comparable(tree, openingsShow(tree)), comparable(again, openingsShow(tree)))
}

/** The first line in which two trees differ. */
export function difference(one: AnyNode, other: AnyNode): string[] {
  if (isDeepStrictEqual(one, other)) return []
  const before = treeLines(one).split('\n')
  const after = treeLines(other).split('\n')
  const at = before.findIndex((line, index) => line !== after[index])
  if (at === -1) {
    const [a, b] = [JSON.stringify(one), JSON.stringify(other)]
    const from = [...a].findIndex((character, index) => character !== b[index])
    return [
      `was ${a.slice(Math.max(0, from - 60), from + 60)}, is ${b.slice(Math.max(0, from - 60), from + 60)}`,
    ]
  }
  return [`line ${at + 1} was ${before[at]?.trim()}, is ${after[at]?.trim()}`]
}

/**
 * What a tree is compared by: all but positions and what is not printed, notes in the order of
 * their names. Word's hyphens that do not break are hyphens. `shown` says that the
 * source showed openings by its typography: where it did not, the house style has.
 */
export function comparable(tree: Root, shown = true): Root {
  const text = JSON.stringify(tree, (key, value: unknown) => (places.has(key) ? undefined : value))
  const copy = JSON.parse(text.replace(/\u2011/gu, '-')) as Root
  const isNote = ({ type }: AnyNode) => type === 'footnoteDefinition'
  const notes = copy.children.filter(isNote) as { identifier: string }[] & Root['children']
  notes.sort((a, b) => (a.identifier < b.identifier ? -1 : 1))
  const isUnprinted = ({ type }: AnyNode) => type === 'furniture' || type === 'comment'
  copy.children = [...copy.children.filter((node) => !isNote(node) && !isUnprinted(node)), ...notes]
  return shown ? copy : (upright(copy) as Root)
}

function isOpening(node: AnyNode): boolean {
  return node.type === 'organLine' || (node.type === 'phrase' && 'lead' in node && node.lead === true)
}

function childrenOf(node: AnyNode): AnyNode[] {
  return 'children' in node && Array.isArray(node.children) ? (node.children as AnyNode[]) : []
}

function openingsShow(node: AnyNode): boolean {
  if (isOpening(node)) return childrenOf(node).some(({ type }) => type === 'emphasis' || type === 'strong')
  return childrenOf(node).some(openingsShow)
}

/** Without the italics of the house style. */
function upright(node: AnyNode): AnyNode {
  if (!('children' in node)) return node
  const children = childrenOf(node).map(upright)
  const isHouse = isOpening(node) || node.type === 'meeting' || node.type === 'date'
  const plain = children.flatMap((child) => (child.type === 'emphasis' ? childrenOf(child) : [child]))
  return { ...node, children: isHouse ? plain : children } as AnyNode
}
