import { latinDigits } from './script.js'

/** Cyrillic capitals that are typed for the Latin ones they look like, and these. */
const lookalikes = 'АВСЕНКМОРТХ'
const latin = 'ABCEHKMOPTX'

/**
 * Write a document symbol in its normal form.
 *
 * `A/RES/75/245B` → `A/RES/75/245 B`, `S/RES/1325(2000)` → `S/RES/1325 (2000)`;
 * Cyrillic letters that look like
 * Latin ones become these; stars of a reissue go.
 */
export function normalSymbol(symbol: string): string {
  return latinDigits(symbol)
    .trim()
    .replace(/[АВСЕНКМОРТХ]/gu, (letter) => latin[lookalikes.indexOf(letter)] as string)
    .replace(/\*+$/u, '')
    .replace(/[‑–]/gu, '-')
    .replace(/\s+/gu, ' ')
    .replace(/ ?\/ ?/gu, '/')
    .replace(/(\d) ?\(/u, '$1 (')
    .replace(/(\/\d+) ?(\p{Lu}(?:-\p{Lu})?)$/u, '$1 $2')
}
