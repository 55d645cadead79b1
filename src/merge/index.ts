/**
 * Merge: a base and several parties' versions of it → one text.
 *
 * Say what each party made of each paragraph, put all in one order, resolve
 * each paragraph, and build the tree.
 */
import { grammarOf } from '../language/load.js'
import { renumber } from '../language/renumber.js'
import type { Merge, MergedParagraph } from '../model/merge.js'
import { withoutPlaces } from '../model/tree/edit.js'
import { NotePool, settleNotes } from '../model/tree/notes.js'
import { paragraphLabel } from '../model/tree/rows.js'
import type { Root } from '../model/tree/types.js'
import { build } from './build.js'
import { frameOf } from './frame.js'
import { mergeFront } from './front.js'
import { type Document, type Item, type ItemNode, isParagraph, itemsOf } from './items.js'
import { orderOf, type Place } from './order.js'
import { type PartyVersion, partyVersion, type Version } from './outcomes.js'
import { type Context, describe, type Resolved, resolve, untouched, wrap } from './resolve.js'

export interface MergeOptions {
  /** Whether two parties' edits of one paragraph conflict wherever they are in it; false if absent. */
  paragraphs?: boolean
  /** Whether the text is a compilation: every change in brackets with who proposed it, none taken; false if absent. */
  brackets?: boolean
  /** Whether paragraphs are numbered anew; true if absent. Else each bears the number of its version. */
  renumbered?: boolean
}

/**
 * Merge the versions of several parties into one text.
 *
 * Ensures that a paragraph that one party changed is that party's, that the same
 * change by two is one, that edits in different words of a paragraph are all
 * taken, and that edits that touch, and an edit of what another party cut, are
 * conflicts with every party's reading. The tree holds all readings in brackets;
 * its verbs are to be read anew.
 *
 * @example merge(base, [{party: 'EU', tree: fromMarkdown('…')}, {party: 'G77', tree: fromMarkdown('…')}]).conflicts // 1
 */
export function merge(base: Root, versions: readonly Version[], options: MergeOptions = {}): Merge {
  return mergeCompared(compareVersions(base, versions), options)
}

/** A base, and what each party made of it. */
export interface ComparedVersions {
  base: Root
  document: Document
  versions: readonly { version: Version; compared: PartyVersion }[]
}

/** Compare each version with the base, which takes most of the time of a merge: several merges of them share it. */
export function compareVersions(base: Root, versions: readonly Version[]): ComparedVersions {
  const document = itemsOf(base)
  const compared = versions.map((version) => ({
    version,
    compared: partyVersion(version.party, base, document, version.tree),
  }))
  return { base, document, versions: compared }
}

/** Merge versions that were compared with their base, and leave them as they are. */
export function mergeCompared(
  { base, document, versions: all }: ComparedVersions,
  options: MergeOptions = {},
): Merge {
  const parties = all.map(({ compared }) => compared)
  const versions = all.map(({ version }) => version)
  const context = {
    base,
    pool: new NotePool(base),
    whole: options.paragraphs ?? false,
    brackets: options.brackets ?? false,
  }
  // A compilation takes nothing, so that its frame is the base's.
  const frame = context.brackets ? { tree: base, document } : frameOf(base, document, all)
  const places = orderOf(document.items.length, parties, frame.version)
  const trees = new Map(versions.map(({ party, tree }) => [party, tree]))
  const resolved = places.map((place) => resolvePlace(place, document, parties, trees, context))
  const tree = build(base, frame, places, resolved, context.pool)
  mergeFront(tree, base, versions)
  settleNotes(tree, context.pool, base)
  if (options.renumbered ?? true) renumber(tree, grammarOf(base.language), base)
  const paragraphs = resolved.map(({ said, nodes }) => ({ ...said, label: labelIn(nodes) }))
  return {
    parties: versions.map(({ party }) => party),
    paragraphs,
    conflicts: paragraphs.filter(({ conflict }: MergedParagraph) => conflict).length,
    tree: withoutPlaces(tree),
  }
}

/** The label that renumbering gave the first node; null where nothing is left. */
function labelIn(nodes: readonly ItemNode[]): string | null {
  const [first] = nodes
  if (!first) return null
  return isParagraph(first) ? paragraphLabel(first) : ''
}

function resolvePlace(
  { base, added }: Place,
  document: Document,
  parties: readonly PartyVersion[],
  trees: ReadonlyMap<string, Root>,
  context: Context,
): Resolved {
  if (added) {
    const tree = trees.get(added.parties[0] ?? '') as Root
    const node = context.pool.adopt(added.item.node, tree)
    if (context.brackets) wrap(node, added.parties, [])
    return { said: describe(null, added.item, added.parties), nodes: [node] }
  }
  const item = document.items[base ?? -1] as Item
  const votes = parties.flatMap(({ party, outcomes }) => {
    const outcome = outcomes.get(base ?? -1)
    return outcome?.changed ? [{ party, outcome, tree: trees.get(party) as Root }] : []
  })
  const result =
    votes.length === 0 ? unchanged(base ?? -1, item, parties, trees, context) : resolve(item, votes, context)
  // What several paragraphs became is where the first of them was.
  const led = votes.some(({ outcome }) => outcome.of.length > 1 && outcome.of[0] !== base)
  return led
    ? { said: { ...result.said, text: null }, nodes: result.said.conflict ? result.nodes : [] }
    : result
}

/** An item whose words nobody changed, spelt as the first has it who spelt it otherwise. */
function unchanged(
  base: number,
  item: Item,
  parties: readonly PartyVersion[],
  trees: ReadonlyMap<string, Root>,
  context: Context,
): Resolved {
  const speller = parties.find(({ outcomes }) => outcomes.get(base)?.respelt)
  const now = speller?.outcomes.get(base)?.items[0]
  if (!speller || !now || context.brackets) return copied(untouched(item))
  const node = context.pool.adopt(now.node, trees.get(speller.party) as Root)
  return { said: describe(item, now, []), nodes: [node] }
}

/** The result is renumbered: the base must not be. */
function copied({ said, nodes }: Resolved): Resolved {
  return { said, nodes: structuredClone(nodes) }
}
