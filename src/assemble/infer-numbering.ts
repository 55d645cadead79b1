/**
 * Infer how the document numbers its paragraphs, before its lines are split by it.
 *
 * After it: the openings of lines are those of this document.
 */
import { type Block, type Rich, slice, trim } from '../model/block.js'
import { type Context, isFlow } from './pass.js'

/** A label is at the beginning of a line, and is short. */
const longestLabelled = 400

export function inferNumbering(blocks: Block[], { openings }: Context): Block[] {
  openings.inferNumbering(blocks.filter(isFlow).flatMap(({ text }) => linesOf(text)))
  return blocks
}

/** The lines of a text, so much of each as tells how it opens. */
function linesOf(text: Rich): Rich[] {
  const lines: Rich[] = []
  let from = 0
  for (let end = text.value.indexOf('\n'); from <= text.value.length; end = text.value.indexOf('\n', from)) {
    const stop = end === -1 ? text.value.length : end
    lines.push(trim(slice(text, from, Math.min(stop, from + longestLabelled))))
    if (end === -1) break
    from = end + 1
  }
  return lines
}
