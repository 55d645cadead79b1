/** HTML → blocks: pages of the web, and what word processors and converters write. */
import type { Source } from '../../model/block.js'
import { type Element, parseElements } from '../xml/elements.js'
import { flatten } from './flatten.js'
import { blocksOf } from './page.js'

/**
 * Read HTML into blocks.
 *
 * Given a page or a part of one, broken or not. Ensures a block for each
 * paragraph, heading, table and note that a browser shows, with labels of
 * lists as typed, and offsets into the text; never throws.
 */
export function fromHtml(value: string): Source {
  const root = parseElements(value) ?? plain(value)
  return { blocks: blocksOf(root), text: value }
}

/** A page whose elements nest beyond measure: only its text and the ends of its lines are heeded. */
function plain(value: string): Element {
  const root = parseElements(flatten(value)) as Element
  return { ...root, name: 'pre' }
}
