/** A tree as units: top-level paragraphs and headings, each with its parts, and what each holds. */
import type { Grammar } from '../language/types.js'
import { groupRows, type NumberedRow, numberLabel, type Row } from '../model/tree/rows.js'
import { plainText } from '../model/tree/text.js'
import type { AnyNode, Phrase, Root } from '../model/tree/types.js'
import { type Figure, figuresOf } from './figures.js'

export interface Unit {
  role: Row['role']
  resolution: string | undefined
  /** As the outline has them; none for a heading. */
  labels: string[]
  /** Of a paragraph: `5`, `5bis`; undefined where none is printed. */
  number: string | undefined
  /** Row numbers, from 0; none for a paragraph that has only parts. */
  rows: number[]
  /** Its own words. */
  text: string
  figures: Figure[]
  /** Ranges of its text that cite, as the grammar sees them. */
  cited: { start: number; end: number }[]
  /** Identifiers of the notes marked in it, in order. */
  notes: string[]
  /** The phrase that opens it. */
  lead: Phrase | undefined
  parts: Unit[]
}

/**
 * Group the rows of a tree into units.
 *
 * Given the grammar of its language, or null. Ensures every row is in exactly
 * one unit or part, in the order printed.
 */
export function units(tree: Root, grammar: Grammar | null): Unit[] {
  return groupRows(tree).map(({ label, role, resolution, own, parts }) => ({
    ...(own ? unitOf(own, grammar) : { ...empty(role, resolution), labels: [label] }),
    parts: parts.map((part) => {
      const unit = unitOf(part, grammar)
      return unit.role === 'annex' ? { ...unit, role: 'subparagraph' as const } : unit
    }),
  }))
}

function unitOf({ row, at }: NumberedRow, grammar: Grammar | null): Unit {
  const { clause, node, text, label, role, resolution } = row
  const inline = (clause ?? node) as AnyNode
  return {
    role,
    resolution,
    labels: label === '' ? [] : [label],
    number: 'number' in node && node.number ? numberLabel(node.number) : undefined,
    rows: [at],
    text,
    figures: figuresOf(text, grammar),
    cited: citedRanges(text, inline),
    notes: inside(inline, 'footnoteReference').map((note) =>
      String((note as { identifier: string }).identifier),
    ),
    lead: clause?.children.find((child): child is Phrase => child.type === 'phrase' && child.lead),
    parts: [],
  }
}

function empty(role: Row['role'], resolution: string | undefined): Unit {
  return {
    role,
    resolution,
    labels: [],
    number: undefined,
    rows: [],
    text: '',
    figures: [],
    cited: [],
    notes: [],
    lead: undefined,
    parts: [],
  }
}

/** Make one unit of neighbours, as if they were one paragraph. */
export function joined(neighbours: readonly Unit[]): Unit {
  const [first] = neighbours
  if (!first || neighbours.length === 1) return first ?? empty('unknown', undefined)
  let text = ''
  const figures: Figure[] = []
  const cited: Unit['cited'] = []
  for (const unit of neighbours) {
    if (unit.text === '') continue
    if (text !== '') text += '\n'
    const move = <T extends { start: number; end: number }>(range: T): T => ({
      ...range,
      start: range.start + text.length,
      end: range.end + text.length,
    })
    figures.push(...unit.figures.map(move))
    cited.push(...unit.cited.map(move))
    text += unit.text
  }
  return {
    ...first,
    labels: neighbours.flatMap(({ labels }) => labels),
    rows: neighbours.flatMap((unit) => unit.rows),
    text,
    figures,
    cited,
    notes: neighbours.flatMap(({ notes }) => notes),
    lead: neighbours.find(({ lead }) => lead)?.lead,
    parts: neighbours.flatMap(({ parts }) => parts),
  }
}

/** A unit with the words of its parts, as if it were not divided. */
export function whole(unit: Unit): Unit {
  return unit.parts.length === 0
    ? unit
    : { ...joined([{ ...unit, parts: [] }, ...unit.parts]), role: unit.role }
}

function citedRanges(text: string, inline: AnyNode): Unit['cited'] {
  let from = 0
  return inside(inline, 'citation').flatMap((node) => {
    const words = plainText(node)
    const start = text.indexOf(words, from)
    if (start < 0 || words === '') return []
    from = start + words.length
    return [{ start, end: from }]
  })
}

function inside(node: AnyNode, type: string): AnyNode[] {
  if (node.type === type) return [node]
  return 'children' in node && Array.isArray(node.children)
    ? (node.children as AnyNode[]).flatMap((child) => inside(child, type))
    : []
}
