/** Tree → plain text in the form of a UN page: indented openers, hanging sub-paragraphs, notes at the end. */
import type { AnyNode, FootnoteDefinition, Node, Root } from '../../model/tree/types.js'

export interface ToTextOptions {
  /** Columns of a line; 0 for no wrapping. Default 80. */
  width?: number
}

const defaultWidth = 80
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
  const visit = (node: Node, depth: number): void => {
    switch (node.type) {
      case 'masthead':
        for (const field of node.children) lines.push(...wrap(words(field), width, 0, 0))
        return
      case 'title':
        paragraph([node.label ?? '', words(node)].join(' ').trim(), step * 2, step * 2)
        return
      case 'heading':
        paragraph(words(node), step * 2, step * 2)
        return
      case 'footnoteDefinition':
        notes.push(node)
        return
      case 'furniture':
      case 'comment':
        return
      case 'preambularParagraph':
      case 'operativeParagraph':
      case 'annexParagraph':
      case 'subparagraph': {
        let label = node.label ?? ''
        const indent = step * (depth + 1)
        for (const child of node.children) {
          if (child.type === 'clause') {
            paragraph(`${label} ${words(child)}`.trim(), indent, depth > 0 ? indent : 0)
            label = ''
          } else {
            paragraph(label, indent)
            label = ''
            visit(child, depth + 1)
          }
        }
        paragraph(label, indent)
        return
      }
      case 'resolution':
      case 'preamble':
      case 'operative':
      case 'section':
      case 'quotation':
      case 'annex':
      case 'closing':
        for (const child of node.children) visit(child as Node, depth)
        return
      case 'table':
        for (const row of node.children) paragraph(row.children.map(words).join('  |  '), step)
        return
      default:
        paragraph(words(node), step)
        return
    }
  }
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
    const label = 'label' in node && typeof node.label === 'string' ? node.label : ''
    return [...label].map((char) => raised[char] ?? char).join('')
  }
  if ('value' in node && typeof node.value === 'string') return node.value
  if (!('children' in node) || !Array.isArray(node.children)) return ''
  return (node.children as AnyNode[]).map(words).join('')
}

function wrap(text: string, width: number, indent: number, hang: number): string[] {
  if (width <= 0) return [' '.repeat(indent) + text]
  const lines: string[] = []
  let line = ''
  let margin = indent
  for (const word of text.split(/\s+/u)) {
    if (line !== '' && margin + line.length + 1 + word.length > width) {
      lines.push(' '.repeat(margin) + line)
      line = word
      margin = hang
    } else line = line === '' ? word : `${line} ${word}`
  }
  if (line !== '') lines.push(' '.repeat(margin) + line)
  return lines
}
