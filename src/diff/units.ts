/** A tree as units of comparison: top-level paragraphs and headings, each with its parts. */
import type { Grammar } from '../language/types.js'
import { type Row, rows, topLabel, topRole } from '../model/tree/rows.js'
import { plainText } from '../model/tree/text.js'
import type { Clause, Phrase, Root } from '../model/tree/types.js'
import { canonical } from './tokens.js'

/** A verb phrase and its place in the unit's text. */
export interface PhraseSpan {
  phrase: Phrase
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
  /** Takes from a word what its place in the sentence does to it, as its language has it. */
  stem: (word: string) => string
  /** Number of the section it stands in, from 0: each heading and each resolution begins one. */
  section: number
}

const whole = (word: string) => word

/**
 * Group the rows of a tree into units.
 *
 * Given the grammar of the tree's language, or null. Ensures every row is in exactly one unit or part, in the order printed.
 */
export function units(tree: Root, grammar: Grammar | null = null): Unit[] {
  const result: Unit[] = []
  let section = 0
  let resolution: string | undefined
  rows(tree).forEach((row, at) => {
    if (row.role === 'heading' || row.resolution !== resolution) section++
    resolution = row.resolution
    const inside = row.node.type === 'subparagraph' || row.role === 'continuation'
    if (!inside) {
      result.push(unit(row, at, row.label, row.role, row.text, section))
      return
    }
    const parent = topLabel(row.label)
    let last = result.at(-1)
    if (last?.label !== parent || last.row.resolution !== row.resolution) {
      last = unit(row, null, parent, topRole(parent), '', section)
      result.push(last)
    }
    const role = row.role === 'annex' ? 'subparagraph' : row.role
    last.parts.push(unit(row, at, row.label, role, row.text, section))
  })
  for (const top of result) {
    top.key = [top, ...top.parts].map((part) => canonical(part.text)).join('\n')
    for (const one of [top, ...top.parts]) one.stem = grammar?.stem ?? whole
  }
  return result
}

function unit(
  row: Row,
  at: number | null,
  label: string,
  role: Row['role'],
  text: string,
  section: number,
): Unit {
  return {
    row,
    label,
    role,
    number: at === null ? undefined : row.number,
    at,
    text,
    key: canonical(text),
    parts: [],
    stem: whole,
    section,
  }
}

/** Find the verb phrases of a unit's own text with their offsets in it. */
export function phraseSpans(unit: Unit): PhraseSpan[] {
  const clause = unit.at === null ? undefined : unit.row.clause
  if (!clause) return []
  return clause.children.flatMap((node, index) => {
    if (node.type !== 'phrase') return []
    const text = plainText(node)
    const start = lengthBefore(clause, index)
    return text === '' ? [] : [{ phrase: node, text, start, end: start + text.length }]
  })
}

/** How long the plain text is before a child: white space collapses across children, so a mark stands in for it. */
function lengthBefore(clause: Clause, index: number): number {
  const before = {
    ...clause,
    children: [...clause.children.slice(0, index), { type: 'text' as const, value: '|' }],
  }
  return plainText(before).length - 1
}
