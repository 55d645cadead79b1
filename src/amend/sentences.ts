/** The sentences of a text, as an amendment counts them. */
import type { Place } from './targets.js'
import type { Range } from './words.js'

/** A stretch of one run of text. */
export interface Stretch {
  place: Place
  range: Range
}

/** The end of a sentence: its mark, what closes behind it, and before the next a space or none in scripts without. */
const end = /[.!?؟](?=["”’»)]*\s+["“‘«(]*[\p{Lu}\p{Lo}])["”’»)]*|[。！？][”’」）]*/gu

/**
 * Find the sentences of a text: offsets, end exclusive, without the spaces between.
 *
 * @example sentencesIn('Light it. Keep it lit;') // [{start: 0, end: 9}, {start: 10, end: 22}]
 */
export function sentencesIn(text: string): Range[] {
  const found: Range[] = []
  let start = 0
  for (const { index, 0: mark } of text.matchAll(end)) {
    found.push({ start, end: index + mark.length })
    start = index + mark.length + (/^\s*/u.exec(text.slice(index + mark.length))?.[0].length ?? 0)
  }
  if (start < text.length) found.push({ start, end: text.length })
  return found
}

/** A sentence of a paragraph, by its number, or from its end; null where it has fewer. */
export function sentenceOf(places: readonly Place[], number: number): Stretch | null {
  const all = places.flatMap((place) => sentencesIn(place.clause.text).map((range) => ({ place, range })))
  return all.at(number < 0 ? number : number - 1) ?? null
}
