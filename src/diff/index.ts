/**
 * Diff: two trees → changes.
 *
 * Align paragraphs, pair their parts, compare words, verbs and facts.
 */

import { languages, load } from '../language/load.js'
import type { Scale } from '../language/scales.js'
import type { Grammar } from '../language/types.js'
import type { Change, Diff, EditLevel } from '../model/change.js'
import type { Root } from '../model/tree/types.js'
import { align } from './align.js'
import { arrange } from './arrange.js'
import { describe } from './changes.js'
import { enumeration } from './enumerators.js'
import { compareFront, side } from './front.js'
import { compareMatter } from './matter.js'
import { notesOf } from './notes.js'
import { type Placed, placeParts } from './parts.js'
import { relabelling } from './references.js'
import { linkRelocated } from './relocated.js'
import { required } from './required.js'
import { summarize } from './summarize.js'
import { type Unit, units } from './units.js'

export { apply, revert } from './apply.js'
export { attribute, authorsOf } from './authors.js'
export { alignParagraphs } from './paragraphs.js'
export { summarize } from './summarize.js'
export { canonical, wordKeys } from './tokens.js'
export { compareStretches, compareTexts, sameWords } from './words.js'

export interface DiffOptions {
  /** How readable the edits are made; `clause` if absent. */
  level?: EditLevel
  /** Finds hedges and words of obligation; by the tree's language if absent, null for none. */
  grammar?: Grammar | null
  /** Decides which of two verbs is stronger, where it ranks both; the grammar's force if absent. */
  scale?: Scale | undefined
  /** Stops the work before the next change is described: `onProgress` may abort it, or who aborted it before. */
  signal?: AbortSignal | undefined
  /** Told how many changes are described, of how many; the first time when all paragraphs are paired. */
  onProgress?: ((done: number, all: number) => void) | undefined
}

/**
 * Compare two trees.
 *
 * Ensures every paragraph and heading of both sides is in exactly one change,
 * in new order with deletions where they were; joining `equal` and `delete`
 * texts gives the old rows, `equal` and `insert` the new. The same trees give
 * the same diff.
 *
 * @throws The reason of `signal`, if that stopped it.
 * @example diff(fromMarkdown(draft), fromMarkdown(revision)).summary.verbs.weaker // 1
 */
export function diff(oldTree: Root, newTree: Root, options: DiffOptions = {}): Diff {
  options.signal?.throwIfAborted()
  const sides = sidesOf(oldTree, newTree, options)
  const { before, after } = sides
  const changes = changesOf(sides, placeParts(arrange(before, after, align(before, after))), options)
  linkRelocated(changes)
  const front = compareFront(oldTree, newTree)
  const level = options.level ?? 'clause'
  const matter = compareMatter(oldTree, newTree, front, level, sides.grammars.new, changes)
  const found = { front, matter, changes }
  return { old: side(oldTree), new: side(newTree), ...found, summary: summarize(found) }
}

/**
 * Compare two paragraphs, each alone in its tree, however little they are alike.
 *
 * Ensures one change that has both, with its verbs; its facts and edits are left out where nobody asks for them.
 */
export function diffParagraphs(
  oldTree: Root,
  newTree: Root,
  { isFactual = true, ...options }: DiffOptions & { isFactual?: boolean } = {},
): Change {
  const sides = sidesOf(oldTree, newTree, options)
  const slots = placeParts([{ old: sides.before.slice(0, 1), new: sides.after.slice(0, 1), moved: false }])
  return required(changesOf(sides, slots, options, isFactual), 0)
}

interface Sides {
  trees: { old: Root; new: Root }
  grammars: { old: Grammar | null; new: Grammar | null }
  before: Unit[]
  after: Unit[]
}

function sidesOf(oldTree: Root, newTree: Root, options: DiffOptions): Sides {
  const grammars = { old: grammarOf(oldTree, options), new: grammarOf(newTree, options) }
  return {
    trees: { old: oldTree, new: newTree },
    grammars,
    before: units(oldTree, grammars.old),
    after: units(newTree, grammars.new),
  }
}

function changesOf(
  { trees, grammars, before, after }: Sides,
  slots: readonly Placed[],
  { level = 'clause', scale, signal, onProgress }: DiffOptions,
  isFactual = true,
): Change[] {
  const context = {
    level,
    oldSource: { grammar: grammars.old, notes: notesOf(trees.old, grammars.old) },
    newSource: { grammar: grammars.new, notes: notesOf(trees.new, grammars.new) },
    relabel: relabelling(slots),
    isFrequent: (word: string) => grammars.new?.isFrequent(word) ?? false,
    judge: { scale: scale ?? null, grammar: grammars.new },
    explains: { old: enumeration(before, grammars.new), new: enumeration(after, grammars.new) },
    isFactual,
  }
  return slots.map((slot, done) => {
    onProgress?.(done, slots.length)
    signal?.throwIfAborted()
    return describe(slot, context)
  })
}

function grammarOf(tree: Root, options: DiffOptions): Grammar | null {
  if (options.grammar !== undefined) return options.grammar
  return tree.language !== null && languages().includes(tree.language) ? load(tree.language) : null
}
