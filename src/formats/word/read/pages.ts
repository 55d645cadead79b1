/** Headers and footers: the first page's stand before the body, the others are what each page adds. */
import type { Block } from '../../../model/block.js'
import type { Context } from '../package/context.js'
import type { Page } from '../package/sections.js'
import { StoryReader } from './story.js'

/** A note to something on the first page is set at its foot. */
const starred = /^[*†‡§]{1,4}[\s\u00a0]*(?=[\p{L}\d])(?!\d+\*)/u

/**
 * Read the headers and footers that are printed.
 *
 * Ensures `front` holds the first page's and `running` all others.
 */
export function readPages(pages: readonly Page[], context: Context): { front: Block[]; running: Block[] } {
  const front: Block[] = []
  const running: Block[] = []
  for (const page of pages) {
    const blocks = new StoryReader(page.part, context, { layout: true }).read(page.part.root)
    if (!page.front) running.push(...blocks.map(furniture))
    else if (page.kind === 'header') front.push(...blocks)
    else front.push(...blocks.map((block) => (starred.test(block.text.value) ? block : furniture(block))))
  }
  return { front, running }
}

/** Which furniture it is, its words tell: that is not the reader's to say. */
function furniture(block: Block): Block {
  return { ...block, kind: 'furniture' }
}
