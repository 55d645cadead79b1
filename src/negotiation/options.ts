/**
 * Paragraphs that are headed as options → groups of them.
 *
 *     Option 1: Requests the keepers …
 *     Option 2:                          holds what follows
 *     Requests the harbours …
 *     7. Decides …                       no option: the first one had one paragraph
 */
import type { Negotiating } from '../language/negotiating.js'
import type { Piece } from './paragraphs.js'
import type { Place, Span } from './spans.js'

export interface OptionGroup {
  /** Each from its label to the next one's, or to the end of the group. */
  options: { label: { paragraph: number; start: number; end: number }; end: Place }[]
}

interface Open {
  options: { paragraph: number; value: number; style: string; indent: number }[]
  /** The bracket around the first option. */
  around: Span | undefined
}

/** An option without another behind it in so many paragraphs is none. */
const longestAlone = 60

/** Find the options of a text; `alone` are labels of options that have no other beside them. */
export function optionGroups(
  pieces: readonly Piece[],
  spans: readonly Span[],
  words: Negotiating,
): { groups: OptionGroup[]; alone: number[] } {
  const groups: OptionGroup[] = []
  const alone: number[] = []
  let open: Open[] = []
  const close = (group: Open, end: Place) => {
    if (group.options.length < 2) {
      alone.push(...group.options.map(({ paragraph }) => paragraph))
      return
    }
    const options = group.options.map(({ paragraph }, index) => {
      const { start, end: labelEnd } = pieces[paragraph]?.option ?? { start: 0, end: 0 }
      const next = group.options[index + 1]
      return {
        label: { paragraph, start, end: labelEnd },
        end: next ? { paragraph: next.paragraph, offset: 0 } : end,
      }
    })
    groups.push({ options })
  }
  const closeFrom = (depth: number, end: Place) => {
    for (const group of open.slice(depth).reverse()) close(group, end)
    open = open.slice(0, depth)
  }
  pieces.forEach((piece, paragraph) => {
    const here = { paragraph, offset: 0 }
    if (piece.isHeading && !piece.option) closeFrom(0, here)
    // A bracket around the options ends them.
    const ended = open.findIndex(({ around }) => around && around.end.paragraph < paragraph)
    if (ended >= 0) closeFrom(ended, open[ended]?.around?.end ?? here)
    if (piece.option) {
      const { value, style } = piece.option
      const around = spanAround(spans, { paragraph, offset: piece.option.start })
      const one = { paragraph, value, style, indent: piece.indent }
      const at = open.findLastIndex((group) => goesOn(group, one))
      if (at >= 0) {
        closeFrom(at + 1, here)
        open[at]?.options.push(one)
        return
      }
      // A group that is complete ends before another begins.
      const done = open.findIndex((group) => isDone(group, paragraph, pieces, words))
      if (done >= 0) closeFrom(done, here)
      // The first of a style that is open begins again: those are another place's.
      const same = open.findIndex(({ options }) => options.at(-1)?.style === style)
      if (same >= 0) closeFrom(same, here)
      open.push({ options: [one], around })
      return
    }
    const done = open.findIndex(
      (group) => !hasNext(group, paragraph, pieces) && isDone(group, paragraph, pieces, words),
    )
    if (done >= 0) closeFrom(done, here)
  })
  const last = pieces.length - 1
  for (const [depth, group] of [...open.entries()].reverse()) {
    const end = { paragraph: last, offset: pieces[last]?.text.value.length ?? 0 }
    closeFrom(depth, group.around && before(group.around.end, end) ? group.around.end : end)
  }
  return { groups, alone }
}

function goesOn({ options }: Open, one: { value: number; style: string }): boolean {
  const last = options.at(-1)
  if (!last || last.style.startsWith('()') !== one.style.startsWith('()')) return false
  return one.value === last.value + 1 || (one.value === last.value && one.value > 0 && options.length > 1)
}

/** Another option of the group follows, before a title and before options of another place. */
function hasNext({ options }: Open, paragraph: number, pieces: readonly Piece[]): boolean {
  const last = options.at(-1)
  if (!last) return false
  for (let at = paragraph; at < Math.min(pieces.length, paragraph + longestAlone); at++) {
    const { option, isHeading } = pieces[at] as Piece
    if (isHeading) return false
    if (!option || option.style.startsWith('()') !== last.style.startsWith('()')) continue
    if (option.value === last.value + 1) return true
    if (option.value <= last.value) return false
  }
  return false
}

/** What follows the last option is not of it. */
function isDone(
  { options, around }: Open,
  paragraph: number,
  pieces: readonly Piece[],
  words: Negotiating,
): boolean {
  const piece = pieces[paragraph] as Piece
  const last = options.at(-1)
  const first = options[0]
  if (!last || !first) return true
  if (options.length < 2) return paragraph - last.paragraph > longestAlone
  if (piece.indent >= 0 && last.indent > 0 && piece.indent < last.indent) return true
  if (around && around.end.paragraph >= paragraph && around.start.paragraph === first.paragraph) return false
  const { text, option } = pieces[last.paragraph] as Piece
  if (option && words.isNoText(text.value.slice(option.end))) return true
  const earlier = pieces.slice(first.paragraph, last.paragraph)
  const highest = Math.max(0, ...earlier.map(({ label }) => label?.value ?? 0))
  const bearer = pieces[first.paragraph]?.label?.value ?? null
  // Options that hold numbered paragraphs hold the same numbers.
  if (highest > 0 && highest !== bearer) return (piece.label?.value ?? 0) > highest
  const most = Math.max(
    ...options
      .slice(1)
      .map((one, index) => contentsOf(pieces, options[index]?.paragraph ?? 0, one.paragraph)),
  )
  return contentsOf(pieces, last.paragraph, paragraph) >= Math.max(1, most)
}

/** Paragraphs of an option, that of its label only if it says more. */
function contentsOf(pieces: readonly Piece[], from: number, to: number): number {
  const { text, option } = pieces[from] ?? {}
  const says = text !== undefined && option != null && /[\p{L}\p{N}]/u.test(text.value.slice(option.end))
  return to - from - (says ? 0 : 1)
}

/** The innermost bracket over several paragraphs that holds a place; one that begins right there too. */
function spanAround(spans: readonly Span[], place: Place): Span | undefined {
  const found = spans.find(
    (span) =>
      span.what === 'bracket' &&
      span.start.paragraph !== span.end.paragraph &&
      !before(place, span.start) &&
      before(place, span.end),
  )
  return found && (spanAround(found.children, place) ?? found)
}

export function before(a: Place, b: Place): boolean {
  return a.paragraph < b.paragraph || (a.paragraph === b.paragraph && a.offset < b.offset)
}
