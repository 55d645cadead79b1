/** Who proposed each change: the authors of a document's own tracked changes, told of what its two sides differ in. */
import type { Change, Diff, Edit, FrontChange, MatterChange } from '../model/change.js'
import { type Row, rows } from '../model/tree/rows.js'
import type { AnyNode, Node, Root, SourcePlace, TrackedChange } from '../model/tree/types.js'
import { canonical, wordKeys } from './tokens.js'

/**
 * Say who proposed each change.
 *
 * Given the comparison of the two sides of one document's tracked changes, and
 * both sides. Ensures every change that an author is known of has `by`, and so
 * has each of its edits, with the author whose words it holds; what nobody
 * tracked has none.
 */
export function attribute(diff: Diff, oldTree: Root, newTree: Root): Diff {
  const sides = { old: rows(oldTree), new: rows(newTree) }
  const paragraphs = new Set([...sides.old, ...sides.new].map(({ node }) => node as AnyNode))
  const elsewhere = distinct([...placesOf(oldTree, paragraphs), ...placesOf(newTree, paragraphs)]).flatMap(
    ({ changes = [] }) => changes,
  )
  const outside = <T extends MatterChange | FrontChange>(change: T): T =>
    withNames(change, namesIn(elsewhere, textsOf(change)))
  return {
    ...diff,
    front: diff.front.map(outside),
    matter: diff.matter.map((change) => outside({ ...change, edits: signed(change.edits, elsewhere, true) })),
    changes: diff.changes.map((change) => ofParagraph(change, sides)),
  }
}

/** All who proposed something that a comparison tells of, in the order of their first. */
export function authorsOf({ front, matter, changes }: Pick<Diff, 'front' | 'matter' | 'changes'>): string[] {
  return [...new Set([...front, ...matter, ...changes].flatMap(({ by }) => by ?? []))]
}

function ofParagraph(change: Change, sides: { old: readonly Row[]; new: readonly Row[] }): Change {
  const parts = change.parts?.map((part) => ofParagraph(part, sides))
  // A paragraph of both sides has one list of what was tracked in it; a line end is its own end.
  const places = [
    ...change.newRows.flatMap((at) => sourcesOf(sides.new[at])),
    ...change.oldRows.flatMap((at) => sourcesOf(sides.old[at])),
  ]
  const tracked = distinct(places).flatMap(({ changes = [] }) => changes)
  const edits = signed(change.edits, tracked, false)
  // Who moved a paragraph cut it in one place and added it in another: no word of it is edited.
  const moved = change.moved ? namesIn(tracked, [change.edits.map(({ text }) => text).join('')]) : []
  const names = [...moved, ...[...edits, ...(parts ?? [])].flatMap(({ by }) => by ?? [])]
  return withNames({ ...change, edits, ...(parts ? { parts } : {}) }, names)
}

/** Each edit with the authors whose tracked words it shares; `strict` leaves those without any unsigned. */
function signed(edits: readonly Edit[], tracked: readonly TrackedChange[], strict: boolean): Edit[] {
  return edits.map((edit) => {
    if (edit.op === 'equal') return edit
    const kind = edit.op === 'delete' ? 'delete' : 'insert'
    const own = tracked.filter((change) => kindOf(change) === kind)
    const named = namesIn(own, [edit.text])
    return withNames(edit, named.length > 0 || strict ? named : own.flatMap(({ author }) => author ?? []))
  })
}

function kindOf({ change }: TrackedChange): 'delete' | 'insert' {
  return change === 'delete' || change === 'moveFrom' ? 'delete' : 'insert'
}

/** The authors of changes whose words are in one of the texts, or the other way round. */
function namesIn(tracked: readonly TrackedChange[], texts: readonly string[]): string[] {
  const keys = texts.map(keyOf)
  return tracked.flatMap(({ author, text }) => {
    const own = keyOf(text)
    const isShared =
      own.trim() !== '' && keys.some((key) => key.includes(own) || (key.trim() !== '' && own.includes(key)))
    return isShared && author !== null ? [author] : []
  })
}

/** Whole words only are found in it; of a text without any its signs. */
function keyOf(text: string): string {
  const words = wordKeys(text)
  return words.length > 0 ? ` ${words.join(' ')} ` : canonical(text)
}

function textsOf(change: MatterChange | FrontChange): string[] {
  if (!('field' in change)) return change.edits.flatMap(({ op, text }) => (op === 'equal' ? [] : [text]))
  return change.field === 'sponsors'
    ? [...change.joined, ...change.left]
    : [change.old, change.new].flatMap((value) => value ?? [])
}

function withNames<T extends { by?: string[] }>(change: T, names: readonly string[]): T {
  return names.length === 0 ? change : { ...change, by: [...new Set(names)] }
}

/** Where a row is; a row of a table is where its cells are. */
function sourcesOf(row: Row | undefined): SourcePlace[] {
  const node = row?.node as (Node & { children?: readonly Node[] }) | undefined
  return node?.data?.source ?? (node?.children ?? []).flatMap(({ data }) => data?.source ?? [])
}

/** All places of a tree outside some of its nodes. */
function placesOf(tree: Root, but: ReadonlySet<AnyNode>): SourcePlace[] {
  const found: SourcePlace[] = []
  const visit = (node: AnyNode | Root): void => {
    if (but.has(node)) return
    found.push(...((node as Node).data?.source ?? []))
    if ('children' in node) for (const child of node.children) visit(child as AnyNode)
  }
  visit(tree)
  return found
}

function distinct(places: readonly SourcePlace[]): SourcePlace[] {
  return [...new Map(places.map((place) => [`${place.part} ${place.paragraph}`, place])).values()]
}
