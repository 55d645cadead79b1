/** Facts: what a reader of the law looks for in a change of words. */

import type { Grammar } from '../language/types.js'
import type { Fact, FactKind } from '../model/change.js'
import { plainText } from '../model/tree/text.js'
import type { AnyNode, Root } from '../model/tree/types.js'
import { canonical, tokens } from './tokens.js'
import { phraseSpans, type Unit } from './units.js'

/** What facts need to know of one side. */
export interface FactSource {
  grammar: Grammar | null
  /** The footnotes, by identifier. */
  notes: ReadonlyMap<string, Note>
}

/** Gather what facts need of a tree. */
export function factSource(tree: Root, grammar: Grammar | null): FactSource {
  const notes = new Map<string, Note>()
  let last = ''
  for (const node of tree.children) {
    if (node.type !== 'footnoteDefinition') continue
    const text = node.children.map(plainText).join(' ')
    // "Ibid." means what the note before it means.
    const meaning = grammar?.match('ibid', text) ? `${last} ${text}` : text
    notes.set(node.identifier, { text, meaning })
    last = meaning
  }
  return { grammar, notes }
}

interface Note {
  text: string
  /** The text, with the source that it takes from the note before. */
  meaning: string
}

interface Found {
  kind: FactKind
  /** What makes two of them the same. */
  key: string
  text: string
}

/**
 * List what came and what went between two sides: citations, numbers, sums,
 * dates, addressees, hedges, words of obligation, footnotes.
 *
 * Given whether the words are alike on both sides: then only footnotes can
 * differ. Ensures nothing is listed that both sides have equally often. Deletions first,
 * each side in the order of its text.
 */
export function compareFacts(
  oldUnits: readonly Unit[],
  newUnits: readonly Unit[],
  oldSource: FactSource,
  newSource: FactSource,
  alike: boolean,
): Fact[] {
  const read = alike ? footnotes : find
  const before = oldUnits.flatMap((unit) => read(unit, oldSource))
  const after = newUnits.flatMap((unit) => read(unit, newSource))
  return staled([...missing(before, after, 'delete'), ...missing(after, before, 'insert')])
}

/** A note that reads as before and means another source. */
function staled(facts: readonly Fact[]): Fact[] {
  const same = (a: Fact, b: Fact) => a.kind === 'footnote' && b.kind === 'footnote' && a.text === b.text
  return facts.flatMap((fact): Fact[] => {
    const other = facts.find((each) => each.op !== fact.op && same(each, fact))
    if (!other) return [fact]
    return fact.op === 'insert' ? [{ ...fact, op: 'stale' }] : []
  })
}

function missing(from: readonly Found[], other: readonly Found[], op: 'delete' | 'insert'): Fact[] {
  const rest = new Map<string, number>()
  const id = ({ kind, key }: Found) => `${kind} ${key}`
  for (const found of other) rest.set(id(found), (rest.get(id(found)) ?? 0) + 1)
  return from.flatMap((found) => {
    const left = rest.get(id(found)) ?? 0
    rest.set(id(found), left - 1)
    return left > 0 ? [] : [{ kind: found.kind, op, text: found.text }]
  })
}

function footnotes(unit: Unit, { notes }: FactSource): Found[] {
  return inside(unit, 'footnoteReference').flatMap((node): Found[] => {
    const note = 'identifier' in node ? notes.get(String(node.identifier)) : undefined
    return note ? [{ kind: 'footnote', key: canonical(note.meaning), text: note.text }] : []
  })
}

function citations(unit: Unit): Found[] {
  return inside(unit, 'citation').map((node) => {
    const text = plainText(node)
    return { kind: 'citation', key: 'target' in node ? String(node.target) : text, text }
  })
}

/** The nodes of one type in a unit's own text. */
function inside(unit: Unit, type: string): AnyNode[] {
  if (unit.at === null) return []
  const visit = (node: AnyNode): AnyNode[] => {
    if (node.type === type) return [node]
    return 'children' in node && Array.isArray(node.children)
      ? (node.children as AnyNode[]).flatMap(visit)
      : []
  }
  return visit(unit.row.clause ?? unit.row.node)
}

function find(unit: Unit, source: FactSource): Found[] {
  if (unit.at === null) return []
  const cited = citations(unit)
  let rest = unit.text
  for (const { text } of cited) rest = without(rest, text)
  const days = dates(rest, source.grammar)
  for (const { text } of days) rest = without(rest, text)
  const sums = money(rest, source.grammar)
  for (const { text } of sums) rest = without(rest, text)
  return [
    ...cited,
    ...footnotes(unit, source),
    ...addressee(unit, source.grammar),
    ...days,
    ...sums,
    ...numbers(rest),
    ...worded(unit.text, source.grammar),
  ]
}

/** Blank out what another fact already names, so that a symbol's digits are no numbers. */
function without(text: string, covered: string): string {
  return text.replace(covered, (match) => ' '.repeat(match.length))
}

function dates(text: string, grammar: Grammar | null): Found[] {
  if (!grammar) return []
  return grammar
    .findAll('date', text)
    .map(([day]) => ({ kind: 'date', key: grammar.isoDate(day) ?? day, text: day }))
}

function money(text: string, grammar: Grammar | null): Found[] {
  const sums = grammar?.findAll('money', text) ?? []
  return sums.map(([sum]) => ({ kind: 'money', key: canonical(sum), text: sum }))
}

/** Whom the opening verb addresses. */
function addressee(unit: Unit, grammar: Grammar | null): Found[] {
  const lead = phraseSpans(unit).find(({ phrase }) => phrase.lead)
  const text = lead && grammar?.addressee(unit.text, lead.end, lead.phrase)
  return text ? [{ kind: 'addressee', key: canonical(text).toLowerCase(), text }] : []
}

function worded(text: string, grammar: Grammar | null): Found[] {
  if (!grammar) return []
  const found = (kind: FactKind, ranges: readonly { text: string }[]) =>
    ranges.map((range) => ({ kind, key: canonical(range.text).toLowerCase(), text: range.text }))
  return [...found('hedge', grammar.hedges(text)), ...found('obligation', grammar.obligations(text))]
}

function numbers(text: string): Found[] {
  return tokens(text)
    .filter((token) => /^\p{Nd}[\p{Nd},.]*$/u.test(token.key))
    .map((token) => ({ kind: 'number', key: token.key, text: token.text }))
}
