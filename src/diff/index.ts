/**
 * Diff: two trees → changes.
 *
 * Align paragraphs, pair their parts, compare words, verbs and facts.
 */

import { languages, load } from '../language/load.js'
import type { Scale } from '../language/scales.js'
import type { Grammar } from '../language/types.js'
import type { Diff, EditLevel } from '../model/change.js'
import type { Root } from '../model/tree/types.js'
import { align } from './align.js'
import { arrange } from './arrange.js'
import { describe } from './changes.js'
import { enumeration } from './enumerators.js'
import { compareFront, side } from './front.js'
import { compareMatter } from './matter.js'
import { notesOf } from './notes.js'
import { placeParts } from './parts.js'
import { relabelling } from './references.js'
import { summarize } from './summarize.js'
import { units } from './units.js'

export { apply, revert } from './apply.js'
export { alignParagraphs } from './paragraphs.js'
export { summarize } from './summarize.js'
export { compareStretches, compareTexts, sameWords } from './words.js'

export interface DiffOptions {
  /** How readable the edits are made; `clause` if absent. */
  level?: EditLevel
  /** Finds hedges and words of obligation; by the tree's language if absent, null for none. */
  grammar?: Grammar | null
  /** Decides which of two verbs is stronger, where it ranks both; the grammar's force if absent. */
  scale?: Scale | undefined
}

/**
 * Compare two trees.
 *
 * Ensures every paragraph and heading of both sides is in exactly one change,
 * in new order with deletions where they stood; joining `equal` and `delete`
 * texts gives the old rows, `equal` and `insert` the new. The same trees give
 * the same diff.
 *
 * @example diff(fromMarkdown(draft), fromMarkdown(revision)).summary.verbs.weaker // 1
 */
export function diff(oldTree: Root, newTree: Root, options: DiffOptions = {}): Diff {
  const [oldGrammar, grammar] = [grammarOf(oldTree, options), grammarOf(newTree, options)]
  const [before, after] = [units(oldTree, oldGrammar), units(newTree, grammar)]
  const slots = placeParts(arrange(before, after, align(before, after)))
  const context = {
    level: options.level ?? ('clause' as const),
    oldSource: { grammar: oldGrammar, notes: notesOf(oldTree, oldGrammar) },
    newSource: { grammar, notes: notesOf(newTree, grammar) },
    relabel: relabelling(slots),
    isFrequent: (word: string) => grammar?.isFrequent(word) ?? false,
    judge: { scale: options.scale ?? null, grammar },
    explains: { old: enumeration(before, grammar), new: enumeration(after, grammar) },
  }
  const changes = slots.map((slot) => describe(slot, context))
  const front = compareFront(oldTree, newTree)
  const found = { front, matter: compareMatter(oldTree, newTree, front, context.level), changes }
  return { old: side(oldTree), new: side(newTree), ...found, summary: summarize(found) }
}

function grammarOf(tree: Root, options: DiffOptions): Grammar | null {
  if (options.grammar !== undefined) return options.grammar
  return tree.language !== null && languages().includes(tree.language) ? load(tree.language) : null
}
