/** The law of the HTML writer: what is read of its page is the tree it was given. */
import { parse, type Root, toHtml } from '../../src/index.js'
import type { AnyNode, FootnoteDefinition } from '../../src/model/tree/types.js'
import { joined } from './joined.js'
import { comparable, difference, isNothing } from './word-law.js'

/**
 * A tree without what a page shows in a way of its own: a heading is bold as a whole, and a note bears a number
 * where its name is none that is printed.
 */
function shown(tree: Root): Root {
  const notes = new Map(
    comparable(tree).children.flatMap((node, at) =>
      node.type === 'footnoteDefinition' ? [[node.identifier, at]] : [],
    ) as [string, number][],
  )
  const visit = (node: AnyNode): AnyNode[] => {
    if (node.type === 'footnoteReference' || node.type === 'footnoteDefinition') {
      const { label: _, ...note } = node as FootnoteDefinition
      const identifier = String(notes.get(note.identifier) ?? note.identifier)
      return [
        note.children
          ? {
              ...note,
              identifier,
              children: note.children.flatMap(visit).filter((child) => !isNothing(child)),
            }
          : { ...note, identifier },
      ] as AnyNode[]
    }
    if (!('children' in node)) return [node]
    const children = (node.children as AnyNode[]).flatMap(visit).filter((child) => !isNothing(child))
    const isHeading = node.type === 'title' || node.type === 'heading'
    const plain = children.flatMap((one) =>
      one.type === 'strong' && 'children' in one ? (one.children as AnyNode[]) : [one],
    )
    return [{ ...node, children: isHeading ? joined(plain) : children } as AnyNode]
  }
  // Characters that print nothing are not on a page.
  const seen = JSON.stringify(comparable(tree), (_, value: unknown) =>
    typeof value === 'string' ? value.replace(/\ufeff|(?!\s)\p{Cc}/gu, '') : value,
  )
  return visit(JSON.parse(seen) as Root)[0] as Root
}

/** The first line in which the tree that is written as a web page and read again differs. */
export async function htmlRoundTrip(tree: Root): Promise<string[]> {
  const again = await parse(toHtml(tree), { name: 'written.html', language: tree.language ?? undefined })
  return difference(shown(tree), shown(again.tree))
}
