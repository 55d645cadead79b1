/** Word (OOXML) → blocks. */
import { type Block, concat, type Rich, rich, type Source, slice, trim } from '../../../model/block.js'
import { PlenaryError } from '../../../model/message.js'
import { chunksOf } from '../package/chunks.js'
import { type OpenOptions, WordDocument } from '../package/document.js'
import { keptIn } from '../package/kept.js'
import type { LeftOut } from '../package/left-out.js'
import type { Note } from '../package/notes.js'
import { type NoteStory, type PageStory, readingOf } from '../package/reading.js'
import type { Side } from '../package/revisions.js'
import { blocksOf } from './blocks.js'
import { chunkBlocks } from './chunks.js'
import { commentBlock } from './comments.js'
import { noticeOf, trackedNotice } from './notices.js'

export { chunksOf } from '../package/chunks.js'
export { WordDocument } from '../package/document.js'
export type { Revisions } from '../package/revisions.js'

export interface DocxOptions extends OpenOptions {
  /** Which side of tracked changes to read; by default the text with all of them accepted. */
  revisions?: Side
  /** What was read of the documents that are set into this one, by relationship; the others are told. */
  chunks?: ReadonlyMap<string, Source>
}

/** Text is 1 to 15 per cent of the XML that holds it: 64 MiB admit 8 MiB, as much as is read of plain text. */
const xmlPerText = 8

/**
 * Read a Word document into blocks.
 *
 * Given the bytes of a package, or the document opened. Ensures a block for each
 * paragraph that is printed, with the label that Word prints before it; the first
 * page's header and footer in front, other headers and footers behind as furniture,
 * and the notes that marks refer to and the comments last. Ensures that all text of
 * the package is in a block or told in `notices`, but for tracked changes of the other side.
 * `source.paragraph` is the count of `w:p` in the part, from 1.
 *
 * @throws PlenaryError if it is no Word document, damaged, protected, or beyond a bound.
 */
export function fromDocx(input: Uint8Array | WordDocument, options: DocxOptions): Source {
  const document = input instanceof WordDocument ? input : new WordDocument(input, options)
  const { context, front, body, running, notes, comments } = readingOf(document, options.revisions ?? 'final')
  const { chunks = new Map<string, Source>() } = options
  const entries = chunksOf(document)
  const read = new Map(entries.map(({ id, name }) => [id, chunkBlocks(chunks.get(id)?.blocks ?? [], name)]))
  const unread = entries
    .filter(({ id }) => !chunks.has(id))
    .map(({ name }): LeftOut => ({ what: 'embedded', text: name, source: { part: document.word.main.name } }))
  const blocks = [
    ...front.flatMap(frontBlocks),
    ...blocksOf(body, read),
    ...running.flatMap(({ items }) => blocksOf(items).map(furniture)),
    ...notes.flatMap(noteBlocks),
    ...comments.map((comment) => commentBlock(comment, context)),
  ]
  refuseLonger(blocks, document.maxSize / xmlPerText, options.name)
  const own = [
    ...(context.tracked.authors.length > 0 ? [trackedNotice(context.tracked, context.side)] : []),
    ...[...context.leavings.all, ...unread].map(noticeOf),
  ]
  const notices = [...own, ...[...chunks.values()].flatMap((chunk) => chunk.notices ?? [])]
  const kept = keptIn(document.word)
  return {
    blocks,
    ...(notices.length > 0 ? { notices } : {}),
    knowsNotes: true,
    ...(kept === undefined ? {} : { kept }),
  }
}

function refuseLonger(blocks: readonly Block[], limit: number, file: string): void {
  let length = 0
  for (const block of blocks) {
    length += block.text.value.length
    if (block.kind === 'table') for (const cell of block.table.rows.flat()) length += cell.value.length
  }
  if (length > limit)
    throw new PlenaryError('expands', { file, part: 'its text', limit: (limit / 1024 / 1024).toFixed(1) })
}

/** A note to something on the first page is set at its foot. */
const starred = /^[*†‡§]{1,4}[\s\u00a0]*(?=[\p{L}\d])(?!\d+\*)/u

function frontBlocks({ kind, items }: PageStory): Block[] {
  const blocks = blocksOf(items)
  if (kind === 'header') return blocks
  return blocks.map((block) => (starred.test(block.text.value) ? block : furniture(block)))
}

/** Which furniture it is, its words tell: that is not the reader's to say. */
function furniture(block: Block): Block {
  return { ...block, kind: 'furniture' }
}

function noteBlocks({ note, items, part }: NoteStory): Block[] {
  if (!note) return []
  const blocks = blocksOf(items)
  const parts = blocks.flatMap(({ text }, index) => (index > 0 ? [rich(' '), text] : [text]))
  return [
    {
      kind: 'note',
      label: note.label,
      identifier: note.identifier,
      text: withoutLabel(trim(concat(...parts)), note),
      source: blocks[0]?.source ?? { part: part.name },
    },
  ]
}

/** A mark that was typed in the text is typed before its note, too. */
function withoutLabel(text: Rich, { label, custom }: Note): Rich {
  return custom && text.value.startsWith(label) ? trim(slice(text, label.length)) : text
}
