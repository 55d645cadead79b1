/**
 * Rejoin paragraphs that a page, a note or a line end cut in two.
 *
 * After it: what the page put between two halves stands behind the whole.
 */
import type { Block } from '../block.js'
import type { Grammar } from '../grammar/types.js'
import { joinTexts } from './lines.js'
import { type Context, isFlow } from './pass.js'
import { isClosed, isOrganLine, startOf } from './starts.js'

export function rejoinParagraphs(blocks: Block[], { grammar }: Context): Block[] {
  const result: Block[] = []
  let previous: number | undefined
  let interrupted = false
  let inBody = false
  for (const block of blocks) {
    if (!isFlow(block)) {
      // A table ends a paragraph; notes and furniture only stand in its way.
      if (block.kind === 'table') previous = undefined
      interrupted = true
      result.push(block)
      continue
    }
    inBody ||= isOrganLine(block.text.value, grammar)
    const before = previous === undefined ? undefined : result[previous]
    const cut = interrupted || block.pageStart === true
    const joins = before && (inBody ? continues(before, block, cut, grammar) : continuesField(before, block))
    if (before && joins && previous !== undefined) {
      result[previous] = { ...before, text: joinTexts(before.text, block.text) }
    } else {
      previous = result.length
      result.push(block)
    }
    interrupted = false
  }
  return result
}

/** In the front only a small letter proves that a line goes on: fields have no stop at their end. */
function continuesField(before: Block, block: Block): boolean {
  return before.kind === block.kind && /^\p{Ll}/u.test(block.text.value) && !isClosed(before.text.value)
}

function continues(before: Block, block: Block, interrupted: boolean, grammar: Grammar): boolean {
  const first = before.text.value
  const second = block.text.value
  if (first === '' || second === '') return false
  if (block.kind === 'heading') return before.kind === 'heading' && interrupted && /^\p{Ll}/u.test(second)
  const start = startOf(second, grammar)
  if (start && start.kind !== 'opener') return false
  const closed = isClosed(first)
  const lower = /^[“"«‘'([]*(?:\p{Ll}|[–—&])/u.test(second)
  if (before.kind === 'heading') return !closed && lower && interrupted
  if (lower) {
    if (!closed || !isSubparagraph(before, grammar)) return true
    // Text after a list resumes the list's paragraph; it does not continue its last item.
    return interrupted && /,$/u.test(first)
  }
  if (start?.kind === 'opener') return false
  // Figures are neither large nor small: they go on with a sentence that has not ended.
  if (/^\p{N}/u.test(second)) return !closed || (interrupted && /,$/u.test(first))
  const opened = startOf(first, grammar)?.kind
  if (opened === 'structure') return false
  // A paragraph that has begun and not ended goes on in what ends; a heading has no stop.
  if (!closed) return interrupted || (opened !== undefined && isClosed(second))
  // A comma may end a line of names as well as a paragraph: the next words tell.
  return interrupted && /,$/u.test(first) && !grammar.lead(second, 'any')
}

function isSubparagraph(block: Block, grammar: Grammar): boolean {
  return startOf(block.text.value, grammar)?.kind === 'label'
}
