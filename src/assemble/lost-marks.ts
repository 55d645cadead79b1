/**
 * Marks that nothing tells from figures but their order: ", 14 and" between the
 * marks of notes 13 and 15, or 1, 2 and 3 on the page whose notes have these numbers.
 */
import type { Grammar } from '../language/types.js'
import { longestAscending } from '../model/ascending.js'

/** A mark in the text of a block. */
export interface PlacedMark {
  block: number
  start: number
  end: number
  label: string
}

/**
 * Find the marks of notes that none refers to.
 *
 * Given the texts in order (null for what is no running text), the marks found
 * so far, the numbers of all notes and whether one of them is at the foot of the
 * page of a block. Ensures a mark only where its number
 * is once, alone and in the manner of a mark, between its neighbours' marks.
 */
export function lostMarks(
  texts: readonly (string | null)[],
  found: readonly PlacedMark[],
  numbers: readonly number[],
  grammar: Grammar,
  isOnPage: (block: number, label: string) => boolean,
): PlacedMark[] {
  const known = new Set(found.map(({ label }) => label))
  const result = inOrder(texts, found, numbers, grammar, isOnPage)
  for (const { label } of result) known.add(label)
  const marks = [...found, ...result].sort(byPlace)
  for (const number of numbers) {
    const label = String(number)
    if (known.has(label)) continue
    const before = marks.findLast((mark) => Number(mark.label) === number - 1)
    const after = marks.find((mark) => Number(mark.label) > number && (!before || byPlace(before, mark) < 0))
    // Without a neighbour there is no order to go by.
    if (!before && !after) continue
    const candidates = between(texts, before, after).flatMap(({ block, text, from }) =>
      standing(text, label, grammar).map((at) => ({
        block,
        start: from + at,
        end: from + at + label.length,
        label,
      })),
    )
    const [only, ...others] = candidates
    if (!only || others.length > 0) continue
    result.push(only)
    insert(marks, only)
  }
  return result
}

/** So many numbers in a row are no chance. */
const leastInOrder = 2

/**
 * Marks that their form does not tell: the numbers of notes that stand one behind the
 * other as marks do, between the marks that are known, if most of the notes have one.
 */
function inOrder(
  texts: readonly (string | null)[],
  found: readonly PlacedMark[],
  numbers: readonly number[],
  grammar: Grammar,
  isOnPage: (block: number, label: string) => boolean,
): PlacedMark[] {
  const known = new Set(found.map(({ label }) => label))
  const wanted = new Set(numbers.filter((number) => !known.has(String(number))))
  if (wanted.size === 0) return []
  const fits = inPlace(found)
  const candidates = texts.flatMap((text, block) => {
    if (text === null) return []
    const figures = [...text.matchAll(/(?<!\p{N})[1-9]\d{0,2}(?!\p{N})/gu)].flatMap(({ 0: label, index }) => {
      const end = index + label.length
      if (!wanted.has(Number(label)) || !isOnPage(block, label)) return []
      const beforeStop = isBeforeStop(text, index, end)
      if (!beforeStop && !isStanding(text, index, end, grammar)) return []
      // The space between a word and its mark is the tool's: before a stop stands none.
      const mark = { block, start: beforeStop ? index - 1 : index, end, label }
      return fits(mark) ? [mark] : []
    })
    const cited = figures.length > 0 ? grammar.citations(text) : []
    return figures.filter(({ start, end }) => !cited.some((one) => one.start < end && one.end > start))
  })
  const rising = longestAscending(candidates.map(({ label }) => Number(label))).map(
    (at) => candidates[at] as PlacedMark,
  )
  const places = new Map<string, PlacedMark[]>()
  for (const mark of candidates) places.set(mark.label, [...(places.get(mark.label) ?? []), mark])
  // Of two places for a number one is a figure of the text: nothing tells which.
  const chain = rising.filter(
    (mark, index) =>
      places
        .get(mark.label)
        ?.every((other) => other === mark || !isBetween(rising[index - 1], other, rising[index + 1])) ===
      true,
  )
  return chain.length >= leastInOrder && 2 * chain.length > wanted.size ? chain : []
}

function isBetween(before: PlacedMark | undefined, mark: PlacedMark, after: PlacedMark | undefined): boolean {
  return (!before || byPlace(before, mark) < 0) && (!after || byPlace(mark, after) < 0)
}

/** Whether a mark is behind the first known mark of each lower number, and before that of each higher one. */
function inPlace(found: readonly PlacedMark[]): (mark: PlacedMark) => boolean {
  const first = new Map<number, PlacedMark>()
  for (const mark of [...found].sort(byPlace)) {
    const number = Number(mark.label)
    if (!Number.isNaN(number) && !first.has(number)) first.set(number, mark)
  }
  const ordered = [...first].sort(([a], [b]) => a - b)
  return (mark) => {
    const number = Number(mark.label)
    const below = ordered.findLast(([other]) => other < number)?.[1]
    const above = ordered.find(([other]) => other > number)?.[1]
    return isBetween(below, mark, above)
  }
}

/** Insert a mark into marks that are in order: sorting them all for each mark found takes too long. */
function insert(marks: PlacedMark[], mark: PlacedMark): void {
  const at = marks.findIndex((other) => byPlace(mark, other) < 0)
  marks.splice(at === -1 ? marks.length : at, 0, mark)
}

function byPlace(a: PlacedMark, b: PlacedMark): number {
  return a.block - b.block || a.start - b.start
}

/** The stretches of running text between two marks. */
function between(
  texts: readonly (string | null)[],
  before: PlacedMark | undefined,
  after: PlacedMark | undefined,
): { block: number; text: string; from: number }[] {
  const [first, last] = [before?.block ?? 0, after?.block ?? texts.length - 1]
  const result: { block: number; text: string; from: number }[] = []
  for (let block = first; block <= last; block++) {
    const text = texts[block]
    if (text === null || text === undefined) continue
    const from = block === before?.block ? before.end : 0
    // The character at the border tells how the figure is.
    const to = block === after?.block ? after.start : text.length
    const start = Math.max(0, from - 1)
    result.push({ block, text: text.slice(start, to), from: start })
  }
  return result
}

/** Offsets at which a number is as a mark does. */
function standing(text: string, label: string, grammar: Grammar): number[] {
  return [...text.matchAll(new RegExp(label, 'gu'))]
    .map(({ index }) => index)
    .filter((at) => isStanding(text, at, at + label.length, grammar))
}

/** So much beside a figure tells whether it is a mark. */
const beside = 40

/** Most languages set a mark before the punctuation: `faroles 4,`. */
function isBeforeStop(text: string, start: number, end: number): boolean {
  return (
    /\p{L}{3}[)”"»]?\s$/u.test(text.slice(Math.max(0, start - beside), start)) &&
    /^\s?[,;:.،؛]/u.test(text.slice(end, end + 2))
  )
}

/** Whether a figure is where a mark is: behind a mark of punctuation, between a word and a frequent one, or alone on its line. */
function isStanding(text: string, start: number, end: number, grammar: Grammar): boolean {
  const before = text.slice(Math.max(0, start - beside), start)
  const after = text.slice(end, end + beside)
  if (/(?!\p{sc=Han})[\p{L}\p{N}/.-]$/u.test(before) || /^(?:[\p{L}\p{N}/-]|\.\p{N})/u.test(after))
    return false
  const next = /^\s+(\p{Ll}+)/u.exec(after)?.[1]
  const punctuated =
    /(?:[\p{L})\]”"'’»》）]|(?<!\p{N})(?:19|20)\d\d)[,;:，；：、]\s?$/u.test(before) &&
    /^(?:\s|[,;.，；。、]|$)/u.test(after)
  // "Agenda 21, 2 the Code", but "articles 3, 4 and 5".
  const behindFigure =
    /\p{N}[,;]\s$/u.test(before) &&
    (next === undefined ? /^(?:\s*\n|$)/u.test(after) : !grammar.isSeparator(next))
  const inWords =
    /(?:\p{L}{3}|(?<!\([^()]{1,3})[)”"»]|(?<!\p{N})(?:19|20)\d\d)\s$/u.test(before) &&
    next !== undefined &&
    grammar.isFrequent(next)
  // Where nothing parts words, a mark is glued to one, and something parts it from the next.
  const behindHan = /\p{sc=Han}$/u.test(before) && /^(?:[ \u00a0，；。、：）》)]|$)/u.test(after)
  const alone = /[^\n]\n$/u.test(before) && /^\n[^\n]/u.test(after)
  return punctuated || behindFigure || inWords || behindHan || alone
}
