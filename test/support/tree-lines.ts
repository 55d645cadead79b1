/** A tree as text for people: one node a line, indented, with its fields and its words. */
import type { AnyNode } from '../../src/model/tree/types.js'

/** Longer text is cut: what matters is where it is. */
const shown = 72

export function treeLines(tree: AnyNode): string {
  const lines: string[] = []
  const visit = (node: AnyNode, depth: number): void => {
    const {
      type,
      children,
      value,
      position: _,
      data: __,
      ...fields
    } = node as AnyNode & Record<string, unknown>
    const parts = [type]
    for (const [name, field] of Object.entries(fields)) {
      const empty = field === null || field === '' || (Array.isArray(field) && field.length === 0)
      const twin = name === 'label' && field === fields.identifier
      if (!empty && !twin) parts.push(`${name}=${typeof field === 'string' ? field : JSON.stringify(field)}`)
    }
    if (typeof value === 'string') parts.push(JSON.stringify(short(value)))
    lines.push(`${'  '.repeat(depth)}${parts.join(' ')}`)
    if (Array.isArray(children)) for (const child of children as AnyNode[]) visit(child, depth + 1)
  }
  visit(tree, 0)
  return `${lines.join('\n')}\n`
}

function short(text: string): string {
  if (text.length <= shown) return text
  return `${text.slice(0, shown - 20)} … ${text.slice(-16)}`
}
