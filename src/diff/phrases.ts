/** Verbs: those of two texts compared within the clauses that answer each other. */
import { firstFrom } from '../model/ascending.js'
import type { PhraseChange } from '../model/change.js'
import { type Clause, type ClausePair, isSameVerb } from './clauses.js'
import type { Span } from './compare.js'
import { type Judge, shift } from './shift.js'
import type { Text } from './side.js'
import { fold } from './tokens.js'
import type { PhraseSpan } from './units.js'

/**
 * List the verb changes between two texts.
 *
 * A verb whose clause the other text lacks came or went; `lead` is true of it
 * where it opens its text. The verbs of a pair of clauses are compared by
 * their words: italics that reach further on one side are no change.
 */
export function comparePhrases(
  before: Text,
  after: Text,
  pairs: readonly ClausePair[],
  spans: readonly Span[],
  judge: Judge,
  labels: Labels = { old: [], new: [] },
): PhraseChange[] {
  const keeps = {
    old: keptAsWords(before, after, spans, 'old'),
    new: keptAsWords(after, before, spans, 'new'),
  }
  const opens = {
    old: before.phrases.find(({ phrase }) => phrase.lead),
    new: after.phrases.find(({ phrase }) => phrase.lead),
  }
  const changes = pairs.flatMap((pair): PhraseChange[] => {
    const [old, now] = [pair.old?.phrase ?? undefined, pair.new?.phrase ?? undefined]
    if (pair.old && pair.new && (!old || !now)) return []
    const isLead = {
      old: old !== undefined && old === opens.old,
      new: now !== undefined && now === opens.new,
    }
    if (old && now) {
      if (isSame(pair.old as Clause, before, pair.new as Clause, after)) return []
      // A verb that is on the other side too, where it was not read as one, is no other verb there.
      if (!isLead.old && !isLead.new && !isSameVerb(old, now)) {
        const kept = { old: keeps.old(old), new: keeps.new(now) }
        if (kept.old && kept.new) return []
        if (kept.old) return [one(now, pair.new as Clause, after, 'new', labels)]
        if (kept.new) return [one(old, pair.old as Clause, before, 'old', labels)]
      }
      const verdict = shift(old, now, judge)
      // A verb that opens only one of the texts repeats nothing there: "and also" is the list's word.
      if (verdict.shift === 'enumerator' && isLead.old !== isLead.new) return []
      return [
        { ...words(old, now, isLead.old && isLead.new), ...verdict, ...paragraphOf(after, now, labels.new) },
      ]
    }
    const only = old ?? now
    if (!only) return []
    const side = old ? 'old' : 'new'
    // Words that were kept, and are a verb on one side only, are no change of verb.
    if (keeps[side](only)) return []
    const [clause, text] = now ? [pair.new, after] : [pair.old, before]
    return [{ ...one(only, clause as Clause, text, side, labels), lead: isLead[side] }]
  })
  return changes.sort((a, b) => Number(b.lead) - Number(a.lead))
}

/** The words that open both texts, where they are the same; in Chinese a verb is in the preamble what it is behind it. */
export function keptLead(before: Text, after: Text, shift: PhraseChange['shift']): PhraseChange[] {
  const [old, now] = [before, after].map(({ phrases }) => phrases.find(({ phrase }) => phrase.lead))
  return old && now && old.phrase.verb === now.phrase.verb ? [{ ...words(old, now, true), shift }] : []
}

/** A verb that came or went, with its clause. */
function one(
  phrase: PhraseSpan,
  { start, end }: Clause,
  text: Text,
  side: 'old' | 'new',
  labels: Labels,
): PhraseChange {
  const said = side === 'old' ? words(phrase, undefined, false) : words(undefined, phrase, false)
  return {
    ...said,
    shift: side === 'old' ? 'dropped' : 'added',
    clause: text.value.slice(start, end).trim(),
    ...paragraphOf(text, phrase, labels[side]),
  }
}

/** The paragraphs of each side of a split or a merge. */
interface Labels {
  old: readonly string[]
  new: readonly string[]
}

/** Which of the paragraphs of a side a verb is in, where it is not the first. */
function paragraphOf(
  { value }: Text,
  { start }: PhraseSpan,
  labels: readonly string[],
): Pick<PhraseChange, 'paragraph'> {
  const label = labels.length > 1 ? labels[value.slice(0, start).split('\n').length - 1] : undefined
  return label === undefined || label === labels[0] ? {} : { paragraph: label }
}

function words(
  old: PhraseSpan | undefined,
  now: PhraseSpan | undefined,
  lead: boolean,
): Omit<PhraseChange, 'shift'> {
  return {
    lead,
    old: old?.text ?? null,
    new: now?.text ?? null,
    oldVerb: old?.phrase.verb ?? null,
    newVerb: now?.phrase.verb ?? null,
  }
}

/** Both clauses open with the same words, as far as either side's phrase reaches. */
function isSame(old: Clause, before: Text, now: Clause, after: Text): boolean {
  const [a, b] = [old.phrase as PhraseSpan, now.phrase as PhraseSpan]
  const reach = Math.max(a.text.length, b.text.length)
  const read = ({ value }: Text, { start }: PhraseSpan) =>
    fold(value.slice(start, start + reach)).toLowerCase()
  return folded(a) === folded(b) || read(before, a) === read(after, b)
}

function folded({ text }: PhraseSpan): string {
  return fold(text).toLowerCase()
}

/** A function that tells whether all words of a phrase are on the other side too, outside any phrase there. */
function keptAsWords(
  text: Text,
  other: Text,
  spans: readonly Span[],
  side: 'old' | 'new',
): (phrase: PhraseSpan) => boolean {
  const opposite = side === 'old' ? 'new' : 'old'
  const places: { start: number; place: number | null }[] = []
  for (const span of spans)
    span[side].forEach((token, index) => {
      places.push({ start: token.start, place: span.same ? (span[opposite][index]?.start ?? null) : null })
    })
  const starts = places.map(({ start }) => start)
  return (phrase) => {
    // A verb may begin inside a word: in Arabic "and" is written as one with it.
    let at = Math.max(0, firstFrom(starts, phrase.start + 1) - 1)
    for (; (starts[at] ?? phrase.end) < phrase.end; at++) {
      const place = places[at]?.place ?? null
      if (place === null || isInPhrase(other, place)) return false
    }
    return text.phrases.length > 0
  }
}

function isInPhrase({ phrases }: Text, place: number): boolean {
  const starts = phrases.map(({ start }) => start)
  const at = firstFrom(starts, place + 1) - 1
  return (phrases[at]?.end ?? -1) > place
}
