/**
 * A text as rules look at it: without characters that are not seen, and in the
 * letters that are meant. The text itself stays as it is; offsets lead back to it.
 */

/** A text as evidence. */
export interface Evidence {
  value: string
  /** The offset in the text itself of an offset in the evidence. */
  at(offset: number): number
  /** The offset in the evidence of an offset in the text itself. */
  of(offset: number): number
}

const same = (offset: number) => offset

/** Soft hyphens, joiners of no width, marks of direction, and controls. */
const unseen = /(?:[\u00AD\u061C\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]|(?!\s)\p{Cc})+/gu
const suspicious =
  /[\u00AD\u061C\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF\u0400-\u04FF\u0370-\u03FF\uFF01-\uFF5E]|(?!\s)\p{Cc}/u

/** Cyrillic and Greek letters that look like Latin ones, and the Latin ones, in the same order. */
const looks = 'АВСЕНІЈКМОРЅТХаеорсухіјѕΑΒΕΖΗΙΚΜΝΟΡΤΥΧο'
const latin = 'ABCEHIJKMOPSTXaeopcyxijsABEZHIKMNOPTYXo'
/** A word that mixes Latin letters with others that look like them. */
const mixed =
  /(?<!\p{L})\p{L}{0,40}(?:\p{sc=Latin}(?=[\p{sc=Cyrl}\p{sc=Greek}])|[\p{sc=Cyrl}\p{sc=Greek}](?=\p{sc=Latin}))\p{L}{1,40}/gu
const other = /[\p{sc=Cyrl}\p{sc=Greek}]/gu

/**
 * Read a text as evidence.
 *
 * Ensures that a text without unusual characters is its own evidence.
 *
 * @example evidence('Re\u00ADcalling').value // 'Recalling'
 */
export function evidence(text: string): Evidence {
  if (!suspicious.test(text)) return { value: text, at: same, of: same }
  const meant = text
    // Full-width figures and stops are half as wide where they label.
    .replace(/[\uFF10-\uFF19]/gu, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0))
    .replace(mixed, inLatin)
  const cuts = [...meant.matchAll(unseen)].map(({ 0: found, index }) => ({
    from: index,
    length: found.length,
  }))
  if (cuts.length === 0) return { value: meant, at: same, of: same }
  return {
    value: meant.replace(unseen, ''),
    at: (offset) => {
      if (offset === 0) return 0
      // The place behind the character before it: an end takes in nothing that is not seen.
      let place = offset - 1
      for (const { from, length } of cuts) {
        if (from > place) break
        place += length
      }
      return place + 1
    },
    of: (offset) => {
      let before = 0
      for (const { from, length } of cuts) before += Math.max(0, Math.min(length, offset - from))
      return offset - before
    },
  }
}

/** A word of which most letters are Latin, in Latin letters only; another as it is. */
function inLatin(word: string): string {
  const strangers = word.match(other) ?? []
  if (strangers.length * 2 >= word.length) return word
  if (!strangers.every((letter) => looks.includes(letter))) return word
  return word.replace(other, (letter) => latin[looks.indexOf(letter)] ?? letter)
}
