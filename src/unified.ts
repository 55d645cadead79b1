/**
 * Plugins for unified.
 *
 * ```js
 * unified().use(plenaryParse).use(plenaryStringify)
 * unified().use(remarkParse).use(plenaryFromMdast)
 * ```
 */
import type { Root as MdastRoot } from 'mdast'
import type { Plugin, Processor } from 'unified'
import type { VFile } from 'vfile'
import { type TextFormat, textFormat } from './formats/index.js'
import { toText } from './formats/text/to-text.js'
import type { Root } from './model/tree/types.js'
import { fromMarkdown, fromMdast, fromText } from './pipeline.js'
import { toMarkdown } from './written.js'

export interface PlenaryParseOptions {
  /** `markdown` or `text`; by default the content and the file's name tell. */
  format?: TextFormat
  /** ISO 639-1 code; by default the text tells. */
  language?: string
}
export interface PlenaryStringifyOptions {
  /** What to write: `markdown` (default) or `text`. */
  format?: 'markdown' | 'text'
}

/** Parse Markdown or plain text into resast; messages go to the file. */
export function plenaryParse(this: Processor, options: PlenaryParseOptions = {}): void {
  this.parser = (document: string, file: VFile): Root => {
    const format = options.format ?? textFormat(document, file.path ?? '')
    const read = format === 'markdown' ? fromMarkdown : fromText
    return read(document, { language: options.language, messages: file.messages })
  }
}

/** Write resast as Markdown or plain text. */
export function plenaryStringify(this: Processor, options: PlenaryStringifyOptions = {}): void {
  const write = options.format === 'text' ? toText : toMarkdown
  this.compiler = (tree) => write(tree as Root)
}

/** Turn the mdast of any Markdown parser into resast. */
export const plenaryFromMdast: Plugin<[options?: { language?: string }], MdastRoot, Root> =
  (options = {}) =>
  (tree, file) =>
    fromMdast(tree, file.value === undefined ? undefined : String(file), {
      language: options.language,
      messages: file.messages,
    })
