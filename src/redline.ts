/** A Word document and a newer version of any format → the Word document with every change as a revision. */

import { alignParagraphs, compareStretches, diff, sameWords } from './diff/index.js'
import { WordDocument } from './formats/word/package/document.js'
import { isParagraph, Manuscript } from './formats/word/package/manuscript.js'
import { hasRevisions, resolveRevisions } from './formats/word/package/resolve.js'
import { annotate, type Remark } from './formats/word/revise/annotate.js'
import { fieldChanges } from './formats/word/revise/field-changes.js'
import { bodyOf, flowsOf } from './formats/word/revise/flows.js'
import { treeNotes } from './formats/word/revise/from-tree.js'
import { notesOf } from './formats/word/revise/revised.js'
import { sourcesOf, treeFlows } from './formats/word/revise/tree-flows.js'
import { writeRevisions } from './formats/word/revise/write.js'
import type { Revisions } from './model/block.js'
import { type Diff, type Fate, flatten, type Passage } from './model/change.js'
import { message, PlenaryError } from './model/message.js'
import { rows } from './model/tree/rows.js'
import type { Root } from './model/tree/types.js'
import { parse, type TextOptions } from './pipeline.js'
import { phraseWords } from './reports/diff/words.js'

export interface RedlineOptions extends Omit<TextOptions, 'revisions'> {
  /** Who makes the changes; `plenary` if absent. */
  author?: string
  /** When, as ISO 8601; now if absent. The same date gives the same bytes. */
  date?: string
  /** Mark what moved as moved, or as cut here and added there; `moves` if absent. */
  moves?: 'moves' | 'delins'
  /**
   * Which side of the tracked changes that a document has already is its text: the older one with some is
   * refused if absent, of the newer one they are accepted.
   */
  revisions?: { old?: Revisions | undefined; new?: Revisions | undefined }
  /** Whether a changed look of kept words (italics, bold) is a change; true if absent. */
  looks?: boolean
  /** Comment on the verbs that changed: what they were, and whether they are weaker now. */
  annotate?: boolean
  /** Names of the files, for messages. */
  names?: { old: string; new: string }
  /** Largest file in bytes. */
  maxSize?: number
}

/**
 * Write what changed between two documents into the older one, which is a Word document.
 *
 * Given its bytes, and the bytes of a newer Word document or the tree of a document of
 * any format. Ensures a document that, with all revisions rejected, is the older one, and
 * with all accepted reads as the newer one; parts without a change, and what this package
 * knows nothing of, are those of the older one. A message names what could not be written.
 *
 * @throws PlenaryError if a document cannot be read; `tracked` if the older one
 * has tracked changes and `revisions` does not say which side of them to take.
 */
export async function redline(
  oldBytes: Uint8Array,
  newer: Uint8Array | Root,
  options: RedlineOptions = {},
): Promise<Uint8Array> {
  const { author = 'plenary', date = new Date().toISOString(), moves = 'moves', looks = true } = options
  const names = options.names ?? { old: 'the old document', new: 'the new document' }
  const sizes = options.maxSize === undefined ? {} : { maxSize: options.maxSize }
  const common = { ...sizes, format: 'docx' as const, language: options.language }
  const open = async (bytes: Uint8Array, side: 'old' | 'new') => {
    const asked = options.revisions?.[side] ?? (side === 'new' ? 'final' : undefined)
    const own = untracked(bytes, names[side], asked, sizes)
    const { tree } = await parse(own, { ...common, name: names[side] })
    return { tree, manuscript: new Manuscript(new WordDocument(own, { name: names[side], ...sizes })) }
  }
  const old = await open(oldBytes, 'old')
  const revised = newer instanceof Uint8Array ? await open(newer, 'new') : undefined
  const tree = revised?.tree ?? (newer as Root)
  const found = diff(old.tree, tree)
  const by = { author, date: seconds(date) }
  const writing = {
    ...by,
    moves,
    compare: compareStretches,
    align: (one: Passage[], other: Passage[]) => alignParagraphs(one, other, []),
  }
  let result: Uint8Array
  if (revised) {
    const flows = flowsOf(old.manuscript, revised.manuscript, fatesOf(found, [old, revised]), alignParagraphs)
    result = writeRevisions(old.manuscript, flows, notesOf(revised.manuscript), { ...writing, looks })
  } else {
    const trees = { old: old.tree, new: tree }
    const { flows, unwritten } = treeFlows(
      old.manuscript,
      trees,
      found,
      fieldChanges(trees, sameWords),
      alignParagraphs,
    )
    for (const text of unwritten)
      options.messages?.push(message('redline-unwritten', { text: excerpt(text) }))
    result = writeRevisions(old.manuscript, flows, treeNotes(tree), { ...writing, looks: false })
  }
  if (!options.annotate) return result
  const written = await parse(result, { ...common, name: names.new })
  const document = new WordDocument(result, { name: names.new, ...sizes })
  return annotate(document, remarksOf(found, written.tree), by)
}

/** Characters of a text that a message shows, as other messages do. */
const shown = 40

function excerpt(text: string): string {
  return text.length > shown ? `${text.slice(0, shown - 1)}…` : text
}

/** What is to be said of changed verbs, where the new text has them. */
function remarksOf({ changes }: Diff, tree: Root): Remark[] {
  const all = rows(tree)
  return flatten(changes).flatMap(({ phrases, newRows }) =>
    phrases.map((phrase) => ({
      text: `${phraseWords(phrase)}: ${phrase.shift}`,
      old: phrase.old,
      new: phrase.new,
      places: newRows.flatMap((row) => sourcesOf(all[row])),
    })),
  )
}

/** A document with its tracked changes accepted or rejected; one without them as it is. */
function untracked(
  bytes: Uint8Array,
  name: string,
  side: Revisions | undefined,
  sizes: { maxSize?: number },
): Uint8Array {
  const document = new WordDocument(bytes, { name, ...sizes })
  if (!hasRevisions(document)) return bytes
  if (side === undefined) throw new PlenaryError('tracked', { file: name })
  return resolveRevisions(document, side).bytes()
}

/** Word writes dates to the second. */
function seconds(date: string): string {
  const time = new Date(date)
  return `${time.toISOString().slice(0, 19)}Z`
}

interface Version {
  tree: Root
  manuscript: Manuscript
}

/** What the comparison of the trees says of the paragraphs that hold their rows. */
function fatesOf({ changes }: Diff, [old, now]: readonly [Version, Version]): Fate[] {
  const [before, after] = [placesOf(old), placesOf(now)]
  return flatten(changes).flatMap(({ oldRows, newRows, moved }) => {
    const fate = {
      old: [...new Set(oldRows.flatMap((row) => before[row] ?? []))],
      new: [...new Set(newRows.flatMap((row) => after[row] ?? []))],
      moved,
    }
    return fate.old.length > 0 && fate.new.length > 0 ? [fate] : []
  })
}

/** For each row of a tree, the items of the manuscript that hold its text. */
function placesOf({ tree, manuscript }: Version): number[][] {
  const items = new Map<string, number>(
    bodyOf(manuscript).flatMap((item, at) =>
      isParagraph(item) ? [[`${item.part.name} ${item.number}`, at] as const] : [],
    ),
  )
  return rows(tree).map((row) =>
    sourcesOf(row).flatMap(({ part, paragraph }) => items.get(`${part} ${paragraph}`) ?? []),
  )
}
