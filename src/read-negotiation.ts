/** Bytes of a negotiating text → its open points; and the text that choices among them give. */
import type { VFileMessage } from 'vfile-message'
import { type Format, textReaders } from './formats/index.js'
import { writeMarkdown } from './formats/markdown/to-markdown.js'
import { sourceOffset } from './model/block.js'
import { message } from './model/message.js'
import type { Choices, Negotiation } from './model/negotiation.js'
import type { Root } from './model/tree/types.js'
import { type Chosen, choose, readNegotiation } from './negotiation/index.js'
import { Places } from './parse/place.js'
import { assembledBlocks, fromSource, type ParseOptions, prepare } from './pipeline.js'

/** All sides of what is tracked are read. */
export type NegotiationOptions = Omit<ParseOptions, 'revisions'>

export interface ParsedNegotiation {
  negotiation: Negotiation
  messages: VFileMessage[]
  format: Format
}

/**
 * Read the open points of a negotiating text of any format that plenary reads.
 *
 * Given a text with brackets, or one with changes that Word tracked. Ensures that each bracket is in a
 * point, in a blank, in a mark of agreement, or in a message.
 *
 * @throws PlenaryError if the input cannot be read at all; the reason of `signal`, if that stopped it.
 * @example
 * const {negotiation} = await parseNegotiation('1. Urges [all] States to light lamps;')
 * negotiation.points[0] // {id: 'p1', at: 'OP1', kind: 'optional', options: ['all'], depth: 1, …}
 */
export async function parseNegotiation(
  input: Uint8Array | string,
  options: NegotiationOptions = {},
): Promise<ParsedNegotiation> {
  return (await prepareNegotiation(input, options))()
}

/** Load what the reading of a negotiating text needs; @see prepareParsing */
export async function prepareNegotiation(
  input: Uint8Array | string,
  options: NegotiationOptions = {},
): Promise<() => ParsedNegotiation | Promise<ParsedNegotiation>> {
  return prepare(input, { ...options, revisions: 'both' }, (source, rest) => {
    const text = source.tree ? textReaders.markdown(writeMarkdown(source.tree)) : source
    // Who tracked what is told by the points.
    const notices = text.notices?.filter(({ id }) => !/^tracked|^other-side$/u.test(id)) ?? []
    const { blocks, context } = assembledBlocks({ ...text, notices }, rest)
    const negotiation = readNegotiation(blocks, { ...context, language: context.openings.grammar.language })
    const places = new Places(text.text)
    for (const { id, paragraph, text: words, at } of negotiation.messages) {
      const { start, end } = offsetsOf(negotiation, paragraph)
      const place = start === undefined ? undefined : places.between(start, end ?? start)
      rest.messages.push(message(`bracket-${id}`, { at, text: words }, place))
    }
    return { negotiation, messages: rest.messages, format: source.format }
  })
}

/** The text that choices give. */
export interface Cleaned extends Pick<Chosen, 'choices' | 'unused'> {
  tree: Root
}

/**
 * Make one text of a negotiating text: without brackets and names, renumbered.
 *
 * @example
 * const {tree} = cleanText(negotiation, {choose: 'drop', points: []})
 */
export function cleanText(negotiation: Negotiation, choices: Choices): Cleaned {
  const { blocks, ...chosen } = choose(negotiation, choices)
  return { ...chosen, tree: fromSource({ blocks, knowsNotes: true }, { language: negotiation.language }) }
}

/** Offsets of a paragraph in the source, where that is text. */
function offsetsOf({ paragraphs }: Negotiation, paragraph: number): { start?: number; end?: number } {
  const text = paragraphs[paragraph]?.text
  const [start, end] = text ? [sourceOffset(text, 0), sourceOffset(text, text.value.length, true)] : []
  return { ...(start === undefined ? {} : { start }), ...(end === undefined ? {} : { end }) }
}
