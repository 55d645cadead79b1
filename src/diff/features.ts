/** Texts as weighted features, by which paragraphs are found and weighed. */

import { required } from './required.js'
import { wordKeys } from './tokens.js'
import type { Unit } from './units.js'

/** Words that only one version has can pair nothing: they count, and must not drown what is shared. */
const onesided = 0.3

/** A paragraph as the aligner sees it. */
export interface Item {
  unit: Unit
  /** Ids of its words and pairs of neighbouring words, ascending, each once. */
  features: Int32Array
  /** Sum of their weights. */
  weight: number
  /** How many words it has. */
  words: number
}

/** The weights of features: rare in both versions together is heavy, boilerplate is nearly nothing. */
export interface Lexicon {
  weights: Float64Array
  /** In how many items of one version a feature is, of that where it is commoner; 0 if the other has none. */
  frequency: Int32Array
}

/**
 * Turn the units of both versions into items with shared weights.
 *
 * The leading phrase is left out: a verb that changed must not cost the pair.
 */
export function itemize(
  oldUnits: readonly Unit[],
  newUnits: readonly Unit[],
): { oldItems: Item[]; newItems: Item[]; lexicon: Lexicon } {
  const ids = new Map<string, number>()
  const intern = (feature: string): number => {
    const known = ids.get(feature)
    if (known !== undefined) return known
    ids.set(feature, ids.size)
    return ids.size - 1
  }
  // The order in which features are met settles ties, and must not depend on which side is the old one.
  const print = (side: readonly Unit[]) => side.map(({ key }) => key).join('\f')
  const sides = print(oldUnits) > print(newUnits) ? [newUnits, oldUnits] : [oldUnits, newUnits]
  const met = sides.map((side) => side.map((unit) => item(unit, intern)))
  const bare = sides[0] === oldUnits ? met : met.reverse()
  const counts = bare.map((side) => {
    const count = new Int32Array(ids.size)
    for (const { features } of side) for (const id of features) count[id] = required(count, id) + 1
    return count
  })
  const [before, after] = [required(counts, 0), required(counts, 1)]
  const total = Math.max(oldUnits.length, newUnits.length)
  const weights = new Float64Array(ids.size)
  const frequency = new Int32Array(ids.size)
  for (let id = 0; id < ids.size; id++) {
    // The side that has it oftener counts: to be once on both sides must not make a feature common.
    const count = Math.max(required(before, id), required(after, id))
    const both = required(before, id) > 0 && required(after, id) > 0
    weights[id] = (Math.log((total + 1) / count) + 0.05) * (both ? 1 : onesided)
    if (both) frequency[id] = count
  }
  for (const side of bare) for (const each of side) each.weight = sum(each.features, weights)
  return { oldItems: required(bare, 0), newItems: required(bare, 1), lexicon: { weights, frequency } }
}

function item(unit: Unit, intern: (feature: string) => number): Item {
  const words = bodyWords(unit).map(unit.stem)
  const found = new Set<number>()
  words.forEach((word, index) => {
    found.add(intern(word))
    // The pair across the paragraph's end keeps short texts from having no pair at all.
    found.add(intern(`${word} ${words[index + 1] ?? ''}`))
  })
  return { unit, features: Int32Array.from(found).sort(), weight: 0, words: words.length }
}

function bodyWords(unit: Unit): string[] {
  const phrase = unit.row.phrase ?? ''
  const opens = unit.at !== null && unit.text.startsWith(phrase)
  const body = [opens ? unit.text.slice(phrase.length) : unit.text, ...unit.parts.map((part) => part.text)]
  const words = body.flatMap(wordKeys)
  // Of a text that is all verb ("Decides to adjourn.") nothing else would be left to go by.
  return words.length >= 3 ? words : [unit.text, ...unit.parts.map((part) => part.text)].flatMap(wordKeys)
}

function sum(features: Int32Array, weights: Float64Array): number {
  let total = 0
  for (const id of features) total += required(weights, id)
  return total
}

/** Weight of what two items share. */
export function shared(a: Int32Array, b: Int32Array, { weights }: Lexicon): number {
  let total = 0
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    const left = required(a, i)
    const right = required(b, j)
    if (left === right) {
      total += required(weights, left)
      i++
      j++
    } else if (left < right) i++
    else j++
  }
  return total
}

/** Count what two items share and no other item of either version has. */
export function alone(a: Int32Array, b: Int32Array, { frequency }: Lexicon): number {
  const other = new Set(b)
  return a.reduce((count, id) => count + Number(required(frequency, id) === 1 && other.has(id)), 0)
}

/** Weighted Dice similarity, 0–1. */
export function similarity(a: Item, b: Item, lexicon: Lexicon): number {
  if (a.unit.key === b.unit.key) return 1
  const total = a.weight + b.weight
  return total === 0 ? 0 : (2 * shared(a.features, b.features, lexicon)) / total
}
