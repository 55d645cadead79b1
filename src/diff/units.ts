/** A tree as units of comparison: top-level paragraphs and headings, each with its parts. */
import type { Grammar } from '../language/types.js'
import { groupRows, type NumberedRow, type Row, type RowGroup } from '../model/tree/rows.js'
import { placedText } from '../model/tree/text.js'
import type { Citation, FootnoteReference, Phrase, Root } from '../model/tree/types.js'
import { canonical } from './tokens.js'

/** A verb phrase and its place in the unit's text. */
export interface PhraseSpan {
  phrase: Phrase
  text: string
  start: number
  end: number
}

/** A citation and its place in the unit's text. */
export interface CitationSpan {
  citation: Citation
  text: string
  start: number
  end: number
}

export interface Unit {
  /** The row's own data; of a paragraph that opens with a sub-paragraph, that one's. */
  row: Row
  label: string
  role: Row['role']
  number: string | undefined
  /** Number of the row, from 0; null for a paragraph without text of its own. */
  at: number | null
  text: string
  /** The text with its parts, folded: equal where nothing of content differs. */
  key: string
  parts: Unit[]
  phrases: readonly PhraseSpan[]
  citations: readonly CitationSpan[]
  /** Identifiers of the notes marked in it, in order. */
  notes: readonly string[]
  /** Takes from a word what its place in the sentence does to it, as its language has it. */
  stem: (word: string) => string
  /** Number of the section it is in, from 0: each heading and each resolution begins one. */
  section: number
  /** Number of the part of the text it is in: preamble, operative part and annex of one resolution after another. */
  part: number
}

const whole = (word: string) => word

/**
 * Group the rows of a tree into units.
 *
 * Given the grammar of the tree's language, or null. Ensures every row is in exactly one unit or part, in the order printed.
 */
export function units(tree: Root, grammar: Grammar | null = null): Unit[] {
  const stem = grammar?.stem ?? whole
  let section = 0
  let part = 0
  let resolution: string | undefined
  return groupRows(tree).map((group) => {
    const isNext = group.resolution !== resolution
    if (group.role === 'heading' || isNext) section++
    if (isNext) part = (Math.floor(part / parts.length) + 1) * parts.length
    resolution = group.resolution
    // A heading is in the part that it is found in; sections may have preambles of their own.
    const own = parts.indexOf(group.role)
    if (own > part % parts.length) part += own - (part % parts.length)
    return topUnit(group, { stem, section, part })
  })
}

const parts: readonly Row['role'][] = ['preambular', 'operative', 'annex']

type Shared = Pick<Unit, 'stem' | 'section' | 'part'>

function topUnit({ own, parts, label, role }: RowGroup, shared: Shared): Unit {
  const inner = parts.map((part) => unit(part, shared))
  const top = own ? unit(own, shared) : textless(parts, label, shared)
  const key = [top, ...inner].map((part) => part.key).join('\n')
  return { ...top, role, key, parts: inner }
}

function textless(parts: readonly NumberedRow[], label: string, shared: Shared): Unit {
  const [first] = parts
  if (!first) throw new RangeError('A group without rows')
  const none = { at: null, text: '', key: '', number: undefined, phrases: [], citations: [], notes: [] }
  return { ...unit(first, shared), ...none, label }
}

function unit({ row, at }: NumberedRow, shared: Shared): Unit {
  const role = row.role === 'annex' && row.node.type === 'subparagraph' ? 'subparagraph' : row.role
  const { text, label, number } = row
  return { row, label, role, number, at, text, key: canonical(text), parts: [], ...inline(row), ...shared }
}

/** What a row's words hold, with places. */
function inline({ clause, node }: Row): Pick<Unit, 'phrases' | 'citations' | 'notes'> {
  const phrases: PhraseSpan[] = []
  const citations: CitationSpan[] = []
  const { text, children } = placedText(clause ?? node)
  for (const { node: child, start, end } of children) {
    const words = text.slice(start, end)
    if (words === '') continue
    if (child.type === 'phrase') phrases.push({ phrase: child as Phrase, text: words, start, end })
    if (child.type === 'citation') citations.push({ citation: child as Citation, text: words, start, end })
  }
  return { phrases, citations, notes: marks(clause ?? node) }
}

/** Identifiers of the notes marked anywhere inside a node, in order. */
function marks(node: { children: readonly { type: string }[] }): string[] {
  return node.children.flatMap((child) => {
    if (child.type === 'footnoteReference') return [(child as FootnoteReference).identifier]
    return 'children' in child ? marks(child as typeof node) : []
  })
}
