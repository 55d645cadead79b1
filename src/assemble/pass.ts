import type { VFileMessage } from 'vfile-message'
import type { Block } from '../block.js'
import type { Grammar } from '../grammar/types.js'

export interface Context {
  grammar: Grammar
  messages: VFileMessage[]
}

/** One step of assembling. Never drops a character: what leaves the text becomes a note or furniture. */
export type Pass = (blocks: Block[], context: Context) => Block[]

/** Blocks that are the author's running text, as against notes and what the page added. */
export function isFlow(block: Block): boolean {
  return block.kind === 'paragraph' || block.kind === 'heading'
}
