/** Bytes of an amending document → its instructions. */
import type { VFileMessage } from 'vfile-message'
import { readAmendment } from './amend/index.js'
import { type Format, textReaders } from './formats/index.js'
import { writeMarkdown } from './formats/markdown/to-markdown.js'
import type { Amendment } from './model/amendment.js'
import { message } from './model/message.js'
import { assembled, type ParseOptions, prepare } from './pipeline.js'

export interface ParsedAmendment {
  amendment: Amendment
  messages: VFileMessage[]
  format: Format
}

/**
 * Read an amending document of any format that plenary reads.
 *
 * Ensures that every paragraph behind the first command is in an instruction, or in `unread`
 * and in a message.
 *
 * @throws PlenaryError if the input cannot be read at all; the reason of `signal`, if that stopped it.
 * @example
 * const {amendment} = await parseAmendment(await readFile('L.34.docx'), {name: 'L.34.docx'})
 * amendment.instructions[0] // {n: '1', op: 'delete', target: ['OP5'], source: '1. Delete operative paragraph 5.'}
 */
export async function parseAmendment(
  input: Uint8Array | string,
  options: ParseOptions = {},
): Promise<ParsedAmendment> {
  return (await prepareAmendment(input, options))()
}

/** Load what the reading of an amending document needs; @see prepareParsing */
export async function prepareAmendment(
  input: Uint8Array | string,
  options: ParseOptions = {},
): Promise<() => ParsedAmendment | Promise<ParsedAmendment>> {
  return prepare(input, options, (source, rest) => {
    // A tree (Akoma Ntoso) has no paragraphs of an amending document: its text has.
    const text = source.tree ? textReaders.markdown(writeMarkdown(source.tree)) : source
    // Its commands are no paragraphs of a resolution: the messages about them are not told.
    const { blocks, tree } = assembled(text, { ...rest, messages: [] })
    const amendment = readAmendment(blocks, tree)
    if (amendment.instructions.length === 0) rest.messages.push(message('not-an-amendment'))
    for (const one of amendment.unread) rest.messages.push(message('amendment-unread', { text: one }))
    return { amendment, messages: rest.messages, format: source.format }
  })
}
