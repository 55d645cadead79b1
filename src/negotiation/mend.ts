/**
 * Cut stretches out of a text, and mend the seams.
 *
 *     the lamps[, buoys] and signals, [as appropriate,]
 *     the lamps and signals,
 */
import { concat, type Rich, rich, slice } from '../model/block.js'

export interface Cut {
  start: number
  end: number
  /** A bracket, a name, a label: no words of the text. */
  isSign: boolean
}

/** Words that go to another place. */
export interface Move {
  start: number
  end: number
  to: number
}

/** Put words where they go, a space on each side of them that has a letter there; where they were they are cut. */
export function carried(
  text: Rich,
  cuts: readonly Cut[],
  moves: readonly Move[],
): { text: Rich; cuts: Cut[] } {
  let whole = text
  let all = [...cuts, ...moves.map(({ start, end }) => ({ start, end, isSign: true }))]
  for (const { start, end, to } of [...moves].sort((a, b) => b.to - a.to)) {
    const words = text.value.slice(start, end)
    const isTight = (left: string | undefined, right: string | undefined) =>
      /[\p{L}\p{N}).,;:]/u.test(left ?? '') && /[\p{L}\p{N}(]/u.test(right ?? '')
    const front = rich(isTight(whole.value[to - 1], words[0]) ? ' ' : '')
    const back = rich(isTight(words.at(-1), whole.value[to]) ? ' ' : '')
    const put = concat(front, slice(text, start, end), back)
    whole = concat(slice(whole, 0, to), put, slice(whole, to))
    const by = put.value.length
    const shifted = (at: number, isEnd: boolean) => (at > to || (at === to && !isEnd) ? at + by : at)
    all = all.map((cut) => ({ ...cut, start: shifted(cut.start, false), end: shifted(cut.end, true) }))
  }
  return { text: whole, cuts: all }
}

/** Merge cuts that touch or overlap. */
function together(cuts: readonly Cut[]): Cut[] {
  const result: Cut[] = []
  for (const cut of [...cuts].sort((a, b) => a.start - b.start || b.end - a.end)) {
    const last = result.at(-1)
    if (last && cut.start <= last.end) {
      last.end = Math.max(last.end, cut.end)
      last.isSign &&= cut.isSign
    } else result.push({ ...cut })
  }
  return result
}

export function mended(text: Rich, cuts: readonly Cut[]): Rich {
  const all = together(cuts)
  const signs = cuts.filter(({ isSign }) => isSign)
  let result = rich('')
  let from = 0
  for (const cut of all) {
    result = joined(result, slice(text, from, cut.start), '', true)
    from = cut.end
    const rest = text.value.slice(from)
    const gone = text.value.slice(cut.start, cut.end)
    result = seam(result, rest, gone, cut.isSign ? insideOf(text.value, cut, signs) : null)
    // What the seam made superfluous behind it.
    from += superfluous(result.value, rest)
  }
  result = joined(result, slice(text, from), '', true)
  return finished(result, text.value, all)
}

function joined(left: Rich, right: Rich, between: string, keepMap: boolean): Rich {
  const parts = between === '' ? [left, right] : [left, rich(between), right]
  const whole = concat(...parts.filter(({ value, marks }) => value !== '' || marks.length > 0))
  return keepMap ? whole : { ...whole, map: [] }
}

/** What is before a cut, made to fit what comes behind it. */
function seam(left: Rich, rest: string, gone: string, inside: string | null): Rich {
  const { value } = left
  const next = rest[0] ?? ''
  // "and [/or]": a stroke that touches its word touches the one before it.
  if (inside !== null && /\s$/u.test(value) && /^\/\S/u.test(rest))
    return slice(left, 0, value.trimEnd().length)
  if (/\s$/u.test(value) && (/^\s/u.test(rest) || /[,;:.)]/u.test(next)))
    return slice(left, 0, value.trimEnd().length)
  // A mark before a mark: the stronger one stays.
  if (/[,;]\s*$/u.test(value) && /^\s*[.;]/u.test(rest) && inside === null)
    return slice(left, 0, value.replace(/[,;]\s*$/u, '').length)
  const isTight = /[\p{L}\p{N})”,;]$/u.test(value) && /^[\p{L}\p{N}(“]/u.test(rest)
  // Words that are cut with the space around them leave one; so do several words whose bracket touches a word.
  const wants = inside === null ? /^[[\s]*\s|\s[\]\s]*$/u.test(gone) : /\s/u.test(inside) || /,$/u.test(value)
  return isTight && wants ? concat(left, rich(' ')) : left
}

/** The words on the inner side of a sign: part of a word, or several. */
function insideOf(value: string, cut: Cut, signs: readonly Cut[]): string {
  if (value[cut.start] === '[') {
    const close = signs.find(({ start }) => start >= cut.end)
    return value.slice(cut.end, close?.start ?? cut.end)
  }
  const open = signs.findLast(({ end }) => end <= cut.start)
  return value.slice(open?.end ?? cut.start, cut.start)
}

/** How much of what follows a seam is there twice: a space, a comma. */
function superfluous(left: string, rest: string): number {
  const match = /^(?<space>\s*)(?<mark>[,;]?)/u.exec(rest)
  const { space = '', mark = '' } = match?.groups ?? {}
  if (mark !== '' && (left === '' || /[,;:.(]\s*$/u.test(left))) {
    // A comma behind a comma, or at the front.
    return (
      space.length +
      mark.length +
      (left === '' ? (/^\s*/u.exec(rest.slice(space.length + mark.length))?.[0].length ?? 0) : 0)
    )
  }
  if (space !== '' && (left === '' || /\s$/u.test(left))) return space.length
  return 0
}

/** Capital letter and closing mark, where the cuts took them. */
function finished(text: Rich, old: string, cuts: readonly Cut[]): Rich {
  let result = text
  const { value } = result
  const first = cuts[0]
  const isFront = first !== undefined && old.slice(0, first.start).trim() === '' && !first.isSign
  if (isFront && /^\s*\p{Lu}/u.test(old.replace(/^[\s[]+/u, '')) && /^\p{Ll}/u.test(value))
    result = joined(rich(value.slice(0, 1).toUpperCase()), slice(result, 1), '', true)
  const last = cuts.at(-1)
  const mark = /[,;.:](?=[\s\]]*$)/u.exec(old.slice(0, endOfWords(old, cuts)))?.[0]
  if (last && last.end >= old.trimEnd().length && mark && /[\p{L}\p{N})”]\s*$/u.test(result.value))
    result = concat(slice(result, 0, result.value.trimEnd().length), rich(mark))
  return result
}

/** Where the words of a text end, before names and marks of state. */
function endOfWords(old: string, cuts: readonly Cut[]): number {
  let end = old.length
  for (const { start, end: to, isSign } of [...cuts].reverse())
    if (isSign && to >= end && start < end) end = start
  return end
}
