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
  const cuts = endsIn(texts, now.text, compare).flatMap(({ at, isKept }) =>
    isKept && /\s/u.test(now.text[at] ?? '') ? [at] : [],
  )
  return [-1, ...cuts].map((from, index) => ({ ...now, ...cut(now, from + 1, cuts[index]) }))
}

/**
 * Where each of several texts but the last ends in a text that is all of them, revised.
 *
 * Gives an offset for each, and whether the words around it are kept; behind words that changed, else.
 */
export function endsIn(
  texts: readonly string[],
  now: string,
  compare: Compare,
): { at: number; isKept: boolean }[] {
  const stretches = compare(texts.join(' '), now)
  let end = -1
  return texts.slice(0, -1).map((text) => {
    end += 1 + text.length
    const stretch = stretches.find(({ old: [from, to] }) => from <= end && end < to)
    if (!stretch) return { at: now.length, isKept: false }
    const { same, old, new: revised } = stretch
    const isKept = same && old[1] - old[0] === revised[1] - revised[0]
    return { at: same ? revised[0] + end - old[0] : revised[1], isKept }
  })
}
