/** A draft → the latest text of its title that a library keeps, and what changed since it. */
import { type DiffOptions, diff, summarize } from '../../diff/index.js'
import type { Diff } from '../../model/change.js'
import { PlenaryError } from '../../model/message.js'
import type { Node, Root } from '../../model/tree/types.js'
import { nameOf } from '../files.js'
import type { Compared } from './diff-job.js'

type Side = Compared['old']

/** The latest text of a draft's title, as a library keeps it, and the draft. */
export async function earlierAnd(draft: Side, file: string): Promise<[Side, Side]> {
  const { documentOf, documentTree, latestOfTitle } = await import('../../precedent/index.js')
  const { libraryIn } = await import('../library-file.js')
  const found = latestOfTitle(libraryIn(file), documentOf(draft.parsed.tree, ''))
  if (!found) throw new PlenaryError('no-earlier-text', { file: nameOf(draft.input.file), library: file })
  const tree = documentTree(found)
  return [
    { input: { file: found.file }, parsed: { tree, messages: [], format: 'json', document: undefined } },
    draft,
  ]
}

/**
 * Compare what a library keeps of a text with a draft.
 *
 * Ensures that nothing is told of what a library keeps of no text: mastheads, formulas, sponsors,
 * headings, tables, notes.
 */
export function diffFromKept(kept: Root, draft: Root, options: DiffOptions): Diff {
  const { front, changes, ...sides } = diff(kept, withoutNotes(draft), options)
  const found = {
    front: front.filter((change) => change.field !== 'sponsors' && change.old !== null),
    matter: [],
    changes: changes.filter(({ kind, new: [label] }) => kind !== 'inserted' || label),
  }
  return { ...sides, ...found, summary: summarize(found) }
}

function withoutNotes<N extends Node>(node: N): N {
  if (!('children' in node)) return node
  const children = (node.children as Node[]).filter(({ type }) => type !== 'footnoteReference')
  return { ...node, children: children.map(withoutNotes) }
}
