/** Two Word documents → the older one with every change as a revision. */

import { alignParagraphs, compareStretches, diff } from './diff/index.js'
import { WordDocument } from './formats/word/package/document.js'
import { isParagraph, Manuscript } from './formats/word/package/manuscript.js'
import { hasRevisions, resolveRevisions } from './formats/word/package/resolve.js'
import type { Revisions } from './formats/word/package/revisions.js'
import { annotate, type Remark } from './formats/word/revise/annotate.js'
import { bodyOf, flowsOf } from './formats/word/revise/flows.js'
import { notesOf } from './formats/word/revise/revised.js'
import { writeRevisions } from './formats/word/revise/write.js'
import type { BlockSource } from './model/block.js'
import { type Diff, type Fate, flatten } from './model/change.js'
import { PlenaryError } from './model/message.js'
import { type Row, rows } from './model/tree/rows.js'
import type { Root } from './model/tree/types.js'
import { parse, type TextOptions } from './pipeline.js'
import { phraseWords } from './reports/diff/words.js'

export interface RedlineOptions extends Omit<TextOptions, 'messages' | 'revisions'> {
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
 * Write what changed between two Word documents into the older one.
 *
 * Given the bytes of both. Ensures a document that, with all revisions
 * rejected, is the older one, and with all accepted reads as the newer one;
 * parts without a change, and what this package knows nothing of, are those of
 * the older one.
 *
 * @throws PlenaryError if a document cannot be read; `tracked` if the older one
 * has tracked changes and `revisions` does not say which side of them to take.
 */
export async function redline(
  oldBytes: Uint8Array,
  newBytes: Uint8Array,
  options: RedlineOptions = {},
): Promise<Uint8Array> {
  const { author = 'plenary', date = new Date().toISOString(), moves = 'moves', looks = true } = options
  const names = options.names ?? { old: 'the old document', new: 'the new document' }
  const sizes = options.maxSize === undefined ? {} : { maxSize: options.maxSize }
  const common = { ...sizes, format: 'docx' as const, language: options.language }
  const old = untracked(oldBytes, names.old, options.revisions?.old, sizes)
  const now = untracked(newBytes, names.new, options.revisions?.new ?? 'final', sizes)
  const [before, after] = await Promise.all([
    parse(old, { ...common, name: names.old }),
    parse(now, { ...common, name: names.new }),
  ])
  const base = new Manuscript(new WordDocument(old, { name: names.old, ...sizes }))
  const revised = new Manuscript(new WordDocument(now, { name: names.new, ...sizes }))
  const found = diff(before.tree, after.tree)
  const known = fatesOf(found, [
    { tree: before.tree, manuscript: base },
    { tree: after.tree, manuscript: revised },
  ])
  const by = { author, date: seconds(date) }
  const flows = flowsOf(base, revised, known, alignParagraphs)
  const result = writeRevisions(base, flows, notesOf(revised), {
    ...by,
    moves,
    looks,
    compare: compareStretches,
    align: (one, other) => alignParagraphs(one, other, []),
  })
  if (!options.annotate) return result
  const { tree } = await parse(result, { ...common, name: names.new })
  const document = new WordDocument(result, { name: names.new, ...sizes })
  return annotate(document, remarksOf(found, tree), by)
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

/** Where in the file a row stands. */
function sourcesOf(row: Row | undefined): readonly BlockSource[] {
  return (row?.clause ?? row?.node)?.data?.source ?? []
}
