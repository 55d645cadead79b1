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

/** A child and the place of its words in the text of its parent: UTF-16 offsets, end exclusive. */
export interface PlacedChild {
  node: AnyNode
  start: number
  end: number
}

/**
 * Read the words of a node as `plainText` does, with the places of its children in them.
 *
 * Takes time in proportion to the text, however many children there are.
 */
export function placedText(node: { children: readonly AnyNode[] }): {
  text: string
  children: PlacedChild[]
} {
  const pieces: string[] = []
  let length = 0
  let spaced = true
  const children = node.children.map((child) => {
    const words = raw(child).replace(/\s+/gu, ' ')
    const piece = spaced ? words.trimStart() : words
    const start = length + (piece.length - piece.trimStart().length)
    const end = start + piece.trim().length
    if (piece !== '') {
      pieces.push(piece)
      length += piece.length
      spaced = piece.endsWith(' ')
    }
    return { node: child, start, end }
  })
  return { text: pieces.join('').trimEnd(), children }
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
