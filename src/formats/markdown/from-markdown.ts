import type { Source } from '../../model/block.js'
import { blocksFromMdast } from './from-mdast.js'
import { parseMarkdown } from './syntax.js'

/**
 * Read Markdown, as people write it and as OCR tools do, into blocks.
 *
 * Given any text. Ensures a block for each paragraph, heading, table and note,
 * with labels as printed and line ends kept as `\n`; never throws.
 */
export function fromMarkdown(value: string): Source {
  return { blocks: blocksFromMdast(parseMarkdown(value), value), text: value }
}
