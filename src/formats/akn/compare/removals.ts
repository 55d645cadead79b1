/** What is gone of an old text, paragraph by paragraph, and where in the new one it was. */
import type { Row, RowRole } from '../../../model/tree/rows.js'
import type { AnyNode, Root } from '../../../model/tree/types.js'
import type { Trace } from './reviser.js'

/** The words of an old row that are gone. */
export interface Gone {
  trace: Trace
  text: string
}

/** A paragraph that is gone, or a part of one, with all that is gone in it. */
export interface Removed {
  node: AnyNode
  /** The number printed; null where it is kept, or there is none. */
  label: string | null
  role: RowRole
  /** It is elsewhere now. */
  moved: boolean
  lines: Gone[]
}

interface Sides {
  old: Root
  now: Root
  /** Rows of the old text; by their numbers those kept, with the row they are now, and those gone. */
  rows: readonly Row[]
  /** All that is gone is at the end, and nothing is kept. */
  atEnd: boolean
  kept: ReadonlyMap<number, Row>
  gone: ReadonlyMap<number, Gone>
  /** The number that a paragraph of the new text is printed with on the old side. */
  oldNumber(node: AnyNode): string | null
}

/** Each is behind what was before it in the old text and is kept. */
export class Removals {
  readonly #parents: ReadonlyMap<AnyNode, AnyNode>
  readonly #holders: ReadonlyMap<AnyNode, AnyNode>
  readonly #starts: ReadonlyMap<string | undefined, Starts>
  /** By resolution of the new text: the last row of the old one that is a recital now. */
  readonly #lastRecitals = new Map<string | undefined, number>()
  readonly #recitals: { old: ReadonlySet<AnyNode>; now: ReadonlySet<AnyNode> }
  /** Old paragraphs → what they are now. */
  readonly #twins = new Map<AnyNode, AnyNode>()
  readonly #after = new Map<AnyNode, Removed[]>()
  readonly #inside = new Map<AnyNode, Removed[]>()
  readonly #before = new Map<AnyNode, Removed[]>()
  readonly #free = new Set<Removed>()
  readonly #atEnd: boolean
  readonly #oldNumber: Sides['oldNumber']

  constructor({ old, now, rows, atEnd, kept, gone, oldNumber }: Sides) {
    this.#atEnd = atEnd
    this.#oldNumber = oldNumber
    this.#parents = parentsOf(old)
    this.#holders = parentsOf(now)
    this.#starts = startsOf(now)
    this.#recitals = { old: recitalsOf(old), now: recitalsOf(now) }
    for (const [at, row] of kept) {
      this.#pair(rows[at] as Row, row)
      const before = this.#lastRecitals.get(row.resolution) ?? -1
      if (at > before && this.#recitals.now.has(this.#top(row.node)))
        this.#lastRecitals.set(row.resolution, at)
    }
    let last: Last | undefined
    let open: Removed | undefined
    rows.forEach((row, at) => {
      const twin = kept.get(at)
      const words = gone.get(at)
      if (twin) {
        last = { old: row.node, now: twin }
        open = undefined
      } else if (words && open && this.#isIn(row.node, open.node)) open.lines.push(lineOf(row, words, open))
      else if (words) open = this.#remove(row, at, words, last)
    })
  }

  after(node: AnyNode): Removed[] {
    return this.#take(this.#after.get(node))
  }

  before(node: AnyNode): Removed[] {
    return this.#take(this.#before.get(node))
  }

  inside(node: AnyNode): Removed[] {
    return this.#take(this.#inside.get(node))
  }

  /** Those that nothing asked for. */
  others(): Removed[] {
    return this.#take([...this.#free])
  }

  #take(list: readonly Removed[] = []): Removed[] {
    return list.filter((removed) => this.#free.delete(removed))
  }

  /** A paragraph that opens with a sub-paragraph has no row: its parts tell what it is now. */
  #pair(old: Row, now: Row): void {
    let [one, other]: [AnyNode | undefined, AnyNode | undefined] = [old.node, now.node]
    while (one && other) {
      if (!this.#twins.has(one)) this.#twins.set(one, other)
      one = this.#parents.get(one)
      other = this.#holders.get(other)
    }
  }

  #isIn(node: AnyNode, outer: AnyNode): boolean {
    for (let one: AnyNode | undefined = node; one; one = this.#parents.get(one))
      if (one === outer) return true
    return false
  }

  #remove(row: Row, at: number, words: Gone, last: Last | undefined): Removed {
    // Text that resumed, or the first words of a paragraph of which parts are left.
    const part = this.#twins.has(row.node)
    let node: AnyNode = row.node
    if (!part)
      for (let up = this.#parents.get(node); up && !this.#twins.has(up); up = this.#parents.get(up)) node = up
    const resumed = part && row.role === 'continuation'
    const own = !resumed && 'label' in node && typeof node.label === 'string' ? node.label : null
    // Of a part the number is printed before what is left of it.
    const twin = part ? this.#twins.get(node) : undefined
    const label = twin && this.#oldNumber(twin) === own ? null : own
    const { moved } = words.trace.change
    const removed: Removed = { node, label, role: row.role, moved, lines: [] }
    removed.lines.push(lineOf(row, words, removed))
    this.#free.add(removed)
    if (this.#atEnd) return removed
    const container = part && node.type !== 'tableRow' ? node : this.#parents.get(node)
    if (container && !flat.has(container.type)) this.#placeInside(removed, container, last)
    else this.#placeAfter(removed, at, row.resolution, last)
    return removed
  }

  /** Behind the part before it, else before all others. */
  #placeInside(removed: Removed, container: AnyNode, last: Last | undefined): void {
    const now = this.#twins.get(container)
    let before = last?.old
    while (before && this.#parents.get(before) !== container) before = this.#parents.get(before)
    const sibling = before && this.#twins.get(before)
    if (sibling?.type === 'subparagraph') add(this.#after, sibling, removed)
    else if (now) add(this.#inside, now, removed)
  }

  #placeAfter(removed: Removed, at: number, resolution: string | undefined, last: Last | undefined): void {
    const top = last && last.now.resolution === resolution ? this.#top(last.now.node) : undefined
    const start = this.#starts.get(resolution) ?? this.#starts.values().next().value
    const recital = this.#recitals.old.has(removed.node) || at < (this.#lastRecitals.get(resolution) ?? -1)
    // What was in the operative part does not go to the recitals, unless one follows.
    if (top && (recital || !this.#recitals.now.has(top))) add(this.#after, top, removed)
    else if (recital && start?.formula) add(this.#after, start.formula, removed)
    else if (recital && start?.recital) add(this.#before, start.recital, removed)
    else if (start?.operative) add(this.#inside, start.operative, removed)
  }

  /** The paragraph, heading or table that holds a row of the new text. */
  #top(node: AnyNode): AnyNode {
    let top = node
    for (let up = this.#holders.get(top); up; up = this.#holders.get(up)) top = up
    return top
  }
}

/** What is gone of these is behind the whole: their parts have no place for it. */
const flat: ReadonlySet<string> = new Set(['table', 'command'])

/** What is in another one and has a number or rows of its own. */
const held: ReadonlySet<string> = new Set(['subparagraph', 'tableRow', 'givenParagraph'])

/** The last row that is kept. */
interface Last {
  old: AnyNode
  now: Row
}

/** A sub-paragraph, or a given one, inside of what is gone bears its number in its words. */
function lineOf(row: Row, { trace, text }: Gone, { node }: Removed): Gone {
  const own = held.has(row.node.type) && row.node !== node && row.role !== 'continuation'
  const label = own && 'label' in row.node ? (row.node.label ?? '') : ''
  return { trace, text: label === '' ? text : `${label} ${text}`.trim() }
}

function add(lists: Map<AnyNode, Removed[]>, key: AnyNode, removed: Removed): void {
  const list = lists.get(key)
  if (list) list.push(removed)
  else lists.set(key, [removed])
}

/** Where the recitals and the operative part of a resolution begin. */
interface Starts {
  formula: AnyNode | undefined
  recital: AnyNode | undefined
  operative: AnyNode | undefined
}

function startsOf(tree: Root): Map<string | undefined, Starts> {
  const found = new Map<string | undefined, Starts>()
  const resolutions = tree.children.filter((node) => node.type === 'resolution')
  for (const { designation, children } of resolutions) {
    const key = resolutions.length > 1 ? (designation ?? undefined) : undefined
    if (found.has(key)) continue
    found.set(key, {
      formula: children.find(({ type }) => type === 'organLine'),
      recital: children.find((child) => child.type === 'preamble')?.children[0],
      operative: children.find(({ type }) => type === 'operative'),
    })
  }
  return found
}

/** What is before the operative parts; a section's own recitals are in one. */
function recitalsOf(tree: Root): Set<AnyNode> {
  const resolutions = tree.children.flatMap((node) => (node.type === 'resolution' ? node.children : []))
  return new Set(resolutions.flatMap((node) => (node.type === 'preamble' ? node.children : [])))
}

/** Sub-paragraphs → what holds them; rows of tables → their table; given paragraphs → their command. */
function parentsOf(tree: Root): Map<AnyNode, AnyNode> {
  const found = new Map<AnyNode, AnyNode>()
  const visit = (node: AnyNode): void => {
    if (!('children' in node)) return
    for (const child of node.children as AnyNode[]) {
      if (held.has(child.type)) found.set(child, node)
      visit(child)
    }
  }
  visit(tree)
  return found
}
