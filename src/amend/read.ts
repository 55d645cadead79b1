/**
 * Read: the blocks of an amending document → typed instructions.
 *
 *     3.                                     a number, also where its line was lost
 *     After operative paragraph 7, insert …  a command
 *     Welcomes the lamps;                    the text it gives, up to the next command
 */
import { type Amending, loadAmending } from '../language/amending.js'
import type { Edit } from '../language/amending-clause.js'
import { labelOf, opensAsCommand, type Piece, piecesOf, readCommand } from '../language/commands.js'
import { fallbackLanguage } from '../language/fallback.js'
import type { Masked } from '../language/quotations.js'
import type { Amendment, Instruction, NewNote, NewParagraph } from '../model/amendment.js'
import { type Block, placesOf, type Rich, slice, sourceOffset, trim } from '../model/block.js'
import { plainText } from '../model/tree/text.js'
import type { Root } from '../model/tree/types.js'

/**
 * Read an amending document.
 *
 * Given its assembled blocks, and its tree, which has the masthead and the sponsors. Ensures that
 * each paragraph behind the first command is in an instruction, or in `unread`.
 */
export function readAmendment(blocks: readonly Block[], tree: Root): Amendment {
  const amending = loadAmending(tree.language ?? fallbackLanguage)
  const amendment: Amendment = { ...frontOf(tree), amends: null, instructions: [], unread: [] }
  const before: string[] = []
  if (!amending) return amendment
  const pieces = piecesOf(blocks, amending)
  const notes = notesOf(blocks)
  let open: Instruction[] | undefined
  let follows: 'text' | 'quoted' | undefined
  let about: readonly string[] = []
  let isHeading = false
  for (const piece of pieces) {
    const read = instructionsOf(piece, amending, notes, about)
    if (read) {
      about = read.about ?? about
      // "Amend operative paragraph 3 as follows:", and its edits behind it: no text was given.
      if (isHeading && open?.[0]?.text === undefined && follows === 'text') amendment.instructions.pop()
      isHeading = read.about !== undefined
      amendment.instructions.push(...read.instructions)
      // A heading opens nothing.
      if (open || read.instructions.length > 0)
        open = read.instructions.filter(({ op }) => op !== 'renumber').slice(-1)
      follows = read.follows
      continue
    }
    // What is numbered as a command, or opens as one, is one that was not read; what is above the first is the front.
    const isUnread = opensAsCommand(piece.whole, amending)
    if (isUnread) {
      open = []
      follows = undefined
    }
    const [instruction] = open ?? []
    if (!open) (piece.n === null ? before : amendment.unread).push(piece.whole.value)
    else if (instruction && follows === 'text')
      addText(instruction, piece, paragraphOf(piece.whole, amending, notes))
    else if (instruction && follows === 'quoted')
      instruction.quoted = [...(instruction.quoted ?? []), piece.whole.value]
    else amendment.unread.push(piece.whole.value)
  }
  return { ...amendment, ...namedIn(before, amendment.title, amending) }
}

/** What the paragraphs before the first command name: the draft, and behind it the title. */
function namedIn(
  before: readonly string[],
  title: string | null,
  amending: Amending,
): Pick<Amendment, 'amends' | 'title'> {
  const at = before.findIndex((text) => amending.amends(text) !== null)
  const amends = amending.amends(before[at] ?? before.join(' '))
  const behind = at < 0 ? '' : before.slice(at + 1).join(' ')
  if (behind !== '') return { amends, title: behind }
  return { amends, title: title !== null && amending.amends(title) ? null : title }
}

/** A line that opens with a capital goes on with the one above it, if that has no mark at its end and no empty line parts them. */
function addText(instruction: Instruction, { gap }: Piece, paragraph: NewParagraph): void {
  instruction.text ??= []
  const last = instruction.text.at(-1)
  const isNext = gap || paragraph.label !== null || /[^\P{P},]$/u.test(last?.text ?? '')
  if (!last || isNext || (last.text.endsWith(',') && !/^\p{Ll}/u.test(paragraph.text))) {
    instruction.text.push(paragraph)
    return
  }
  const shift = last.text.length + 1
  last.text += ` ${paragraph.text}`
  last.notes.push(...paragraph.notes.map((note) => ({ ...note, at: note.at + shift })))
}

/** Symbol, sponsors and title, from the tree. */
function frontOf(tree: Root): Pick<Amendment, 'symbol' | 'sponsors' | 'title'> {
  const front: Pick<Amendment, 'symbol' | 'sponsors' | 'title'> = { symbol: null, sponsors: [], title: null }
  for (const node of tree.children) {
    if (node.type === 'masthead') {
      const symbol = node.children.find((field) => field.type === 'symbol')
      front.symbol ??= symbol?.symbol ?? null
    } else if (node.type === 'proposal') {
      for (const child of node.children) if (child.type === 'sponsor') front.sponsors.push(child.name)
    } else if (node.type === 'resolution') {
      const title = node.children.find((child) => child.type === 'title')
      if (title) front.title ??= plainText(title)
    }
  }
  return front
}

function notesOf(blocks: readonly Block[]): ReadonlyMap<string, string> {
  const notes = new Map<string, string>()
  for (const block of blocks)
    if (block.kind === 'note') notes.set(block.identifier ?? block.label ?? '', block.text.value)
  return notes
}

function instructionsOf(
  { n, text, whole }: Piece,
  amending: Amending,
  notes: ReadonlyMap<string, string>,
  about: readonly string[],
): {
  instructions: Instruction[]
  follows?: 'text' | 'quoted' | undefined
  about?: string[] | undefined
} | null {
  const read = readCommand(text, amending, about)
  if (!read) return null
  const { masked, edits, end, follows } = read
  const source = whole.value.slice(0, whole.value.length - text.value.length + end)
  const place = placeOf(whole)
  const instructions = edits.map((edit) => ({ ...instructionOf(edit, n, masked), source, ...place }))
  // The text that the last one gives may begin on the same line.
  const rest = trim(slice(text, end))
  const last = instructions.findLast(({ op }) => op !== 'renumber')
  if (last && rest.value !== '' && follows === 'text') last.text = [paragraphOf(rest, amending, notes)]
  else if (last && rest.value !== '' && follows === 'quoted') last.quoted = [rest.value]
  return { instructions, follows, about: read.about }
}

function instructionOf(
  { op, target, where, anchor, ...edit }: Edit,
  n: string | null,
  masked: Masked,
): Instruction {
  const words = (quoted: number) => masked.words(`“${quoted}”`)
  const instruction: Instruction = { n, op, target, source: '' }
  if (where) instruction.where = where
  if (edit.old !== undefined)
    instruction.old = [edit.old, ...(edit.oldEnd === undefined ? [] : [edit.oldEnd])].map(words).join(' … ')
  if (edit.new !== undefined) instruction.new = words(edit.new)
  if (anchor !== undefined) instruction.anchor = typeof anchor === 'number' ? words(anchor) : anchor
  if (edit.text !== undefined) instruction.text = [{ label: null, text: words(edit.text), notes: [] }]
  if (edit.sentence !== undefined) instruction.sentence = edit.sentence
  if (edit.occurrence !== undefined) instruction.occurrence = edit.occurrence
  if (edit.all || (op.endsWith('-words') && target.some((label) => label.endsWith('*'))))
    instruction.all = true
  return instruction
}

/** A paragraph that is given: without the quotation marks around it, its number apart, its notes with it. */
function paragraphOf(whole: Rich, { quotes }: Amending, notes: ReadonlyMap<string, string>): NewParagraph {
  let text = whole
  for (const [open, close] of quotes) {
    const isOpened = text.value.startsWith(open)
    if (isOpened) text = slice(text, open.length)
    // A single mark at the end may be an apostrophe.
    else if (/^['’]$/u.test(close)) continue
    // A mark that closes what was not opened ends the quotation of several paragraphs.
    const stop = /[.,;]?$/u.exec(text.value)?.index ?? 0
    if (!text.value.endsWith(close, stop)) continue
    const inside = text.value.slice(0, stop - close.length)
    if (open === close || inside.split(open).length <= inside.split(close).length)
      text = slice(text, 0, stop - close.length)
  }
  const printed = labelOf(text.value)
  if (printed) text = slice(text, printed.end)
  text = trim(text)
  const brought = text.marks.flatMap((mark): NewNote[] => {
    const note = mark.kind === 'noteReference' ? notes.get(mark.identifier ?? '') : undefined
    return note === undefined ? [] : [{ at: mark.start, label: mark.label ?? '', text: note }]
  })
  return { label: printed?.label ?? null, text: text.value, notes: brought }
}

function placeOf(text: Rich): Pick<Instruction, 'offsets' | 'places'> {
  const places = placesOf(text)
  if (places.length > 0) return { places }
  const [start, end] = [sourceOffset(text, 0), sourceOffset(text, text.value.length, true)]
  return start === undefined || end === undefined ? {} : { offsets: { start, end } }
}
