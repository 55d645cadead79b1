/** A comparison as a revision of the new text: which paragraph was which, what was cut where. */
import type { Element } from 'xast'
import { type Change, type Diff, type Edit, sideText } from '../../../model/change.js'
import { type Row, rows } from '../../../model/tree/rows.js'
import type { AnyNode, Root, Title } from '../../../model/tree/types.js'
import type { Ids } from '../write/context.js'
import { element, type Xml } from '../write/xml.js'
import { type FrontEdits, frontChanges, titleOf } from './front-changes.js'
import { type Gone, Removals, type Removed } from './removals.js'
import { EditReviser, type Trace } from './reviser.js'
import type { RemovedForm, Reviser, Revision } from './revision.js'
import { spelled } from './spelling.js'

/** The texts that were compared. */
export interface ComparedTrees {
  old: Root
  new: Root
}

/**
 * Rows, by their numbers, that are cut as a whole and added as a whole, whatever of them is kept; or `all`: the old
 * text is behind the new one.
 */
export type Apart = Readonly<Record<'old' | 'new', ReadonlySet<number>>> | 'all'

/** A row of the new text and the change it is part of. */
interface Place {
  change: Change
  trace: Trace
  row: Row
  /** Its place among the rows of the change. */
  index: number
  /** It is written as new: nothing of an old text is kept where it is. */
  fresh: boolean
}

/**
 * Lays a diff over the new text.
 *
 * Ensures that the words outside of `ins`, without what is `edited`, are the
 * old text in its order, and the words outside of `del`, without what is
 * `removed`, the new one: so what moved, or was divided around other text, is
 * cut where it was and added where it is.
 */
export class Comparison implements Revision {
  readonly traces: Trace[] = []
  /** By field of the new text. */
  readonly front: ReadonlyMap<AnyNode, FrontEdits>
  /** Those that a comparison names. */
  readonly #titles: { old: Title | undefined; now: Title | undefined }
  readonly #ids: Ids
  readonly #old: readonly Row[]
  readonly #new: readonly Row[]
  readonly #oldIds: ReadonlyMap<AnyNode, string>
  /** By the node whose words they are: a clause, a heading, a row of a table. */
  readonly #texts = new Map<AnyNode, Place>()
  /** By paragraph: the change of its first row. */
  readonly #nodes = new Map<AnyNode, Place>()
  readonly #cells = new Map<AnyNode, { row: AnyNode; first: boolean }>()
  readonly #revisers = new Map<Change, EditReviser>()
  readonly #newIds = new Map<AnyNode, string>()
  readonly #removals: Removals

  constructor(
    diff: Diff,
    { old, new: now }: ComparedTrees,
    { oldIds, ids, apart }: { oldIds: ReadonlyMap<AnyNode, string>; ids: Ids; apart: Apart },
  ) {
    this.#ids = ids
    this.#old = rows(old)
    this.#new = rows(now)
    this.#oldIds = oldIds
    this.front = frontChanges(old, now)
    this.#titles = { old: titleOf(old), now: titleOf(now) }
    const kept = new Map<number, Row>()
    const gone = new Map<number, Gone>()
    const enter = (change: Change, whole: boolean) => {
      const trace = this.#trace(change)
      const { oldRows, newRows } = change
      const leaves = whole || isRewritten(change) || isApart(change, apart)
      this.#enter(change, trace, leaves || oldRows.length === 0)
      const texts = sideText(change.edits, 'delete').split('\n')
      oldRows.forEach((at, index) => {
        // What follows a divided paragraph follows the last of what it was divided into.
        const twin = newRows.at(oldRows.length === 1 ? -1 : Math.min(index, newRows.length - 1))
        const row = this.#new[twin ?? -1]
        if (leaves || !row)
          gone.set(at, { trace, text: oldRows.length === 1 ? texts.join(' ') : (texts[index] ?? '') })
        else kept.set(at, row)
      })
      for (const part of change.parts ?? []) enter(part, leaves)
    }
    for (const change of diff.changes) enter(change, false)
    this.#removals = new Removals({
      old,
      now,
      rows: this.#old,
      atEnd: apart === 'all',
      kept,
      gone,
      oldNumber: (node) => this.#oldNumber(node),
    })
  }

  of(node: AnyNode): Reviser | undefined {
    const field = this.front.get(node)
    if (field) return new EditReviser(spelled(field.edits), { ids: this.#ids, traces: field, labels: [] })
    const cell = this.#cells.get(node)
    const place = this.#texts.get(cell?.row ?? node)
    if (!place || (!place.fresh && spelled(place.change.edits).every(({ op }) => op === 'equal')))
      return undefined
    if (place.index === 0 && (cell?.first ?? true)) this.#revisers.set(place.change, this.#reviser(place))
    const reviser = this.#revisers.get(place.change)
    if (!reviser) return undefined
    reviser.prefix = this.#newIds.get(place.row.node) ?? ''
    if (cell && !cell.first) reviser.passText(' | ')
    else reviser.pass()
    return reviser
  }

  wasId(node: AnyNode): string | undefined {
    const place = this.#nodes.get(node)
    const row = place && this.#old[place.change.oldRows[0] ?? -1]
    // Only the first of the paragraphs that one was split into goes on under its identifier.
    return row && place.index === 0 ? this.#oldIds.get(row.node) : undefined
  }

  status(node: AnyNode): string | undefined {
    if (this.front.get(node)?.edits.every(({ op }) => op === 'insert')) return 'edited'
    // What is edited is not of the old text: a new paragraph around sub-paragraphs that were there is not, as a whole.
    return this.#isFresh(node) ? 'edited' : undefined
  }

  #isFresh(node: AnyNode): boolean {
    if (!this.#nodes.get(node)?.fresh) return false
    return partsOf(node).every((part) => this.#isFresh(part))
  }

  /** Nothing of it was in the old text, whether it has words of its own or not. */
  #isNew(node: AnyNode): boolean {
    const parts = partsOf(node)
    return this.#nodes.has(node)
      ? this.#isFresh(node)
      : parts.length > 0 && parts.every((part) => this.#isNew(part))
  }

  written(node: AnyNode, eId: string): void {
    this.#newIds.set(node, eId)
    this.#nodes.get(node)?.trace.new.push(eId)
  }

  number(node: AnyNode, label: string): Xml[] {
    const was = this.#oldNumber(node)
    if (was === label) return [label]
    return [...(was === null ? [] : [element('del', {}, was)]), element('ins', {}, label)]
  }

  #oldNumber(node: AnyNode): string | null {
    if (node.type === 'title') return this.#oldTitleNumber(node as Title)
    const place = this.#nodes.get(node)
    const own = 'label' in node && typeof node.label === 'string' ? node.label : null
    // A paragraph that opens with a sub-paragraph was there if a part of it was.
    if (!place) return this.#isNew(node) ? null : own
    const row = place.index === 0 && !place.fresh ? this.#old[place.change.oldRows[0] ?? -1] : undefined
    return row && 'label' in row.node && typeof row.node.label === 'string' ? row.node.label : null
  }

  #oldTitleNumber(title: Title): string | null {
    if (title === this.#titles.now && this.#titles.old) return this.#titles.old.label
    const isAdded = this.front.get(title)?.edits.every(({ op }) => op === 'insert') ?? false
    return isAdded ? null : title.label
  }

  after(node: AnyNode, as: RemovedForm): Element[] {
    return this.#write(this.#removals.after(node), as)
  }

  before(node: AnyNode, as: RemovedForm): Element[] {
    return this.#write(this.#removals.before(node), as)
  }

  inside(node: AnyNode, as: RemovedForm): Element[] {
    return this.#write(this.#removals.inside(node), as)
  }

  /** What was cut where nothing is left that it could be behind. */
  others(): Element[] {
    return this.#write(this.#removals.others(), 'hierarchy')
  }

  #trace(change: Change): Trace {
    const nodes = new Set(change.oldRows.flatMap((at) => this.#old[at]?.node ?? []))
    const old = [...nodes].flatMap((node) => this.#oldIds.get(node) ?? [])
    const trace: Trace = { change, old, new: [], removed: [], ins: [], del: [] }
    this.traces.push(trace)
    return trace
  }

  #enter(change: Change, trace: Trace, fresh: boolean): void {
    change.newRows.forEach((at, index) => {
      const row = this.#new[at]
      if (!row) return
      const place = { change, trace, row, index, fresh }
      this.#texts.set(row.clause ?? row.node, place)
      if (row.role !== 'continuation' && !this.#nodes.has(row.node)) this.#nodes.set(row.node, place)
      if (row.node.type !== 'tableRow') return
      const { children } = row.node
      children.forEach((cell, column) => {
        this.#cells.set(cell, { row: row.node, first: column === 0 })
      })
    })
  }

  #reviser({ change, trace, fresh }: Place): EditReviser {
    const edits: Edit[] = fresh
      ? [{ op: 'insert', text: sideText(change.edits, 'insert') }]
      : spelled(change.edits)
    const labels = change.oldRows.slice(1).map((at) => labelOf(this.#old[at]))
    return new EditReviser(edits, { ids: this.#ids, traces: trace, labels })
  }

  #write(list: readonly Removed[], as: RemovedForm): Element[] {
    return list.map((removed) => this.#removedElement(removed, as))
  }

  /** What is gone: its words are cut; it has an identifier of its own and the old one, unless it goes on elsewhere. */
  #removedElement({ node, label, role, lines, moved }: Removed, as: RemovedForm): Element {
    const wId = this.#oldIds.get(node)
    const eId = this.#ids.take(`${wId ?? role}__removed`)
    lines[0]?.trace.removed.push(eId)
    const body = lines.map(({ text, trace }) => {
      const id = this.#ids.next(`${eId}__del`)
      trace.del.push(id)
      return element('p', {}, element('del', { eId: id }, text))
    })
    const num = label === null ? [] : [element('num', {}, element('del', {}, label))]
    const attributes = { eId, wId: moved ? null : wId, status: 'removed' }
    switch (as) {
      case 'container':
        return element(
          'container',
          { name: 'removed', ...attributes },
          ...(label === null
            ? body
            : [element('blockContainer', { eId: `${eId}__blockContainer_1` }, ...num, ...body)]),
        )
      case 'block':
        return element('blockContainer', attributes, ...num, ...body)
      case 'item':
        return element('item', attributes, ...num, ...body)
      case 'point':
        return element('point', attributes, ...num, element('content', {}, ...body))
      case 'hierarchy': {
        const content = element('content', {}, ...body)
        return role === 'operative' || role === 'annex'
          ? element('paragraph', attributes, ...num, content)
          : element('hcontainer', { name: role, ...attributes }, ...num, content)
      }
    }
  }
}

/** Paragraphs and rows that are in another one. */
function partsOf(node: AnyNode): AnyNode[] {
  const children = 'children' in node ? (node.children as AnyNode[]) : []
  return children.filter(({ type }) => type === 'subparagraph' || type === 'givenParagraph')
}

function isApart({ oldRows, newRows }: Change, apart: Apart): boolean {
  if (apart === 'all') return true
  return oldRows.some((at) => apart.old.has(at)) || newRows.some((at) => apart.new.has(at))
}

/** True of what is cut as a whole and added as a whole. */
function isRewritten({ oldRows, newRows, moved, oldRole }: Change): boolean {
  if (oldRows.length === 0 || newRows.length === 0) return moved
  return moved || oldRole !== undefined || !isRun(oldRows) || !isRun(newRows)
}

/** Between texts that were joined or divided nothing else is. */
function isRun(places: readonly number[]): boolean {
  return places.every((at, index) => index === 0 || at === (places[index - 1] as number) + 1)
}

/** The printed number with which a row begins. */
function labelOf(row: Row | undefined): string {
  return row && row.role !== 'continuation' && 'label' in row.node ? (row.node.label ?? '') : ''
}
