/** A tree held to the content model, at run time. */
import { type ContentModel, contentModel, isCount, isText, type NodeModel } from './content-model.js'

type Loose = Record<string, unknown>

/**
 * List where a tree breaks the content model.
 *
 * Given any value, such as a tree that was read from JSON. Ensures an empty
 * list for a valid tree, else one line for each violation: the path to the
 * node (types, and places among the children) and what was expected there.
 * Positions must lie inside the parent's, where both exist.
 *
 * @param extended the model to hold the tree to, if it has nodes of your own
 * @example check(root([clause([])])) // ['root: unexpected child clause', 'root/clause[0]: …']
 */
export function check(tree: unknown, extended: Readonly<ContentModel> = contentModel): string[] {
  if (!isNode(tree)) return ['unexpected value, expected a node']
  const violations: string[] = []
  if (tree.type !== 'root') violations.push(`${tree.type}: unexpected node, expected root`)
  checkNode(tree, tree.type, 0, extended, violations)
  return violations
}

function checkNode(
  node: Loose & { type: string },
  path: string,
  depth: number,
  model: ContentModel,
  found: string[],
): void {
  const own = Object.hasOwn(model, node.type) ? model[node.type] : undefined
  // Its parent has said that this type is not expected.
  if (!own) return
  for (const [name, { expected, test }] of Object.entries(own.fields))
    if (!test(node[name]))
      found.push(`${path}: unexpected ${name} ${JSON.stringify(node[name])}, expected ${expected}`)
  checkPosition(node.position, path, found)
  checkSource(node.data, path, found)
  if (node.type === 'subparagraph' && node.depth !== depth + 1)
    found.push(`${path}: unexpected depth ${String(node.depth)}, expected ${depth + 1}`)
  if (own.children === null) {
    if (node.children !== undefined) found.push(`${path}: unexpected children`)
    return
  }
  const { children } = node
  if (!Array.isArray(children)) {
    found.push(`${path}: unexpected children, expected a list`)
    return
  }
  if (own.filled && children.length === 0) found.push(`${path}: unexpected empty node`)
  checkChildren(children, own, path, found)
  const inside = node.type === 'subparagraph' ? depth + 1 : node.type === 'clause' ? depth : 0
  children.forEach((child: unknown, index) => {
    if (!isNode(child)) found.push(`${path}: unexpected value at ${index}, expected a node`)
    else {
      const place = `${path}/${child.type}[${index}]`
      if (isOutside(child.position, node.position))
        found.push(`${place}: unexpected position outside its parent's`)
      checkNode(child, place, inside, model, found)
    }
  })
}

function checkChildren(children: readonly unknown[], own: NodeModel, path: string, found: string[]): void {
  const counts = new Map<string, number>()
  let furthest = 0
  for (const child of children) {
    if (!isNode(child)) continue
    const { type } = child
    counts.set(type, (counts.get(type) ?? 0) + 1)
    if (!own.children || !Object.hasOwn(own.children, type)) found.push(`${path}: unexpected child ${type}`)
    const rank = own.order?.indexOf(type) ?? -1
    if (rank === -1) continue
    if (rank < furthest) found.push(`${path}: unexpected ${type} after ${own.order?.[furthest]}`)
    else furthest = rank
  }
  for (const [type, many] of Object.entries(own.children ?? {})) {
    const count = counts.get(type) ?? 0
    if (many !== '*' && count > 1) found.push(`${path}: unexpected ${count} children ${type}, expected one`)
    if (many === '1' && count === 0) found.push(`${path}: missing child ${type}`)
  }
}

function isNode(value: unknown): value is Loose & { type: string } {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string'
}

/** First and last offset of a position, if it has both. */
function span(position: unknown): [start: number, end: number] | undefined {
  const { start, end } = (position ?? {}) as { start?: Loose; end?: Loose }
  const from = start?.offset
  const to = end?.offset
  return typeof from === 'number' && typeof to === 'number' ? [from, to] : undefined
}

function checkPosition(position: unknown, path: string, found: string[]): void {
  if (position === undefined) return
  const { start, end } = (position ?? {}) as { start?: Loose; end?: Loose }
  const isPoint = (point: Loose | undefined) =>
    point !== undefined && isCount(point.line) && isCount(point.column)
  const offsets = span(position)
  if (!isPoint(start) || !isPoint(end))
    found.push(`${path}: unexpected position, expected lines and columns from 1`)
  else if (offsets && (offsets[0] < 0 || offsets[1] < offsets[0]))
    found.push(`${path}: unexpected position that ends before it starts`)
}

/** `data.source` is a list of places, each of a Word document or of a PDF. */
function checkSource(data: unknown, path: string, found: string[]): void {
  const { source } = (data ?? {}) as { source?: unknown }
  if (source === undefined) return
  const isPlace = (place: unknown) => {
    const { part, paragraph, page, box } = (place ?? {}) as Loose
    const isBox = Array.isArray(box) && box.length === 4 && box.every(Number.isFinite)
    if (page !== undefined) return isCount(page) && (box === undefined || isBox)
    return isText(part) && (paragraph === undefined || isCount(paragraph))
  }
  if (!Array.isArray(source) || source.length === 0 || !source.every(isPlace))
    found.push(`${path}: unexpected source, expected a list of {part, paragraph} or {page, box}`)
}

function isOutside(inner: unknown, outer: unknown): boolean {
  const child = span(inner)
  const parent = span(outer)
  return child !== undefined && parent !== undefined && (child[0] < parent[0] || child[1] > parent[1])
}
