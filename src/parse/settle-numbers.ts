/**
 * Numbers in the count of the whole document: which are of lists inside a
 * paragraph, and which repeat as Markdown's lazy lists do.
 *
 *     1. Urges States to:       the count
 *        1. light their lamps,  inside: it begins again behind a colon,
 *        2. report;             and the count goes on behind it
 *     2. Requests a report.
 */
import type { Openings } from '../language/openings.js'
import type { ParagraphNumber } from '../model/tree/types.js'
import type { Item } from './classify.js'

/** A list inside a paragraph is not looked for further on than this. */
const longestList = 200
/** What begins a count anew. */
const restarts: ReadonlySet<Item['role']> = new Set([
  'organLine',
  'annexHeading',
  'meeting',
  'sectionHeading',
])

/** What no lazy list goes on behind: another draft, or a recital, which is another resolution's. */
const closes: ReadonlySet<Item['role']> = new Set(['draftHeading', 'designation', 'preambular'])

export function settleNumbers(items: readonly Item[], openings: Openings): Item[] {
  return countLazyLists(withInnerLists(items, openings))
}

function withInnerLists(items: readonly Item[], openings: Openings): Item[] {
  /** The last number of the count, and of the list inside the paragraph; 0 outside of one. */
  let [last, inner] = [0, 0]
  let outer: Item | undefined
  let before = ''
  return items.map((item, index) => {
    if (restarts.has(item.role)) [last, inner] = [0, 0]
    const announced = /[:：]$/u.test(before)
    before = item.block.text.value
    const value = item.number?.value
    if (item.role !== 'number' || value === undefined || !outer) {
      if (item.role === 'number') outer = item
      last = value ?? last
      return item
    }
    const begins = inner === 0 && value === 1 && last > 0 && announced
    const isInner =
      inner > 0
        ? value === inner + 1 && !isOuter(item, outer, last, openings)
        : begins && isDeeper(item, outer, openings) && goesOn(items, index, last)
    if (isInner) {
      inner = value
      return { ...item, role: 'label', number: null }
    }
    ;[last, inner, outer] = [value, 0, item]
    return item
  })
}

/** A number that both counts could go on with is the outer one's at its margin, or before an operative verb. */
function isOuter(item: Item, outer: Item, last: number, openings: Openings): boolean {
  if (item.number?.value !== last + 1) return false
  return !isDeeper(item, outer, openings)
}

/** It is further in than the paragraph around it, or opens as no operative paragraph does. */
function isDeeper({ block, text }: Item, outer: Item, openings: Openings): boolean {
  const [own = 0, around = 0] = [block.indent, outer.block.indent]
  if (own !== around) return own > around
  const lead = openings.lead(text, 'operative')
  return !(lead?.known && lead.role === 'operative')
}

/** The count goes on behind the list that begins at an item. */
function goesOn(items: readonly Item[], index: number, last: number): boolean {
  const end = Math.min(items.length, index + longestList)
  for (let at = index + 1; at < end; at++) {
    const { role, number } = items[at] as Item
    if (restarts.has(role)) return false
    if (role === 'number' && number?.value === last + 1) return true
  }
  return false
}

function isOne(number: ParagraphNumber | null | undefined): boolean {
  return number?.value === 1 && !number.suffix && !number.alternative
}

/** Count a run of paragraphs that are all numbered 1. */
function countLazyLists(items: readonly Item[]): Item[] {
  const result = [...items]
  let run: number[] = []
  const close = () => {
    const isLazy = run.length > 1 && run.every((at) => isOne(result[at]?.number))
    run.forEach((at, index) => {
      const item = result[at] as Item
      if (isLazy && index > 0 && item.number)
        result[at] = { ...item, number: { ...item.number, value: index + 1 }, repeats: true }
    })
    run = []
  }
  for (const [index, { role }] of items.entries()) {
    if (restarts.has(role) || closes.has(role)) close()
    else if (role === 'number') run.push(index)
  }
  close()
  return result
}
