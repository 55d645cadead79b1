/** Which rows of a comparison that was read again are not where they were, and must be written apart. */
import { longestAscending } from '../../../model/ascending.js'
import { type Row, rows } from '../../../model/tree/rows.js'
import type { Root } from '../../../model/tree/types.js'
import type { Apart, ComparedTrees } from './comparison.js'

/**
 * Find the rows that a written comparison does not give back in their place.
 *
 * Given both texts, and what is read of each side of the file. A row that is not there is one; of a row that is
 * elsewhere all those between are, so that they are cut, and are, one after the other. A paragraph is apart as a
 * whole.
 */
export function apartOf(trees: ComparedTrees, read: ComparedTrees): Exclude<Apart, 'all'> {
  return { old: misplaced(trees.old, read.old), new: misplaced(trees.new, read.new) }
}

function misplaced(tree: Root, read: Root): Set<number> {
  const own = rows(tree)
  const places = placesOf(own.map(wordsOf), rows(read).map(wordsOf))
  const inOrder = new Set(longestAscending(places))
  const found = new Set<number>()
  const sorted = [...inOrder].sort((a, b) => (places[a] as number) - (places[b] as number))
  own.forEach((_, at) => {
    if (inOrder.has(at)) return
    const place = places[at]
    const before = place === undefined ? at : (sorted.findLast((one) => (places[one] as number) < place) ?? 0)
    for (let one = Math.min(at, before); one <= Math.max(at, before); one++) found.add(one)
  })
  const paragraphs = new Set([...found].flatMap((at) => own[at]?.paragraph ?? []))
  own.forEach(({ paragraph }, at) => {
    if (paragraph && paragraphs.has(paragraph)) found.add(at)
  })
  return found
}

/** The words of a row with its number, as one string. */
export function wordsOf({ node, role, text }: Row): string {
  const label = role !== 'continuation' && 'label' in node ? (node.label ?? '') : ''
  return (`${label} ${text}`.match(/[\p{L}\p{N}]+/gu) ?? []).join(' ')
}

/** Where each text is among those read; undefined where it is not. */
function placesOf(texts: readonly string[], read: readonly string[]): (number | undefined)[] {
  const known = new Map<string, number[]>()
  for (const [at, text] of read.entries()) {
    const same = known.get(text)
    if (same) same.push(at)
    else known.set(text, [at])
  }
  return texts.map((text) => known.get(text)?.shift())
}
