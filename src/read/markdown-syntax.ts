/**
 * The Markdown that resolutions are written in: CommonMark without the
 * constructs that would eat a document, with GFM's footnotes and tables.
 *
 * Lists are off because Markdown renumbers and merges them, while the number
 * printed on a paragraph is data; so are definitions (they vanish), code (an
 * indented sub-paragraph is none), setext underlines (a rule under the last
 * line before the notes makes it a heading) and HTML blocks (their text would
 * not be parsed).
 */
import { gfmFootnoteFromMarkdown } from 'mdast-util-gfm-footnote'
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table'
import { gfmFootnote } from 'micromark-extension-gfm-footnote'
import { gfmTable } from 'micromark-extension-gfm-table'
import remarkParse from 'remark-parse'
import { type Processor, unified } from 'unified'

const off = ['codeFenced', 'codeIndented', 'codeText', 'definition', 'htmlFlow', 'list', 'setextUnderline']

function syntax(this: Processor, options: { footnotes: boolean; tables: boolean }): void {
  const data = this.data()
  data.micromarkExtensions = [{ disable: { null: off } }]
  data.fromMarkdownExtensions = []
  // Each extension costs time on every line; a document without its sign cannot need it.
  if (options.footnotes) {
    data.micromarkExtensions.push(gfmFootnote())
    data.fromMarkdownExtensions.push(gfmFootnoteFromMarkdown())
  }
  if (options.tables) {
    data.micromarkExtensions.push(gfmTable())
    data.fromMarkdownExtensions.push(gfmTableFromMarkdown())
  }
}

const processors = new Map<string, ReturnType<typeof processor>>()

function processor(footnotes: boolean, tables: boolean) {
  return unified().use(remarkParse).use(syntax, { footnotes, tables }).freeze()
}

/** Parse Markdown into mdast, with lists, code and definitions left as text. */
export function parseMarkdown(value: string) {
  const footnotes = value.includes('[^')
  const tables = value.includes('|')
  const key = `${footnotes} ${tables}`
  let found = processors.get(key)
  if (!found) {
    found = processor(footnotes, tables)
    processors.set(key, found)
  }
  return found.parse(value)
}
