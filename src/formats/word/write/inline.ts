/** Phrasing → runs: italics and bold as in the tree, marks of notes, directions. */
import type { Element } from 'xast'
import type { AnyNode, FootnoteReference } from '../../../model/tree/types.js'
import type { Typography } from './typography.js'
import { type RunLook, run, w } from './wordml.js'

export interface InlineContext {
  typography: Typography
  /** Write the mark of a note where it is. */
  mark: (reference: FootnoteReference) => Element[]
}

/**
 * In a text from right to left: words and symbols that run the other way, with the figures in them.
 * A day in front of a month is one of them: `26 November 2041`.
 */
const leftToRight =
  /(?:\d{1,2}\s(?=\p{Script=Latin}+\s\d{4}(?!\d)))?(?:[\p{L}\p{N}][\p{L}\p{N}./()&–-]*(?<=[\p{L}\p{N})]))(?:\s+(?=\p{Script=Latin}))?/gu

/** Write inline content; `look` is how all of it is set. */
export function runs(nodes: readonly AnyNode[], context: InlineContext, look: RunLook = {}): Element[] {
  return nodes.flatMap((node) => write(node, look, context))
}

function write(node: AnyNode, look: RunLook, context: InlineContext): Element[] {
  if (node.type === 'footnoteReference') return context.mark(node as FootnoteReference)
  if (node.type === 'break') return [run({}, w('br'))]
  if ('value' in node && typeof node.value === 'string') return textRuns(node.value, look, context.typography)
  if (!('children' in node) || !Array.isArray(node.children)) return []
  const lead = node.type === 'phrase' && 'lead' in node && node.lead === true
  const inner = {
    ...look,
    ...(node.type === 'emphasis' || (lead && context.typography.house) ? { italic: true } : {}),
    ...(node.type === 'strong' ? { bold: true } : {}),
  }
  return runs(node.children as AnyNode[], context, inner)
}

/** Write a text, cut where its direction changes. */
export function textRuns(text: string, look: RunLook, { rtl }: Typography): Element[] {
  if (text === '') return []
  if (!rtl) return [run(look, text)]
  return directions(text).map((part) => run({ ...look, rtl: !part.latin }, part.text))
}

/** Write a text whose ends of line are breaks. */
export function breaksAndText(text: string, look: RunLook, typography: Typography): Element[] {
  return text
    .split('\n')
    .flatMap((line, index) => [
      ...(index > 0 ? [run(look, w('br'))] : []),
      ...textRuns(line, look, typography),
    ])
}

/** Cut a text from right to left where its direction changes. */
export function directions(text: string): { text: string; latin: boolean }[] {
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
