/** Phrasing → runs: italics and bold as in the tree, marks of notes, directions. */
import { type ParagraphChild, TextRun } from 'docx'
import type { AnyNode, FootnoteReference } from '../../../model/tree/types.js'
import { writable } from '../../xml/characters.js'
import type { Typography } from './typography.js'

interface Look {
  emphasis: boolean
  strong: boolean
}

export interface InlineContext {
  typography: Typography
  /** Write the mark of a note where it stands. */
  mark: (reference: FootnoteReference) => ParagraphChild[]
}

/** In a text from right to left: words and symbols that run the other way, with the figures in them. */
const leftToRight = /(?:[\p{L}\p{N}][\p{L}\p{N}./()&–-]*(?<=[\p{L}\p{N})]))(?:\s+(?=\p{Script=Latin}))?/gu

/** Write inline content; `look` is how all of it is set. */
export function runs(
  nodes: readonly AnyNode[],
  context: InlineContext,
  look: Look = { emphasis: false, strong: false },
): ParagraphChild[] {
  return nodes.flatMap((node) => write(node, look, context))
}

function write(node: AnyNode, look: Look, context: InlineContext): ParagraphChild[] {
  if (node.type === 'footnoteReference') return context.mark(node as FootnoteReference)
  if (node.type === 'break') return [new TextRun({ break: 1 })]
  if ('value' in node && typeof node.value === 'string') return textRuns(node.value, look, context)
  if (!('children' in node) || !Array.isArray(node.children)) return []
  const lead = node.type === 'phrase' && 'lead' in node && node.lead === true
  const inner = {
    emphasis: look.emphasis || node.type === 'emphasis' || (lead && context.typography.house),
    strong: look.strong || node.type === 'strong',
  }
  return runs(node.children as AnyNode[], context, inner)
}

function textRuns(value: string, { emphasis, strong }: Look, { typography }: InlineContext): TextRun[] {
  const text = writable(value)
  if (text === '') return []
  const properties = { ...(emphasis ? { italics: true } : {}), ...(strong ? { bold: true } : {}) }
  if (!typography.rtl) return [new TextRun({ ...properties, text })]
  return directions(text).map(
    (part) => new TextRun({ ...properties, text: part.text, ...(part.latin ? {} : { rightToLeft: true }) }),
  )
}

/** Cut a text where its direction changes. */
function directions(text: string): { text: string; latin: boolean }[] {
  const parts: { text: string; latin: boolean }[] = []
  let from = 0
  for (const match of text.matchAll(leftToRight)) {
    if (!/\p{Script=Latin}/u.test(match[0])) continue
    if (match.index > from) parts.push({ text: text.slice(from, match.index), latin: false })
    parts.push({ text: match[0], latin: true })
    from = match.index + match[0].length
  }
  if (from < text.length) parts.push({ text: text.slice(from), latin: false })
  return parts
}
