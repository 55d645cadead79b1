/** Forms of words found at an offset, the longest first, without trying them all. */

import { foldScript } from './script.js'

/** A letter or a mark of one, with the hyphens and apostrophes inside a word. */
const word = /[\p{L}\p{M}]+(?:[-‑’'][\p{L}\p{M}]+)*/uy
const space = /\s+/uy

interface Found<T> {
  value: T
  end: number
}

/** Forms that share their first words; one that ends here has a value. */
interface Branch<T> {
  next: Map<string, Branch<T>>
  form?: { value: T; length: number }
}

export class Lexicon<T> {
  readonly #spaced: boolean
  readonly #root: Branch<T> = { next: new Map() }
  /** Of a language without spaces: its forms by their first character, the longest first. */
  readonly #runs = new Map<string, { form: string; value: T }[]>()

  /** `spaced`: the language parts its words by spaces. */
  constructor(spaced: boolean) {
    this.#spaced = spaced
  }

  /** Add a form; of two that are the same the first stays. */
  add(form: string, value: T): void {
    const plain = fold(form)
    if (this.#spaced) {
      let branch = this.#root
      for (const word of plain.split(' ')) branch = branchOf(branch, word)
      branch.form ??= { value, length: plain.length }
      return
    }
    const key = [...plain][0] ?? ''
    const forms = this.#runs.get(key) ?? []
    this.#runs.set(key, forms)
    forms.push({ form: plain, value })
    forms.sort((a, b) => b.form.length - a.form.length)
  }

  /**
   * Find the longest form that is at an offset.
   *
   * `between` may pass over words inside a form ("Calls *once again* upon"):
   * given an offset it returns the one after them.
   */
  find(text: string, at: number, between: (at: number) => number = (offset) => offset): Found<T> | null {
    if (!this.#spaced) return this.#prefix(text, at)
    const first = wordAt(text, at)
    const branch = first === null ? undefined : this.#root.next.get(fold(first))
    return first === null || !branch ? null : follow(branch, text, at + first.length, between)
  }

  #prefix(text: string, at: number): Found<T> | null {
    for (const { form, value } of this.#runs.get(fold(text.slice(at, at + 1))) ?? []) {
      if (fold(text.slice(at, at + form.length)) === form) return { value, end: at + form.length }
    }
    return null
  }
}

function branchOf<T>(branch: Branch<T>, word: string): Branch<T> {
  const known = branch.next.get(word)
  if (known) return known
  const made: Branch<T> = { next: new Map() }
  branch.next.set(word, made)
  return made
}

/** The longest form that goes on from its words so far; null if none does. */
function follow<T>(
  { next, form }: Branch<T>,
  text: string,
  at: number,
  between: (at: number) => number,
): (Found<T> & { length: number }) | null {
  const own = form ? { ...form, end: at } : null
  const after = next.size > 0 ? afterSpace(text, at) : null
  if (after === null) return own
  const step = (from: number) => {
    const word = wordAt(text, from)
    const branch = word === null ? undefined : next.get(fold(word))
    return word === null || !branch ? null : follow(branch, text, from + word.length, between)
  }
  const longer = step(after) ?? passing(after, between, step)
  return longer && (!own || longer.length > own.length) ? longer : own
}

/** Go on behind the words that may be inside a form, if there are any. */
function passing<T>(at: number, between: (at: number) => number, step: (at: number) => T | null): T | null {
  const passed = between(at)
  return passed === at ? null : step(passed)
}

/** The word at an offset; null if none is there. */
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
