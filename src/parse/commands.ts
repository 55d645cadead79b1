/** The blocks of an amending document → its commands, each with the text that it gives. */

import { type Amending, loadAmending } from '../language/amending.js'
import { labelOf, type Piece, piecesOf, readCommand } from '../language/commands.js'
import { fallbackLanguage } from '../language/fallback.js'
import { type Block, type Rich, slice, trim } from '../model/block.js'
import type { Command, GivenParagraph, OperativeContent, Resolution } from '../model/tree/types.js'
import type { NestContext } from './body.js'
import type { Front } from './front.js'
import { clause, plainContent } from './inline.js'
import { table, unknownNode } from './nodes.js'
import { enclose } from './place.js'

/** An amending document in two: what is before the first command, and the rest. */
export interface AmendingParts {
  head: Block[]
  pieces: Piece[]
  /** The text, by which its tables have their places. */
  blocks: readonly Block[]
  amending: Amending
}

/** A front is over after so many blocks. */
const longestFront = 40

/**
 * Part the text of an amending document; undefined for all others.
 *
 * Before the first command one must say that the document amends another one: its sponsors, or its title.
 */
export function amendingParts(
  blocks: readonly Block[],
  language: string | null,
  isAmendment: (line: string) => boolean,
): AmendingParts | undefined {
  const amending = loadAmending(language ?? fallbackLanguage)
  if (!amending) return undefined
  const says = blocks
    .slice(0, longestFront)
    .some(({ text: { value } }) => isAmendment(value) || amending.amends(value) !== null)
  if (!says) return undefined
  const pieces = piecesOf(blocks, amending)
  const at = firstCommand(pieces, amending)
  const first = pieces[at]
  if (!first) return undefined
  const head = blocks.slice(0, first.block)
  // A title may be on the line above it.
  const title = pieces[at - 1]
  const own = blocks[first.block]
  if (own && title?.block === first.block) head.push({ ...own, text: title.whole })
  return { head, pieces: pieces.slice(at), blocks, amending }
}

/** The first paragraph that asks for a change, or the heading above it that names the paragraphs to be changed; -1 if there is none. */
function firstCommand(pieces: readonly Piece[], amending: Amending): number {
  let heading: { at: number; about: readonly string[] } | undefined
  for (const [at, { text }] of pieces.entries()) {
    const read = readCommand(text, amending, heading?.about)
    if (read && read.edits.length > 0) return heading?.at ?? at
    heading = read?.about && { at, about: read.about }
  }
  return -1
}

/** Build the body of an amending document: its titles, and its commands in the operative part. */
export function commandsOf(
  { pieces, blocks, amending }: AmendingParts,
  { titles, number, designation }: Front,
  context: NestContext,
): Resolution {
  const children: OperativeContent[] = []
  let open: { command: Command; follows: 'text' | 'quoted' | undefined } | undefined
  let about: readonly string[] = []
  let last = pieces[0]?.block ?? 0
  const tablesUpTo = (end: number) => {
    for (const block of blocks.slice(last, end))
      if (block.kind === 'table') children.push(table(block, context))
    last = Math.max(last, end)
  }
  for (const piece of pieces) {
    tablesUpTo(piece.block)
    const read = readCommand(piece.text, amending, about)
    if (read) {
      about = read.about ?? about
      const rest = trim(slice(piece.text, read.end))
      const said = plain(
        rest.value === '' || !read.follows ? piece.text : trim(slice(piece.text, 0, read.end)),
        context,
      )
      const command: Command = { type: 'command', label: numberOf(piece), children: [said] }
      if (rest.value !== '' && read.follows) command.children.push(given(rest, context))
      children.push(command)
      open = { command, follows: read.follows }
    } else if (open?.follows) open.command.children.push(given(piece.whole, context))
    else children.push(unknownNode(piece.whole, context))
  }
  tablesUpTo(blocks.length)
  for (const child of children) if (child.type === 'command') enclose(child)
  const operative = enclose({ type: 'operative' as const, children })
  return enclose({ type: 'resolution' as const, number, designation, children: [...titles, operative] })
}

/** As printed before the words. */
function numberOf({ n, text, whole }: Piece): string | null {
  return n === null ? null : whole.value.slice(0, whole.value.length - text.value.length).trim()
}

function plain(text: Rich, context: NestContext): Command['children'][number] {
  return enclose({ type: 'clause' as const, children: plainContent(text, context) })
}

function given(text: Rich, context: NestContext): GivenParagraph {
  const printed = labelOf(text.value)
  const words = printed ? trim(slice(text, printed.end)) : text
  return enclose({
    type: 'givenParagraph' as const,
    label: printed?.label ?? null,
    children: [clause(words, null, context)],
  })
}
