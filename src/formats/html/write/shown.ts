/** What a page shows of a tree, as the tree that whoever reads the page can know. */
import { printedTree } from '../../../model/tree/kept.js'
import type { AnyNode, Root } from '../../../model/tree/types.js'
import { silent } from '../silent.js'
import { signOf } from './notes.js'

/**
 * A tree without what a page does not print: what it was read from added, comments, characters that no one sees. Notes
 * have their printed signs for names, the second of a sign with its number.
 */
export function shownTree(tree: Root): Root {
  const definitions = tree.children.filter((node) => node.type === 'footnoteDefinition')
  const used = new Map<string, number>()
  const names = new Map<string, string>()
  for (const [at, { identifier, label }] of definitions.entries()) {
    if (names.has(identifier)) continue
    const sign = signOf(label ?? identifier, at + 1)
    const times = (used.get(sign) ?? 0) + 1
    used.set(sign, times)
    names.set(identifier, times > 1 ? `${sign}-${times}` : sign)
  }
  const shown = <T extends AnyNode>(node: T): T => {
    const own: Record<string, unknown> = {}
    if ('identifier' in node) own.identifier = names.get(node.identifier) ?? node.identifier
    if ('value' in node) own.value = node.value.replace(silent, '')
    if ('label' in node && typeof node.label === 'string') own.label = node.label.replace(silent, '')
    if ('children' in node) own.children = (node.children as AnyNode[]).map(shown)
    return { ...node, ...own }
  }
  return shown(printedTree(tree))
}
