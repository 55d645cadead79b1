import type { Side, Source } from '../../model/block.js'
import { blocksFromMdast } from './from-mdast.js'
import { isOvermarked, parseMarkdown } from './syntax.js'

/**
 * Read Markdown, as people write it and as OCR tools do, into blocks.
 *
 * Given any text. Ensures a block for each paragraph, heading, table and note,
 * with labels as printed and line ends kept as `\n`; never throws.
 */
export function fromMarkdown(value: string, revisions: Side = 'final'): Source {
  const { blocks, notices, ...told } = blocksFromMdast(parseMarkdown(value), value, revisions)
  if (isOvermarked(value)) notices.unshift({ id: 'overmarked', values: {}, start: 0, end: 0 })
  return {
    blocks,
    text: value,
    ...(notices.length > 0 ? { notices } : {}),
    ...told,
  }
}
