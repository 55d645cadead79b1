/** Tree → plain text in the form of a UN page: indented openers, hanging sub-paragraphs, notes at the end. */
import { match } from 'ts-pattern'
import wrapAnsi from 'wrap-ansi'
import { isHolder, isLine, isParagraph, isPhrasing } from '../../model/tree/kinds.js'
import type { AnyNode, FootnoteDefinition, FootnoteReference, Node, Root } from '../../model/tree/types.js'

export interface ToTextOptions {
  /** Columns of a line; 0 for no wrapping. Default 80. */
  width?: number
}

const defaultWidth = 80
/** Columns left for words, however deep they are set in. */
const leastRoom = 20
const step = 4
const raised: Record<string, string> = {
  '0': '⁰',
  '1': '¹',
  '2': '²',
  '3': '³',
  '4': '⁴',
  '5': '⁵',
  '6': '⁶',
  '7': '⁷',
  '8': '⁸',
  '9': '⁹',
}

/** Write a tree as plain text; what the page added is left out. */
export function toText(tree: Root, { width = defaultWidth }: ToTextOptions = {}): string {
  const lines: string[] = []
  const notes: FootnoteDefinition[] = []
  const paragraph = (text: string, indent: number, hang = 0) => {
    if (text === '') return
    if (lines.length > 0) lines.push('')
    lines.push(...wrap(text, width, indent, hang))
  }
  const visit = (node: Node, depth: number): void =>
    match(node)
      .with({ type: 'masthead' }, ({ children }) => {
        for (const field of children) lines.push(...wrap(words(field), width, 0, 0))
      })
      .with({ type: 'title' }, (node) =>
        paragraph([node.label ?? '', words(node)].join(' ').trim(), step * 2, step * 2),
      )
      .with({ type: 'heading' }, (node) => paragraph(words(node), step * 2, step * 2))
      .with({ type: 'footnoteDefinition' }, (node) => void notes.push(node))
      .with({ type: 'furniture' }, { type: 'comment' }, () => undefined)
      .when(isParagraph, (node) => {
        let label = node.label ?? ''
        const indent = step * (depth + 1)
        for (const child of node.children) {
          if (child.type === 'clause')
            paragraph(`${label} ${words(child)}`.trim(), indent, depth > 0 ? indent : 0)
          else {
            paragraph(label, indent)
            visit(child, depth + 1)
          }
          label = ''
        }
        paragraph(label, indent)
      })
      .when(isHolder, ({ children }) => {
        for (const child of children) visit(child as Node, depth)
      })
      .with({ type: 'table' }, ({ children }) => {
        for (const row of children) paragraph(row.children.map(words).join('  |  '), step)
      })
      .when(isLine, (node) => paragraph(words(node), step))
      .when(isPhrasing, (node) => paragraph(words(node), step))
      .exhaustive()
  for (const node of tree.children) visit(node, 0)
  if (notes.length > 0) lines.push('', '_'.repeat(20))
  for (const note of notes)
    lines.push(...wrap(`${note.label ?? note.identifier} ${words(note)}`, width, 2, 2))
  return lines.length > 0 ? `${lines.join('\n')}\n` : ''
}

/** The words of a node with its note marks raised. */
function words(node: AnyNode): string {
  if (node.type === 'break') return ' '
  if (node.type === 'footnoteReference') {
    const { label, identifier } = node as FootnoteReference
    return [...(label ?? identifier)].map((char) => raised[char] ?? char).join('')
  }
  if ('value' in node && typeof node.value === 'string') return node.value
  if (!('children' in node) || !Array.isArray(node.children)) return ''
  return (node.children as AnyNode[]).map(words).join('')
}

/** Break a text into lines of so many columns; a wide character takes two, and scripts without spaces break anywhere. */
function wrap(text: string, width: number, indent: number, hang: number): string[] {
  const words = text.replace(/\s+/gu, ' ').trim()
  if (words === '') return []
  if (width <= 0) return [' '.repeat(indent) + words]
  // The first line is shorter by what it is set in: letters hold the place, for spaces would be broken at.
  const filler = Math.max(0, indent - hang)
  const room = Math.max(leastRoom, width - hang)
  const lines = wrapAnsi('x'.repeat(filler) + words, room, { hard: true, trim: true }).split('\n')
  return lines.map(
    (line, index) => ' '.repeat(index === 0 ? indent : hang) + (index === 0 ? line.slice(filler) : line),
  )
}
