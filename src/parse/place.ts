/** Places in the source → unist positions, and `data.source` where the source is no text. */
import type { Position } from 'unist'
import { location } from 'vfile-location'
import { placesOf, type Rich, sourceOffset } from '../model/block.js'
import type { AnyNode, SourcePlace } from '../model/tree/types.js'

/** Gives positions to nodes of text, and places to nodes of other documents. */
export class Places {
  readonly #location: ReturnType<typeof location> | undefined
  constructor(text: string | undefined) {
    this.#location = text === undefined ? undefined : location(text)
  }

  /** The position of a stretch of text, from its first to its last character. */
  of(text: Rich, from = 0, to = text.value.length): Position | undefined {
    return this.between(sourceOffset(text, from), sourceOffset(text, to, true))
  }

  /** Give a leaf the place of its text: a position, or where in the document it is. */
  put<T extends AnyNode>(node: T, text: Rich, from = 0, to = text.value.length): T {
    const position = this.of(text, from, to)
    if (position) node.position = position
    const source = this.#location ? [] : placesOf(text, from, to)
    if (source.length > 0) node.data = { ...node.data, source }
    return node
  }

  between(start: number | undefined, end: number | undefined): Position | undefined {
    if (start === undefined || end === undefined || end < start) return undefined
    const first = this.#location?.toPoint(start)
    const last = this.#location?.toPoint(end)
    return first && last ? { start: first, end: last } : undefined
  }
}

/** Widen a node's position so that it holds its children's; children at other places of the tree are not its own. */
export function enclose<T extends AnyNode>(node: T, own?: Position): T {
  let start = own?.start
  let end = own?.end
  const children = 'children' in node ? (node.children as AnyNode[]) : []
  for (const { position } of children) {
    if (!position) continue
    if (!start || (position.start.offset ?? 0) < (start.offset ?? 0)) start = position.start
    if (!end || (position.end.offset ?? 0) > (end.offset ?? 0)) end = position.end
  }
  if (start && end) node.position = { start, end }
  return node
}

/** What holds text of its own: its words' places are its place, and theirs need not be said again. */
const inline: ReadonlySet<string> = new Set([
  'text',
  'emphasis',
  'strong',
  'phrase',
  'citation',
  'break',
  'footnoteReference',
])
/** What others are divided into: its places are theirs. */
const parts: ReadonlySet<string> = new Set(['clause', 'paragraph'])

/**
 * Settle the places of a finished tree: a parent's position holds its
 * children's, and the places of words pass to the node that they are the text of.
 */
export function settle(node: AnyNode): SourcePlace[] {
  const own = node.data?.source ?? []
  if (!('children' in node)) {
    if (inline.has(node.type)) delete node.data
    return own
  }
  const found = new Set<SourcePlace>(own)
  for (const child of node.children as AnyNode[]) {
    const places = settle(child)
    if (inline.has(child.type) || parts.has(child.type)) for (const place of places) found.add(place)
  }
  if (node.type !== 'root') enclose(node, node.position)
  const source = [...found]
  if (inline.has(node.type)) delete node.data
  else if (source.length > 0) node.data = { ...node.data, source }
  return source
}
