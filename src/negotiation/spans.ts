/**
 * Brackets, and what is tracked or struck, as nested spans. Brackets that do not pair are recovered a
 * paragraph at a time: what pairs in a paragraph does; what is left may pair with another paragraph's
 * only where it opens or ends that; the rest stays text, and is told.
 *
 *     3. [The Parties, [in 2045]           opens at the front of its paragraph
 *     4. Each Party [shall] report;]       … and ends at the end of another
 */
import type { Mark } from '../model/block.js'
import type { Piece } from './paragraphs.js'

export interface Place {
  paragraph: number
  offset: number
}

export interface Span {
  what: 'bracket' | 'inserted' | 'deleted'
  /** Outside of its signs. */
  start: Place
  end: Place
  /** Length of its signs: 1, or 0 for what no sign shows. */
  sign: number
  /** How many brackets it is in, its own among them; one that is never closed counts to the end of its paragraph. */
  depth: number
  author: string | null
  children: Span[]
}

export interface Unpaired {
  id: 'never-closed' | 'never-opened'
  at: Place
}

interface Token {
  what: Span['what']
  opens: boolean
  at: Place
  author: string | null
  pair?: Token
}

/** A bracket that goes over more paragraphs than these is a mistake of typing. */
const longestSpan = 60

/** Brackets in brackets: negotiators go to five. */
const deepest = 50

/** Pair all signs of a text. */
export function spansOf(pieces: readonly Piece[]): { spans: Span[]; unpaired: Unpaired[] } {
  const all = pieces.map((piece, paragraph) => tokensOf(piece, paragraph))
  for (const tokens of all) pairInside(tokens)
  pairAcross(all, pieces)
  const unpaired = all
    .flat()
    .filter((token) => token.what === 'bracket' && !token.pair)
    .map(({ opens, at }): Unpaired => ({ id: opens ? 'never-closed' : 'never-opened', at }))
  return { spans: nested(all), unpaired }
}

function tokensOf({ text, proposed }: Piece, paragraph: number): Token[] {
  const tokens: Token[] = []
  for (const { 0: sign, index } of text.value.matchAll(/[[\]]/gu))
    tokens.push({
      what: 'bracket',
      opens: sign === '[',
      at: { paragraph, offset: sign === '[' ? index : index + 1 },
      author: null,
    })
  const changes = text.marks.filter(isChange)
  const ofParties = proposed.filter(
    (one) => !changes.some(({ start, end }) => start < one.end && one.start < end),
  )
  const named = ofParties.map((one): Mark => ({ ...one, kind: 'inserted' }))
  for (const mark of [...changes, ...named]) {
    const what = mark.kind === 'deleted' ? 'deleted' : 'inserted'
    const author = mark.author ?? null
    const open: Token = { what, opens: true, at: { paragraph, offset: mark.start }, author }
    const close: Token = { what, opens: false, at: { paragraph, offset: mark.end }, author, pair: open }
    open.pair = close
    tokens.push(open, close)
  }
  return tokens.sort((a, b) => a.at.offset - b.at.offset || order(a) - order(b))
}

/** At one place what is tracked ends before it begins, and is around brackets. */
function order({ what, opens }: Token): number {
  if (what === 'bracket') return opens ? 3 : 0
  return opens ? 2 : 1
}

function isChange(mark: Mark): boolean {
  return mark.kind === 'inserted' || mark.kind === 'deleted'
}

function pairInside(tokens: readonly Token[]): void {
  const open: Token[] = []
  for (const token of tokens) {
    if (token.opens) {
      if (open.length < deepest) open.push(token)
    } else if (token.what !== 'bracket') {
      // What opens inside of a change does not end outside of it.
      const at = token.pair ? open.lastIndexOf(token.pair) : -1
      if (at >= 0) open.length = at
    } else if (open.at(-1)?.what === 'bracket') pair(open.pop() as Token, token)
  }
}

function pair(open: Token, close: Token): void {
  open.pair = close
  close.pair = open
}

function pairAcross(all: readonly (readonly Token[])[], pieces: readonly Piece[]): void {
  let waiting: Token[] = []
  all.forEach((tokens, paragraph) => {
    const piece = pieces[paragraph] as Piece
    // A title ends what was before it, but not what it opens itself.
    if (piece.isHeading) waiting = []
    waiting = waiting.filter(({ at }) => paragraph - at.paragraph <= longestSpan)
    for (const token of tokens) {
      if (token.pair || token.what !== 'bracket') continue
      if (token.opens) {
        if (opensParagraph(piece, token.at.offset)) waiting.push(token)
      } else if (endsParagraph(piece, token.at.offset)) {
        const open = waiting.pop()
        if (open) pair(open, token)
      }
    }
  })
}

/** Before it are only the label and other signs, or behind it only the label of an option. */
function opensParagraph({ text, label, option }: Piece, offset: number): boolean {
  const before = text.value.slice(0, offset)
  if (offset <= (label?.end ?? 0) || /^[\s[*(“"]*(?:\p{Lu}\.\s*)?[[\s]*$/u.test(before)) return true
  if (/^[\s[]*$/u.test(text.value.slice(label?.end ?? 0, offset))) return true
  if (option && offset <= option.end && offset >= option.start - 1) return true
  return /^[\s[]*$/u.test(text.value.slice(offset + 1))
}

function endsParagraph({ text, mark }: Piece, offset: number): boolean {
  return /^[\s\].,;:)*”"]*(?:[-–—(][^[\]]{0,80})?$/u.test(text.value.slice(offset, mark?.start))
}

/** The pairs as a tree, in the order of the text. */
function nested(all: readonly (readonly Token[])[]): Span[] {
  const roots: Span[] = []
  const open: { token: Token; span: Span }[] = []
  for (const tokens of all) {
    /** Brackets of this paragraph that are never closed. */
    let lost = 0
    for (const token of tokens) {
      if (!token.pair) {
        if (token.opens) lost++
        continue
      }
      if (!token.opens) {
        const at = open.findLastIndex((one) => one.token === token.pair)
        if (at >= 0) open.length = at
        continue
      }
      const around = open.filter(({ span }) => span.what === 'bracket').length + lost
      const span: Span = {
        what: token.what,
        start: token.at,
        end: token.pair.at,
        sign: token.what === 'bracket' ? 1 : 0,
        depth: around + 1,
        author: token.author,
        children: [],
      }
      ;(open.at(-1)?.span.children ?? roots).push(span)
      open.push({ token, span })
    }
  }
  return roots
}
