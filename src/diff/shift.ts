/** What a change of verb does. */

import { publishedScales, type Scale, stanceRanks } from '../language/scales.js'
import type { Grammar } from '../language/types.js'
import type { Shift } from '../model/change.js'
import type { Phrase } from '../model/tree/types.js'
import type { PhraseSpan } from './units.js'

/** What decides between two verbs. */
export interface Judge {
  /** The scale that decides where it ranks both verbs; the grammar's own force elsewhere, or if null. */
  scale: Scale | null
  /** Tells how strong words of degree are; without it they count alike. */
  grammar: Grammar | null
}

/**
 * Say what replacing one phrase by another does.
 *
 * @example shift(urges, encourages, judge) // {shift: 'weaker'}
 */
export function shift(
  before: PhraseSpan,
  after: PhraseSpan,
  judge: Judge,
): { shift: Shift; scales?: string[] } {
  const [old, now] = [before.phrase, after.phrase]
  if (mayBeSame(old, now)) return { shift: sameVerb(before, after, judge) }
  const direction = force(old, now, judge)
  if (direction !== 0) {
    const dissent = [old, now].every((each) => isUsual(each, judge))
      ? dissenters(old.verb, now.verb, direction)
      : []
    if (dissent.length > 0) return { shift: 'contested', scales: dissent }
    return { shift: direction < 0 ? 'weaker' : 'stronger' }
  }
  if (old.stance !== now.stance) return { shift: 'stance' }
  return { shift: byStance(old, now) ?? intensity(before, after, judge) }
}

/** Two phrases have a verb in common, or may have: a form that renders several is no change from one of them. */
function mayBeSame(old: Phrase, now: Phrase): boolean {
  const others = readings(now)
  return readings(old).some((verb) => others.includes(verb))
}

function readings({ verb, alternatives = [] }: Phrase): string[] {
  return verb === null ? [] : [verb, ...alternatives]
}

/** -1 if the new verb asks for less, 1 if for more, 0 if neither or unknown. */
function force(old: Phrase, now: Phrase, { scale }: Judge): number {
  const ranks = scale?.ranks
  const [from, to] = [ranks?.[old.verb ?? ''], ranks?.[now.verb ?? '']]
  if (from !== undefined && to !== undefined) return Math.sign(to - from)
  return old.force === null || now.force === null ? 0 : Math.sign(now.force - old.force)
}

function sameVerb(before: PhraseSpan, after: PhraseSpan, judge: Judge): Shift {
  const [old, now] = [before.phrase, after.phrase]
  if (old.stance !== now.stance) return 'stance'
  // What is asked of another (the Secretary-General, States) has another force, and the addressee is a fact.
  const kept = old.intensifier === now.intensifier && old.qualifier === now.qualifier
  if (!kept) return intensity(before, after, judge)
  if (old.force !== null && now.force !== null && old.force !== now.force)
    return now.force < old.force ? 'weaker' : 'stronger'
  return old.enumerator === now.enumerator ? 'lateral' : 'enumerator'
}

/** A stronger word of degree, or one where there was none, makes a phrase stronger. */
function intensity(before: PhraseSpan, after: PhraseSpan, { grammar }: Judge): Shift {
  const degree = ({ text, phrase }: PhraseSpan) =>
    grammar ? grammar.degree(text) : Number(phrase.intensifier !== null)
  // What completes one verb ("with interest") makes it stronger; what another carries ("its request") does not.
  const completed = Number(after.phrase.qualifier !== null) - Number(before.phrase.qualifier !== null)
  const change =
    Math.sign(degree(after) - degree(before)) || (after.phrase.verb === before.phrase.verb ? completed : 0)
  if (change === 0) return 'lateral'
  return change < 0 ? 'weaker' : 'stronger'
}

function byStance(before: Phrase, after: Phrase): Shift | null {
  const ranks = stanceRanks(before.stance ?? '')
  const [from, to] = [ranks[before.verb ?? ''], ranks[after.verb ?? '']]
  if (from === undefined || to === undefined || from === to) return null
  return to < from ? 'weaker' : 'stronger'
}

/** The published scales rank what verbs ask of States, and have no say where another scale was chosen. */
function isUsual({ verb, force: own }: Phrase, { grammar, scale }: Judge): boolean {
  return scale === null && (grammar === null || own === grammar.force(verb))
}

/** The published scales on which the change goes the other way. */
function dissenters(before: string | null, after: string | null, direction: number): string[] {
  return publishedScales()
    .filter(({ ranks }) => {
      const [from, to] = [ranks[before ?? ''], ranks[after ?? '']]
      return from !== undefined && to !== undefined && Math.sign(to - from) === -direction
    })
    .map(({ id }) => id)
}
