/** Text as words: the units that a comparison may cut between. */
import { matchesOf } from '../language/matches.js'
import { narrowing } from '../language/narrow.js'
import { mended, withoutMarks } from '../language/script.js'

export interface Token {
  /** White space before it, and what is as little seen. */
  space: string
  text: string
  /** What it is compared by: quotes, dashes, Unicode forms and vowel marks folded. */
  key: string
  /** Offset of `text` in the whole, UTF-16. */
  start: number
}

// A word with what is inside it: money-laundering, 55/25, A/C.3/80/L.12, 1,000, l'État.
// Marks of direction are between words, as white space does.
const wordIn = narrowing(
  /[\p{L}\p{M}\p{N}]+(?:(?:[-\u2010\u2011'’ʼ/.]|(?<=\p{N}),(?=\p{N}))[\p{L}\p{M}\p{N}]+)*|[^\s\u061C\u200B-\u200F\u202A-\u202E\u2066-\u2069]/gu,
)
const unspaced = /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmr}\p{sc=Mymr}]/u
const runs =
  /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmr}\p{sc=Mymr}]+|[^\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmr}\p{sc=Mymr}]+/gu
// The dictionary is chosen by script, the locale only must not depend on the machine.
let segmenter: Intl.Segmenter | undefined

/** Texts whose tokens are kept, the ones asked for last; a paragraph is compared with several others. */
const mostKept = 16
const longestKept = 20_000
const kept = new Map<string, readonly Token[]>()

/**
 * Cut text into tokens: words, numbers and symbols whole, punctuation apart.
 *
 * Ensures the tokens with their white space give the text back. White space at
 * its end, and marks of direction there, are a token of their own, which is no word.
 *
 * @example tokens('Recalls 55/25,') // Recalls · 55/25 · ,
 */
export function tokens(text: string): readonly Token[] {
  const known = kept.get(text)
  // What is put in anew is the last to go.
  if (known) kept.delete(text)
  const found = known ?? cut(text)
  if (text.length <= longestKept) kept.set(text, found)
  if (kept.size > mostKept) kept.delete(kept.keys().next().value as string)
  return found
}

function cut(text: string): Token[] {
  const result: Token[] = []
  let end = 0
  const add = (value: string, start: number) => {
    result.push({ space: text.slice(end, start), text: value, key: fold(value), start })
    end = start + value.length
  }
  const isSpaced = !unspaced.test(text)
  for (const { 0: found, index } of matchesOf(wordIn(text), text)) {
    if (isSpaced || !unspaced.test(found)) add(found, index)
    else for (const [value, at] of unspacedWords(found)) add(value, index + at)
  }
  if (end < text.length) add(text.slice(end), end)
  return result
}

function* unspacedWords(text: string): Generator<[value: string, at: number]> {
  segmenter ??= new Intl.Segmenter('zh', { granularity: 'word' })
  for (const run of text.matchAll(runs)) {
    if (!unspaced.test(run[0])) yield [run[0], run.index]
    else for (const { segment, index } of segmenter.segment(run[0])) yield [segment, run.index + index]
  }
}

const ascii = /^[\x20-\x7E]*$/u

/** Fold what typography varies and meaning does not: quotes, dashes, Unicode forms, vowel marks, the digits' script, letters that look alike. */
export function fold(text: string): string {
  if (ascii.test(text)) return text
  return mended(withoutMarks(text.normalize('NFKC')))
    .replace(/[“”„«»‟]/gu, '"')
    .replace(/[‘’‚ʼ‛]/gu, "'")
    .replace(/[‐‑‒–—―−]/gu, '-')
}

/** What two texts share when they differ in white space and typography at most. */
export function canonical(text: string): string {
  return fold(text).replace(/\s+/gu, '')
}

/** Marks that overrule the order in which letters are seen: what is read is not what is written. */
export const turning = /[\u202A-\u202E\u2066-\u2069]/gu

/** List the marks of a text that overrule the order of its letters. */
export function turningMarks(text: string): string {
  return [...text.matchAll(turning)].join('')
}

/** Tell whether two texts are the same words, set otherwise at most: quotes, dashes, spaces, tatweel. */
export function isSameSetting(old: string, now: string): boolean {
  return canonical(old) === canonical(now) && turningMarks(old) === turningMarks(now)
}

/** True of a word, number or symbol, false of punctuation. */
export function isWord(token: Token): boolean {
  return /[\p{L}\p{N}]/u.test(token.key)
}

/** The words of a text as they are compared. */
export function wordKeys(text: string): string[] {
  return tokens(text)
    .filter(isWord)
    .map((token) => token.key.toLowerCase())
}
