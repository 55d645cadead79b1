/**
 * Edits of a tree's words: a text is changed where its plain text says, and
 * what it is made of (italics, notes, phrases) stays around the change.
 */
import type { AnyNode, Clause, Node, PhrasingContent } from './types.js'

/** A stretch of a clause's plain text and the words for it: UTF-16 offsets, end exclusive. */
export interface Splice {
  start: number
  end: number
  text: string
}

/** A character of the plain text: its leaf, and where in the leaf it begins and ends. */
interface Place {
  leaf: Leaf
  start: number
  end: number
  /** White space that goes on in other leaves is one character: its stretches there. */
  rest?: Omit<Place, 'rest'>[]
}

interface Leaf {
  node: { type: string; value?: string }
  /** How deep it is: words that come between two leaves go into the shallower. */
  depth: number
  /** Number among the leaves. */
  order: number
}

/**
 * Replace stretches of a clause's words.
 *
 * Given splices that do not overlap, by offsets in `plainText(clause)`. Ensures
 * a new clause whose plain text has the new words; what was cut takes along
 * the marks of the notes inside it. Phrases and citations keep their type, so
 * a tree whose verbs may have changed is to be read anew.
 *
 * @throws RangeError if splices overlap or reach beyond the text.
 * @example plainText(spliceWords(clause, [{start: 0, end: 5, text: 'Encourages'}])) // for a clause "Urges States…"
 */
export function spliceWords(clause: Clause, splices: readonly Splice[]): Clause {
  const copy = structuredClone(clause)
  const leaves = leavesOf(copy)
  const places = placesOf(leaves)
  const sorted = [...splices].sort((a, b) => a.start - b.start || a.end - b.end)
  const cuts = new Map<Leaf, { from: number; to: number; text: string }[]>()
  const dropped = new Set<unknown>()
  let reached = 0
  for (const { start, end, text } of sorted) {
    if (start < reached || end < start || end > places.length)
      throw new RangeError(`Cannot replace ${start}–${end} in a text of ${places.length} characters`)
    reached = end
    const add = (leaf: Leaf, from: number, to: number, words: string) =>
      cuts.set(leaf, [...(cuts.get(leaf) ?? []), { from, to, text: words }])
    if (start === end) {
      const at = insertionPoint(places, start)
      if (at) add(at.leaf, at.offset, at.offset, text)
      else copy.children.push({ type: 'text', value: text })
      continue
    }
    const runs = runsOf(places.slice(start, end))
    runs.forEach(({ leaf, from, to }, index) => {
      add(leaf, from, to, index === 0 ? text : '')
    })
    // Marks of notes between the first and the last character cut go with them.
    const first = lastStretch(places[start] as Place).leaf.order
    const last = places[end - 1]?.leaf.order ?? 0
    for (const leaf of leaves)
      if (leaf.node.type === 'footnoteReference' && leaf.order > first && leaf.order < last)
        dropped.add(leaf.node)
  }
  for (const [leaf, list] of cuts) {
    // A line break that is cut, or gets words, becomes text.
    if (leaf.node.type === 'break') Object.assign(leaf.node, { type: 'text', value: ' ' })
    let value = leaf.node.value ?? ''
    for (const { from, to, text } of list.sort((a, b) => b.from - a.from || b.to - a.to))
      value = value.slice(0, from) + text + value.slice(to)
    leaf.node.value = value
  }
  copy.children = tidy(copy.children, dropped)
  return copy
}

function leavesOf(root: AnyNode): Leaf[] {
  const leaves: Leaf[] = []
  const visit = (node: AnyNode, depth: number) => {
    if ('children' in node) for (const child of node.children as AnyNode[]) visit(child, depth + 1)
    else leaves.push({ node: node as Leaf['node'], depth, order: leaves.length })
  }
  visit(root, 0)
  return leaves
}

/** Every character of the plain text: white space counts once, and not at all at the ends. */
function placesOf(leaves: readonly Leaf[]): Place[] {
  const places: Place[] = []
  let space: Place | undefined
  for (const leaf of leaves) {
    if (leaf.node.type === 'footnoteReference') continue
    const value = leaf.node.type === 'break' ? ' ' : (leaf.node.value ?? '')
    for (let at = 0; at < value.length; at++) {
      const place = { leaf, start: at, end: at + 1 }
      if (!/\s/u.test(value[at] ?? '')) {
        if (space && places.length > 0) places.push(space)
        space = undefined
        places.push(place)
        continue
      }
      if (!space) {
        space = place
        continue
      }
      const last = lastStretch(space)
      if (last.leaf === leaf) last.end = at + 1
      else space.rest = [...(space.rest ?? []), place]
    }
  }
  return places
}

function lastStretch(place: Place): Omit<Place, 'rest'> {
  return place.rest?.at(-1) ?? place
}

/** Stretches of neighbouring characters in one leaf. */
function runsOf(places: readonly Place[]): { leaf: Leaf; from: number; to: number }[] {
  const runs: { leaf: Leaf; from: number; to: number }[] = []
  for (const { leaf, start, end } of places.flatMap((place) => [place, ...(place.rest ?? [])])) {
    const last = runs.at(-1)
    if (last?.leaf === leaf) last.to = end
    else runs.push({ leaf, from: start, to: end })
  }
  return runs
}

/** Between two leaves, words that come go into the one with less around it. */
function insertionPoint(places: readonly Place[], at: number): { leaf: Leaf; offset: number } | undefined {
  const [left, right] = [places[at - 1], places[at]]
  const behind = left && { leaf: lastStretch(left).leaf, offset: lastStretch(left).end }
  const before = right && { leaf: right.leaf, offset: right.start }
  if (!behind || !before) return behind ?? before
  return left.leaf === right.leaf || left.leaf.depth <= right.leaf.depth ? behind : before
}

/** Leave out what has become empty, and join neighbouring texts. */
function tidy<Content extends PhrasingContent>(
  children: Content[],
  dropped: ReadonlySet<unknown>,
): Content[] {
  const result: Content[] = []
  for (const child of children) {
    if (dropped.has(child)) continue
    if (child.type === 'text' && child.value === '') continue
    if ('children' in child) {
      child.children = tidy(child.children as PhrasingContent[], dropped) as typeof child.children
      if (child.children.length === 0) continue
    }
    const last = result.at(-1)
    if (child.type === 'text' && last?.type === 'text') last.value += child.value
    else result.push(child)
  }
  return result
}

/** Forget where in its source a tree is: an edited tree has none. */
export function withoutPlaces<Tree extends Node>(tree: Tree): Tree {
  const visit = (node: Node) => {
    delete node.position
    delete (node as { data?: unknown }).data
    if ('children' in node) for (const child of node.children) visit(child as Node)
  }
  const copy = structuredClone(tree)
  visit(copy)
  return copy
}

/**
 * Find a stretch of a node's words in its source.
 *
 * Given a node whose texts have positions. Gives offsets in the source, end
 * exclusive; null where the stretch is not verbatim there, or has markup inside.
 */
export function sourceRange(
  node: AnyNode,
  start: number,
  end: number,
): { start: number; end: number } | null {
  const places = placesOf(leavesOf(node))
  const at = (place: Place | undefined, edge: 'start' | 'end'): number | null => {
    const leaf = place?.leaf.node as
      | { value?: string; position?: { start: { offset?: number }; end: { offset?: number } } }
      | undefined
    const [from, to] = [leaf?.position?.start.offset, leaf?.position?.end.offset]
    if (!place || from === undefined || to === undefined || to - from !== leaf?.value?.length) return null
    return from + place[edge]
  }
  if (start === end) {
    const offset = start > 0 ? at(places[start - 1], 'end') : at(places[start], 'start')
    return offset === null ? null : { start: offset, end: offset }
  }
  const [first, last] = [places[start], places[end - 1]]
  const [from, to] = [at(first, 'start'), at(last, 'end')]
  return from === null || to === null || first?.leaf !== last?.leaf ? null : { start: from, end: to }
}
