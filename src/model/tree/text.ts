import type { AnyNode } from './types.js'

/**
 * Read the words of a node as one line of plain text.
 *
 * Given any node of the tree. Ensures white space is collapsed to single
 * spaces, and that footnote marks, emphasis and line breaks leave no trace.
 *
 * @example plainText(clause) // 'Recalling its resolution 72/178,'
 */
export function plainText(node: AnyNode): string {
  return raw(node).replace(/\s+/gu, ' ').trim()
}

function raw(node: AnyNode): string {
  if (node.type === 'break') return ' '
  if (node.type === 'footnoteReference' || node.type === 'footnoteDefinition') return ''
  if ('value' in node && typeof node.value === 'string') return node.value
  if ('children' in node && Array.isArray(node.children)) {
    let text = ''
    for (const child of node.children as AnyNode[]) text += raw(child)
    return text
  }
  return ''
}
