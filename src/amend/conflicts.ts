/** Instructions of different amending documents that cannot both be carried out on one draft. */
import type { Amendment, AmendmentConflict, AmendmentConflictKind, Instruction } from '../model/amendment.js'
import type { Node, Parent } from '../model/tree/types.js'
import type { Draft, Issued } from './paragraphs.js'
import { sentenceOf } from './sentences.js'
import { besideAnchor, isRest, restStart, soughtOf } from './sought.js'
import { placeOf, placesOf, Refusal, targetsOf } from './targets.js'
import { type EditedClause, find, type Range } from './words.js'

/** Words that an instruction changes; of an insertion where they go, and the words it is beside. */
interface WordEdit {
  label: string
  clause: EditedClause
  /** The words that are replaced, or beside which others are put. */
  range: Range
  /** Where others are put; absent of a replacement. */
  point?: number
  words: string
}

/** What an instruction touches of the draft as issued. */
interface Footprint {
  /** Equal for instructions that ask for the same. */
  asks: string
  deletes: boolean
  /** What is deleted or replaced. */
  gone: Issued[]
  moved: Issued[]
  /** Where paragraphs are put. */
  gap?: { parent: Parent; at: number; label: string }
  edits: WordEdit[]
}

/**
 * Find the conflicts between amending documents.
 *
 * Given a draft as issued. Ensures that the same instruction twice, a paragraph deleted twice, and edits of other
 * words of one paragraph are no conflict.
 */
export function conflictsBetween(
  amendments: readonly Pick<Amendment, 'instructions'>[],
  draft: Draft,
): AmendmentConflict[] {
  if (amendments.length < 2) return []
  const read = amendments.map(({ instructions }) =>
    instructions.map((one) => ({ n: one.n, footprint: footprintOf(one, draft) })),
  )
  return read.flatMap((first, document) =>
    first.flatMap((a, at) =>
      read.slice(document + 1).flatMap((second, behind) =>
        second.flatMap((b, other): AmendmentConflict[] => {
          const found = a.footprint && b.footprint && meeting(a.footprint, b.footprint)
          if (!found) return []
          const documents: [number, number] = [document, document + 1 + behind]
          return [{ a: a.n, b: b.n, ...found, documents, instructions: [at, other] }]
        }),
      ),
    ),
  )
}

/** Undefined for what cannot be carried out, or does nothing. */
function footprintOf(instruction: Instruction, draft: Draft): Footprint | undefined {
  const { op, target, where, anchor, old, new: words, text, sentence, occurrence } = instruction
  const texts = text?.map((one) => one.text)
  const asks = JSON.stringify([
    op,
    [...target].sort(),
    where,
    anchor,
    old,
    words,
    texts,
    sentence,
    occurrence,
  ])
  const empty: Footprint = { asks, deletes: op === 'delete', gone: [], moved: [], edits: [] }
  if (op === 'insert') return withGap(empty, instruction, draft)
  if (op === 'renumber' || op === 'delete-note' || op === 'editorial') return undefined
  if (op.endsWith('-words'))
    return { ...empty, edits: target.flatMap((one) => editsIn(one, instruction, draft)) }
  const found = targetsOf(target, draft)
  if (found instanceof Refusal) return undefined
  if (op === 'swap') return { ...empty, moved: found }
  return op === 'move' ? withGap({ ...empty, moved: found }, instruction, draft) : { ...empty, gone: found }
}

function withGap(footprint: Footprint, instruction: Instruction, draft: Draft): Footprint | undefined {
  const place = placeOf(instruction, draft)
  if (place instanceof Refusal) return undefined
  return { ...footprint, gap: { ...draft.gap(place.issued.node, place.side), label: place.issued.label } }
}

function editsIn(label: string, instruction: Instruction, draft: Draft): WordEdit[] {
  const { op, where, old, new: words = '', sentence } = instruction
  const places = placesOf(label, draft)
  if (places instanceof Refusal) return []
  if (sentence !== undefined && (where === 'start' || where === 'end' || old === undefined)) {
    const { place, range } = sentenceOf(places, sentence) ?? {}
    if (!place || !range) return []
    const point = where === 'start' ? range.start : range.end
    return [
      { label: place.label, clause: place.clause, range, words, ...(op === 'insert-words' ? { point } : {}) },
    ]
  }
  if (where === 'start' || where === 'end') {
    const place = where === 'start' ? places[0] : places.at(-1)
    const point = where === 'start' ? 0 : (place?.clause.text.length ?? 0)
    return place
      ? [{ label: place.label, clause: place.clause, range: { start: point, end: point }, point, words }]
      : []
  }
  const all = places.flatMap((place) =>
    find(place.clause.text, soughtOf(instruction)).map((range) => ({
      place,
      range: isRest(instruction)
        ? { start: restStart(instruction, range), end: place.clause.text.length }
        : range,
    })),
  )
  const found = besideAnchor(all, instruction)
  if (found.length > 1 && !instruction.all) return []
  return found.map(({ place, range }) => ({
    label: place.label,
    clause: place.clause,
    range,
    words,
    ...(op === 'insert-words' ? { point: where === 'before' ? range.start : range.end } : {}),
  }))
}

type Meeting = { kind: AmendmentConflictKind; at: string[] }

function meeting(a: Footprint, b: Footprint): Meeting | undefined {
  if (a.asks === b.asks) return undefined
  return (
    cuts(a, b) ??
    cuts(b, a) ??
    bothReplace(a, b) ??
    moves(a, b) ??
    moves(b, a) ??
    samePlace(a, b) ??
    sameWords(a, b)
  )
}

/** One deletes or replaces what the other edits, replaces, or puts something into. */
function cuts(a: Footprint, b: Footprint): Meeting | undefined {
  const edited = a.gone.filter((one) => b.edits.some(({ clause }) => one.clauses.includes(clause)))
  const replaced = a.deletes && !b.deletes ? a.gone.filter((one) => touches(one, b.gone)) : []
  const filled = a.gone.filter(({ node }) => b.gap && isInside(b.gap.parent, node))
  const met = [...edited, ...replaced, ...filled]
  return met.length > 0 ? { kind: 'deleted-and-edited', at: labels(met) } : undefined
}

function bothReplace(a: Footprint, b: Footprint): Meeting | undefined {
  if (a.deletes || b.deletes) return undefined
  const met = a.gone.filter((one) => touches(one, b.gone))
  return met.length > 0 ? { kind: 'overlap', at: labels(met) } : undefined
}

function moves(a: Footprint, b: Footprint): Meeting | undefined {
  const met = a.moved.filter(
    (one) =>
      touches(one, b.gone) ||
      touches(one, b.moved) ||
      b.edits.some(({ clause }) => one.clauses.includes(clause)),
  )
  return met.length > 0 ? { kind: 'moved-and-edited', at: labels(met) } : undefined
}

function samePlace(a: Footprint, b: Footprint): Meeting | undefined {
  const isSame = a.gap && b.gap && a.gap.parent === b.gap.parent && a.gap.at === b.gap.at
  return isSame ? { kind: 'same-place', at: [a.gap?.label ?? ''] } : undefined
}

function sameWords(a: Footprint, b: Footprint): Meeting | undefined {
  for (const one of a.edits)
    for (const other of b.edits) {
      if (one.clause !== other.clause) continue
      const kind = wordsMeet(one, other)
      if (kind) return { kind, at: [one.label] }
    }
  return undefined
}

function wordsMeet(a: WordEdit, b: WordEdit): AmendmentConflictKind | undefined {
  const isBoth = a.point !== undefined && b.point !== undefined
  if (isBoth) return a.point === b.point && a.words !== b.words ? 'same-place' : undefined
  const isSame = a.point === b.point && a.range.start === b.range.start && a.range.end === b.range.end
  if (isSame && a.words === b.words) return undefined
  return a.range.start < b.range.end && b.range.start < a.range.end ? 'overlap' : undefined
}

/** The same paragraph, or one that is inside of the other. */
function touches(one: Issued, others: readonly Issued[]): boolean {
  return others.some(
    (other) => other.node === one.node || other.clauses.some((clause) => one.clauses.includes(clause)),
  )
}

function isInside(node: Parent, whole: Node): boolean {
  if (node === whole) return true
  return 'children' in whole && (whole.children as Node[]).some((child) => isInside(node, child))
}

function labels(met: readonly Issued[]): string[] {
  return [...new Set(met.map(({ label }) => label))]
}
