/** A tree as the table of its paragraphs. */
import { visit } from 'unist-util-visit'
import { addresseesOf } from '../language/addressees.js'
import { grammarOf } from '../language/load.js'
import type { Grammar } from '../language/types.js'
import { factsOf } from '../model/tree/facts.js'
import { type Row, type RowRole, rows } from '../model/tree/rows.js'
import { placedText, plainText } from '../model/tree/text.js'
import type { Citation, CitationKind, Clause, DocumentKind, Root } from '../model/tree/types.js'

export interface OutlineRow {
  label: string
  role: RowRole
  number?: string
  phrase?: string
  verb?: string
  text: string
  resolution?: string
  /** Whom the verbs ask, in order, as the text names them; absent where they ask no one. */
  addressees?: string[]
  /** What is cited, in order; absent where nothing is. */
  citations?: RowCitation[]
}

export interface RowCitation {
  kind: CitationKind
  /** Normalised: `A/RES/72/178`. */
  target: string
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

/** A letter or a number in parentheses before a text that no rule could place is none of its words. */
function withNumber(row: OutlineRow): OutlineRow {
  const [whole, number] =
    (row.role === 'unknown' && /^(\(?(?:\p{Ll}{1,4}|\p{Nd}{1,3})\))\s+/u.exec(row.text)) || []
  if (whole === undefined || number === undefined) return row
  return { ...row, number, text: row.text.slice(whole.length) }
}

/**
 * List the paragraphs of a document with its key facts.
 *
 * @example outline(tree).rows[0] // {label: 'PP1', role: 'preambular', phrase: 'Recalling', verb: 'recall', text: '…'}
 */
export function outline(tree: Root): Outline {
  const grammar = grammarOf(tree.language)
  const { symbol, title, sponsors, fields } = factsOf(tree)
  const result: Outline = {
    language: tree.language,
    kind: tree.kind,
    symbol,
    title: title ? plainText(title) : null,
    footnotes: tree.children.filter(({ type }) => type === 'footnoteDefinition').length,
    sponsors: sponsors.map(({ name }) => name),
    rows: rows(tree)
      .filter(({ role }) => role !== 'table')
      .map((row) => withNumber(outlineRow(row, grammar))),
  }
  const unplaced = fields
    .filter(({ type }) => type === 'unknown')
    .map((field): OutlineRow => withNumber({ label: '', role: 'unknown', text: plainText(field) }))
  // The masthead is above all paragraphs, and so is its text that no rule could place.
  result.rows.unshift(...unplaced)
  return result
}

/** A row as plain data, with what its verbs and citations name. */
function outlineRow(whole: Row, grammar: Grammar | null): OutlineRow {
  const { node: _node, clause, paragraph: _paragraph, ...row } = whole
  const addressees = clause && grammar ? addresseesIn(clause, grammar) : []
  const citations = clause ? citationsIn(clause) : []
  return {
    ...row,
    ...(addressees.length > 0 ? { addressees } : {}),
    ...(citations.length > 0 ? { citations } : {}),
  }
}

function addresseesIn(clause: Clause, grammar: Grammar): string[] {
  const { text, children } = placedText(clause)
  const names = children.flatMap(({ node, end }) =>
    node.type === 'phrase' && 'force' in node ? addresseesOf(grammar, text, end, node) : [],
  )
  return [...new Set(names)]
}

function citationsIn(clause: Clause): RowCitation[] {
  const found: RowCitation[] = []
  visit(clause, 'citation', ({ kind, target }: Citation) => {
    found.push({ kind, target })
  })
  return found
}
