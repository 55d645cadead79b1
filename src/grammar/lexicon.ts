/** Forms of words found at an offset, the longest first, without trying them all. */

import { foldScript } from './script.js'

/** A letter or a mark of one, with the hyphens and apostrophes inside a word. */
const word = /[\p{L}\p{M}]+(?:[-‑’'][\p{L}\p{M}]+)*/uy
const space = /\s+/uy

interface Entry<T> {
  words: readonly string[]
  value: T
}

interface Found<T> {
  value: T
  end: number
}

export class Lexicon<T> {
  readonly #spaced: boolean
  readonly #entries = new Map<string, Entry<T>[]>()

  /** `spaced`: the language parts its words by spaces. */
  constructor(spaced: boolean) {
    this.#spaced = spaced
  }

  add(form: string, value: T): void {
    const folded = fold(form)
    const words = this.#spaced ? folded.split(' ') : [folded]
    const key = this.#spaced ? (words[0] ?? '') : ([...folded][0] ?? '')
    const entries = this.#entries.get(key)
    const entry = { words, value }
    if (!entries) this.#entries.set(key, [entry])
    else {
      entries.push(entry)
      entries.sort((a, b) => b.words.join(' ').length - a.words.join(' ').length)
    }
  }

  /**
   * Find the longest form that stands at an offset.
   *
   * `between` may pass over words inside a form ("Calls *once again* upon"):
   * given an offset it returns the one after them.
   */
  find(text: string, at: number, between: (at: number) => number = (offset) => offset): Found<T> | null {
    if (!this.#spaced) return this.#prefix(text, at)
    const first = wordAt(text, at)
    if (first === null) return null
    for (const entry of this.#entries.get(fold(first)) ?? []) {
      const end =
        entry.words.length === 1 ? at + first.length : follow(entry.words, text, at + first.length, between)
      if (end !== null) return { value: entry.value, end }
    }
    return null
  }

  #prefix(text: string, at: number): Found<T> | null {
    const entries = this.#entries.get(fold(text.slice(at, at + 1))) ?? []
    for (const { words, value } of entries) {
      const form = words[0] ?? ''
      if (fold(text.slice(at, at + form.length)) === form) return { value, end: at + form.length }
    }
    return null
  }
}

/** The end of a form whose first word has been read; null if the others do not follow. */
function follow(
  words: readonly string[],
  text: string,
  from: number,
  between: (at: number) => number,
): number | null {
  let at = from
  for (const [index, expected] of words.entries()) {
    if (index === 0) continue
    const next = afterSpace(text, at)
    if (next === null) return null
    const end = wordEnd(text, next, expected) ?? wordEnd(text, between(next), expected)
    if (end === null) return null
    at = end
  }
  return at
}

/** The end of an expected word; null if another stands there. */
function wordEnd(text: string, at: number, expected: string): number | null {
  const found = wordAt(text, at)
  return found !== null && fold(found) === expected ? at + found.length : null
}

/** The word at an offset; null if none stands there. */
export function wordAt(text: string, at: number): string | null {
  word.lastIndex = at
  return word.exec(text)?.[0] ?? null
}

/** A word is one of a list, or begins with an elided one of it (`d'`). */
export function isAmong(word: string, words: readonly string[]): boolean {
  const plain = fold(word)
  const elided = plain.slice(0, plain.indexOf("'") + 1)
  return words.some((one) => fold(one) === plain || (elided !== '' && fold(one) === elided))
}

/** The offset after the white space at an offset; null if there is none. */
export function afterSpace(text: string, at: number): number | null {
  space.lastIndex = at
  return space.test(text) ? space.lastIndex : null
}

/** Case, kinds of hyphen and apostrophe and what a script leaves out do not tell forms apart. */
export function fold(text: string): string {
  const lower = text.toLowerCase()
  if (ascii.test(lower)) return lower
  return foldScript(lower).replace(/‑/gu, '-').replace(/’/gu, "'")
}

const ascii = /^\p{ASCII}*$/u
