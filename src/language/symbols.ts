import { commonPatterns } from './common.js'
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

/** What a symbol says that its document is; null where it says nothing. */
export function natureOf(symbol: string): 'resolution' | 'decision' | 'draft' | null {
  const found = commonPatterns().first('symbolNature', symbol)?.groups
  if (!found) return null
  return found.resolution ? 'resolution' : found.decision ? 'decision' : 'draft'
}

/** Whether a symbol is of a revised document. */
export function isRevision(symbol: string): boolean {
  return commonPatterns().first('symbolRevision', symbol) !== null
}

/**
 * Part a symbol from what makes another version of its document.
 *
 * @example versionOf('A/C.3/80/L.12/Rev.1') // {base: 'A/C.3/80/L.12', version: 'Rev.1'}
 */
export function versionOf(symbol: string): { base: string; version: string | null } {
  const found = commonPatterns().first('symbolVersion', symbol)
  if (!found) return { base: symbol, version: null }
  return { base: symbol.slice(0, found.index), version: found.groups?.version ?? null }
}
