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
  const named = <T extends AnyNode>(node: T): T => {
    const own = 'identifier' in node ? { identifier: names.get(node.identifier) ?? node.identifier } : {}
    const within = 'children' in node ? { children: (node.children as AnyNode[]).map(named) } : {}
    return { ...node, ...own, ...within }
  }
  return named(printedTree(tree, (text) => text.replace(silent, '')))
}
