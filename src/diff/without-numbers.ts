/** Texts that differ in their numbers alone. */
import type { Grammar } from '../language/types.js'
import { canonical } from './tokens.js'

/** Letters behind a figure, a Roman numeral: numbers too. */
const numerals = /(?<!\p{L})[IVXLC]+(?!\p{L})|\p{Nd}+/gu

/** What a text says but for its numbers, in figures and in words: two notes that differ in these alone are the same, a year on. */
export function withoutNumbers(text: string, grammar: Grammar | null): string {
  let rest = text
  for (const { start, end } of (grammar?.numbers(text.toLowerCase()) ?? []).toReversed())
    rest = rest.slice(0, start) + rest.slice(end)
  return canonical(rest.replace(numerals, ''))
}
