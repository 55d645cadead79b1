/** A Word document and where its paragraphs come from → the document with a comment on each, and nothing else touched. */
import { WordDocument } from './formats/word/package/document.js'
import { fromDocx } from './formats/word/read/from-docx.js'
import { annotate, type Remark } from './formats/word/revise/annotate.js'
import { sourcesOf } from './formats/word/revise/tree-flows.js'
import { sayIn } from './language/interface.js'
import type { LintMessage } from './model/lint.js'
import type { Precedent, Precedents } from './model/precedent.js'
import { groupRows, type Row, rows, topLabel } from './model/tree/rows.js'
import type { AnyNode, Root } from './model/tree/types.js'
import type { Say } from './model/words.js'
import { fromSource } from './pipeline.js'
import { commentOf } from './reports/precedent/words.js'

export interface CommentOptions {
  /** Who comments; `plenary` if absent. */
  author?: string | undefined
  /** When, as ISO 8601; now if absent. The same date gives the same bytes. */
  date?: string | undefined
  /** Name of the file, for messages. */
  name?: string | undefined
  /** Language of the comments' own words: ar, en, es, fr, ru or zh; English if absent. */
  ui?: string | undefined
}

/**
 * Comment in Word on where each paragraph comes from.
 *
 * Given the bytes of the draft and its precedents. Ensures one comment on each paragraph that has a
 * precedent or is new, and one on each clause of a composed one.
 *
 * @throws PlenaryError if it is no Word document
 */
export function commentPrecedents(
  bytes: Uint8Array,
  found: Precedents,
  options: CommentOptions = {},
): Uint8Array {
  const document = new WordDocument(bytes, { name: options.name ?? 'the draft' })
  const { language } = found
  return commentOpened(
    document,
    fromSource(fromDocx(document, { name: document.name }), language === null ? {} : { language }),
    found,
    options,
  )
}

/** Comment in a document that is opened and parsed already. */
export function commentOpened(
  document: WordDocument,
  tree: Root,
  found: Precedents,
  { author = 'plenary', date = new Date().toISOString(), ui }: CommentOptions = {},
): Uint8Array {
  const places = new Map(
    groupRows(tree).map(({ label, resolution, own, parts }) => [
      `${resolution ?? ''} ${topLabel(label)}`,
      sourcesOf((own ?? parts[0])?.row),
    ]),
  )
  const say = sayIn(ui)
  const remarks = found.paragraphs.flatMap((paragraph) => {
    const at = places.get(`${paragraph.resolution ?? ''} ${paragraph.label}`) ?? []
    return remarksOf(paragraph, say).map((remark) => ({ ...remark, old: null, places: at }))
  })
  return annotate({ document, left: new Set() }, remarks, signed(author, date))
}

/**
 * Comment on the tracked changes that mend a draft: each says the rule.
 *
 * Given a document that has them. Ensures one comment for each fault that was mended in the text itself;
 * Word knows none in notes.
 */
export function commentMended(
  bytes: Uint8Array,
  mended: readonly LintMessage[],
  { author = 'plenary lint', date = new Date().toISOString(), name = 'the draft' }: CommentOptions,
  language: string | null,
): Uint8Array {
  const document = new WordDocument(bytes, { name })
  const tree = fromSource(fromDocx(document, { name }), language === null ? {} : { language })
  const places = new Map<string, Row | { node: AnyNode }>(rows(tree).map((row) => [row.label, row]))
  const formula = organLineOf(tree)
  if (formula) places.set('organ', { node: formula })
  const remarks = mended.map(({ rule, message, at, text, fix }) => ({
    text: `${rule}: ${message}`,
    old: text,
    new: fix?.text ?? null,
    places: sourcesOf(places.get(at) as Row | undefined),
  }))
  return annotate({ document, left: new Set() }, remarks, signed(author, date))
}

function organLineOf(node: AnyNode): AnyNode | undefined {
  if (node.type === 'organLine') return node
  const children = 'children' in node ? (node.children as AnyNode[]) : []
  for (const child of children) {
    const found = organLineOf(child)
    if (found) return found
  }
  return undefined
}

function signed(author: string, date: string) {
  return { author, date: `${new Date(date).toISOString().slice(0, 19)}Z` }
}

function remarksOf(paragraph: Precedent, say: Say): Omit<Remark, 'old' | 'places'>[] {
  const { kind, matches, text } = paragraph
  if (kind !== 'composed') return [{ text: commentOf(paragraph, matches.slice(0, 1), say), new: null }]
  return matches
    .filter(({ isSource }) => isSource)
    .map((match) => ({ text: commentOf(paragraph, [match], say), new: text.slice(...match.span) }))
}
