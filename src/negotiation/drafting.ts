/** What the drafting of open points shares: the paragraphs and words, the points so far, and how names are read. */
import type { Negotiating } from '../language/negotiating.js'
import type { Openings } from '../language/openings.js'
import type { Attribution, Extent } from '../model/negotiation.js'
import type { Draft } from './extents.js'
import type { Piece } from './paragraphs.js'
import { type Proposal, proposalOf } from './proposals.js'
import type { Place, Span } from './spans.js'
import { Stretches } from './stretches.js'

/** Who wants what, and where the text says so. */
export interface Named {
  by: Attribution[]
  sign: Extent
}

/** A name in parentheses behind what it is about. */
const aside = /^\s?\((?<words>[^()[\]]{1,120})\)/u

export class Drafting {
  readonly pieces: readonly Piece[]
  readonly stretch: Stretches
  readonly words: Negotiating
  readonly openings: Openings
  readonly points: Draft[] = []
  /** What is still to be filled in. */
  readonly blanks: Extent[] = []
  /** Commands about words that their paragraph does not have once. */
  readonly unfound: Place[] = []
  /** Spans that are part of another point. */
  readonly taken = new Set<Span>()

  constructor(pieces: readonly Piece[], { words, openings }: { words: Negotiating; openings: Openings }) {
    this.pieces = pieces
    this.stretch = new Stretches(pieces)
    this.words = words
    this.openings = openings
  }

  /** Brackets with something to choose. */
  isOpen(span: Span): boolean {
    const { start, end } = span
    if (start.paragraph !== end.paragraph) return true
    const piece = this.pieces[start.paragraph] as Piece
    const { value } = piece.text
    const inner = value.slice(start.offset + 1, end.offset - 1)
    if (inner.trim() === '' || inner.startsWith('^')) return false
    if (/^\((?:https?:|#|\/)/u.test(value.slice(end.offset))) return false
    if (end.offset <= (piece.label?.end ?? 0)) return false
    if (piece.mark && start.offset >= piece.mark.start && end.offset <= piece.mark.end) return false
    if (piece.oldNumber && end.offset <= piece.oldNumber.end) return false
    if (this.words.state(inner)) return false
    if (!this.words.isBlank(inner)) return true
    const stretch = { paragraph: start.paragraph, start: start.offset, end: end.offset }
    if (!this.blanks.some((one) => one.paragraph === stretch.paragraph && one.start === stretch.start))
      this.blanks.push(stretch)
    return false
  }

  /** What is between the signs of a span in one paragraph. */
  inner({ start, end, sign }: Span): string {
    return this.stretch.text(start.paragraph).slice(start.offset + sign, end.offset - sign)
  }

  proposal(span: Span): Proposal {
    const { paragraph, offset } = span.start
    const part = { start: offset + span.sign, end: span.end.offset - span.sign }
    return proposalOf(this.#masked(paragraph, span), part, this.words, this.openings)
  }

  /** The text with what is nested in a span blanked out. */
  #masked(paragraph: number, { children }: Span): string {
    let text = this.stretch.text(paragraph)
    for (const { start, end } of children)
      if (start.paragraph === paragraph && end.paragraph === paragraph)
        text =
          text.slice(0, start.offset) + '\uFFFC'.repeat(end.offset - start.offset) + text.slice(end.offset)
    return text
  }

  /** "(US delete)" behind brackets or struck words. */
  aside({ paragraph, offset }: Place): Named | null {
    const match = aside.exec(this.stretch.text(paragraph).slice(offset))
    const words = match?.groups?.words
    if (!match || words === undefined || this.words.state(words)) return null
    const head = this.words.head(words)
    const act = head && this.words.act(words.slice(head.end))
    const by = head && act ? head.by.map(({ who }) => ({ who, act })) : this.words.tail(words, 0)
    return by && { by, sign: { paragraph, start: offset, end: offset + match[0].length } }
  }

  /** "OP5 alt (EU) …", "OP5 bis EU: …": names between a label and its words. */
  named({ paragraph, start, end }: Extent): Named | null {
    const value = this.stretch.text(paragraph).slice(start, end)
    const match = /^\s*\((?<names>[^()[\]]{1,80})\)\s*:?\s*/u.exec(value)
    const names = match?.groups?.names
    const by = names !== undefined && this.words.isParties(names) ? this.words.tail(names, 0) : null
    if (match && by) return { by, sign: { paragraph, start, end: start + match[0].length } }
    const head = this.words.head(value)
    return head && { by: head.by, sign: { paragraph, start, end: start + head.end } }
  }

  /** "OP5 alt … ; (EU)": names at the end of an alternative. */
  namedBehind({ paragraph, start, end }: Extent): Named | null {
    const match = /\s[([](?<names>[^()[\]]{1,80})[)\]]\s*$/u.exec(
      this.stretch.text(paragraph).slice(start, end),
    )
    const names = match?.groups?.names
    const by = names !== undefined && this.words.isParties(names) ? this.words.tail(names, 0) : null
    return match && by ? { by, sign: { paragraph, start: start + match.index, end } } : null
  }
}
