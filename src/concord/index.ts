/** Trees of one text in several languages → concordance. */

import { languages, load } from '../language/load.js'
import type { Grammar } from '../language/types.js'
import {
  allDiscrepancies,
  type Concordance,
  type Correspondence,
  type Discrepancy,
  type Member,
} from '../model/concordance.js'
import type { Root } from '../model/tree/types.js'
import { compareWords, type Difference, type Familiar } from './compare.js'
import { correspond, type Row } from './correspond.js'
import { compareFront } from './front.js'
import { labelling } from './labels.js'
import { compareNotes, type Note, notesOf } from './notes.js'
import { type Unit, units, whole } from './units.js'
import { version } from './version.js'

/** One of the texts, as the comparison needs it. */
interface Text {
  units: Unit[]
  notes: ReadonlyMap<string, Note>
  /** In how many units each value is. */
  counts: ReadonlyMap<string, number>
}

/** A number that so many paragraphs of both texts have is part of a name: the 2030 Agenda. */
const familiarFrom = 2

/**
 * Set language versions of one text side by side and say what does not correspond.
 *
 * Given two trees or more, the first of them the reference. Nothing is
 * translated: paragraphs are aligned by numbers, labels, length, order,
 * citations, figures, notes and the verb ids that grammars share.
 *
 * Ensures every paragraph of every text is in exactly one correspondence, and
 * a text set beside itself has no discrepancies.
 */
export function concord(trees: readonly Root[]): Concordance {
  const grammars = trees.map(({ language }) => grammarOf(language))
  const texts = trees.map((tree, index): Text => read(tree, grammars[index] ?? null))
  const [reference, ...others] = trees.map((tree, index) => [tree, grammars[index] ?? null] as const)
  const front = reference ? shared(others.map((other) => compareFront(reference, other))) : []
  const correspondences = level(
    texts,
    texts.map((text) => text.units),
    true,
  )
  return {
    texts: trees.map(version),
    front,
    correspondences,
    summary: summary({ front, correspondences }),
  }
}

/** Without a grammar figures still tell, though not dates nor numbers in words. */
function grammarOf(language: string | null): Grammar | null {
  return language !== null && languages().includes(language) ? load(language) : null
}

function read(tree: Root, grammar: Grammar | null): Text {
  const list = units(tree, grammar)
  const counts = new Map<string, number>()
  for (const unit of list)
    for (const value of new Set(whole(unit).figures.flatMap(({ values }) => values)))
      counts.set(value, (counts.get(value) ?? 0) + 1)
  return { units: list, notes: notesOf(tree, grammar), counts }
}

/** Set one level of the texts side by side: their paragraphs, or the parts of one paragraph. */
function level(texts: readonly Text[], lists: readonly (Unit[] | null)[], top: boolean): Correspondence[] {
  const labels = texts.map(() => labelling())
  return correspond(lists).map((row) => {
    const [reference = null] = row
    const differences = row.slice(1).map((unit, index): Difference[] => {
      const text = index + 1
      if (!lists[0] || !lists[text]) return []
      const label = top ? (labels[text]?.(reference, unit) ?? []) : []
      return [...label, ...compared(texts, text, reference, unit, top)]
    })
    return correspondence(row, shared(differences), texts)
  })
}

function compared(
  texts: readonly Text[],
  text: number,
  reference: Unit | null,
  unit: Unit | null,
  top: boolean,
): Difference[] {
  if (!reference || !unit) {
    const name = (one: Unit | null) => (one ? [nameOf(one)] : [])
    return reference || unit
      ? [{ kind: reference ? 'missing' : 'added', reference: name(reference), other: name(unit) }]
      : []
  }
  const [one, two] = [texts[0] as Text, texts[text] as Text]
  const familiar: Familiar = (value) =>
    [one, two].every(({ counts }) => (counts.get(value) ?? 0) >= familiarFrom)
  const divided = [reference, unit].map(({ parts }) => parts.length > 0)
  const sides = [whole(reference), whole(unit)] as const
  const notes = top ? compareNotes(...sides, [one.notes, two.notes], familiar) : []
  if (divided[0] === divided[1])
    return [...structure(reference, unit), ...compareWords(reference, unit, familiar), ...notes]
  const { lead } = reference
  return [
    { kind: 'structure', reference: [partsOf(reference)], other: [partsOf(unit)] },
    ...compareWords({ ...sides[0], lead }, { ...sides[1], lead: unit.lead }, familiar),
    ...notes,
  ]
}

/** Numbered paragraphs that are divided otherwise; unnumbered ones may be, where a language breaks its sentences. */
function structure(reference: Unit, unit: Unit): Difference[] {
  const [before, after] = [reference.labels.length, unit.labels.length]
  const numbered = reference.role === 'operative' || reference.role === 'subparagraph'
  if (before === after || !numbered) return []
  const names = ({ labels }: Unit) => labels.map((label) => ({ text: label, value: label }))
  return [{ kind: 'structure', reference: names(reference), other: names(unit) }]
}

function partsOf({ parts }: Unit) {
  const count = parts.filter(({ role }) => role === 'subparagraph').length
  return { text: String(count), value: String(count) }
}

const nameLength = 40

function nameOf({ labels, text }: Unit) {
  const words = text.length > nameLength ? `${text.slice(0, nameLength)}…` : text
  const label = labels.join(', ')
  return { text: words, value: label }
}

/** Put together what several texts have in the same way. */
function shared(differences: readonly (readonly Difference[])[]): Discrepancy[] {
  const result = new Map<string, Discrepancy>()
  differences.forEach((list, index) => {
    for (const difference of list) {
      const { kind, field, note, reference, other } = difference
      const values = [reference, other].map((found) => found.map(({ value }) => value))
      const key = JSON.stringify([kind, field, note, values])
      const known = result.get(key)
      if (known) known.texts.push(index + 1)
      else result.set(key, { ...difference, texts: [index + 1] })
    }
  })
  return [...result.values()]
}

function correspondence(row: Row, discrepancies: Discrepancy[], texts: readonly Text[]): Correspondence {
  const first = row.find((unit) => unit !== null) as Unit
  const parts = row.map((unit) => (unit && unit.parts.length > 0 ? unit.parts : null))
  return {
    role: first.role,
    ...(first.resolution === undefined ? {} : { resolution: first.resolution }),
    members: row.map((unit) => unit && member(unit)),
    discrepancies,
    ...(parts.some((list) => list !== null) ? { parts: level(texts, parts, false) } : {}),
  }
}

function member({ labels, rows, text }: Unit): Member {
  return { labels, rows, text }
}

function summary(parts: Pick<Concordance, 'front' | 'correspondences'>): Concordance['summary'] {
  const all = allDiscrepancies(parts)
  const kinds: Concordance['summary']['kinds'] = {}
  for (const { kind } of all) kinds[kind] = (kinds[kind] ?? 0) + 1
  const corresponding = parts.correspondences.filter(({ members }) => !members.includes(null)).length
  return { corresponding, discrepancies: all.length, kinds }
}
