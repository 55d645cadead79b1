/** A tree → what a library keeps of it. */
import type { LibraryDocument, LibraryParagraph } from '../model/precedent.js'
import { groupRows, type NumberedRow, topLabel } from '../model/tree/rows.js'
import { plainText } from '../model/tree/text.js'
import type { Root } from '../model/tree/types.js'

const kept: ReadonlySet<string> = new Set(['preambular', 'operative', 'annex'])

/**
 * Take from a document what a library keeps: its paragraphs, and what names it.
 *
 * @example documentOf(tree, 'a-res-101-7.docx').paragraphs[0] // {label: 'PP1', text: 'Recalling …'}
 */
export function documentOf(tree: Root, file: string): LibraryDocument {
  return { file, ...frontOf(tree), language: tree.language, paragraphs: paragraphsOf(tree) }
}

/** The labelled paragraphs of a document, each with its sub-paragraphs. */
export function paragraphsOf(tree: Root): LibraryParagraph[] {
  return groupRows(tree).flatMap(({ label, role, resolution, own, parts }) => {
    if (!kept.has(role) || label === '') return []
    const text = [...(own ? [own.row.text] : []), ...parts.map(lineOf)].join('\n')
    return [{ label: topLabel(label), ...(resolution === undefined ? {} : { resolution }), text }]
  })
}

function lineOf({ row: { number, text } }: NumberedRow): string {
  return number === undefined ? text : `${number} ${text}`
}

function frontOf(tree: Root): Omit<LibraryDocument, 'file' | 'language' | 'paragraphs'> {
  const resolution = tree.children.find((node) => node.type === 'resolution')
  const masthead = tree.children.find((node) => node.type === 'masthead')?.children ?? []
  const inside = resolution?.children ?? []
  const title = inside.find((node) => node.type === 'title')
  const closing = inside.find((node) => node.type === 'closing')?.children ?? []
  const organLine = inside.find((node) => node.type === 'organLine')
  const organ = organLine?.name || masthead.findLast((node) => node.type === 'organ')?.name
  const vote = closing.find((node) => node.type === 'vote')
  // The day of adoption is the paragraph's; that of distribution is the paper's.
  const dates = [...closing, ...masthead].flatMap((node) => (node.type === 'date' ? [node.date] : []))
  return {
    symbol: masthead.find((node) => node.type === 'symbol')?.symbol ?? null,
    title: (title && plainText(title)) || null,
    date: dates.find((date) => date !== null) ?? null,
    organ: organ || null,
    session: masthead.find((node) => node.type === 'session')?.number ?? null,
    vote: vote ? plainText(vote) : null,
  }
}
