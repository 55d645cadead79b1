/** What versions of one text say before its first paragraph and after its last. */

import { normalNumber } from '../language/numbers.js'
import { normalSymbol } from '../language/symbols.js'
import type { Grammar } from '../language/types.js'
import type { VersionField } from '../model/concordance.js'
import { plainText } from '../model/tree/text.js'
import type { MastheadContent, Root } from '../model/tree/types.js'
import type { Difference } from './compare.js'
import { figuresOf } from './figures.js'

interface Reading {
  text: string
  value: string
}

type Reader = (tree: Root, grammar: Grammar | null) => Reading | null

/**
 * Compare the front matter of two trees.
 *
 * Ensures only what both have and what differs is listed: what one text lacks
 * may be the convention of its language. Sponsors are counted, since each
 * language sorts them anew.
 */
export function compareFront(
  reference: readonly [Root, Grammar | null],
  other: readonly [Root, Grammar | null],
): Difference[] {
  return (Object.keys(readers) as VersionField[]).flatMap((field): Difference[] => {
    const [one, two] = [readers[field](...reference), readers[field](...other)]
    if (!one || !two || one.value === '' || two.value === '' || one.value === two.value) return []
    return [{ kind: 'front', field, reference: [one], other: [two] }]
  })
}

const readers: Record<VersionField, Reader> = {
  symbol: (tree) =>
    masthead(tree, 'symbol', (node) => normalSymbol(node.symbol).replace(/\s/gu, '').toUpperCase()),
  date: (tree) => masthead(tree, 'date', ({ date }) => date),
  session: (tree) => masthead(tree, 'session', ({ number }) => number && String(number)),
  agendaItem: (tree) => masthead(tree, 'agendaItem', ({ items }) => itemNumbers(items)),
  number: (tree) => {
    const { number = null } = resolution(tree) ?? {}
    if (number === null) return null
    return { text: number, value: /\d+\/\d+/u.exec(normalNumber(number))?.[0] ?? '' }
  },
  title: (tree, grammar) => {
    const title = resolution(tree)?.children.find((node) => node.type === 'title')
    if (!title) return null
    const text = plainText(title)
    const figures = figuresOf(text, grammar).filter(({ required }) => required)
    return {
      text,
      value: figures
        .map(({ values }) => values[0])
        .sort()
        .join(', '),
    }
  },
  sponsors: (tree) => {
    const proposal = tree.children.find((node) => node.type === 'proposal')
    const names = proposal?.children.filter((node) => node.type === 'sponsor') ?? []
    return names.length === 0 ? null : { text: String(names.length), value: String(names.length) }
  },
  adopted: (tree) => {
    const closing = resolution(tree)?.children.find((node) => node.type === 'closing')
    const day = closing?.children.find((node) => node.type === 'date')
    return day?.date
      ? { text: plainText(day), value: day.date }
      : masthead(tree, 'provenance', ({ date }) => date)
  },
}

function resolution(tree: Root) {
  return tree.children.find((node) => node.type === 'resolution')
}

function masthead<T extends MastheadContent['type']>(
  tree: Root,
  type: T,
  read: (node: Extract<MastheadContent, { type: T }>) => string | null | 0,
): Reading | null {
  for (const node of tree.children) {
    if (node.type !== 'masthead') continue
    for (const child of node.children) {
      if (child.type !== type) continue
      const value = read(child as Extract<MastheadContent, { type: T }>)
      if (value) return { text: plainText(child), value }
    }
  }
  return null
}

/** "72 (b)" and "72 b)" are one; of letters of another script only the number is compared. */
function itemNumbers(items: readonly string[]): string {
  return items
    .flatMap((item) => item.match(/\p{Nd}+/gu) ?? [])
    .map(normalNumber)
    .sort()
    .join(', ')
}
