/** A tree as the table of its paragraphs. */
import { type RowRole, rows } from '../model/tree/rows.js'
import { plainText } from '../model/tree/text.js'
import type { DocumentKind, Root } from '../model/tree/types.js'

export interface OutlineRow {
  label: string
  role: RowRole
  number?: string
  phrase?: string
  verb?: string
  text: string
  resolution?: string
}

export interface Outline {
  language: string | null
  kind: DocumentKind
  symbol: string | null
  title: string | null
  /** How many notes are defined. */
  footnotes: number
  sponsors: string[]
  rows: OutlineRow[]
}

/**
 * List the paragraphs of a document with its key facts.
 *
 * @example outline(tree).rows[0] // {label: 'PP1', role: 'preambular', phrase: 'Recalling', verb: 'recall', text: '…'}
 */
export function outline(tree: Root): Outline {
  const result: Outline = {
    language: tree.language,
    kind: tree.kind,
    symbol: null,
    title: null,
    footnotes: 0,
    sponsors: [],
    rows: rows(tree)
      .filter(({ role }) => role !== 'table')
      .map(({ node: _node, clause: _clause, paragraph: _paragraph, ...row }) => row),
  }
  const unplaced: OutlineRow[] = []
  for (const node of tree.children) {
    if (node.type === 'footnoteDefinition') result.footnotes++
    else if (node.type === 'masthead') {
      const symbol = node.children.find((field) => field.type === 'symbol')
      result.symbol ??= symbol?.symbol ?? null
      for (const field of node.children)
        if (field.type === 'unknown') unplaced.push({ label: '', role: 'unknown', text: plainText(field) })
    } else if (node.type === 'proposal') {
      for (const child of node.children) if (child.type === 'sponsor') result.sponsors.push(child.name)
    } else if (node.type === 'resolution') {
      const title = node.children.find((child) => child.type === 'title' && child.children.length > 0)
      if (title) result.title ??= plainText(title)
    }
  }
  // The masthead is above all paragraphs, and so is its text that no rule could place.
  result.rows.unshift(...unplaced)
  return result
}
