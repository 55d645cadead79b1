/** What a year does to a text that is adopted again: sessions, years and ordinals move on, and so do the numbers of earlier resolutions. */
import type { Grammar } from '../language/types.js'
import type { Edit, Fact, FactKind, MatterPlace, PhraseChange } from '../model/change.js'
import { isOfDocument } from '../model/routine.js'
import type { Span } from './compare.js'
import { readSide } from './facts.js'
import { type Found, readFacts, readFigures } from './read-facts.js'
import type { FactSide } from './side.js'
import type { Token } from './tokens.js'
import type { CitationSpan, PhraseSpan } from './units.js'
import { withoutNumbers } from './without-numbers.js'

/** Kinds of fact that a year replaces; of dates and numbers only years and ordinals. */
const yearly: ReadonlySet<FactKind> = new Set([
  'session',
  'date',
  'number',
  'citation',
  'reference',
  'footnote',
])
/** A date this near behind a citation belongs to it: "resolution 91/14 of 2 December 2036". */
const reach = 6

/**
 * Tell whether all that changed in a paragraph is what a year does.
 *
 * Given what was said of it; its facts are asked for last, as reading them takes longest. Ensures that every changed word or bracket is part of a fact
 * that has a counterpart on the other side, or of a word of repetition.
 */
export function isRoutine(
  old: FactSide,
  now: FactSide,
  spans: readonly Span[],
  phrases: readonly PhraseChange[],
  facts: (read: typeof readFacts) => readonly Fact[],
): boolean {
  const { grammar } = now.source
  if (!grammar || phrases.some(({ shift }) => shift !== 'enumerator')) return false
  const series = isSeries(old) && isSeries(now)
  // A series that goes on has its "and" elsewhere, and an "of" before a date.
  const isPassed = (word: string) => series && (grammar.isSeparator(word) || grammar.isFrequent(word))
  if (!isCovered(old, spans, 'old', isPassed) || !isCovered(now, spans, 'new', isPassed)) return false
  const years = { old: passedYears(old, grammar), new: passedYears(now, grammar) }
  // "23 years after its entry into force", a year on.
  const isPassing = (fact: Fact & { op: 'replace' }) =>
    years.old.has(fact.old) &&
    years.new.has(fact.new) &&
    Math.abs(Number(fact.new) - Number(fact.old)) <= mostYears
  // Where no other word changed, hedges and words of obligation are what they were.
  return facts(series ? readFacts : readFigures).every(
    (fact) =>
      fact.op === 'stale' ||
      (fact.op === 'replace' && yearly.has(fact.kind) && (isOfYear(fact, grammar) || isPassing(fact))) ||
      (series && fact.op !== 'replace' && (fact.kind === 'citation' || fact.kind === 'date')),
  )
}

/** So many texts cited by number are a series, to which each year adds one. */
const fewestOfSeries = 3

function isSeries({ units }: FactSide): boolean {
  const cited = units.flatMap(({ at, citations }) => (at === null ? [] : citations.filter(isNumbered)))
  return cited.length >= fewestOfSeries
}

function isNumbered({ citation, text }: CitationSpan): boolean {
  return citation.kind !== 'paragraph' && /\p{Nd}\/\p{Nd}/u.test(text)
}

/** Between two texts of a series lie so many years at most. */
const mostYears = 5

/** The numbers of years that passed since something. */
function passedYears(side: FactSide, grammar: Grammar): ReadonlySet<string> {
  const numbers = readSide(side, readFigures).filter(({ kind }) => kind === 'number')
  return new Set(
    numbers.flatMap(({ text, end }) => (grammar.match('yearsPassed', side.value, end) ? [text] : [])),
  )
}

function isOfYear(fact: Fact & { op: 'replace' }, grammar: Grammar): boolean {
  switch (fact.kind) {
    case 'number':
      return isOrdinal(fact.old, grammar) && isOrdinal(fact.new, grammar)
    case 'citation':
      // An article of a treaty, unlike last year's resolution, does not move on.
      return [fact.old, fact.new].every((words) => /\p{Nd}\/\p{Nd}|\p{Nd}{4}|\([^)]+\)/u.test(words))
    // Another paragraph beside the old one is no later number of it.
    case 'reference':
    case 'footnote':
      return isSameButNumbers(fact.old, fact.new, grammar)
    default:
      return true
  }
}

function isOrdinal(words: string, grammar: Grammar): boolean {
  const printed = `${words.slice(0, 1).toUpperCase()}${words.slice(1)}`
  return [words, printed].some((form) => grammar.match('ordinalWord', form)?.[0] === form)
}

/** Every changed word is inside a fact of the year, or opens the paragraph with a word of repetition. */
function isCovered(
  side: FactSide,
  spans: readonly Span[],
  which: 'old' | 'new',
  isPassed: (word: string) => boolean,
): boolean {
  const isOutside =
    (ranges: readonly { start: number; end: number }[]) =>
    ({ start, text }: Token) =>
      ranges.every((range) => range.start > start || range.end < start + text.length)
  const left = spans
    .flatMap((span) => (span.same ? [] : span[which]))
    .filter(({ key }) => /[\p{L}\p{N}[\]]/u.test(key) && !isPassed(key))
    .filter(isOutside(repetitions(side)))
  // Figures take long to be found: they are asked for where something is left that may be one.
  if (left.length === 0) return true
  const found = readSide(side, readFigures)
  const ranges = found.filter(
    (fact) => yearly.has(fact.kind) && (fact.kind !== 'date' || isYearly(fact, found, spans, which)),
  )
  return !left.some(isOutside(ranges))
}

/** Only its year changed, or it is the date of a text that is cited before it. */
function isYearly(date: Found, all: readonly Found[], spans: readonly Span[], side: 'old' | 'new'): boolean {
  const cited = all.some(
    ({ kind, end }) => kind === 'citation' && end <= date.start && date.start - end <= reach,
  )
  if (cited) return true
  return spans.every(
    (span) =>
      span.same ||
      span[side].every(
        ({ start, text, key }) =>
          start < date.start || start + text.length > date.end || /^\p{Nd}{4}$/u.test(key),
      ),
  )
}

/** The phrases of a side: what changed in them is a word of repetition, as their comparison says. */
function repetitions({ units }: FactSide): PhraseSpan[] {
  let offset = 0
  return units.flatMap((unit) => {
    if (unit.at === null) return []
    const moved = unit.phrases.map((span) => ({
      ...span,
      start: span.start + offset,
      end: span.end + offset,
    }))
    offset += unit.text.length + 1
    return moved
  })
}

/** Tell whether a text outside paragraphs changed as each document's does, or in its numbers alone. */
export function isRoutineMatter(
  place: MatterPlace,
  edits: readonly Edit[],
  grammar: Grammar | null,
): boolean {
  if (isOfDocument(place)) return true
  const side = (op: Edit['op']) =>
    edits.flatMap((edit) => (edit.op === 'equal' || edit.op === op ? edit.text : [])).join('')
  return isSameButNumbers(side('delete'), side('insert'), grammar)
}

function isSameButNumbers(old: string, now: string, grammar: Grammar | null): boolean {
  return old !== '' && now !== '' && withoutNumbers(old, grammar) === withoutNumbers(now, grammar)
}
