/**
 * Rejoin paragraphs that a page, a note or a line end cut in two.
 *
 *     2. Urges States to keep the
 *     lamps of their harbours in the
 *     ^ a small letter                  goes on
 *                                2/7    a cut: it goes behind the whole
 *     North Sea lit;
 *     ^ a capital behind a cut          goes on: the paragraph above has begun, and not ended
 *     3. Requests a report:
 *     ^ a number                        begins another, whatever is above
 *     (a) On lamps;
 *     and decides to meet again.
 *     ^ a small letter                  the item above has ended: text behind the list, no part of the item
 *
 * After it: what the page put between two halves is behind the whole.
 */

import type { Openings } from '../language/openings.js'
import { type Block, type Rich, rich } from '../model/block.js'
import { isCutField, isCutOrgan, isOrgan } from './fields.js'
import { joinTexts } from './lines.js'
import { type Context, isFlow } from './pass.js'
import { goesOn, isClosed, isMastheadOrgan } from './starts.js'

/** A paragraph and the parts it was cut into; joined once, at the end. */
interface Piece {
  block: Block
  parts: Rich[]
  /** Something was between it and the paragraph before. */
  cut: boolean
  inBody: boolean
  /** The source shows gaps between its paragraphs, and none above this one. */
  stacked: boolean
  /** It does not open in italics, in a document that is cut inside of its paragraphs, which do. */
  roman: boolean
}

/** The names of conferences take five lines of a masthead's column. */
const mostNameLines = 8
/** The target or rule of an annex: "1.2 All keepers…", in a paragraph of its own. */
const countsDecimally = /^\d{1,2}\.(?:\d{1,2}|[a-z])\.?\s+[\p{Lu}\p{Lo}]/u
/** How many paragraphs that may still go on are kept in mind. */
const longestChain = 4

export function rejoinParagraphs(blocks: Block[], { openings }: Context): Block[] {
  const { grammar } = openings
  const result: (Piece | Block)[] = []
  const joined = new Set<Piece>()
  let open: Piece[] = []
  let interrupted = false
  let inBody = false
  const showsGaps = blocks.some(({ gap }) => gap === true)
  const inside = !grammar.capitals && cutInside(blocks, openings)
  for (const [index, block] of blocks.entries()) {
    if (!isFlow(block)) {
      // A table ends a paragraph; notes and furniture only are in its way.
      if (block.kind === 'table') open = []
      interrupted = true
      result.push(block)
      continue
    }
    if (block.text.value === '' && block.text.marks.length === 0) continue
    inBody ||= openings.isFormula(block.text.value) && !isMastheadOrgan(blocks, index, openings)
    const cut = interrupted || block.pageStart === true
    const piece: Piece = {
      block,
      parts: [block.text],
      cut,
      inBody,
      stacked: showsGaps && !block.gap,
      roman: inside && !beginsInItalics(block),
    }
    result.push(piece)
    open.push(piece)
    // A paragraph cut in three is closed by its last part: look back until nothing joins.
    for (let last = joinLast(open, openings); last; last = joinLast(open, openings)) joined.add(last)
    open = open.slice(-longestChain)
    interrupted = false
  }
  return result.flatMap((entry) => {
    if (!('parts' in entry)) return [entry]
    return joined.has(entry) ? [] : [{ ...entry.block, text: joinTexts(entry.parts, grammar) }]
  })
}

/** Join the last two open paragraphs if the second goes on where the first stopped; returns the second if so. */
function joinLast(open: Piece[], openings: Openings): Piece | undefined {
  const [first, second] = open.slice(-2)
  if (!first || !second) return undefined
  if (!(second.inBody ? continues(first, second, openings) : continuesField(first, second, openings)))
    return undefined
  first.parts.push(...second.parts)
  open.pop()
  return second
}

function head({ parts }: Piece): Rich {
  return parts[0] ?? rich('')
}
function tail({ parts }: Piece): string {
  return parts.at(-1)?.value ?? ''
}

/** In the front a small letter proves that a line goes on, or that both lines are one field: fields have no stop at their end. */
function continuesField(before: Piece, after: Piece, openings: Openings): boolean {
  const { grammar } = openings
  const next = head(after).value
  if (before.parts.length === 1 && isCutField(head(before).value, next, grammar)) return true
  if (before.parts.length < mostNameLines) {
    const name = before.parts.map(({ value }) => value).join(grammar.spaced ? ' ' : '')
    const stacked = after.stacked && after.block.indent === before.block.indent
    // Large type over two lines has white between them; a line that is no name by itself goes on.
    const large = isHeading(before) && isHeading(after) && !isOrgan(name, grammar)
    if ((stacked || large) && isCutOrgan(name, next, grammar)) return true
  }
  const start = openings.start(head(after))?.kind
  return (
    before.block.kind === after.block.kind &&
    /^\p{Ll}/u.test(next) &&
    start !== 'opener' &&
    // A letter with its parenthesis, in a paragraph of its own, is an item of a list.
    !(start === 'label' && after.block.gap === true) &&
    !/[\])]$/u.test(tail(before)) &&
    !isClosed(tail(before))
  )
}

function isHeading({ block }: Piece): boolean {
  return block.kind === 'heading'
}

function continues(before: Piece, after: Piece, openings: Openings): boolean {
  const { grammar } = openings
  const end = tail(before)
  const next = head(after).value
  const interrupted = after.cut
  if (after.block.kind === 'heading')
    return before.block.kind === 'heading' && interrupted && /^\p{Ll}/u.test(next)
  // A paragraph of its own that opens a bracket of a negotiating text.
  if (!interrupted && after.block.gap === true && /^\[+[*\s]*\p{Lu}/u.test(next)) return false
  const start = openings.start(head(after))
  if (start?.kind === 'label' && interrupted && goesOn(end, next)) return true
  if (start && start.kind !== 'opener') return false
  const closed = isClosed(end)
  const lower = start === null && /^[“"«‘'([]*(?:\p{Ll}|[–—&])/u.test(next)
  if (before.block.kind === 'heading') return !closed && lower && interrupted
  const opened = openings.start(head(before))?.kind
  // On a page, a line at the margin goes on with a paragraph whose first line was set in; a line set in begins one.
  const margin = interrupted && after.block.page !== undefined && (before.block.indent ?? 0) > 0
  const flush = margin && (after.block.indent ?? 0) === 0
  const setIn = margin && (after.block.indent ?? 0) >= (before.block.indent ?? 0)
  if (lower) {
    if (!closed || opened !== 'label') return true
    // Text after a list resumes the list's paragraph; it does not continue its last item.
    return interrupted && !setIn && /[,，،]$/u.test(end)
  }
  // A sentence cut by a page may go on in any word, even one that opens paragraphs.
  if (!closed && interrupted && (flush || (opened !== undefined && opened !== 'structure')))
    return !setIn || start === null
  // Without capitals an opening word may also begin a line: the margin tells, the number above, or the italics.
  if (start?.kind === 'opener')
    return (
      !grammar.capitals &&
      interrupted &&
      /[,，،]$/u.test(end) &&
      (flush || opened === 'number' || (after.roman && !setIn))
    )
  if (!interrupted && countsDecimally.test(next)) return false
  // Figures are neither large nor small: they go on with a sentence that has not ended.
  if (/^\p{N}/u.test(next)) return !closed || (interrupted && /[,，،]$/u.test(end))
  if (opened === 'structure') return false
  // Numbered paragraphs end with a stop: after a comma, in a language without capitals, any word goes on.
  const listed = opened === 'number' || opened === 'label'
  if (!grammar.capitals && listed && /[,，،]$/u.test(end) && isClosed(tail(after))) return true
  // A paragraph that has begun and not ended goes on in what ends; a heading has no stop.
  if (!closed) return interrupted || (opened !== undefined && isClosed(tail(after)))
  // A comma may end a line of names as well as a paragraph: the next words tell.
  return interrupted && /[,，،]$/u.test(end) && !openings.lead(head(after), 'any')
}

/** So many cuts before known words in roman type tell that the cuts are inside paragraphs. */
const leastCuts = 2

/**
 * Most paragraphs that open with known words open in italics, and none of those
 * behind a cut does: OCR loses some italics everywhere, but not only there.
 */
function cutInside(blocks: readonly Block[], openings: Openings): boolean {
  const count = { italics: 0, roman: 0, cutItalics: 0, cutRoman: 0 }
  let isCut = false
  let before = ''
  for (const block of blocks) {
    if (!isFlow(block)) {
      isCut = true
      continue
    }
    if (openings.start(block.text)?.kind === 'opener') {
      const inItalics = beginsInItalics(block)
      count[inItalics ? 'italics' : 'roman']++
      if ((isCut || block.pageStart) && /[,，،]$/u.test(before))
        count[inItalics ? 'cutItalics' : 'cutRoman']++
    }
    isCut = false
    before = block.text.value
  }
  return count.italics > count.roman && count.cutItalics === 0 && count.cutRoman >= leastCuts
}

function beginsInItalics({ text }: Block): boolean {
  return text.marks.some(({ kind, start }) => kind === 'emphasis' && start === 0)
}
