/**
 * A negotiating text and choices → the text that they give, without brackets, names and labels of
 * options; the seams mended, the paragraphs renumbered.
 */
import { match } from 'ts-pattern'
import { type Block, concat, type Rich, rich, slice } from '../model/block.js'
import type {
  Choice,
  Choices,
  Extent,
  NegotiatedParagraph,
  Negotiation,
  OpenPoint,
  PointChoice,
} from '../model/negotiation.js'
import { type Cut, carried, type Move, mended } from './mend.js'
import { type Kept, renumbered } from './renumber.js'

export interface Chosen {
  /** The blocks of the text. */
  blocks: Block[]
  /** What was chosen of each point, in their order: it holds in the next version of the text. */
  choices: PointChoice[]
  /** Choices for single points that the text does not have. */
  unused: PointChoice[]
}

/**
 * Make one text of what is chosen.
 *
 * Ensures that nothing is lost but signs, marks of state, and texts that were not chosen: a text with
 * nothing open stays as it is.
 */
export function choose(negotiation: Negotiation, { choose: choice, points: single }: Choices): Chosen {
  const { paragraphs, points } = negotiation
  const unused = new Set(single)
  const options = new Map<string, number>()
  const own = new Map<string, PointChoice>()
  for (const point of points) {
    const one = single.find((other) => isOf(other, point))
    if (one) {
      unused.delete(one)
      own.set(point.id, one)
    }
    options.set(point.id, one ? Math.min(one.option, point.options.length) : optionOf(point, choice))
  }
  const cuts = cutsOf(points, options, paragraphs)
  const moves = movesOf(points, options)
  const stands = placesTaken(points, options, paragraphs)
  const kept: Kept[] = []
  const gone: NegotiatedParagraph[] = []
  paragraphs.forEach((paragraph, index) => {
    const { text, cuts: own } = carried(paragraph.text, cuts.get(index) ?? [], moves.get(index) ?? [])
    const one = withoutCuts({ ...paragraph, text }, own)
    if (one === null) gone.push(paragraph)
    else if (kept.length > 0 && goesOn(kept.at(-1) as Kept, one, paragraphs[index - 1], own))
      (kept.at(-1) as Kept).text = concat((kept.at(-1) as Kept).text, rich(' '), one.text)
    else
      kept.push({
        paragraph,
        ...one,
        ...(stands.has(index) ? { stands: stands.get(index) as NegotiatedParagraph } : {}),
      })
  })
  return {
    blocks: inOrder(
      negotiation,
      renumbered(kept, paragraphs, {
        added: addedTo(negotiation),
        passed: passedOver(points, options, paragraphs),
      }),
    ),
    choices: points.map(({ id, at, kind, options: texts }) => ({
      at,
      kind,
      options: texts,
      option: options.get(id) ?? 0,
      single: own.has(id),
    })),
    unused: [...unused],
  }
}

/** A choice is of a point that says the same; its number may be another in the next version. */
export function isOf(one: PointChoice, { at, kind, options }: OpenPoint): boolean {
  if (one.kind !== kind || one.options.length !== options.length) return false
  const isSame = one.options.every((text, index) => text === options[index])
  return isSame && (one.at === at || one.options.join(' ').length > shortOption)
}

/** Shorter words may be open in several paragraphs. */
const shortOption = 24

/** Which option a choice takes, from 1; 0 for none. */
export function optionOf({ kind, options, by }: OpenPoint, choice: Choice): number {
  const last = options.length
  if (typeof choice === 'object') {
    const own = by.filter(({ who }) => choice.party.includes(who))
    const put = own.findLast(({ act }) => act === 'propose')
    const kept = own.findLast(({ act }) => act === 'retain')
    const isAgainst = own.some(({ act }) => act === 'delete')
    if (isChoice(kind)) return put?.option ?? kept?.option ?? 1
    if (kind === 'insert') return put && !isAgainst ? 1 : 0
    return isAgainst && !kept ? 0 : 1
  }
  return match(choice)
    .with('keep', () => 1)
    .with('drop', () => (isChoice(kind) ? 1 : 0))
    .with('last', () => (isChoice(kind) ? last : 1))
    .with('base', () => (kind === 'insert' ? 0 : 1))
    .with('all', () => (isChoice(kind) ? last : kind === 'delete' ? 0 : 1))
    .exhaustive()
}

function isChoice(kind: OpenPoint['kind']): boolean {
  return (
    kind === 'alternatives' || kind === 'options' || kind === 'alternative-paragraph' || kind === 'replace'
  )
}

/** Paragraphs that a party adds, where numbers are printed. */
function addedTo({ points, paragraphs }: Negotiation): ReadonlySet<NegotiatedParagraph> {
  const added = points.filter(({ kind, whole, at }) => kind === 'insert' && whole && /^(?:OP)?\d/u.test(at))
  return new Set(
    added.flatMap(({ places }) => places.flat().flatMap(({ paragraph }) => paragraphs[paragraph] ?? [])),
  )
}

/** Paragraphs of the texts that were not chosen for a place. */
function passedOver(
  points: readonly OpenPoint[],
  options: ReadonlyMap<string, number>,
  paragraphs: readonly NegotiatedParagraph[],
): ReadonlySet<NegotiatedParagraph> {
  const passed = points
    .filter(({ kind }) => kind === 'options' || kind === 'alternative-paragraph')
    .flatMap(({ id, places }) => places.filter((_, index) => index + 1 !== options.get(id)).flat())
  return new Set(passed.flatMap(({ paragraph }) => paragraphs[paragraph] ?? []))
}

/** What goes of each paragraph: signs, marks of state, and what was not chosen. */
function cutsOf(
  points: readonly OpenPoint[],
  options: ReadonlyMap<string, number>,
  paragraphs: readonly NegotiatedParagraph[],
): Map<number, Cut[]> {
  const cuts = new Map<number, Cut[]>()
  const cut = ({ paragraph, start, end }: Extent, isSign: boolean) => {
    if (end > start) cuts.set(paragraph, [...(cuts.get(paragraph) ?? []), { start, end, isSign }])
  }
  paragraphs.forEach(({ mark, oldNumber, label, text }, paragraph) => {
    if (mark) cut(mark, true)
    if (oldNumber) cut(oldNumber, true)
    // A label in brackets keeps none of them.
    const printed = /^(?<open>\s*\[)[^[\]]*(?<close>\]\s*)$/u.exec(
      text.value.slice(0, label?.end ?? 0),
    )?.groups
    if (!label || printed?.open === undefined || printed.close === undefined) return
    cut({ paragraph, start: 0, end: printed.open.length }, true)
    cut({ paragraph, start: label.end - printed.close.length, end: label.end }, true)
  })
  for (const { id, places, signs, nothing } of points) {
    for (const sign of signs) cut(sign, true)
    const chosen = options.get(id) ?? 0
    places.forEach((stretches, index) => {
      if (index + 1 !== chosen || index + 1 === nothing) for (const stretch of stretches) cut(stretch, false)
    })
  }
  return cuts
}

/** The words that were chosen and go where a command says. */
function movesOf(points: readonly OpenPoint[], options: ReadonlyMap<string, number>): Map<number, Move[]> {
  const moves = new Map<number, Move[]>()
  for (const { id, places, goal } of points) {
    const [stretch] = places.at(-1) ?? []
    if (!goal || !stretch || options.get(id) !== places.length) continue
    const move = { start: stretch.start, end: stretch.end, to: goal.offset }
    moves.set(goal.paragraph, [...(moves.get(goal.paragraph) ?? []), move])
  }
  return moves
}

/** The text without its cuts; null where nothing is left of it but its label. */
function withoutCuts(
  { text, label }: NegotiatedParagraph,
  cuts: readonly Cut[],
): Omit<Kept, 'paragraph'> | null {
  const labelEnd = label?.end ?? 0
  if (cuts.length === 0) return { text: bare(text), labelEnd }
  const body = slice(text, labelEnd)
  const inBody = cuts
    .filter(({ end }) => end > labelEnd)
    .map(({ start, end, isSign }) => ({ start: Math.max(0, start - labelEnd), end: end - labelEnd, isSign }))
  const left = mended(body, inBody)
  if (!/[\p{L}\p{N}]/u.test(left.value) && left.marks.every(({ kind }) => kind !== 'noteReference'))
    return null
  // A bracket before the label goes with it.
  const before = cuts.filter(({ start }) => start < labelEnd)
  const front = before.length > 0 ? mended(slice(text, 0, labelEnd), before) : slice(text, 0, labelEnd)
  const spaced = front.value === '' || /\s$/u.test(front.value) ? front : concat(front, rich(' '))
  return { text: bare(concat(spaced, left)), labelEnd: spaced.value.length }
}

/** Without the marks of changes: what is left is the text. */
function bare(text: Rich): Rich {
  return { ...text, marks: text.marks.filter(({ kind }) => kind !== 'inserted' && kind !== 'deleted') }
}

/** An option in the middle of a sentence, and what goes on behind it, are of the paragraph above. */
function goesOn(
  above: Kept,
  { text, labelEnd }: Omit<Kept, 'paragraph'>,
  before: NegotiatedParagraph | undefined,
  cuts: readonly Cut[],
): boolean {
  if (labelEnd > 0 && cuts.length === 0) return false
  const isSplit = before !== undefined && before.block === above.paragraph.block
  if (!isSplit && cuts.length === 0) return false
  return (
    /^\p{Ll}/u.test(text.value.slice(labelEnd)) &&
    /[\p{L}\p{N},]\s*$/u.test(above.text.value) &&
    labelEnd === 0
  )
}

/** Paragraphs that are in the place of another, whose number they take. */
function placesTaken(
  points: readonly OpenPoint[],
  options: ReadonlyMap<string, number>,
  paragraphs: readonly NegotiatedParagraph[],
): Map<number, NegotiatedParagraph> {
  const taken = new Map<number, NegotiatedParagraph>()
  for (const { id, kind, places } of points) {
    if (kind !== 'alternative-paragraph' && kind !== 'options') continue
    const first = places[0]?.[0]?.paragraph
    const chosen = places[(options.get(id) ?? 0) - 1]?.[0]?.paragraph
    const base = first === undefined ? undefined : paragraphs[first]
    if (base && chosen !== undefined && chosen !== first) taken.set(chosen, base)
  }
  return taken
}

/** The paragraphs with the blocks between them; notes of what went are gone. */
function inOrder({ paragraphs, rest }: Negotiation, kept: readonly Kept[]): Block[] {
  const referred = (texts: readonly Rich[]) =>
    new Set(
      texts.flatMap(({ marks }) =>
        marks.flatMap(({ kind, identifier }) => (kind === 'noteReference' ? [identifier] : [])),
      ),
    )
  const before = referred(paragraphs.map(({ text }) => text))
  const after = referred(kept.map(({ text }) => text))
  const blocks: Block[] = []
  let next = 0
  const others = (upTo: number) => {
    for (; next < rest.length && (rest[next]?.after ?? 0) <= upTo; next++) {
      const { block } = rest[next] as (typeof rest)[number]
      if (block.kind === 'note' && before.has(block.identifier) && !after.has(block.identifier)) continue
      blocks.push(block)
    }
  }
  for (const { paragraph, text } of kept) {
    others(paragraphs.indexOf(paragraph))
    blocks.push({ ...paragraph.block, text })
  }
  others(paragraphs.length)
  return blocks
}
