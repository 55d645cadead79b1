/** A text → the numbers of its words, by which paragraphs are found and weighed. */
import { canonical, wordKeys } from '../diff/index.js'

/** Letters and figures of ASCII, small; 0 for what is no part of a word. */
const letters = new Uint8Array(128)
for (let code = 48; code < 58; code++) letters[code] = code
for (let code = 65; code < 91; code++) {
  letters[code] = code + 32
  letters[code + 32] = code + 32
}
/** Marks that are inside a word (money-laundering, A/80/L.1) where a letter follows, and what they are compared as. */
const inner = new Map<number, number>([
  [45, 45],
  [46, 46],
  [47, 47],
  [39, 39],
  [0x2019, 39],
  [0x2010, 45],
  [0x2011, 45],
])
/** Marks that part words and are no reason to look more closely: quotation marks, dashes, spaces of all widths. */
const parting = new Set([0x201c, 0x201d, 0x2018, 0x2013, 0x2014, 0xa0, 0x2009, 0x202f])
const comma = 44
const seed = 0x811c9dc5
const prime = 0x01000193

/**
 * Number the words of a text as a comparison of drafts tells them apart.
 *
 * Ensures one number of 32 bits for each word, in order; equal words have equal numbers, and two
 * unlike ones hardly ever. English is read in one pass over its characters: the words of hundreds
 * of candidates are numbered for each paragraph of a draft.
 */
export function wordNumbers(text: string): Int32Array {
  const found = new Int32Array((text.length >> 1) + 1)
  let count = 0
  let hash = 0
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    let letter = code < 128 ? (letters[code] as number) : 0
    if (letter === 0) {
      if (code > 127 && !inner.has(code) && !parting.has(code)) return carefully(text)
      if (hash === 0) continue
      letter = joint(text, at, code)
      if (letter === 0) {
        found[count++] = hash
        hash = 0
        continue
      }
    }
    hash = Math.imul((hash === 0 ? seed : hash) ^ letter, prime)
  }
  if (hash !== 0) found[count++] = hash
  return found.slice(0, count)
}

/** What a mark is compared as inside a word; 0 where no word goes on behind it. */
function joint(text: string, at: number, code: number): number {
  const next = text.charCodeAt(at + 1)
  if (code === comma) return isFigure(text.charCodeAt(at - 1)) && isFigure(next) ? comma : 0
  const mark = inner.get(code) ?? 0
  return mark !== 0 && next < 128 && letters[next] !== 0 ? mark : 0
}

function isFigure(code: number): boolean {
  return code >= 48 && code < 58
}

function carefully(text: string): Int32Array {
  return Int32Array.from(wordKeys(text), (word) => {
    let hash = seed
    for (let at = 0; at < word.length; at++) hash = Math.imul(hash ^ word.charCodeAt(at), prime)
    return hash
  })
}

/** Marks that end a paragraph: they change with its place among the others, not its words. */
const ending = /[;:,.]+$/u

/** The words of a paragraph in their setting: the same for paragraphs that are identical. */
export function settingOf(text: string): string {
  return canonical(text).replace(ending, '')
}

/** A number for a setting: equal for equal ones, and hardly ever for others. */
export function keyOf(setting: string): number {
  let hash = seed
  for (let at = 0; at < setting.length; at++) hash = Math.imul(hash ^ setting.charCodeAt(at), prime)
  return hash >>> 0
}
