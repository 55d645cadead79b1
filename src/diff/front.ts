/** What changed before the first paragraph: symbol, dates, agenda, title, sponsors. */
import type { FrontChange, FrontField, Side } from '../model/change.js'
import { plainText } from '../model/tree/text.js'
import type { MastheadContent, Root } from '../model/tree/types.js'
import { canonical } from './tokens.js'

/**
 * Compare the front matter of two trees.
 *
 * Ensures only what differs is listed; the order of sponsors does not matter.
 */
export function compareFront(oldTree: Root, newTree: Root): FrontChange[] {
  const [before, after] = [fields(oldTree), fields(newTree)]
  const result: FrontChange[] = []
  for (const field of Object.keys(readers) as FrontField[]) {
    const [old, now] = [before[field], after[field]]
    if (canonical(old ?? '') !== canonical(now ?? '')) result.push({ field, old, new: now })
  }
  const [had, has] = [sponsors(oldTree), sponsors(newTree)]
  const joined = absent(has, had)
  const left = absent(had, has)
  if (joined.length > 0 || left.length > 0) result.push({ field: 'sponsors', joined, left })
  return result
}

/** Read the symbol and title that name a document. */
export function side(tree: Root): Side {
  return { symbol: readers.symbol(tree), title: readers.title(tree) }
}

const readers: Record<FrontField, (tree: Root) => string | null> = {
  symbol: (tree) => masthead(tree, 'symbol', (node) => node.symbol),
  date: (tree) => masthead(tree, 'date', (node) => node.date ?? plainText(node)),
  session: (tree) => masthead(tree, 'session', plainText),
  agendaItem: (tree) => masthead(tree, 'agendaItem', (node) => node.items.join(', ') || plainText(node)),
  agendaTitle: (tree) => masthead(tree, 'agendaTitle', plainText),
  title: (tree) => {
    for (const node of tree.children) {
      if (node.type !== 'resolution') continue
      const title = node.children.find((child) => child.type === 'title' && child.children.length > 0)
      if (title) return plainText(title)
    }
    return null
  },
  proposal: (tree) => tree.children.find((node) => node.type === 'proposal')?.kind ?? null,
}

function fields(tree: Root): Record<FrontField, string | null> {
  const entries = Object.entries(readers).map(([field, read]) => [field, read(tree)])
  return Object.fromEntries(entries) as Record<FrontField, string | null>
}

function masthead<T extends MastheadContent['type']>(
  tree: Root,
  type: T,
  read: (node: Extract<MastheadContent, { type: T }>) => string,
): string | null {
  for (const node of tree.children) {
    if (node.type !== 'masthead') continue
    const field = node.children.find(
      (child): child is Extract<MastheadContent, { type: T }> => child.type === type,
    )
    if (field) return read(field)
  }
  return null
}

function sponsors(tree: Root): string[] {
  return tree.children.flatMap((node) =>
    node.type === 'proposal'
      ? node.children.flatMap((child) => (child.type === 'sponsor' ? [child.name] : []))
      : [],
  )
}

/** The names of the first list that the second lacks. */
function absent(names: readonly string[], others: readonly string[]): string[] {
  const known = new Set(others.map(canonical))
  return names.filter((name) => !known.has(canonical(name)))
}
