/**
 * Join italics with italics, and bold with bold, where only white space parts
 * them: it shows neither, and each format puts the borders elsewhere.
 *
 * After it: between two marks of a kind is something to be read.
 */
import { type Block, type Mark, type MarkKind, type Rich, withTexts } from '../model/block.js'

export function joinLooks(blocks: Block[]): Block[] {
  return blocks.map((block) => withTexts(block, joined))
}

function joined(text: Rich): Rich {
  const last: Partial<Record<MarkKind, Mark>> = {}
  const marks: Mark[] = []
  for (const mark of text.marks) {
    const before = last[mark.kind]
    if (before && text.value.slice(before.end, mark.start).trim() === '') {
      before.end = Math.max(before.end, mark.end)
      continue
    }
    const copy = { ...mark }
    marks.push(copy)
    if (mark.kind === 'emphasis' || mark.kind === 'strong') last[mark.kind] = copy
  }
  return marks.length === text.marks.length ? text : { ...text, marks }
}
