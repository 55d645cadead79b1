/** Blocks → the negotiation: paragraphs, open points, parties, and what could not be read. */
import { loadNegotiating, type Negotiating } from '../language/negotiating.js'
import type { Openings } from '../language/openings.js'
import { type Block, placesOf, sourceOffset } from '../model/block.js'
import type {
  Extent,
  NegotiatedParagraph,
  Negotiation,
  NegotiationMessage,
  OpenPoint,
} from '../model/negotiation.js'
import { byParagraph, byPlace, type Draft, placeOf, without } from './extents.js'
import { isOnlyMark, namesOf } from './labels.js'
import { optionGroups } from './options.js'
import { type Piece, piecesOf } from './paragraphs.js'
import { draftPoints } from './points.js'
import { spansOf } from './spans.js'

export interface NegotiationContext {
  openings: Openings
  /** ISO 639-1 code. */
  language: string
  /** The text that the blocks' offsets point into. */
  text?: string | undefined
}

/** Characters of a text that are kept to find a sign that could not be read. */
const shownWords = 60

/**
 * Read the open points of a negotiating text.
 *
 * Given assembled blocks, read with both sides of what is tracked. Ensures that every character of
 * their paragraphs is in a paragraph, and each bracket in a point, in a blank, in a mark, or in a message.
 */
export function readNegotiation(blocks: readonly Block[], context: NegotiationContext): Negotiation {
  const { openings, language, text: source } = context
  const words = loadNegotiating(language)
  const content = blocks.filter(isText)
  for (const { text } of content.slice(0, 40)) words.define(text.value)
  const pieces = piecesOf(content, { openings, words, source })
  const { spans, unpaired } = spansOf(pieces)
  const { groups, alone } = optionGroups(pieces, spans, words)
  const { points: drafts, blanks, unfound } = draftPoints(pieces, spans, groups, { words, openings })
  const sorted = [...drafts].sort(byPlace)
  const names = withHeads(
    pieces,
    namesOf(pieces, { isAdded: addedBy(sorted), isWithin: withinOptions(sorted) }),
  )
  const signs = sorted.flatMap((draft) => draft.signs)
  const points = settled(sorted, pieces, names, signs, words)
  const messages: NegotiationMessage[] = [
    ...unpaired.map(({ id, at }) => ({
      id,
      paragraph: at.paragraph,
      from: at.offset - (id === 'never-opened' ? 1 : 0),
    })),
    ...unfound.map(({ paragraph, offset }) => ({ id: 'words-not-found' as const, paragraph, from: offset })),
    ...alone.map((paragraph) => ({
      id: 'option-order' as const,
      paragraph,
      from: pieces[paragraph]?.option?.start ?? 0,
    })),
  ]
    .sort((a, b) => a.paragraph - b.paragraph || a.from - b.from)
    .map(({ id, paragraph, from }) => ({
      id,
      at: names[paragraph] ?? '',
      paragraph,
      text: (pieces[paragraph]?.text.value ?? '').slice(from, from + shownWords),
    }))
  return {
    language,
    paragraphs: paragraphsOf(pieces, names),
    points,
    parties: [...new Set(points.flatMap(({ by }) => by.map(({ who }) => who)))],
    blanks: blanks.map(({ paragraph, start, end }) => ({
      at: names[paragraph] ?? '',
      text: (pieces[paragraph]?.text.value ?? '').slice(start, end),
    })),
    messages,
    rest: restOf(blocks, pieces),
  }
}

function isText({ kind }: Block): boolean {
  return kind === 'paragraph' || kind === 'heading'
}

/** The other blocks, each with how many paragraphs are before it. */
function restOf(blocks: readonly Block[], pieces: readonly Piece[]): Negotiation['rest'] {
  const counts = new Map<Block, number>()
  for (const { block } of pieces) counts.set(block, (counts.get(block) ?? 0) + 1)
  const rest: Negotiation['rest'] = []
  let after = 0
  for (const block of blocks) {
    if (isText(block)) after += counts.get(block) ?? 0
    else rest.push({ block, after })
  }
  return rest
}

/** A mark that has a paragraph to itself is of the one above. */
function paragraphsOf(pieces: readonly Piece[], names: readonly string[]): NegotiatedParagraph[] {
  const result: NegotiatedParagraph[] = []
  pieces.forEach((piece, paragraph) => {
    const { block, text, label, mark, oldNumber } = piece
    let { state } = piece
    const above = result.at(-1)
    if (above && isOnlyMark(piece)) {
      above.state ??= state
      state = null
    }
    result.push({
      block,
      text,
      at: names[paragraph] ?? '',
      label,
      state,
      mark: mark && { paragraph, ...mark },
      oldNumber: oldNumber && { paragraph, ...oldNumber },
    })
  })
  return result
}

/** A label of an option that has a line to itself is at the paragraph that it heads. */
function withHeads(pieces: readonly Piece[], names: readonly string[]): string[] {
  const result = [...names]
  for (let at = pieces.length - 2; at >= 0; at--) {
    const { option, text, label } = pieces[at] as Piece
    if (option && label === null && !/[\p{L}\p{N}]/u.test(text.value.slice(option.end)))
      result[at] = result[at + 1] ?? ''
  }
  return result
}

/** Whole paragraphs that a party wants to add; what is tracked has no brackets. */
function addedBy(drafts: readonly Draft[]): (paragraph: number) => 'bracketed' | 'tracked' | undefined {
  const added = new Map<number, 'bracketed' | 'tracked'>()
  for (const { kind, whole, places, signs } of drafts)
    if (kind === 'insert' && whole)
      for (const { paragraph } of places.flat())
        added.set(paragraph, signs.length === 0 ? 'tracked' : 'bracketed')
  return (paragraph) => added.get(paragraph)
}

/** Paragraphs of options but the first, which is counted. */
function withinOptions(drafts: readonly Draft[]): (paragraph: number) => boolean {
  const within = new Set<number>()
  for (const draft of drafts) {
    if (draft.kind !== 'options') continue
    const first = placeOf(draft).paragraph
    for (const { paragraph } of draft.places.flat()) if (paragraph !== first) within.add(paragraph)
  }
  return (paragraph) => within.has(paragraph)
}

/** Give drafts their numbers, their texts, and the points that they are in. */
function settled(
  drafts: readonly Draft[],
  pieces: readonly Piece[],
  names: readonly string[],
  signs: readonly Extent[],
  words: Negotiating,
): OpenPoint[] {
  const inParagraph = byParagraph(signs)
  /** Where the texts of points are, by paragraphs, in the order of the points. */
  const texts = new Map<number, { index: number; place: Extent }[]>()
  drafts.forEach(({ places }, index) => {
    for (const place of places.flat())
      texts.set(place.paragraph, [...(texts.get(place.paragraph) ?? []), { index, place }])
  })
  return drafts.map((draft, index) => {
    const first = placeOf(draft)
    const options = draft.places.map((stretches) => textOf(stretches, pieces, inParagraph))
    const own = draft.places.flat().filter(({ paragraph }) => paragraph === first.paragraph)
    const around = texts
      .get(first.paragraph)
      ?.findLast(
        ({ index: other, place: { start, end } }) =>
          other !== index &&
          start <= first.offset &&
          first.offset < end &&
          !own.some((one) => one.start <= start && one.end >= end),
      )
    const parent = around?.index ?? -1
    const nothing = options.length > 1 ? options.findIndex((option) => words.isNoText(option)) + 1 : 0
    return {
      id: `p${index + 1}`,
      at: names[first.paragraph] ?? '',
      ...draft,
      options,
      ...(nothing > 0 && { nothing }),
      parent: parent < 0 ? null : `p${parent + 1}`,
      ...sourceOf(draft, pieces),
    }
  })
}

/** The words of stretches without the signs in them. */
function textOf(
  stretches: readonly Extent[],
  pieces: readonly Piece[],
  signs: ReadonlyMap<number, readonly Extent[]>,
): string {
  const paragraphs = new Map<number, string>()
  for (const stretch of stretches) {
    const piece = pieces[stretch.paragraph]
    const value = piece?.text.value ?? ''
    // A number is no word of the text.
    const start = Math.max(stretch.start, Math.min(stretch.end, piece?.label?.end ?? 0))
    const said = without({ ...stretch, start }, signs.get(stretch.paragraph) ?? [])
      .map(({ start, end }) => value.slice(start, end))
      .join('')
    paragraphs.set(stretch.paragraph, (paragraphs.get(stretch.paragraph) ?? '') + said)
  }
  return [...paragraphs.values()]
    .map((text) => text.replace(/\s+/gu, ' ').trim())
    .filter((text) => text !== '')
    .join(' ')
}

function sourceOf(
  { places, signs }: Draft,
  pieces: readonly Piece[],
): Pick<OpenPoint, 'offsets' | 'sources'> {
  const all = [...places.flat(), ...signs].sort((a, b) => a.paragraph - b.paragraph || a.start - b.start)
  const [first, last] = [
    all[0],
    all.reduce((most, one) => (isLater(one, most) ? one : most), all[0] as Extent),
  ]
  const [from, to] = [first && pieces[first.paragraph]?.text, last && pieces[last.paragraph]?.text]
  if (!from || !to || !first || !last) return {}
  const sources = placesOf(from, first.start, Math.max(first.end, first.start + 1))
  if (sources.length > 0) return { sources }
  const [start, end] = [sourceOffset(from, first.start), sourceOffset(to, last.end, true)]
  return start === undefined || end === undefined ? {} : { offsets: { start, end } }
}

function isLater(one: Extent, other: Extent): boolean {
  return one.paragraph > other.paragraph || (one.paragraph === other.paragraph && one.end > other.end)
}
