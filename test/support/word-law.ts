/** The law of the Word writer: what is read of its document is the tree it was given. */
import { isDeepStrictEqual } from 'node:util'
import { parse, type Root, rows, toDocx } from '../../src/index.js'
import { plainText } from '../../src/model/tree/text.js'
import type { AnyNode } from '../../src/model/tree/types.js'
import { treeLines } from './tree-lines.js'

/** What says where in the source a node is. */
const places: ReadonlySet<string> = new Set(['position', 'data'])

/** The first lines in which the tree that is written as Word and read again differs. */
export async function wordRoundTrip(tree: Root): Promise<string[]> {
  const { tree: again } = await parse(await toDocx(tree), { name: 'written.docx' })
  const [one, other] = [comparable(tree, openingsShow(tree)), comparable(again, openingsShow(tree))]
  // A figure in the place of a mark may hide a citation behind it: then the words alone are compared.
  return hasFurtherMarks(tree) ? difference(wordsOf(one), wordsOf(other)) : difference(one, other)
}

function hasFurtherMarks(tree: Root): boolean {
  return !isDeepStrictEqual(furtherMarksAsText(tree), tree)
}

/** The rows of a tree as lines of words. */
function wordsOf(tree: Root): AnyNode {
  const children = rows(tree).map(({ label, text }) => ({ type: 'text', value: `${label} ${text}` }))
  return { type: 'words', children } as AnyNode
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
 * their names. Word's hyphens that do not break are hyphens, and those that no one sees are none. `shown` says that the
 * source showed openings by its typography: where it did not, the house style has.
 */
export function comparable(tree: Root, shown = true): Root {
  const text = JSON.stringify(tree, (key, value: unknown) => (places.has(key) ? undefined : value))
  const copy = JSON.parse(text.replace(/\u2011/gu, '-').replace(/[\u00ad\u200b]/gu, '')) as Root
  const isNote = ({ type }: AnyNode) => type === 'footnoteDefinition'
  const notes = copy.children.filter(isNote) as { identifier: string }[] & Root['children']
  notes.sort((a, b) => (a.identifier < b.identifier ? -1 : 1))
  const isUnprinted = ({ type }: AnyNode) => type === 'furniture' || type === 'comment'
  copy.children = [...copy.children.filter((node) => !isNote(node) && !isUnprinted(node)), ...notes]
  const marked = plainProvenance(furtherMarksAsText(copy)) as Root
  return shown ? marked : (upright(marked) as Root)
}

/**
 * A further mark of a note, and a mark without a note, are written as raised
 * figures, and a raised figure in Word is a figure (see docs/tricky-cases.md).
 */
function furtherMarksAsText(tree: Root): Root {
  const defined = new Set(
    tree.children.flatMap((node) => (node.type === 'footnoteDefinition' ? [node.identifier] : [])),
  )
  const seen = new Set<string>()
  const visit = (node: AnyNode): AnyNode => {
    if (node.type === 'footnoteReference' && 'identifier' in node) {
      const { identifier, label } = node as { identifier: string; label?: string }
      if (defined.has(identifier) && !seen.has(identifier)) {
        seen.add(identifier)
        return node
      }
      return { type: 'text', value: label ?? identifier } as AnyNode
    }
    if (!('children' in node)) return node
    const children: AnyNode[] = []
    for (const child of childrenOf(node).map(visit)) {
      const last = children.at(-1)
      if (isNothing(child)) continue
      if (child.type === 'text' && last?.type === 'text' && 'value' in child && 'value' in last)
        children[children.length - 1] = { ...last, value: `${last.value}${child.value}` } as AnyNode
      else children.push(child)
    }
    return { ...node, children } as AnyNode
  }
  return visit(tree) as Root
}

/** A leaf of nothing but what no one sees, or italics around it: none is in what is printed. */
export function isNothing(node: AnyNode): boolean {
  if (node.type === 'text') return 'value' in node && node.value === ''
  return (node.type === 'emphasis' || node.type === 'strong') && childrenOf(node).length === 0
}

/** The note of provenance is in italics, whatever the source showed. */
function plainProvenance(node: AnyNode): AnyNode {
  if (!('children' in node)) return node
  const children = childrenOf(node).map(plainProvenance)
  if (node.type !== 'provenance') return { ...node, children } as AnyNode
  return { ...node, children: [{ type: 'text', value: plainText(node) }] } as AnyNode
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
