/** The pipeline as functions: each is one expression over the stages. What goes on from there, to amendments and brackets, is beside it. */

import type { Root as MdastRoot } from 'mdast'
import type { VFileMessage } from 'vfile-message'
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
import { detectLanguage } from './language/detect.js'
import { fallbackLanguage } from './language/fallback.js'
import { fetching, languageRecords, languages, load } from './language/load.js'
import { Openings } from './language/openings.js'
import type { Grammar } from './language/types.js'
import type { Block, Revisions, Side } from './model/block.js'
import { message } from './model/message.js'
import type { Root } from './model/tree/types.js'
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

/** Load a reader, and give the work that is left: reading, and what `make` makes of it. */
export async function prepare<Made>(
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
export function assembled(
  source: Omit<Read, 'format'>,
  options: TextOptions,
): { blocks: Block[]; tree: Root } {
  const { blocks, context } = assembledBlocks(source, options)
  const tree = parseBlocks(blocks, context)
  if (source.kept === undefined) return { blocks, tree }
  const { kept: json, ...plain } = source
  const kept = keptTree(json, source.blocks, {
    places: new Places(source.text),
    language: options.language,
    readRest: (rest) =>
      fromSource({ ...plain, blocks: [...rest] }, { language: context.openings.grammar.language }).children,
  })
  return { blocks, tree: kept ? { ...tree, ...kept } : tree }
}

/** The blocks of a document as its author wrote them, and what parsing needs beside them. */
export function assembledBlocks(
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
