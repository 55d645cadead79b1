/**
 * Assemble: the blocks of pages → the blocks of a document. Each pass does one
 * repair and leaves the next one less to know; each file states what holds
 * after it.
 */
import type { Block } from '../model/block.js'
import { attachNotes } from './attach-notes.js'
import { composeText } from './compose-text.js'
import { defineNotes } from './define-notes.js'
import { giveOwnMarks } from './give-own-marks.js'
import { inferNumbering } from './infer-numbering.js'
import { joinLooks } from './join-looks.js'
import type { AssembleOptions, Pass } from './pass.js'
import { rejoinParagraphs } from './rejoin-paragraphs.js'
import { splitFoot } from './split-foot.js'
import { splitFormulas } from './split-formulas.js'
import { splitGlued } from './split-glued.js'
import { splitLines } from './split-lines.js'
import { splitMasthead } from './split-masthead.js'
import { stripFurniture } from './strip-furniture.js'
import { unfoldMasthead } from './unfold-masthead.js'

export type { AssembleOptions } from './pass.js'

const passes: readonly Pass[] = [
  composeText,
  splitGlued,
  unfoldMasthead,
  stripFurniture,
  splitFoot,
  giveOwnMarks,
  defineNotes,
  attachNotes,
  inferNumbering,
  splitMasthead,
  splitLines,
  rejoinParagraphs,
  splitFormulas,
  joinLooks,
]

/** Turn blocks as a page shows them into blocks as the author wrote them. */
export function assemble(blocks: Block[], options: AssembleOptions): Block[] {
  const context = { ...options, grammar: options.openings.grammar }
  // Comments are no text of the document: no pass looks at them.
  const comments = blocks.filter(({ kind }) => kind === 'comment')
  const text = comments.length > 0 ? blocks.filter(({ kind }) => kind !== 'comment') : blocks
  return [...passes.reduce((current, pass) => pass(current, context), text), ...comments]
}
