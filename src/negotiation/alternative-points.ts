/** Paragraphs that are proposed for others, and those put between numbers → open points. */
import type { Drafting } from './drafting.js'
import { type Draft, glyphs } from './extents.js'
import type { Piece } from './paragraphs.js'
import type { Span } from './spans.js'

/** Put paragraphs that are for others among the points; several without one that they are for are for each other. */
export function draftAlternatives(spans: readonly Span[], drafting: Drafting): void {
  const { pieces, points } = drafting
  for (let at = 0; at < pieces.length; at++) {
    if (!pieces[at]?.isAlternative) continue
    const base = baseOf(at, drafting)
    const others = [at]
    while (pieces[at + 1]?.isAlternative && sameNumber(at + 1, at, drafting)) others.push(++at)
    const [first = at] = others
    if (base === null && others.length === 1) {
      newParagraph(first, drafting)
      continue
    }
    const draft: Draft = {
      kind: 'alternative-paragraph',
      depth: 1,
      whole: true,
      by: [],
      places: [],
      signs: [],
    }
    if (base !== null) addText(draft, { from: base, to: first, isNamed: false }, spans, drafting)
    for (const one of others) addText(draft, { from: one, to: one + 1, isNamed: true }, spans, drafting)
    points.push(draft)
  }
}

/** The paragraphs of one of the texts; that which others are for bears no names. */
interface Alternative {
  from: number
  /** Behind its last paragraph. */
  to: number
  isNamed: boolean
}

/** Add one text to those of a paragraph, without the names around it and the bracket that holds all of it. */
function addText(
  { places, signs, by }: Draft,
  { from, to, isNamed }: Alternative,
  spans: readonly Span[],
  drafting: Drafting,
): void {
  const option = places.length + 1
  const { stretch, taken } = drafting
  const body = stretch.body(from)
  const before = isNamed ? drafting.named(body) : null
  if (before) body.start = before.sign.end
  const behind = isNamed && !before && to === from + 1 ? drafting.namedBehind(body) : null
  if (behind) {
    body.end = behind.sign.start
    const own = spans.find((one) => one.start.paragraph === from && one.start.offset >= behind.sign.start)
    if (own) taken.add(own)
  }
  const named = before ?? behind
  if (named) {
    signs.push(named.sign)
    by.push(...named.by.map((one) => ({ ...one, option })))
  }
  const span = spans.find(
    (one) => one.what === 'bracket' && one.start.paragraph === from && stretch.covers(one, body),
  )
  if (!span || span.start.paragraph !== span.end.paragraph) {
    const more = Array.from({ length: to - from - 1 }, (_, index) => stretch.body(from + 1 + index, 0))
    places.push([body, ...more])
    return
  }
  const proposal = drafting.proposal(span)
  taken.add(span)
  signs.push(...glyphs(span), ...proposal.signs.map((part) => ({ paragraph: from, ...part })))
  by.push(...proposal.by.map(({ who, act }) => ({ who, act, option })))
  const start = proposal.options[0]?.start ?? body.start
  places.push([{ paragraph: from, start, end: proposal.options.at(-1)?.end ?? body.end }])
}

/** The paragraph for which another is proposed: the one of its number, or the one above. */
function baseOf(at: number, { pieces }: Drafting): number | null {
  const { label } = pieces[at] as Piece
  for (let back = at - 1; back >= 0; back--) {
    const piece = pieces[back] as Piece
    if (piece.isHeading || piece.isFormula) return null
    if (piece.isAlternative || piece.label?.part === 'sub') continue
    if (label?.value == null) return back
    if (piece.label?.value === label.value && (piece.label.suffix ?? null) === label.suffix) return back
    if (piece.label) return null
  }
  return null
}

/** Paragraphs with a number between others, and the names of those who propose them. */
export function draftNewParagraphs(drafting: Drafting): void {
  drafting.pieces.forEach(({ label, isAlternative }, paragraph) => {
    if (label?.suffix != null && !isAlternative) newParagraph(paragraph, drafting)
  })
}

function newParagraph(paragraph: number, drafting: Drafting): void {
  const body = drafting.stretch.body(paragraph)
  const named = drafting.named(body)
  if (!named) return
  const { by, sign } = named
  const places = [[{ ...body, start: sign.end }]]
  drafting.points.push({ kind: 'insert', depth: 1, whole: true, by, places, signs: [sign] })
}

function sameNumber(a: number, b: number, { pieces }: Drafting): boolean {
  const [one, other] = [pieces[a]?.label, pieces[b]?.label]
  return one?.value === other?.value && one?.suffix === other?.suffix
}
