/** Lines of a paragraph → one run of text. */

import type { Grammar } from '../language/types.js'
import { concat, type Rich, rich, slice } from '../model/block.js'

/** Where the lines of a text begin and end. */
export function lineEnds(value: string): (readonly [from: number, to: number])[] {
  const ends: [number, number][] = []
  let from = 0
  for (let end = value.indexOf('\n'); end !== -1; end = value.indexOf('\n', from)) {
    ends.push([from, end])
    from = end + 1
  }
  ends.push([from, value.length])
  return ends
}

/**
 * Join the lines of a text with single spaces.
 *
 * A hyphen at a line's end stays (`well-` + `being`) unless `words` knows the
 * undivided word, or the language divides its words at line ends and neither half is a
 * word (`résolu-` + `tion`); a soft hyphen goes. A dash between figures closes up. Where
 * the language does not part its words, a line end is no space.
 * Ensures no white space but single spaces.
 */
export function joinLines(text: Rich, grammar: Grammar, words?: ReadonlySet<string>): Rich {
  if (!/[\s\u00ad]{2}|[^\S ]|^ | $/u.test(text.value)) return text
  const parts: Rich[] = []
  let from = 0
  for (const match of text.value.matchAll(/\s+/gu)) {
    if (match[0] === ' ') continue
    const end = match.index + match[0].length
    const broken = match[0].includes('\n')
    const dropped = broken ? droppedHyphen(text.value, match.index, end, grammar, words) : 0
    parts.push(slice(text, from, match.index - dropped))
    // A mark between spaces of its own stays between them.
    const within = text.marks.filter(
      (mark) => mark.kind === 'noteReference' && mark.start > match.index && mark.start < end,
    )
    if (within.length > 0)
      parts.push({ value: '', marks: within.map((mark) => ({ ...mark, start: 0, end: 0 })), map: [] })
    const closed =
      closesUp(text.value, match.index, end, broken, grammar) ||
      (broken && !grammar.spaced && !parted(text.value, match.index, end))
    if (dropped === 0 && !closed) parts.push(rich(' '))
    from = end
  }
  if (parts.length === 0) return text
  parts.push(slice(text, from))
  return concat(...parts.filter((part) => part.value !== '' || part.marks.length > 0))
}

/** Words of the Latin alphabet are parted by spaces in every text, and labels from what they label. */
function parted(value: string, end: number, start: number): boolean {
  if (value[end - 1] === '.') return true
  return (
    /\p{sc=Latin}$/u.test(value.slice(Math.max(0, end - 2), end)) &&
    /^\p{sc=Latin}/u.test(value.slice(start, start + 2))
  )
}

/** Characters of a hyphen that only divided a word at the line's end: a soft one, one the text itself does without, or one between no words. */
function droppedHyphen(
  value: string,
  end: number,
  start: number,
  grammar: Grammar,
  words: ReadonlySet<string> | undefined,
): number {
  if (value[end - 1] === '\u00ad') return 1
  if (!words || value[end - 1] !== '-') return 0
  const first = /\p{Ll}+$/u.exec(value.slice(Math.max(0, end - 40), end - 1))?.[0]
  const second = /^\p{Ll}+/u.exec(value.slice(start, start + 40))?.[0]
  if (!first || !second || words.has(`${first}-${second}`)) return 0
  if (words.has(first + second)) return 1
  const isWord = (half: string) => words.has(half) || grammar.isFrequent(half)
  return isWord(first) || isWord(second) || grammar.match('compound', `${first}-${second}`) ? 0 : 1
}

/** The words of texts, hyphenated ones whole, without the halves at line ends: what tells a divided word from a compound one. */
export function wordsOf(values: Iterable<string>): Set<string> {
  const words = new Set<string>()
  for (const value of values)
    for (const match of value.matchAll(/(?<!\p{L}|-\n)\p{L}+(?:-\p{L}+)*(?!\p{L}|-\n)/gu))
      words.add(match[0].toLowerCase())
  return words
}

/** Texts as one paragraph, as if a line ended between them. */
export function joinTexts(parts: readonly Rich[], grammar: Grammar): Rich {
  const [first, ...others] = parts
  if (!first || others.length === 0) return first ?? rich('')
  return joinLines(concat(first, ...others.flatMap((part) => [rich('\n'), part])), grammar)
}

function closesUp(value: string, end: number, start: number, broken: boolean, grammar: Grammar): boolean {
  if (end === 0 || start >= value.length) return true
  if (!broken) return false
  const before = value.slice(Math.max(0, end - 2), end)
  const after = value[start] ?? ''
  if (/[([]$/u.test(before)) return true
  if (/[\p{L}\p{N}][-‐‑]$/u.test(before)) {
    // "short- and long-term": the hyphen stands for the rest of a word. In "easy-|to-read" the compound goes on.
    const next = /^\p{L}{1,4}(?![\p{L}‐‑-])/u.exec(value.slice(start, start + 5))?.[0]
    return /[\p{L}\p{N}]/u.test(after) && !(next !== undefined && grammar.isSeparator(next))
  }
  if (/(?:\d\/|[\p{L}\d]–)$/u.test(before)) return /\d/u.test(after)
  // A symbol broken after its slash.
  return /[A-Z\d]\/$/u.test(before) && /[A-Z\d]/u.test(after)
}
