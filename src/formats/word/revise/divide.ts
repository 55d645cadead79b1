/** A text that another format wrote in one line → the paragraphs that the base has it in. */
import type { Paragraph } from '../package/manuscript.js'
import { cut } from './fresh.js'
import type { Compare } from './plan-words.js'
import type { NewParagraph } from './revised.js'

/**
 * Divide a text where the paragraphs of a cell are divided.
 *
 * Given those that print something, in their order. Ensures that the parts join to the text; it
 * stays whole around words that changed.
 */
export function divideLike(old: readonly Paragraph[], now: NewParagraph, compare: Compare): NewParagraph[] {
  const texts = old.map(({ label, text }) => (label + text).trim()).filter((text) => text !== '')
  if (texts.length < 2) return [now]
  const ends: number[] = []
  for (const text of texts) ends.push((ends.at(-1) ?? -1) + 1 + text.length)
  const stretches = compare(texts.join(' '), now.text)
  const cuts = ends.slice(0, -1).flatMap((end) => {
    const stretch = stretches.find(({ same, old: [from, to] }) => same && from <= end && end < to)
    if (!stretch || stretch.old[1] - stretch.old[0] !== stretch.new[1] - stretch.new[0]) return []
    const at = stretch.new[0] + end - stretch.old[0]
    return /\s/u.test(now.text[at] ?? '') ? [at] : []
  })
  return [-1, ...cuts].map((from, index) => ({ ...now, ...cut(now, from + 1, cuts[index]) }))
}
