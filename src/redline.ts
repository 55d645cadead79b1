/** A Word document and a newer version of any format → the Word document with every change as a revision. */

import { alignParagraphs, compareStretches, diff, sameWords } from './diff/index.js'
import { sniff } from './formats/index.js'
import { chunksOf } from './formats/word/package/chunks.js'
import { WordDocument } from './formats/word/package/document.js'
import { type Item, isParagraph, Manuscript } from './formats/word/package/manuscript.js'
import { hasRevisions, resolveRevisions } from './formats/word/package/resolve.js'
import { fromDocx } from './formats/word/read/from-docx.js'
import { annotate, type Remark } from './formats/word/revise/annotate.js'
import { type FieldChange, fieldChanges } from './formats/word/revise/field-changes.js'
import { bodyOf, flowsOf, pagesWithoutPlace } from './formats/word/revise/flows.js'
import { treeNotes } from './formats/word/revise/from-tree.js'
import { notesOf } from './formats/word/revise/revised.js'
import { sourcesOf, treeFlows } from './formats/word/revise/tree-flows.js'
import { writeRevisions } from './formats/word/revise/write.js'
import { writeDocx } from './formats/word/write/to-docx.js'
import { sayIn } from './language/interface.js'
import type { Scale } from './language/scales.js'
import type { BlockSource, Revisions } from './model/block.js'
import { type Diff, flatten, type ParagraphOutcome, type Passage, sideText } from './model/change.js'
import { message, PlenaryError } from './model/message.js'
import { rows } from './model/tree/rows.js'
import type { Root } from './model/tree/types.js'
import { fromSource, parse, type TextOptions } from './pipeline.js'
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
  /**
   * Keep the tracked changes that the older document has, with their authors and dates: the new ones are
   * beside them, and start from the text with all of them accepted.
   */
  keepChanges?: boolean
  /** Whether a changed look of kept words (italics, bold) is a change; true if absent. */
  looks?: boolean
  /** Comment on the verbs that changed: what they were, and whether they are weaker now. */
  annotate?: boolean
  /** Decides which of two verbs is stronger, for the comments; the grammar's force if absent. */
  scale?: Scale | undefined
  /** Language of the comments: ar, en, es, fr, ru or zh; English if absent. */
  ui?: string | undefined
  /** Names of the files, for messages, and to tell a format whose content does not. */
  names?: { old: string; new: string }
  /** Largest file in bytes. */
  maxSize?: number
  /** Stops the work at the next stage, or before the next change is described. */
  signal?: AbortSignal | undefined
  /** Told when a stage begins. */
  onProgress?: ((stage: RedlineStage) => void) | undefined
}

/** Documents are read, compared, and the changes written. */
export type RedlineStage = 'read' | 'compare' | 'write'

/** A Word document opened, and the tree that was read of it, where there is one. */
export interface OpenedSide {
  document: WordDocument
  tree?: Root
}

/**
 * Write what changed between two documents into the older one.
 *
 * Given the bytes or the text of both, of any format that is read, or the newer one's tree. Where the
 * older one is a Word document, ensures a document that, with all revisions rejected, is the older one,
 * and with all accepted reads as the newer one; parts without a change, and what this package knows
 * nothing of, are those of the older one. Another is written on a clean copy in the layout of the United
 * Nations. A message names what could not be written.
 *
 * @throws PlenaryError if a document cannot be read; `tracked` if the older one
 * has tracked changes and `revisions` does not say which side of them to take; `tracked-collision` if
 * they are to be kept and a new change cannot be beside one of them; the reason of `signal`.
 */
export async function redline(
  older: Uint8Array | string,
  newer: Uint8Array | string | Root,
  options: RedlineOptions = {},
): Promise<Uint8Array> {
  begin('read', options)
  const old = await opened(older, 'old', options)
  const base = 'document' in old ? old : await copyOf(old, options)
  const isTree = typeof newer !== 'string' && !(newer instanceof Uint8Array)
  return redlineOpened(base, isTree ? newer : await opened(newer, 'new', options), options)
}

/**
 * Write what changed between two documents that are opened already.
 *
 * Given the older one, the newer one or its tree, and their comparison, where it was made: what is
 * given is not read or compared again.
 *
 * @throws PlenaryError as `redline`
 */
export function redlineOpened(
  older: OpenedSide,
  newer: OpenedSide | Root,
  options: RedlineOptions & { compared?: Diff } = {},
): Uint8Array {
  const { author = 'plenary', date = new Date().toISOString(), moves = 'moves', looks = true } = options
  const { scale, compared } = options
  const old = versionOf(older, 'old', options)
  const revised = 'document' in newer ? versionOf(newer, 'new', options) : undefined
  const trees = { old: old.tree, new: revised?.tree ?? (newer as Root) }
  const given = 'document' in newer ? newer.tree : newer
  const isCompared = trees.old === older.tree && trees.new === given
  begin('compare', options)
  const found = (isCompared && compared) || diff(trees.old, trees.new, { scale, signal: options.signal })
  begin('write', options)
  const by = { author, date: seconds(date) }
  const writing = {
    ...by,
    moves,
    looks: revised !== undefined && looks,
    compare: compareStretches,
    align: (one: Passage[], other: Passage[]) => alignParagraphs(one, other, []),
  }
  const fields = fieldChanges(trees, sameWords)
  const flows = revised
    ? flowsOf(
        old.manuscript,
        revised.manuscript,
        [...outcomesOf(found, [old, revised]), ...outcomesOfFields(fields, [old, revised])],
        alignParagraphs,
      )
    : treeFlows(old.manuscript, trees, found, fields, { align: alignParagraphs, compare: compareStretches })
  const notes = revised ? notesOf(revised.manuscript) : treeNotes(trees.new)
  const written = writeRevisions(old.manuscript, flows, notes, writing)
  const tree = options.messages || options.annotate ? read(written.document, options) : undefined
  if (tree && options.messages) {
    // What is set into the document is not read again: it is as it was.
    const hasChunks = chunksOf(written.document).length > 0
    const left = hasChunks ? elsewhere(found, trees.old) : unwritten(diff(tree, trees.new), tree, trees.new)
    if (revised) left.push(...pagesWithoutPlace(old.manuscript, revised.manuscript))
    for (const text of left) options.messages.push(message('redline-unwritten', { text: excerpt(text) }))
  }
  return annotate(written, tree && options.annotate ? remarksOf(found, tree, options.ui) : [], by)
}

function begin(stage: RedlineStage, { signal, onProgress }: RedlineOptions): void {
  onProgress?.(stage)
  signal?.throwIfAborted()
}

/** A Word document opened, another as its tree. */
async function opened(
  input: Uint8Array | string,
  side: 'old' | 'new',
  options: RedlineOptions,
): Promise<OpenedSide | Root> {
  const { names, maxSize, messages = [], language, signal } = options
  const bounds = {
    name: names?.[side] ?? `the ${side} document`,
    ...(maxSize === undefined ? {} : { maxSize }),
  }
  if (typeof input !== 'string' && (await sniff(input, bounds.name)) === 'docx')
    return openWord(input, bounds, options)
  const revisions = options.revisions?.[side]
  const reading = {
    ...bounds,
    messages,
    ...(language ? { language } : {}),
    ...(revisions ? { revisions } : {}),
  }
  return (await parse(input, { ...reading, ...(signal ? { signal } : {}) })).tree
}

async function openWord(
  input: Uint8Array,
  bounds: { name: string; maxSize?: number },
  { language, signal }: RedlineOptions,
): Promise<OpenedSide> {
  const document = new WordDocument(input, bounds)
  if (chunksOf(document).length === 0) return { document }
  // Documents of any format may be set into it: the tree has what they say.
  const reading = { ...bounds, ...(language ? { language } : {}), ...(signal ? { signal } : {}) }
  return { document, tree: (await parse(input, { ...reading, format: 'docx' })).tree }
}

/** A document that is no Word file, as one. */
async function copyOf(tree: Root, { date }: RedlineOptions): Promise<OpenedSide> {
  const bytes = await writeDocx(tree, { date })
  return { document: new WordDocument(bytes, { name: 'the old document' }) }
}

/** A document without tracked changes, or a side of one with them. */
function versionOf(opened: OpenedSide, side: 'old' | 'new', options: RedlineOptions): Version {
  const asked = options.revisions?.[side] ?? (side === 'new' ? 'final' : undefined)
  const isTracked = hasRevisions(opened.document)
  if (isTracked && side === 'old' && options.keepChanges)
    return { tree: read(opened.document, options), manuscript: new Manuscript(opened.document) }
  if (isTracked && asked === undefined) throw new PlenaryError('tracked', { file: opened.document.name })
  const document = isTracked && asked ? resolveRevisions(opened.document, asked) : opened.document
  // The tree that was read names paragraphs as they are counted before changes are settled.
  return {
    tree: (!isTracked && opened.tree) || read(document, options),
    manuscript: new Manuscript(document),
  }
}

function read(document: WordDocument, { language }: RedlineOptions): Root {
  return fromSource(fromDocx(document, { name: document.name }), language === undefined ? {} : { language })
}

/** What the redline, read again with all accepted, still says otherwise than the new document. */
function unwritten({ changes, front }: Diff, tree: Root, now: Root): string[] {
  const all = rows(tree)
  // A text or a page may leave the sponsors out.
  const isTold = now.children.some(({ type }) => type === 'proposal')
  return [
    ...front.flatMap((change) => {
      if (change.field === 'sponsors') return isTold ? [[...change.joined, ...change.left].join(', ')] : []
      return change.old !== null && change.new !== null ? [change.new] : []
    }),
    ...flatten(changes).flatMap(({ kind, edits, oldRows }) => {
      const isSame = kind === 'unchanged' || edits.every(({ op }) => op === 'equal')
      return isSame ? [] : [sideText(edits, 'insert') || (all[oldRows[0] ?? -1]?.text ?? '')]
    }),
  ]
}

/** Changes of paragraphs that are in other documents, which are set into this one. */
function elsewhere({ changes }: Diff, tree: Root): string[] {
  const all = rows(tree)
  return flatten(changes).flatMap(({ kind, edits, oldRows }) => {
    const places = oldRows.flatMap((row) => sourcesOf(all[row]))
    const isChunk = places.length > 0 && places.every(({ paragraph }) => paragraph === undefined)
    if (!isChunk || kind === 'unchanged' || edits.every(({ op }) => op === 'equal')) return []
    return [sideText(edits, 'insert') || (all[oldRows[0] ?? -1]?.text ?? '')]
  })
}

/** Characters of a text that a message shows, as other messages do. */
const shown = 40

function excerpt(text: string): string {
  return text.length > shown ? `${text.slice(0, shown - 1)}…` : text
}

/** What is to be said of changed verbs, where the new text has them. */
function remarksOf({ changes }: Diff, tree: Root, ui?: string): Remark[] {
  const say = sayIn(ui)
  const all = rows(tree)
  return flatten(changes).flatMap(({ phrases, newRows }) =>
    phrases.map((phrase) => ({
      text: say('told', { name: phraseWords(phrase, say), words: say(phrase.shift) }),
      old: phrase.old,
      new: phrase.new,
      places: newRows.flatMap((row) => sourcesOf(all[row])),
    })),
  )
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
function outcomesOf({ changes }: Diff, [old, now]: readonly [Version, Version]): ParagraphOutcome[] {
  const [before, after] = [placesOf(old), placesOf(now)]
  const [olds, news] = [bodyOf(old.manuscript), bodyOf(now.manuscript)]
  return flatten(changes).flatMap(({ oldRows, newRows, moved }) => {
    const outcome = {
      old: [...new Set(oldRows.flatMap((row) => before[row] ?? []))],
      new: [...new Set(newRows.flatMap((row) => after[row] ?? []))],
      moved,
    }
    // What is in several cells is paired cell by cell.
    const isParted = containers(olds, outcome.old) > 1 || containers(news, outcome.new) > 1
    return outcome.old.length > 0 && outcome.new.length > 0 && !isParted ? [outcome] : []
  })
}

/** In how many cells, or other containers, some items are. */
function containers(items: readonly Item[], places: readonly number[]): number {
  return new Set(places.map((at) => items[at]?.parent)).size
}

/** A field of the masthead that says something else is the same field, however little alike its words are. */
function outcomesOfFields(
  fields: readonly FieldChange[],
  [old, now]: readonly [Version, Version],
): ParagraphOutcome[] {
  const [before, after] = [itemsAt(old.manuscript), itemsAt(now.manuscript)]
  return fields.flatMap(({ places, newPlaces }) => {
    const outcome = { old: before(places), new: after(newPlaces), moved: false }
    return outcome.old.length > 0 && outcome.new.length > 0 ? [outcome] : []
  })
}

/** For each row of a tree, the items of the manuscript that hold its text. */
function placesOf({ tree, manuscript }: Version): number[][] {
  const at = itemsAt(manuscript)
  return rows(tree).map((row) => at(sourcesOf(row)))
}

/** Find the items of the body that are at some places. */
function itemsAt(manuscript: Manuscript): (places: readonly BlockSource[]) => number[] {
  const items = new Map<string, number>(
    bodyOf(manuscript).flatMap((item, at) =>
      isParagraph(item) ? [[`${item.part.name} ${item.number}`, at] as const] : [],
    ),
  )
  return (places) => places.flatMap(({ part, paragraph }) => items.get(`${part} ${paragraph}`) ?? [])
}
