/**
 * Edits of words: found in the text as it is now, else in the text as it was
 * issued, and fitted into the words around them.
 */
import { type Splice, spliceWords } from '../model/tree/edit.js'
import { plainText } from '../model/tree/text.js'
import type { Clause } from '../model/tree/types.js'

export interface Range {
  start: number
  end: number
}

/** A clause that instructions edit: its text as it is and as it was, and what became of the one on the way. */
export class EditedClause {
  readonly clause: Clause
  readonly issued: string
  readonly #edits: (Range & { length: number })[] = []

  constructor(clause: Clause) {
    this.clause = clause
    this.issued = plainText(clause)
  }

  get text(): string {
    return plainText(this.clause)
  }

  /** Change words, all of them at once. */
  splice(splices: readonly Splice[]): void {
    this.clause.children = spliceWords(this.clause, splices).children
    for (const { start, end, text } of [...splices].sort((a, b) => b.start - a.start))
      this.#edits.push({ start, end, length: text.length })
  }

  /** Words that are in the issued text: where they are now. */
  now({ start, end }: Range): Range {
    return { start: this.#moved(start, 'start'), end: this.#moved(end, 'end') }
  }

  #moved(offset: number, edge: 'start' | 'end'): number {
    return this.#edits.reduce((at, edit) => {
      if (edge === 'start' ? at < edit.start : at <= edit.start) return at
      if (at >= edit.end) return at + edit.length - (edit.end - edit.start)
      return edge === 'start' ? edit.start : edit.start + edit.length
    }, offset)
  }
}

const kin: readonly [RegExp, string][] = [
  [/[‘’‛´`]/gu, "'"],
  [/[“”„«»]/gu, '"'],
  [/[‐‑‒–—−]/gu, '-'],
  [/[\u00A0\u2009\u202F]/gu, ' '],
]

/** A text for comparing: marks that are typed in several ways are one. Keeps each character's place. */
export function alike(text: string): string {
  return kin.reduce((current, [from, to]) => current.replace(from, to), text)
}

/** For the words between the first and the last of a quotation. */
const ellipsis = /\s*[[(]?(?:…|\.{3})[\])]?\s*/u

/** Find words, as whole words, everywhere in a text; an ellipsis in them stands for any. */
export function find(text: string, words: string): Range[] {
  const whole = findWhole(text, words)
  if (whole.length > 0 || !ellipsis.test(words)) return whole
  const [first = '', ...rest] = words.split(ellipsis)
  if ([first, ...rest].includes('')) return []
  return findWhole(text, first).flatMap(({ start, end }) => {
    let at = end
    for (const part of rest) {
      const next = findWhole(text, part).find((range) => range.start >= at)
      if (!next) return []
      at = next.end
    }
    return [{ start, end: at }]
  })
}

function findWhole(text: string, words: string): Range[] {
  const [inside, sought] = [alike(text), alike(words).trim().replace(/\s+/gu, ' ')]
  if (sought === '') return []
  const isWord = (character: string | undefined) => character !== undefined && /[\p{L}\p{N}]/u.test(character)
  const found: Range[] = []
  for (let at = inside.indexOf(sought); at >= 0; at = inside.indexOf(sought, at + 1)) {
    const end = at + sought.length
    const cut = (left: number) => isWord(inside[left - 1]) && isWord(inside[left])
    if (!cut(at) && !cut(end) && at >= (found.at(-1)?.end ?? 0)) found.push({ start: at, end })
  }
  return found
}

/** Marks of which two never are side by side. */
const stops = /^[,;:.]/u

/** Put words at a place, with the spaces around them that a text has. */
export function inserted(text: string, at: number, words: string): { splice: Splice; mended: boolean } {
  const [before, after] = [text.slice(0, at), text.slice(at)]
  let piece = words.trim()
  let mended = false
  // The words bring a mark that the text has there already.
  if (stops.test(piece) && before.trimEnd().endsWith(piece[0] ?? '')) {
    piece = piece.slice(1).trimStart()
    mended = true
  }
  const last = piece.at(-1) ?? ''
  if (stops.test(last) && stops.test(after.trimStart())) {
    piece = piece.slice(0, -1)
    mended = true
  }
  const opens =
    before !== '' &&
    !/\s$/u.test(before) &&
    !stops.test(piece) &&
    !/^[)\]’”]/u.test(piece) &&
    !/[([“‘]$/u.test(before)
  const closes = after !== '' && !/^[\s,;:.)\]’”]/u.test(after)
  return { splice: { start: at, end: at, text: `${opens ? ' ' : ''}${piece}${closes ? ' ' : ''}` }, mended }
}

/** Put other words in the place of some, or none; the marks and spaces at the seams are those of a text. */
export function replaced(text: string, range: Range, words: string): { splice: Splice; mended: boolean } {
  let { start, end } = range
  let piece = words.trim()
  let mended = false
  const final = end === text.length && stops.test(text.at(-1) ?? '')
  if (piece === '') {
    // The mark that ends the paragraph is its own, not that of the words.
    if (final) {
      end--
      mended = true
    }
    const before = text.slice(0, start)
    const after = text.slice(end)
    if (/^\s/u.test(after) && (before === '' || /\s$/u.test(before)))
      end += after.length - after.trimStart().length
    else if (/\s$/u.test(before) && /^[,;:.)\]]/u.test(after)) start = before.trimEnd().length
    // "harbours, , ports", "harbours, ;": the mark that parts more is left.
    const left = text.slice(0, start).trimEnd()
    const next = text.slice(end).trimStart()
    if (left.endsWith(',') && stops.test(next)) {
      start = left.length - 1
      mended = true
      if (next.startsWith(',')) {
        start = left.length
        end = text.length - next.length + 1
      }
    }
    return { splice: { start, end, text: '' }, mended }
  }
  // The new words leave out the mark that ends the paragraph: it is kept.
  if (final && !/[\p{P}]$/u.test(piece)) {
    end--
    mended = true
  }
  if (stops.test(piece.at(-1) ?? '') && stops.test(text.slice(end))) {
    piece = piece.slice(0, -1)
    mended = true
  }
  return { splice: { start, end, text: piece }, mended }
}
