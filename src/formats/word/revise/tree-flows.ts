/**
 * A Word document and a tree of any format → what becomes of the document's paragraphs.
 *
 * The comparison of the trees says which paragraphs change; the new tree says how they
 * read. Paragraphs without a change are left alone, whatever their characters are; the
 * rest of the page (headers, masthead, title, closing) is edited field by field.
 */
import type { BlockSource } from '../../../model/block.js'
import { type Diff, flatten, type ParagraphOutcome, type Passage } from '../../../model/change.js'
import { type Row, rows } from '../../../model/tree/rows.js'
import type { Root } from '../../../model/tree/types.js'
import type { Manuscript, Paragraph } from '../package/manuscript.js'
import { lastOfContainer, pairByPlace } from './by-place.js'
import { type FieldChange, type Patch, patch } from './field-changes.js'
import type { Flow, FlowOutcome } from './flow.js'
import { bodyOf } from './flows.js'
import { type TreeItem, treeItems } from './from-tree.js'
import { passage } from './places.js'
import type { Compare } from './plan-words.js'
import type { NewItem, NewParagraph } from './revised.js'

/** What the pairs of the trees are, each side of them as items. */
interface Group {
  old: Set<number>
  new: Set<number>
  moved: boolean
  isSame: boolean
  /** The base has it where nothing can be written: in a document that is set into it. */
  isElsewhere: boolean
}

export function treeFlows(
  base: Manuscript,
  trees: { old: Root; new: Root },
  diff: Diff,
  fields: readonly FieldChange[],
  {
    align,
    compare,
  }: {
    align: (old: Passage[], now: Passage[], known: ParagraphOutcome[]) => ParagraphOutcome[]
    compare: Compare
  },
): Flow[] {
  const body = bodyOf(base)
  const [oldRows, newRows] = [rows(trees.old), rows(trees.new)]
  const places = new Map<string, number>(
    body.flatMap((item, at) =>
      (item.kind === 'paragraph'
        ? [item]
        : item.rows.flatMap(({ cells }) => cells.flatMap((cell) => cell.paragraphs))
      ).map(({ part, number }) => [`${part.name} ${number}`, at] satisfies [string, number]),
    ),
  )
  const itemsOf = (row: Row | undefined) =>
    sourcesOf(row).flatMap(({ part, paragraph }) => places.get(`${part} ${paragraph}`) ?? [])
  const held = oldRows.map(itemsOf)
  const tree = treeItems(trees.new, newRows)
  const groups = groupsOf(diff, held, tree)
  const items: NewItem[] = tree.map(({ item }) => item)
  const elsewhere = new Set(groups.flatMap((group) => (group.isElsewhere ? [...group.new] : [])))
  const passages = items.map((item, at) => ({
    ...passage(item),
    ...(elsewhere.has(at) ? { kind: 'elsewhere' } : {}),
  }))
  const told = new Set(groups.flatMap(({ old }) => [...old]))
  const olds = body.map((item, at) => ({ ...passage(item), ...(told.has(at) ? {} : { kind: 'other' }) }))
  const known = groups
    .filter((group) => group.old.size > 0 && group.new.size > 0)
    .map((group) => ({ old: sorted(group.old), new: sorted(group.new), moved: group.moved }))
  const same = new Map(groups.filter(({ isSame }) => isSame).map((group) => [sorted(group.old)[0], group]))
  const patches = patch(
    base,
    fields,
    body.filter((_, at) => told.has(at)),
    compare,
  )
  const aligned = align(olds, passages, known).filter(
    (outcome) => outcome.old.length > 0 || !outcome.new.every((at) => elsewhere.has(at)),
  )
  const outcomes = pairByPlace(aligned, body, items, (old, now) =>
    told.has(body.indexOf(old)) ? lastOfContainer(old, now) : 0,
  ).map((outcome): FlowOutcome => {
    const [first = -1] = outcome.old
    const own = patches.get(body[first] as Paragraph)
    if (!told.has(first) && own && outcome.new.length === 0)
      return { old: outcome.old, new: [items.push(own.paragraph) - 1], moved: false }
    if (outcome.new.length === 0 && !told.has(first)) return { ...outcome, isKept: true }
    const group = same.get(first)
    const isSame = group !== undefined && !outcome.moved && outcome.new.every((at) => group.new.has(at))
    return isSame && outcome.new.length > 0 ? { ...outcome, isSame } : outcome
  })
  return [{ old: body, new: items, outcomes }, ...pagesOf(patches, body)]
}

/** Headers and footers: each paragraph by itself. */
function pagesOf(patches: ReadonlyMap<Paragraph, Patch>, body: readonly unknown[]): Flow[] {
  return [...patches]
    .filter(([paragraph]) => !body.includes(paragraph))
    .map(([paragraph, own]) => ({
      old: [paragraph],
      new: [own.paragraph satisfies NewParagraph],
      outcomes: [{ old: [0], new: [0], moved: false }],
    }))
}

/** Changes whose paragraphs overlap are one: a paragraph of the base is written once. */
function groupsOf(diff: Diff, held: readonly number[][], tree: readonly TreeItem[]): Group[] {
  const itemOfRow = new Map(tree.flatMap(({ rows: all }, at) => all.map((row) => [row, at] as const)))
  const byOld = new Map<number, Group>()
  const byNew = new Map<number, Group>()
  const groups = new Set<Group>()
  for (const change of flatten(diff.changes)) {
    const { oldRows, newRows, moved, renumbered, kind, edits } = change
    const isSame =
      !moved &&
      !renumbered &&
      (kind === 'unchanged' || edits.every(({ op }) => op === 'equal')) &&
      oldRows.length > 0 &&
      newRows.length > 0
    const group: Group = {
      old: new Set(oldRows.flatMap((row) => held[row] ?? [])),
      new: new Set(newRows.flatMap((row) => itemOfRow.get(row) ?? [])),
      moved,
      isSame,
      isElsewhere: oldRows.length > 0 && oldRows.every((row) => held[row]?.length === 0),
    }
    if (oldRows.length === 0 && newRows.length === 0) continue
    for (const other of new Set([
      ...[...group.old].flatMap((at) => byOld.get(at) ?? []),
      ...[...group.new].flatMap((at) => byNew.get(at) ?? []),
    ])) {
      for (const at of other.old) group.old.add(at)
      for (const at of other.new) group.new.add(at)
      group.isSame &&= other.isSame
      group.moved &&= other.moved
      group.isElsewhere &&= other.isElsewhere
      groups.delete(other)
    }
    groups.add(group)
    for (const at of group.old) byOld.set(at, group)
    for (const at of group.new) byNew.set(at, group)
  }
  return [...groups]
}

function sorted(numbers: ReadonlySet<number>): number[] {
  return [...numbers].sort((a, b) => a - b)
}

/** Where in the file a row is; a row of a table is where its cells are. */
export function sourcesOf(row: Row | undefined): readonly BlockSource[] {
  const node: Placed | undefined = row?.clause ?? row?.node
  return node?.data?.source ?? (node?.children ?? []).flatMap(({ data }) => data?.source ?? [])
}

interface Placed {
  data?: { source?: readonly BlockSource[] } | undefined
  children?: readonly Placed[]
}
