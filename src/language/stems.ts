/** Words without what their place in a sentence does to them, for comparing. */

import type { InflectionRecord } from './records/language.js'
import { foldScript } from './script.js'

/**
 * Make the function that takes prefixes and endings off the words of a language, the longest that fits of each.
 *
 * Given words in small letters. Ensures that a word with a figure or a sign in it stays whole.
 *
 * @example stemmer({stem: 3, endings: ['а', 'ами']})('маяками') // 'маяк'
 */
export function stemmer(inflection: InflectionRecord | undefined): (word: string) => string {
  if (!inflection) return (word) => word
  const prefixes = longestFirst(inflection.prefixes ?? [])
  const endings = longestFirst(inflection.endings)
  const stem = (word: string) => {
    if (!letters.test(word)) return word
    const plain = foldScript(word)
    const fits = (part: string, size: number) => size - part.length >= inflection.stem
    const prefix = prefixes.find((one) => fits(one, plain.length) && plain.startsWith(one)) ?? ''
    const core = plain.slice(prefix.length)
    const ending = endings.find((one) => fits(one, core.length) && core.endsWith(one)) ?? ''
    return core.slice(0, core.length - ending.length)
  }
  // Each part of a compound may be inflected.
  return (word) => word.split('-').map(stem).join('-')
}

const letters = /^[\p{L}\p{M}]+$/u

function longestFirst(parts: readonly string[]): string[] {
  return [...new Set(parts.map(foldScript))].sort((a, b) => b.length - a.length)
}
