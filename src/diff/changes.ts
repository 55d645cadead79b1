/** Links → changes: what happened to each paragraph, with its words, verbs and facts. */
import {
  type Change,
  type ChangeKind,
  type EditLevel,
  type Fact,
  type PhraseChange,
  sideText,
} from '../model/change.js'
import type { Slot } from './arrange.js'
import { type ClausePair, clauses, pairClauses } from './clauses.js'
import { compare, type Span, toEdits } from './compare.js'
import { type Explains, staleEnumerator } from './enumerators.js'
import { compareFacts, compareNotes } from './facts.js'
import type { Placed } from './parts.js'
import { comparePhrases, keptLead } from './phrases.js'
import type { readFacts } from './read-facts.js'
import { type Relabel, staleReferences } from './references.js'
import { required } from './required.js'
import { isRoutine } from './routine.js'
import type { Judge } from './shift.js'
import { type FactSide, type FactSource, joined, type Text } from './side.js'
import { simplify } from './simplify.js'
import { isSameSetting, isWord, type Token, tokens } from './tokens.js'
import type { Unit } from './units.js'

export interface ChangeOptions {
  level: EditLevel
  oldSource: FactSource
  newSource: FactSource
  relabel: Relabel
  judge: Judge
  /** A word is one of those that hold sentences together. */
  isFrequent: (word: string) => boolean
  /** What the order of the texts explains. */
  explains: { old: Explains; new: Explains }
  /** Facts and edits are to be listed; else facts are only read where they decide whether a change is routine. */
  isFactual: boolean
}

/** A change, and how many of the words on both sides were kept in this paragraph. */
interface Weighed {
  change: Change
  kept: number
  words: number
}

/**
 * Say what happened to the paragraphs of one slot and to their parts.
 */
export function describe(slot: Placed, options: ChangeOptions): Change {
  const inner = slot.parts.map((part) => {
    const weighed = weigh(part, [], [], options)
    return part.came ? { change: weighed.change, kept: 0, words: size(joined(part.new).value) } : weighed
  })
  return weigh(slot, inner, slot.lost, options).change
}

function weigh(
  slot: Slot,
  parts: readonly Weighed[],
  lost: readonly Unit[],
  options: ChangeOptions,
): Weighed {
  const { old, new: now, moved } = slot
  const [before, after] = [joined(old), joined(now)]
  const alike = isSameSetting(before.value, after.value)
  const spans = compare(before.value, after.value)
  const still = lost.length === 0 && parts.every(({ change }) => change.kind === 'unchanged' && !change.moved)
  const pairs =
    alike || old.length === 0 || now.length === 0
      ? []
      : pairClauses(clauses(before, options.isFrequent), clauses(after, options.isFrequent))
  const kind = kindOf(old, now, alike && still)
  const own = count(spans)
  const kept = parts.reduce((total, part) => total + part.kept, own.kept)
  const words = parts.reduce((total, part) => total + part.words, own.words + size(joined(lost).value))
  const paired = old.length > 0 && now.length > 0
  const [first, last] = [old[0], now[0]]
  const shown = required(now.length > 0 ? now : old, 0)
  const compared = paired && !alike ? phrasesOf(before, after, pairs, spans, { old, new: now }, options) : []
  const way = paired ? wayBetween(first, last) : undefined
  const phrases = compared.map((phrase) => transferred(phrase, way))
  if (way && !phrases.some(({ lead }) => lead)) phrases.unshift(...keptLead(before, after, way))
  const sides = {
    old: { units: old, value: before.value, source: options.oldSource },
    new: { units: now, value: after.value, source: options.newSource },
  }
  const told = (read?: typeof readFacts) => factsOf(sides, alike, spans, pairs, options, read)
  const facts = paired && options.isFactual ? told() : []
  const change: Change = {
    kind,
    role: shown.role,
    old: labels(old),
    new: labels(now),
    oldRows: old.flatMap(({ at }) => at ?? []),
    newRows: now.flatMap(({ at }) => at ?? []),
    moved,
    renumbered: first !== undefined && last !== undefined && renumbered(first, last),
    similarity: kind === 'unchanged' ? 1 : words === 0 ? 0 : Math.round((1000 * kept) / words) / 1000,
    phrases,
    facts,
    routine:
      kind === 'modified' &&
      way === undefined &&
      lost.length === 0 &&
      parts.every(({ change }) => change.kind === 'unchanged' || change.routine) &&
      (alike ||
        isRoutine(sides.old, sides.new, spans, phrases, (read) => (options.isFactual ? facts : told(read)))),
    edits: options.isFactual
      ? toEdits(simplify(spans, options.level, { old: before.phrases, new: after.phrases }))
      : [],
  }
  if (first && last && first.role !== last.role) change.oldRole = first.role
  const resolution = shown.row.resolution
  if (resolution !== undefined) change.resolution = resolution
  const printed = { ...printedOf('old', first), ...printedOf('new', last) }
  if (Object.keys(printed).length > 0) change.printed = printed
  if (parts.length > 0) change.parts = parts.map((part) => part.change)
  if (alike && sideText(change.edits, 'delete') !== sideText(change.edits, 'insert')) {
    change.facts.push({ kind: 'typography', op: 'insert', text: sideText(change.edits, 'insert') })
  }
  return { change, kept, words }
}

/** What an operative paragraph asks, the preamble only recites. */
function wayBetween(old: Unit | undefined, now: Unit | undefined): 'demoted' | 'promoted' | undefined {
  if (old?.role === 'operative' && now?.role === 'preambular') return 'demoted'
  return old?.role === 'preambular' && now?.role === 'operative' ? 'promoted' : undefined
}

/** A paragraph that went to the other part took its verb along, whatever it is now. */
function transferred(phrase: PhraseChange, way: 'demoted' | 'promoted' | undefined): PhraseChange {
  return way && phrase.lead && phrase.old !== null && phrase.new !== null ? { ...phrase, shift: way } : phrase
}

function phrasesOf(
  before: Text,
  after: Text,
  pairs: readonly ClausePair[],
  spans: readonly Span[],
  units: { old: readonly Unit[]; new: readonly Unit[] },
  { judge, explains }: ChangeOptions,
): PhraseChange[] {
  const [first] = units.new
  const labelled = { old: labels(units.old), new: labels(units.new) }
  return comparePhrases(before, after, pairs, spans, judge, labelled).map((phrase) =>
    phrase.lead && phrase.shift === 'enumerator'
      ? { ...phrase, explained: first !== undefined && explains.new(first) }
      : phrase,
  )
}

function factsOf(
  { old, new: now }: { old: FactSide; new: FactSide },
  alike: boolean,
  spans: readonly Span[],
  pairs: readonly ClausePair[],
  { newSource, relabel, explains }: ChangeOptions,
  read?: typeof readFacts,
): Fact[] {
  return [
    ...(alike ? compareNotes(old, now) : compareFacts(old, now, spans, pairs, read)),
    ...staleReferences(old.units, now.units, relabel, newSource.grammar),
    ...staleEnumerator(required(old.units, 0), required(now.units, 0), explains.old, explains.new),
  ]
}

function kindOf(old: readonly Unit[], now: readonly Unit[], same: boolean): ChangeKind {
  if (old.length === 0) return 'inserted'
  if (now.length === 0) return 'deleted'
  if (now.length > 1) return 'split'
  if (old.length > 1) return 'merged'
  return same ? 'unchanged' : 'modified'
}

function labels(units: readonly Unit[]): string[] {
  return units.flatMap(({ label }) => (label === '' ? [] : [label]))
}

/** A negotiating text has numbers with brackets and alternatives: its label alone would lose them. */
function printedOf(side: 'old' | 'new', unit: Unit | undefined): { old?: string; new?: string } {
  const number = unit?.role === 'operative' ? unit.number : undefined
  return number !== undefined && /^\[|\p{Nd}\s+\p{L}/u.test(number) ? { [side]: number } : {}
}

/** Preambular paragraphs bear no number unless one is printed: their place is not their number. */
function renumbered(before: Unit, after: Unit): boolean {
  if (before.role !== after.role || before.role === 'heading') return false
  const number = (unit: Unit) => (unit.role === 'preambular' ? unit.number : unit.label)
  const isOpen = ({ number: printed }: Unit) => printed?.startsWith('[') ?? false
  return number(before) !== number(after) || isOpen(before) !== isOpen(after)
}

function count(spans: readonly Span[]): { kept: number; words: number } {
  const many = (list: readonly Token[]) => list.filter(isWord).length
  let [kept, words] = [0, 0]
  for (const span of spans) {
    const both = many(span.old) + many(span.new)
    words += both
    if (span.same) kept += both
  }
  return { kept, words }
}

function size(text: string): number {
  return tokens(text).filter(isWord).length
}
