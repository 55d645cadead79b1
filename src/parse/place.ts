/** Offsets in the source → unist positions. */
import type { Position } from 'unist'
import { location } from 'vfile-location'
import { type Rich, sourceOffset } from '../block.js'
import type { AnyNode } from '../tree/types.js'

/** Gives positions to nodes; gives none where the source has no offsets. */
export class Places {
  readonly #location: ReturnType<typeof location> | undefined
  constructor(text: string | undefined) {
    this.#location = text === undefined ? undefined : location(text)
  }

  /** The position of a stretch of text, from its first to its last character. */
  of(text: Rich, from = 0, to = text.value.length): Position | undefined {
    return this.between(sourceOffset(text, from), sourceOffset(text, to, true))
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
