/** Verbs: the leading and later phrases of two texts, compared. */
import type { PhraseChange } from '../model/change.js'
import type { Span } from './compare.js'
import { nth } from './nth.js'
import { type Judge, shift } from './shift.js'
import type { Text } from './side.js'
import { fold, type Token } from './tokens.js'
import type { PhraseSpan } from './units.js'

/**
 * List the verb changes between two texts.
 *
 * The opening verbs answer each other wherever they stand. Of the later ones
 * those belong together that share a kept word; then those that stand, in
 * order, in the same replacement. One that is left came or went.
 */
export function comparePhrases(
  before: Text,
  after: Text,
  spans: readonly Span[],
  judge: Judge,
  explained: () => boolean,
): PhraseChange[] {
  const leads = [before, after].map(({ phrases }) => phrases.find(({ phrase }) => phrase.lead))
  const lead = change(leads[0], leads[1], true, judge)
  if (lead?.shift === 'enumerator') lead.explained = explained()
  const result = [lead]
  const later = [before, after].map(({ phrases }, side) => phrases.filter((phrase) => phrase !== leads[side]))
  for (const [old, now] of pair(nth(later, 0), nth(later, 1), spans))
    result.push(change(old, now, false, judge))
  return result.flatMap((each) => each ?? [])
}

function change(
  old: PhraseSpan | undefined,
  now: PhraseSpan | undefined,
  lead: boolean,
  judge: Judge,
): PhraseChange | null {
  if (lead && (!old || !now)) return null
  if (old && now && fold(old.text).toLowerCase() === fold(now.text).toLowerCase()) return null
  const words = { lead, old: old?.text ?? null, new: now?.text ?? null }
  const verbs = { oldVerb: old?.phrase.verb ?? null, newVerb: now?.phrase.verb ?? null }
  if (old && now) return { ...words, ...verbs, ...shift(old, now, judge) }
  return { ...words, ...verbs, shift: now ? 'added' : 'dropped' }
}

/** Where the words of a side stand: the span, and for kept words the place on the other side. */
interface Place {
  span: number
  other: number | null
}

function* pair(
  old: readonly PhraseSpan[],
  now: readonly PhraseSpan[],
  spans: readonly Span[],
): Generator<[PhraseSpan | undefined, PhraseSpan | undefined]> {
  const oldPlaces = places(spans, 'old')
  const nowPlaces = places(spans, 'new')
  const free = new Set(now)
  const changed = new Map<number, PhraseSpan[]>()
  for (const phrase of old) {
    const inside = within(phrase, oldPlaces)
    const kept = inside.flatMap(({ other }) => other ?? [])
    const match = [...free].find((each) => kept.some((at) => at >= each.start && at < each.end))
    if (match) {
      free.delete(match)
      yield [phrase, match]
    } else if (kept.length === 0) add(changed, inside[0]?.span ?? -1, phrase)
  }
  const came = new Map<number, PhraseSpan[]>()
  for (const phrase of free) {
    const inside = within(phrase, nowPlaces)
    // Words that were kept, and are a verb on one side only, are no change of verb.
    if (inside.every(({ other }) => other === null)) add(came, inside[0]?.span ?? -1, phrase)
  }
  for (const span of new Set([...changed.keys(), ...came.keys()])) {
    const [from, to] = [changed.get(span) ?? [], came.get(span) ?? []]
    for (let at = 0; at < Math.max(from.length, to.length); at++) yield [from[at], to[at]]
  }
}

function places(spans: readonly Span[], side: 'old' | 'new'): { token: Token; place: Place }[] {
  const other = side === 'old' ? 'new' : 'old'
  return spans.flatMap((each, span) =>
    each[side].map((token, index) => ({
      token,
      place: { span, other: each.same ? nth(each[other], index).start : null },
    })),
  )
}

function within(phrase: PhraseSpan, all: readonly { token: Token; place: Place }[]): Place[] {
  return all
    .filter(({ token }) => token.start >= phrase.start && token.start < phrase.end)
    .map(({ place }) => place)
}

function add<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key)
  if (list) list.push(value)
  else map.set(key, [value])
}
