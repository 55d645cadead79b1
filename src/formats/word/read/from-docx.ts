/** Word (OOXML) → blocks. */
import { type Block, concat, type Rich, rich, type Source, slice, trim } from '../../../model/block.js'
import { PlenaryError } from '../../../model/message.js'
import type { Element } from '../../xml/xml.js'
import type { Context } from '../package/context.js'
import { type OpenOptions, WordDocument } from '../package/document.js'
import { definitions, type Note } from '../package/notes.js'
import type { Part, WordPackage } from '../package/package.js'
import type { Revisions } from '../package/revisions.js'
import { readComments } from './comments.js'
import { readPages } from './pages.js'
import { StoryReader } from './story.js'

export type { Revisions } from '../package/revisions.js'

export interface DocxOptions extends OpenOptions {
  /** Which side of tracked changes to read; by default the text with all of them accepted. */
  revisions?: Revisions
}

const defaultMaxSize = 64 * 1024 * 1024
/** Text is 1 to 15 per cent of the XML that holds it: 64 MiB admit 8 MiB, as much as is read of plain text. */
const xmlPerText = 8

/**
 * Read a Word document into blocks.
 *
 * Given the bytes of a package. Ensures a block for each paragraph that is
 * printed, with the label that Word prints before it; the first page's header
 * and footer in front, other headers and footers behind as furniture, and the
 * notes that marks refer to and the comments last. Hidden text is left out.
 * `source.paragraph` is the count of `w:p` in the part, from 1.
 *
 * @throws PlenaryError if it is no Word document, damaged, protected, or beyond a bound.
 */
export function fromDocx(bytes: Uint8Array, options: DocxOptions): Source {
  const document = new WordDocument(bytes, options)
  const { word, body } = document
  const context = document.context(options.revisions ?? 'final')
  const { front, running } = readPages(document.pages, context)
  const text = new StoryReader(word.main, context).read(body)
  const blocks = [...front, ...text, ...running, ...readNotes(word, context), ...readComments(word, context)]
  refuseLonger(blocks, (options.maxSize ?? defaultMaxSize) / xmlPerText, options.name)
  return { blocks }
}

function refuseLonger(blocks: readonly Block[], limit: number, file: string): void {
  let length = 0
  for (const { text, table } of blocks) {
    length += text.value.length
    for (const row of table?.rows ?? []) for (const cell of row) length += cell.value.length
  }
  if (length > limit)
    throw new PlenaryError('expands', { file, part: 'its text', limit: (limit / 1024 / 1024).toFixed(1) })
}

function readNotes(word: WordPackage, context: Context): Block[] {
  const { met } = context.notes
  return (['footnote', 'endnote'] as const).flatMap((kind) => {
    const notes = met.filter((note) => note.kind === kind)
    const part = notes.length > 0 ? word.byRole(`${kind}s`) : undefined
    if (!part) return []
    const known = definitions(part.root, kind)
    const story = new StoryReader(part, context, { layout: true })
    return notes.flatMap((note) => {
      const definition = known.get(note.id)
      return definition ? [readNote(note, definition, story, part)] : []
    })
  })
}

function readNote(note: Note, definition: Element, story: StoryReader, part: Part): Block {
  const blocks = story.read(definition)
  const parts = blocks.flatMap(({ text }, index) => (index > 0 ? [rich(' '), text] : [text]))
  return {
    kind: 'note',
    label: note.label,
    identifier: note.identifier,
    text: withoutLabel(trim(concat(...parts)), note),
    source: blocks[0]?.source ?? { part: part.name },
  }
}

/** A mark that was typed in the text is typed before its note, too. */
function withoutLabel(text: Rich, { label, custom }: Note): Rich {
  return custom && text.value.startsWith(label) ? trim(slice(text, label.length)) : text
}
