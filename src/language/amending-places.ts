/** Where the edits of a command are made, and the paragraphs that it names. */
import type { Item } from './amending-clause.js'

/** Where edits are made: in which paragraphs, and in which sentence of them. */
export interface Inside {
  labels: readonly string[]
  sentence?: number
}

/** What a clause says of where its edits are made; else what the one before it said. Null where it is no place. */
export function insideOf(items: readonly Item[], before: Inside): Inside | null {
  if (items.some(({ kind }) => kind !== 'target' && kind !== 'part')) return null
  let { labels: now, sentence } = before
  for (const { kind, labels: own = [], count } of items) {
    if (kind === 'part') sentence = count
    else {
      const found = labels([{ kind, labels: own }], now)
      if (!found) return null
      // "In operative paragraph 3 and in operative paragraph 4": what is no letter adds to what the clause named.
      const adds = now !== before.labels && !own.some((label) => label.startsWith('('))
      now = adds ? [...now, ...found] : found
      if (sentence === before.sentence && !items.some((item) => item.kind === 'part')) sentence = undefined
    }
  }
  return { labels: now, ...(sentence === undefined ? {} : { sentence }) }
}

/** Labels of paragraphs that are named; a letter alone is one of the paragraph that the sentence is about. */
export function labels(items: readonly Item[], inside: readonly string[]): string[] | null {
  const [base] = inside
  const found: string[] = []
  for (const { kind, labels: own = [] } of items) {
    if (kind !== 'target') return null
    for (const label of own) {
      if (!label.startsWith('(')) found.push(label)
      else if (inside.length !== 1 || base === undefined || !/\d/u.test(base)) return null
      else found.push(letterIn(base, label))
    }
  }
  return found.length === 0 ? null : found
}

/** "(b)" in OP3, or beside OP3(a); "(ii)" in OP3(a). */
function letterIn(base: string, letters: string): string {
  const isUnder = /^\([ivx]+\)$/u.test(letters) && /\(\p{L}\)$/u.test(base)
  return `${isUnder ? base : base.replace(/\(.*$/u, '')}${letters}`
}
