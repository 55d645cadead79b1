/** A comparison as a revision of the new text: which paragraph was which, what was cut where. */
import type { Element } from 'xast'
import type { Change, Diff } from '../../change.js'
import { type Row, rows } from '../../tree/rows.js'
import type { AnyNode, Root } from '../../tree/types.js'
import type { Ids } from './context.js'
import { EditReviser, type Traces } from './reviser.js'
import type { RemovedForm, Reviser, Revision } from './revision.js'
import { element, type Xml } from './xml.js'

/** What became of one change in the file. */
export interface Trace extends Traces {
  change: Change
  /** Identifiers that its paragraphs had and have. */
  old: string[]
  new: string[]
}

interface Removed {
  change: Change
  trace: Trace
  taken: boolean
}

/** A row of the new text and the change it is part of. */
interface Place {
  change: Change
  trace: Trace
  /** Its place among the rows of the change. */
  index: number
}

export class Comparison implements Revision {
  readonly traces: Trace[] = []
  readonly #ids: Ids
  readonly #old: readonly Row[]
  readonly #new: readonly Row[]
  readonly #oldIds: ReadonlyMap<AnyNode, string>
  readonly #places = new Map<AnyNode, Place>()
  /** By paragraph: its first row's change. */
  readonly #nodes = new Map<AnyNode, Place>()
  readonly #revisers = new Map<Change, EditReviser>()
  readonly #after = new Map<AnyNode, Removed[]>()
  readonly #inside = new Map<AnyNode, Removed[]>()
  readonly #removed: Removed[] = []
  /** Rows of tables and sub-paragraphs → the table or paragraph that holds them. */
  readonly #holders: ReadonlyMap<AnyNode, AnyNode>
  readonly #cells = new Map<AnyNode, { row: AnyNode; first: boolean }>()

  constructor(diff: Diff, old: Root, now: Root, oldIds: ReadonlyMap<AnyNode, string>, ids: Ids) {
    this.#ids = ids
    this.#old = rows(old)
    this.#new = rows(now)
    this.#oldIds = oldIds
    this.#holders = holdersOf(now)
    const start = startsOf(now)
    let before: AnyNode | undefined
    for (const change of diff.changes) {
      const trace = this.#trace(change)
      if (change.newRows.length === 0 && change.new.length === 0) {
        this.#remove(change, trace, before, start)
        continue
      }
      this.#enter(change, trace)
      before = this.#lastNode(change) ?? before
      this.#parts(change, before)
    }
  }

  of(node: AnyNode): Reviser | undefined {
    const cell = this.#cells.get(node)
    const place = this.#places.get(cell?.row ?? node)
    if (!place || place.change.edits.every(({ op }) => op === 'equal')) return undefined
    const { change, trace, index } = place
    if (index === 0 && (cell?.first ?? true))
      this.#revisers.set(change, new EditReviser(change.edits, this.#ids, trace))
    const reviser = this.#revisers.get(change)
    if (!reviser) return undefined
    reviser.prefix = trace.new.at(-1) ?? ''
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
    return this.#nodes.get(node)?.change.kind === 'inserted' ? 'edited' : undefined
  }

  written(node: AnyNode, eId: string): void {
    this.#nodes.get(node)?.trace.new.push(eId)
  }

  number(node: AnyNode, label: string): Xml[] {
    const place = this.#nodes.get(node)
    if (!place) return [label]
    if (place.change.kind === 'inserted') return [element('ins', {}, label)]
    const row = place.index === 0 ? this.#old[place.change.oldRows[0] ?? -1] : undefined
    const was = row && 'label' in row.node ? row.node.label : undefined
    if (was === undefined || was === null || was === label) return [label]
    return [element('del', {}, was), element('ins', {}, label)]
  }

  after(node: AnyNode, as: RemovedForm): Element[] {
    return this.#take(this.#after.get(node) ?? [], as)
  }

  inside(node: AnyNode, as: RemovedForm): Element[] {
    return this.#take(this.#inside.get(node) ?? [], as)
  }

  /** What was cut where nothing is left that it could stand behind. */
  others(): Element[] {
    return this.#take(this.#removed, 'hierarchy')
  }

  // -------------------------------------------------------------- the changes

  #trace(change: Change): Trace {
    const trace: Trace = { change, old: [], new: [], ins: [], del: [] }
    const known = new Set<AnyNode>()
    for (const at of change.oldRows) {
      const node = this.#old[at]?.node
      const id = node && !known.has(node) ? this.#oldIds.get(node) : undefined
      if (node) known.add(node)
      if (id !== undefined) trace.old.push(id)
    }
    this.traces.push(trace)
    return trace
  }

  #enter(change: Change, trace: Trace): void {
    change.newRows.forEach((at, index) => {
      const row = this.#new[at]
      if (!row) return
      const place = { change, trace, index }
      this.#places.set(row.clause ?? row.node, place)
      if (row.role !== 'continuation' && !this.#nodes.has(row.node)) this.#nodes.set(row.node, place)
      if (row.node.type !== 'tableRow') return
      const { children } = row.node
      children.forEach((cell, column) => {
        this.#cells.set(cell, { row: row.node, first: column === 0 })
      })
    })
  }

  /** Sub-paragraphs, each behind the one before it. */
  #parts(change: Change, parent: AnyNode | undefined): void {
    let before: AnyNode | undefined
    for (const part of change.parts ?? []) {
      const trace = this.#trace(part)
      if (part.newRows.length > 0) {
        this.#enter(part, trace)
        const node = this.#new[part.newRows.at(-1) as number]?.node
        if (node?.type === 'subparagraph') before = node
        continue
      }
      if (part.oldRows.length === 0) continue
      const [list, key] = before ? [this.#after, before] : [this.#inside, parent]
      if (key) this.#put(list, key, part, trace)
    }
  }

  /** The paragraph, heading or table that a change ends with. */
  #lastNode(change: Change): AnyNode | undefined {
    const at = change.newRows.at(-1) ?? change.parts?.find(({ newRows }) => newRows.length > 0)?.newRows[0]
    const node = this.#new[at ?? -1]?.node
    // A paragraph that opens with a sub-paragraph has no row of its own.
    return node && (this.#holders.get(node) ?? node)
  }

  #remove(change: Change, trace: Trace, before: AnyNode | undefined, start: Starts): void {
    const recital = change.role === 'preambular'
    const fits = before && (before.type === 'preambularParagraph') === recital
    if (before && (fits || change.role === 'heading')) this.#put(this.#after, before, change, trace)
    else {
      const key = recital ? start.preamble : start.operative
      if (key) this.#put(recital ? this.#after : this.#inside, key, change, trace)
      else this.#removed.push({ change, trace, taken: false })
    }
  }

  #put(list: Map<AnyNode, Removed[]>, key: AnyNode, change: Change, trace: Trace): void {
    const removed = { change, trace, taken: false }
    this.#removed.push(removed)
    const same = list.get(key)
    if (same) same.push(removed)
    else list.set(key, [removed])
  }

  #take(list: readonly Removed[], as: RemovedForm): Element[] {
    return list.flatMap((removed) => {
      if (removed.taken) return []
      removed.taken = true
      return [this.#removedElement(removed, as)]
    })
  }

  /** A paragraph that is gone: what it said is cut, it has an identifier of its own and the old one. */
  #removedElement({ change, trace }: Removed, as: RemovedForm): Element {
    const row = this.#old[change.oldRows[0] ?? change.parts?.[0]?.oldRows[0] ?? -1]
    const wId = row && this.#oldIds.get(row.node)
    const eId = this.#ids.take(`${wId ?? 'removed'}__removed`)
    trace.new.push(eId)
    const label = row && 'label' in row.node ? row.node.label : null
    const own = change.oldRows.map((at) => this.#old[at]?.text ?? '')
    const parts = (change.parts ?? []).flatMap((part) => part.oldRows.map((at) => this.#partText(at)))
    const del = (text: string) => element('p', {}, element('del', { eId: this.#mark(trace, eId) }, text))
    const lines = [...own, ...parts].map(del)
    const num = label === null || label === undefined ? [] : [element('num', {}, element('del', {}, label))]
    const attributes = { eId, wId, status: 'removed' }
    const body = lines.length > 0 ? lines : [element('p')]
    switch (as) {
      case 'container':
        return element('container', { name: 'removed', ...attributes }, ...body)
      case 'block':
        return element('blockContainer', attributes, ...num, ...body)
      case 'item':
        return element('item', attributes, ...num, ...body)
      case 'point':
        return element('point', attributes, ...num, element('content', {}, ...body))
      case 'hierarchy':
        return change.role === 'operative' || change.role === 'annex'
          ? element('paragraph', attributes, ...num, element('content', {}, ...body))
          : element('hcontainer', { name: change.role, ...attributes }, element('content', {}, ...body))
    }
  }

  #mark(trace: Trace, eId: string): string {
    const id = this.#ids.next(`${eId}__del`)
    trace.del.push(id)
    return id
  }

  #partText(at: number): string {
    const row = this.#old[at]
    return [
      row?.node.type === 'subparagraph' && row.role !== 'continuation' ? row.node.label : '',
      row?.text ?? '',
    ]
      .filter((text) => text !== '')
      .join(' ')
  }
}

/** Where the recitals and the operative part of the first resolution begin. */
interface Starts {
  preamble: AnyNode | undefined
  operative: AnyNode | undefined
}

function startsOf(tree: Root): Starts {
  const resolution = tree.children.find((node) => node.type === 'resolution')
  const first = (type: string) => resolution?.children.find((child) => child.type === type)
  return { preamble: first('organLine'), operative: first('operative') }
}

function holdersOf(tree: Root): Map<AnyNode, AnyNode> {
  const found = new Map<AnyNode, AnyNode>()
  const visit = (node: AnyNode, holder: AnyNode | undefined): void => {
    if (holder && (node.type === 'tableRow' || node.type === 'subparagraph')) found.set(node, holder)
    const holds = /^(?:table|preambularParagraph|operativeParagraph|annexParagraph)$/u.test(node.type)
    if ('children' in node)
      for (const child of node.children as AnyNode[]) visit(child, holds ? node : holder)
  }
  visit(tree, undefined)
  return found
}
