/** The pipeline as functions: each is one expression over the stages. */

import type { Root as MdastRoot } from 'mdast'
import type { VFileMessage } from 'vfile-message'
import { readAmendment } from './amend/index.js'
import { assemble } from './assemble/index.js'
import {
  blocksFromMdast,
  type Format,
  type Opening,
  prepareReading,
  type Read,
  type ReadOptions,
  type TextFormat,
  textReaders,
} from './formats/index.js'
import { writeMarkdown } from './formats/markdown/to-markdown.js'
import { detectLanguage } from './language/detect.js'
import { fallbackLanguage } from './language/fallback.js'
import { fetching, languageRecords, languages, load } from './language/load.js'
import { Openings } from './language/openings.js'
import type { Grammar } from './language/types.js'
import type { Amendment } from './model/amendment.js'
import { type Block, type Revisions, type Side, sourceOffset } from './model/block.js'
import { message } from './model/message.js'
import type { Choices, Negotiation } from './model/negotiation.js'
import type { Root } from './model/tree/types.js'
import { type Chosen, choose, readNegotiation } from './negotiation/index.js'
import { type ParseContext, parse as parseBlocks } from './parse/index.js'
import { keptTree } from './parse/kept.js'
import { Places } from './parse/place.js'

export interface TextOptions {
  /** ISO 639-1 code; by default the text tells. */
  language?: string | undefined
  /** Messages are added here. */
  messages?: VFileMessage[]
  /** Which side of deletions and insertions to read; default `final`. */
  revisions?: Revisions
}

export interface ParseOptions extends Omit<ReadOptions, 'revisions'>, TextOptions {
  /** Stops the work at the next stage; the promise is rejected with its reason. */
  signal?: AbortSignal
  /** Told when a stage begins. */
  onProgress?: (stage: ParseStage) => void
}

/** All sides of what is tracked are read. */
export type NegotiationOptions = Omit<ParseOptions, 'revisions'>

/** Bytes are made blocks (`read`), and blocks a tree (`parse`). */
export type ParseStage = 'read' | 'parse'

export interface Parsed {
  tree: Root
  messages: VFileMessage[]
  format: Format
}

/**
 * Parse a document of any format that plenary reads.
 *
 * Given its bytes or its text. Ensures a tree that holds every character of
 * it, and a message for all that is odd.
 *
 * @throws PlenaryError if the input cannot be read at all; the reason of `signal`, if that stopped it.
 * @example
 * const {tree, messages} = await parse(await readFile('draft.md'), {name: 'draft.md'})
 */
export async function parse(input: Uint8Array | string, options: ParseOptions = {}): Promise<Parsed> {
  return (await prepareParsing(input, options))()
}

/**
 * Load what the parsing of a document needs, so that a caller can put a limit of time on the parsing
 * alone. Of all formats but PDF it is done at once.
 */
export async function prepareParsing(
  input: Uint8Array | string,
  options: ParseOptions & Opening = {},
): Promise<() => Parsed | Promise<Parsed>> {
  return prepare(input, options, (source, rest) => {
    const tree = source.tree ?? fromSource(source, rest)
    return { tree, messages: rest.messages, format: source.format }
  })
}

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

/** Load a reader, and give the work that is left: reading, and what `make` makes of it. */
async function prepare<Made>(
  input: Uint8Array | string,
  options: Omit<ParseOptions, 'revisions'> & { revisions?: Side | undefined },
  make: (source: Read, options: Omit<TextOptions, 'revisions'> & { messages: VFileMessage[] }) => Made,
): Promise<() => Made | Promise<Made>> {
  const { signal, onProgress, ...rest } = options
  const messages = options.messages ?? []
  signal?.throwIfAborted()
  const reading = await prepareReading(input, rest)
  const made = (source: Read): Made | Promise<Made> => {
    signal?.throwIfAborted()
    onProgress?.('parse')
    const parsing = () => make(source, { ...rest, messages })
    const waiting = fetching(() => grammarsFor(source, rest.language))
    return waiting ? waiting.then(parsing) : parsing()
  }
  return () => {
    signal?.throwIfAborted()
    onProgress?.('read')
    const source = reading()
    return source instanceof Promise ? source.then(made) : made(source)
  }
}

/** Parse what a reader gives. */
export function fromSource(source: Omit<Read, 'format'>, options: TextOptions = {}): Root {
  return assembled(source, options).tree
}

/** The tree of what a reader gives, with the blocks that it was made of. */
function assembled(source: Omit<Read, 'format'>, options: TextOptions): { blocks: Block[]; tree: Root } {
  const { blocks, context } = assembledBlocks(source, options)
  const tree = parseBlocks(blocks, context)
  if (source.kept === undefined) return { blocks, tree }
  const { kept: json, ...plain } = source
  const kept = keptTree(json, source.blocks, {
    places: new Places(source.text),
    language: tree.language,
    readRest: (rest) =>
      fromSource({ ...plain, blocks: [...rest] }, { language: context.openings.grammar.language }).children,
  })
  return { blocks, tree: kept ? { ...tree, ...kept } : tree }
}

/** The blocks of a document as its author wrote them, and what parsing needs beside them. */
function assembledBlocks(
  source: Omit<Read, 'format'>,
  options: TextOptions,
): { blocks: Block[]; context: ParseContext } {
  const messages = options.messages ?? []
  const { blocks, text, notices = [], knowsNotes = false, language: declared } = source
  const places = new Places(text)
  for (const { id, values, start, end } of notices)
    messages.push(message(id, values, start === undefined ? undefined : places.between(start, end ?? start)))
  const { grammar, language } = chooseGrammar(blocks, options.language, declared, messages)
  const openings = new Openings(grammar)
  const whole = assemble(blocks, { openings, messages, knowsNotes })
  return { blocks: whole, context: { openings, language, text, messages } }
}

/** Parse Markdown. */
export function fromMarkdown(value: string, options: TextOptions = {}): Root {
  return fromFormat(value, 'markdown', options)
}

/** Parse plain text, as people type it and as PDF tools write it. */
export function fromText(value: string, options: TextOptions = {}): Root {
  return fromFormat(value, 'text', options)
}

/**
 * Read the words of an edited tree anew: its verbs, citations and numbers.
 *
 * Given a tree that a merge, an amendment or a choice among brackets gave.
 */
export function reread(tree: Root): Root {
  return fromMarkdown(writeMarkdown(tree), tree.language === null ? {} : { language: tree.language })
}

/** Parse an mdast tree; `source` is the text that its positions point into. */
export function fromMdast(tree: MdastRoot, source: string | undefined, options: TextOptions = {}): Root {
  const read = blocksFromMdast(tree, source, options.revisions)
  return fromSource(source === undefined ? read : { ...read, text: source }, options)
}

function fromFormat(value: string, format: TextFormat, options: TextOptions): Root {
  return fromSource(textReaders[format](value, options.revisions), options)
}

function chooseGrammar(
  blocks: readonly Block[],
  asked: string | undefined,
  declared: string | undefined,
  messages: VFileMessage[],
): { grammar: Grammar; language: string | null } {
  const { code, language, untold } = languageOf(blocks, asked, declared)
  if (untold) messages.push(message('language-unsure', { languages: languages().join(', '), language: code }))
  return { grammar: load(code), language }
}

/** The language whose grammar reads a document, that of the document, and whether it has words that do not tell it. */
function languageOf(
  blocks: readonly Block[],
  asked: string | undefined,
  declared: string | undefined,
): { code: string; language: string | null; untold: boolean } {
  if (asked !== undefined) return { code: asked, language: asked, untold: false }
  const text = blocks.map(({ kind, text }) => (kind === 'comment' ? '' : text.value)).join('\n')
  const { language, sure } = detectLanguage(text, languageRecords())
  // What a document says of itself counts where its text does not tell.
  if (!sure && declared !== undefined && languages().includes(declared))
    return { code: declared, language: declared, untold: false }
  const known = sure && declared !== 'und'
  return { code: language, language: known ? language : null, untold: !sure && text.trim() !== '' }
}

/** The languages whose grammars the reading of a document asks for. */
function grammarsFor({ blocks, language, tree }: Read, asked: string | undefined): string[] {
  if (tree) return languages().filter((code) => code === tree.language)
  const { code, untold } = languageOf(blocks, asked, language)
  // Amending documents in no language have their words.
  return untold ? [code, fallbackLanguage] : [code]
}
