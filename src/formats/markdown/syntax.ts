/**
 * The Markdown that resolutions are written in: CommonMark without the
 * constructs that would eat a document, with GFM's footnotes and tables,
 * and the YAML that sites and pandoc put before a text.
 *
 * Lists are off because Markdown renumbers and merges them, while the number
 * printed on a paragraph is data; so are definitions (they vanish), code (an
 * indented sub-paragraph is none), setext underlines (a rule under the last
 * line before the notes makes it a heading) and HTML blocks (their text would
 * not be parsed).
 */
import { frontmatterFromMarkdown } from 'mdast-util-frontmatter'
import { gfmFootnoteFromMarkdown } from 'mdast-util-gfm-footnote'
import { gfmStrikethroughFromMarkdown } from 'mdast-util-gfm-strikethrough'
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table'
import { frontmatter } from 'micromark-extension-frontmatter'
import { gfmFootnote } from 'micromark-extension-gfm-footnote'
import { gfmStrikethrough } from 'micromark-extension-gfm-strikethrough'
import { gfmTable } from 'micromark-extension-gfm-table'
import remarkParse from 'remark-parse'
import { type Processor, unified } from 'unified'
import { KnownNotes, partsOf, readParts, sharing } from './parts.js'

const off = ['codeFenced', 'codeIndented', 'codeText', 'definition', 'htmlFlow', 'list', 'setextUnderline']

/** Between two rules, nothing but keys, what is set in under them, and lists: a page that opens with a rule is none. */
const frontMatter =
  /^---[ \t]*\r?\n(?:(?:[A-Za-z_][\w-]{0,60}:(?:[ \t][^\n]*)?|[ \t]+\S[^\n]*|-[ \t][^\n]*|#[^\n]*)\r?\n){1,200}---[ \t]*(?:\r?\n|$)/u

/** Spans, links and quotes: what nests, in time that grows with the square of its depth or number. */
const nesting = ['attention', 'labelStartLink', 'labelStartImage', 'labelEnd', 'blockQuote', 'htmlText']
/** A thousand pairs in one paragraph take half a second; of real documents, none has a tenth of them. */
const mostMarks = 2000
/** Real documents quote a draft in a draft at most. */
const mostQuotes = 100
/** Quotations that begin, counted by their signs: 1,500 take a second, 20,000 two minutes. */
const mostQuotations = 1500
/** Comments and instructions that are not closed are looked for to the end of their paragraph, each anew. */
const mostOpenings = 300
/** Notes set in are parts of the note before. */
const mostInnerNotes = 300
const paragraphEnd = /\n[ \t>]*(?=\n|\|)/u
const mark = /[*_~[\]]/gu
const deepQuote = new RegExp(`^(?:[ \\t]{0,3}>){${mostQuotes}}`, 'mu')
/** The signs of a quotation that begins, behind an empty line. */
const quotation = /(?<=\n[ \t]*\r?\n)(?:[ \t]{0,3}>)+/gu
const opening = /<[!?]/gu
const innerNote = /^[ \t]+\[\^[^\]\n]{1,40}\]:/gmu

interface Extensions {
  /** It has more marks than people write: they are text, so that nothing makes a reader wait. */
  overmarked: boolean
  footnotes: boolean
  deletions: boolean
  tables: boolean
  front: boolean
  /** What the parts of a text know of its notes. */
  notes?: KnownNotes
}

function syntax(this: Processor, options: Extensions): void {
  const data = this.data()
  data.micromarkExtensions = [{ disable: { null: options.overmarked ? [...off, ...nesting] : off } }]
  data.fromMarkdownExtensions = []
  // Each extension costs time on every line; a document without its sign cannot need it.
  if (options.footnotes) {
    data.micromarkExtensions.push(options.notes ? sharing(gfmFootnote(), options.notes) : gfmFootnote())
    data.fromMarkdownExtensions.push(gfmFootnoteFromMarkdown())
  }
  if (options.deletions) {
    data.micromarkExtensions.push(gfmStrikethrough({ singleTilde: false }))
    data.fromMarkdownExtensions.push(gfmStrikethroughFromMarkdown())
  }
  if (options.tables) {
    data.micromarkExtensions.push(gfmTable())
    data.fromMarkdownExtensions.push(gfmTableFromMarkdown())
  }
  if (options.front) {
    data.micromarkExtensions.push(frontmatter('yaml'))
    data.fromMarkdownExtensions.push(frontmatterFromMarkdown('yaml'))
  }
}

const processors = new Map<string, ReturnType<typeof processor>>()

function processor(extensions: Extensions) {
  return unified().use(remarkParse).use(syntax, extensions).freeze()
}

/** Has a text more marks than people write, so that to heed them would make the reader wait? */
export function isOvermarked(value: string): boolean {
  if (deepQuote.test(value) || count(value, innerNote) > mostInnerNotes) return true
  if (count((value.match(quotation) ?? []).join(''), />/gu) > mostQuotations) return true
  return [
    [mark, mostMarks],
    [opening, mostOpenings],
  ].some(
    ([sign, most]) =>
      count(value, sign as RegExp) > (most as number) &&
      value.split(paragraphEnd).some((one) => count(one, sign as RegExp) > (most as number)),
  )
}

function count(value: string, pattern: RegExp): number {
  return value.match(pattern)?.length ?? 0
}

/** Parse Markdown into mdast, with lists, code and definitions left as text; in parts of so many characters at least. */
export function parseMarkdown(value: string, length?: number) {
  const overmarked = isOvermarked(value)
  const extensions = {
    overmarked,
    footnotes: !overmarked && value.includes('[^'),
    deletions: !overmarked && value.includes('~~'),
    tables: value.includes('|'),
    front: frontMatter.test(value),
  }
  // The library counts no byte order mark.
  const parts = partsOf(value.replace(/^\ufeff/u, ''), length)
  if (parts.length < 2) return kept(extensions).parse(value)
  const notes = new KnownNotes(value)
  const of = (own: Extensions) => (own.footnotes ? processor({ ...own, notes }) : kept(own))
  const [first, others] = [of(extensions), of({ ...extensions, front: false })]
  return readParts(parts, notes, (text, at) => (at === 0 ? first : others).parse(text))
}

/** The processor with such extensions, which is made once. */
function kept(extensions: Extensions): ReturnType<typeof processor> {
  const key = Object.values(extensions).join(' ')
  const found = processors.get(key) ?? processor(extensions)
  processors.set(key, found)
  return found
}
