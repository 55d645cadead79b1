/** HTML → blocks: pages of the web, and what word processors and converters write. */
import type { Side, Source } from '../../model/block.js'
import { type Dom, parseHtml } from './dom.js'
import { flatten } from './flatten.js'
import { readKept } from './kept.js'
import { readPage } from './page.js'

/**
 * Read HTML into blocks.
 *
 * Given a page or a part of one, broken or not. Ensures a block for each
 * paragraph, heading, table and note that a browser shows, with labels of
 * lists as typed, offsets into the text, and a notice for each text that is
 * left out, those of the other side of its deletions and insertions among them; never throws.
 */
export function fromHtml(value: string, revisions: Side = 'final'): Source {
  const dom = parseHtml(value) ?? plain(value)
  const kept = readKept(dom)
  return { ...readPage(dom, revisions), text: value, ...(kept === undefined ? {} : { kept }) }
}

/** A page whose elements nest beyond measure: only its text and the ends of its lines are heeded. */
function plain(value: string): Dom {
  const dom = parseHtml(flatten(value)) as Dom
  dom.root.name = 'pre'
  return dom
}
