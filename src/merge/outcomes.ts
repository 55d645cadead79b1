/** What one party made of each item of the base. */
import { diff } from '../diff/index.js'
import { type Change, flatten } from '../model/change.js'
import { notedTexts } from '../model/tree/notes.js'
import { plainText } from '../model/tree/text.js'
import type { Node, Root } from '../model/tree/types.js'
import { type Document, type Item, itemsOf, type Line, linesOf } from './items.js'

/** One party's version of the draft. */
export interface Version {
  /** Who made it. */
  party: string
  tree: Root
}

/** A line that a party added, behind a line of the base (its row) or before all. */
export interface AddedLine {
  after: number | null
  line: Line
}

/** What a party made of one item that it has too. */
export interface Outcome {
  /** The items that are there now; none where it was cut. */
  items: Item[]
  /** The base's items that it was made of: several where they were merged. */
  of: number[]
  changed: boolean
  /** Nothing but what is no change of words is other: quotation marks, vowel marks, the script of digits. */
  respelt: boolean
  /** What became of each line of the base, by row: its new line, or null where it was cut. Absent where only the whole can be taken. */
  lines?: Map<number, Line | null>
  added?: AddedLine[]
}

/** A party's version against the base. */
export interface PartyVersion {
  party: string
  document: Document
  /** By number of the base's items. */
  outcomes: Map<number, Outcome>
  /** Items that are new, in order. */
  added: Item[]
  /** Numbers of the base's items that left their place. */
  moved: Set<number>
}

/** Compare a version with the base. */
export function partyVersion(party: string, base: Root, baseDocument: Document, tree: Root): PartyVersion {
  const document = itemsOf(tree)
  const groups = groupItems(diff(base, tree).changes, baseDocument, document)
  const result: PartyVersion = { party, document, outcomes: new Map(), added: [], moved: new Set() }
  for (const { old, new: now, changes } of groups) {
    const items = now.flatMap((at) => document.items[at] ?? [])
    if (old.length === 0) {
      result.added.push(...items)
      continue
    }
    const [from, to] = [baseDocument.items[old[0] ?? -1], items[0]]
    const noted = from && to && !sameNotes(from.node, base, to.node, tree)
    const transferred = from && to && from.node.type !== to.node.type
    const changed = old.length !== 1 || now.length !== 1 || noted || transferred || changes.some(isChanged)
    const respelt = !changed && from !== undefined && to !== undefined && seen(from.node) !== seen(to.node)
    const outcome: Outcome = { items, of: old, changed, respelt }
    if (old.length === 1 && now.length === 1 && from && to && !transferred)
      Object.assign(outcome, lineOutcomes(from, to, changes))
    for (const at of old) result.outcomes.set(at, outcome)
    if (changes.some(({ moved }) => moved)) for (const at of old) result.moved.add(at)
  }
  settleParts(result, baseDocument)
  result.added.sort((a, b) => document.items.indexOf(a) - document.items.indexOf(b))
  return result
}

/** What of a node is seen. */
function seen(node: Node): string {
  return plainText(node).replace(/[\s\p{Cf}]+/gu, '')
}

/** A paragraph that became a part of another one is cut, and a part that became a paragraph is new. */
function settleParts({ document, outcomes, added }: PartyVersion, base: Document): void {
  const known = new Set([...added, ...[...outcomes.values()].flatMap(({ items }) => items)])
  for (const item of document.items) if (!known.has(item)) added.push(item)
  for (const at of base.items.keys())
    if (!outcomes.has(at)) outcomes.set(at, { items: [], of: [at], changed: true, respelt: false })
}

/** The marks of two nodes refer to notes of the same words. */
export function sameNotes(old: Node, oldTree: Root, now: Node, newTree: Root): boolean {
  const [one, other] = [notedTexts(old, oldTree), notedTexts(now, newTree)]
  return one.length === other.length && one.every((text, at) => text === other[at])
}

interface Group {
  old: number[]
  new: number[]
  changes: Change[]
}

/** Changes that share items of either side, together: a split, a merger, the rows of a table. */
function groupItems(changes: readonly Change[], base: Document, version: Document): Group[] {
  const groups = new Map<string, Group>()
  for (const change of changes) {
    const old = itemsIn(change, 'old', base)
    const now = itemsIn(change, 'new', version)
    const keys = [...old.map((at) => `old ${at}`), ...now.map((at) => `new ${at}`)]
    const met = new Set(keys.flatMap((key) => groups.get(key) ?? []))
    const group: Group = { old, new: now, changes: [change] }
    for (const other of met) {
      group.old.push(...other.old)
      group.new.push(...other.new)
      group.changes.unshift(...other.changes)
    }
    group.old = [...new Set(group.old)].sort((a, b) => a - b)
    group.new = [...new Set(group.new)].sort((a, b) => a - b)
    for (const at of group.old) groups.set(`old ${at}`, group)
    for (const at of group.new) groups.set(`new ${at}`, group)
  }
  return [...new Set(groups.values())]
}

/** The items of one side of a change: those of its own rows, else those of its parts that bear its label. */
function itemsIn(change: Change, side: 'old' | 'new', document: Document): number[] {
  const own = change[`${side}Rows`]
  const rows = own.length > 0 ? own : (change.parts ?? []).flatMap((part) => part[`${side}Rows`])
  const found = new Set(rows.flatMap((row) => document.itemOf.get(row) ?? []))
  if (own.length > 0) return [...found]
  const labels = change[side]
  return [...found].filter((at) => labels.includes(topOf(document.items[at])))
}

function topOf(item: Item | undefined): string {
  return item?.first.label.replace(/\(.*$/u, '') ?? ''
}

function isChanged(change: Change): boolean {
  return flatten([change]).some(({ kind, moved }, at) => kind !== 'unchanged' || (at > 0 && moved))
}

/** What became of each line, where both sides are one paragraph and no line was divided, joined or moved. */
function lineOutcomes(from: Item, to: Item, changes: readonly Change[]): Pick<Outcome, 'lines' | 'added'> {
  const newLines = new Map(linesOf(to).map((line) => [line.row, line]))
  const oldRows = new Set(from.rows)
  const lines = new Map<number, Line | null>()
  const partner = new Map<number, number>()
  for (const { oldRows: olds, newRows: news, kind, moved } of flatten(changes)) {
    const [old, now] = [olds.filter((row) => oldRows.has(row)), news.filter((row) => newLines.has(row))]
    if (kind === 'split' || kind === 'merged' || (moved && old.length > 0 && now.length > 0)) {
      const whole = changes.some((change) => change.moved && change.oldRows.includes(old[0] ?? -1))
      if (!whole) return {}
    }
    const [oldRow, newRow] = [old[0], now[0]]
    if (oldRow === undefined) continue
    lines.set(oldRow, (newRow !== undefined && newLines.get(newRow)) || null)
    if (newRow !== undefined) partner.set(newRow, oldRow)
  }
  if (from.rows.some((row) => !lines.has(row))) return {}
  const added: AddedLine[] = []
  let after: number | null = null
  for (const line of newLines.values()) {
    const old = partner.get(line.row)
    if (old === undefined) added.push({ after, line })
    else after = old
  }
  return { lines, added }
}
