/**
 * Marks that nothing tells from figures but their order: ", 14 and" between the
 * marks of notes 13 and 15.
 */
import type { Grammar } from '../language/types.js'

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
 * so far and the numbers of all notes. Ensures a mark only where its number
 * is once, alone and in the manner of a mark, between its neighbours' marks.
 */
export function lostMarks(
  texts: readonly (string | null)[],
  found: readonly PlacedMark[],
  numbers: readonly number[],
  grammar: Grammar,
): PlacedMark[] {
  const marks = [...found].sort(byPlace)
  const known = new Set(found.map(({ label }) => label))
  const result: PlacedMark[] = []
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

/** Offsets at which a number is as a mark does: behind a mark of punctuation, or between a word and a frequent one. */
function standing(text: string, label: string, grammar: Grammar): number[] {
  const found: number[] = []
  for (const match of text.matchAll(
    new RegExp(`(?<!(?!\\p{sc=Han})[\\p{L}\\p{N}/.-])${label}(?![\\p{L}\\p{N}/-]|\\.\\p{N})`, 'gu'),
  )) {
    const [before, after] = [text.slice(0, match.index), text.slice(match.index + label.length)]
    const next = /^\s+(\p{Ll}+)/u.exec(after)?.[1]
    const punctuated =
      /[\p{L})\]”"'’»》）][,;:，；：、]\s?$/u.test(before) && /^(?:\s|[,;.，；。、]|$)/u.test(after)
    const inWords = /\p{L}{3}\s$/u.test(before) && next !== undefined && grammar.isFrequent(next)
    // Where nothing parts words, a mark is glued to one, and something parts it from the next.
    const behindHan = /\p{sc=Han}$/u.test(before) && /^(?:[ \u00a0，；。、：）》)]|$)/u.test(after)
    if (punctuated || inWords || behindHan) found.push(match.index)
  }
  return found
}
