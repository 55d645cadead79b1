/** Plain text → blocks. */
import type { Source } from '../../model/block.js'
import { blocksOfLines } from '../lines.js'
import { withTables } from './tables.js'

/** Read plain text into blocks. */
export function fromText(value: string): Source {
  return { blocks: withTables(blocksOfLines(value)), text: value }
}
