/**
 * What Unicode says of the characters of a script, for comparing only: digits of
 * every script are figures, letters of the Arabic script are the same with and
 * without vowel marks, hamza and stretching, and Latin letters in a Cyrillic word
 * are those that they look like.
 */
import { firstFrom } from '../model/ascending.js'

/** Vowel marks, which most texts leave out, strokes that stretch a word, and marks of direction. */
const silent =
  '\\u0640\\u064B-\\u065F\\u0670\\u06D6-\\u06ED\\u061C\\u200B-\\u200F\\u202A-\\u202E\\u2060-\\u2069\\uFEFF'
const notAscii = /\P{ASCII}/u
const otherDigit = /(?![0-9])\p{Nd}/gu
const oneDigit = /\p{Nd}/u

/**
 * Write the digits of every script as 0–9.
 *
 * Ensures the same length, in characters; all else stays.
 *
 * @example latinDigits('٧٧/٢١٠') // '77/210'
 */
export function latinDigits(text: string): string {
  if (!notAscii.test(text)) return text
  return text.replace(otherDigit, (digit) => String(digitValue(digit.codePointAt(0) as number)))
}

/** Unicode keeps the digits of a script in runs of ten, from zero. */
function digitValue(code: number): number {
  let zero = code
  while (oneDigit.test(String.fromCodePoint(zero - 1))) zero--
  return (code - zero) % 10
}

/** The letters of the Arabic block that are another with a mark: أ is ا. */
const marked = new Map<string, string>()
for (let code = 0x0620; code < 0x06d6; code++) {
  const [letter, ...marks] = String.fromCharCode(code).normalize('NFD')
  if (letter && marks.length > 0) marked.set(String.fromCharCode(code), letter)
}
/** Persian keyboards type letters of their own for two of Arabic. */
marked.set('\u06CC', '\u064A').set('\u06A9', '\u0643')
const markedLetters = [...marked.keys()].join('')
/** What folding changes. */
const foldable = new RegExp(`[${silent}]+|[${markedLetters}]|(?![0-9])[\\u0660-\\u0669\\u06F0-\\u06F9]`, 'gu')
const silentFirst = new RegExp(`^[${silent}]`, 'u')

/** A Cyrillic word that holds a Latin letter, or the letter that most texts print without its dots. */
const mixed = /(?<!\p{L})\p{L}{0,40}(?:\p{sc=Cyrl}[A-Za-z]|[A-Za-z]\p{sc=Cyrl}|[ёЁ])\p{L}{0,40}/gu
const cyrillic = /\p{sc=Cyrl}/u
const typed = 'ABCEHKMOPTXaceopxyёЁ'
const meant = 'АВСЕНКМОРТХасеорхуеЕ'
const mistyped = new RegExp(`[${typed}]`, 'gu')

/** Fold letters of the Arabic script to their skeleton and its digits to 0–9, drop what is silent, and mend Cyrillic words. */
export function foldScript(text: string): string {
  if (!notAscii.test(text)) return text
  return mended(text).replace(foldable, foldOne)
}

/** Write Cyrillic words in Cyrillic letters, and without the dots that most texts leave out; the length stays. */
export function mended(text: string): string {
  // Most texts have none of these letters, and their words take long to be looked through.
  if (!cyrillic.test(text)) return text
  return text.replace(mixed, (word) => word.replace(mistyped, (one) => meant[typed.indexOf(one)] ?? one))
}

const marks = new RegExp(`[${silent}]+`, 'gu')

/** Drop vowel marks, strokes that stretch a word and marks of direction; write digits as 0–9. */
export function withoutMarks(text: string): string {
  return notAscii.test(text) ? latinDigits(text.replace(marks, '')) : text
}

function foldOne(found: string): string {
  return silentFirst.test(found) ? '' : (marked.get(found) ?? latinDigits(found))
}

/** A text as patterns meet it, and where its characters are in the text itself. */
export interface Folded {
  value: string
  /** Offset in the text of each character of the value, and of its end; absent where they are the same. */
  offsets?: Uint32Array
}

/** Fold a text, and keep where its characters come from. */
export function folded(text: string): Folded {
  const value = foldScript(text)
  if (value.length === text.length) return { value }
  const offsets = new Uint32Array(value.length + 1)
  let at = 0
  let from = 0
  const keep = (to: number) => {
    while (from < to) offsets[at++] = from++
  }
  for (const { 0: found, index } of text.matchAll(foldable)) {
    if (!silentFirst.test(found)) continue
    keep(index)
    from = index + found.length
  }
  keep(text.length)
  offsets[at] = text.length
  return { value, offsets }
}

/** The offset in a folded text of an offset in the text itself. */
export function foldedAt({ offsets }: Folded, at: number): number {
  if (!offsets) return at
  return Math.min(firstFrom(offsets, at), offsets.length - 1)
}
