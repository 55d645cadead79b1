/** Plain text → blocks. */
import type { Source } from '../../model/block.js'
import { blocksOfLines } from '../lines.js'

/** Read plain text into blocks. */
export function fromText(value: string): Source {
  return { blocks: blocksOfLines(value), text: value }
}
