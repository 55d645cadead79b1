/** Whether one opening phrase says more than another, by the orders of `grammars/scales.json`. */
import type { Phrase } from '../model/tree/types.js'
import { contested, type Order, orders, publishedScales, type Scale } from './scales.js'
import type { Grammar } from './types.js'

/** A phrase and its words. */
export interface Said {
  phrase: Phrase
  text: string
}

/**
 * What the new phrase is beside the old one:
 *
 * - `weaker`, `stronger`: one order ranks both; or one asks and the other does not;
 *   or the verb kept its place and lost or gained degree ("deeply"), or what completes it;
 * - `lateral`: of one rank, or nothing tells them apart that an order knows;
 * - `stance`: no order holds both (concern → approval);
 * - `contested`: an order ranks them, and a published scale ranks them the other way; or none is agreed;
 * - `enumerator`: only "also", "further", "once again" came, went or changed;
 * - `none`: the same phrase in all that a grammar knows of it.
 */
export type Direction = 'weaker' | 'stronger' | 'lateral' | 'stance' | 'contested' | 'enumerator' | 'none'

export interface Strength {
  direction: Direction
  /** Id of the order that ranks both; null if none was asked, or none does. */
  order: string | null
  /** Contested: ids of the scales that see it the other way. Weaker, stronger, lateral: what the order rests on. */
  sources: readonly string[]
}

export interface StrengthOptions {
  /** A scale that decides where it ranks both verbs; nothing is contested then. */
  scale?: Scale | null
  /** Grammar of the texts: without it words of degree count alike. */
  grammar?: Grammar | null
}

/** The order of what is asked, and what a verb does that asks or decides. */
const requests = 'requests'
const asking: ReadonlySet<string | undefined> = new Set(['directive', 'constitutive'])

/**
 * Compare two opening or later phrases: is the new one weaker, stronger, or neither?
 *
 * Given phrases of one language. Ensures that exchanging them exchanges `weaker`
 * and `stronger`, and changes nothing else.
 *
 * @example compareStrength(urges, encourages, { grammar }).direction // 'weaker'
 * @example compareStrength(notes, notesWithAppreciation, { grammar }).direction // 'stronger'
 */
export function compareStrength(older: Said, newer: Said, options: StrengthOptions = {}): Strength {
  const { scale = null, grammar = null } = options
  const same = mayBeSame(older.phrase, newer.phrase)
  const chosen = scale && !same ? byScale(older.phrase, newer.phrase, scale) : null
  if (chosen) return chosen
  const places = [placesOf(older.phrase, grammar), placesOf(newer.phrase, grammar)] as const
  const found = shared(places)
  const finer = degrees(older, newer, grammar)
  if (found) {
    const [order, from, to] = found
    const rank = Math.sign((order.ranks[to] ?? 0) - (order.ranks[from] ?? 0))
    if (rank !== 0) return ranked(rank, order, from, to, scale === null)
    if (!same) return { direction: sign(finer, 'lateral'), order: order.id, sources: [order.source] }
  }
  if (same) return { direction: sameVerb(older.phrase, newer.phrase, finer), order: null, sources: [] }
  const asked = Number(isAsking(newer.phrase, grammar)) - Number(isAsking(older.phrase, grammar))
  if (asked !== 0) return { direction: sign(asked, 'lateral'), order: requests, sources: [] }
  const direction =
    older.phrase.stance === newer.phrase.stance ? byForce(older.phrase, newer.phrase, finer) : 'stance'
  return { direction, order: null, sources: [] }
}

function byScale(older: Phrase, newer: Phrase, { id, source, ranks }: Scale): Strength | null {
  const [from, to] = [ranks[older.verb ?? ''], ranks[newer.verb ?? '']]
  if (from === undefined || to === undefined) return null
  return { direction: sign(to - from, 'lateral'), order: id, sources: [source] }
}

/** Two phrases have a verb in common, or may have: a form that renders several is no change from one of them. */
function mayBeSame(older: Phrase, newer: Phrase): boolean {
  const others = readings(newer)
  return readings(older).some((verb) => others.includes(verb))
}

function readings({ verb, alternatives = [] }: Phrase): string[] {
  return verb === null ? [] : [verb, ...alternatives]
}

/**
 * The places that a phrase may have on an order, the one that says most first.
 *
 * A carrier (Expresses, Reiterates) has the place of its object; what completes
 * another verb makes it another place, where an order has it.
 */
function placesOf(phrase: Phrase, grammar: Grammar | null): string[] {
  const { verb, qualifier, stance, force } = phrase
  if (verb === null) return []
  const object = qualifier === null ? null : (grammar?.object(qualifier) ?? null)
  const carries = grammar?.sense(verb)?.effect === 'carrier'
  const carried = object?.verb ?? (carries ? object?.says : undefined)
  const head = carried ?? verb
  const sense = grammar?.sense(head)
  if (sense?.forceToOwn !== undefined && force === sense.forceToOwn) return [`${head}+own`, head]
  if (carried !== undefined) return [carried, `express+${stance}`]
  if (carries) return [`express+${stance}`, verb]
  const completed = object?.says ?? null
  // A form that is one word with what completes it (表示赞赏地注意到) has another stance than its verb.
  const judged = stance !== null && (object !== null || stance !== sense?.stance) ? stance : null
  return [completed, judged].flatMap((word) => (word === null ? [] : [`${verb}+${word}`])).concat(verb)
}

/** The first order that ranks a place of each, and those places. */
function shared(places: readonly [string[], string[]]): [order: Order, from: string, to: string] | null {
  for (const order of orders()) {
    const [from, to] = places.map((each) => each.find((place) => order.ranks[place] !== undefined))
    if (from !== undefined && to !== undefined) return [order, from, to]
  }
  return null
}

function ranked(rank: number, order: Order, from: string, to: string, usual: boolean): Strength {
  const dissent = usual ? dissenters(from, to, rank) : []
  if (dissent.length > 0) return { direction: 'contested', order: order.id, sources: dissent }
  return { direction: sign(rank, 'lateral'), order: order.id, sources: [order.source] }
}

/** The published scales on which the change goes the other way, and what says that none is agreed. */
function dissenters(from: string, to: string, rank: number): string[] {
  const against = publishedScales().filter(({ ranks }) => {
    const [before, after] = [ranks[from], ranks[to]]
    return before !== undefined && after !== undefined && Math.sign(after - before) === -rank
  })
  const open = contested().filter(({ verbs: [one = [], other = []] }) => {
    return (one.includes(from) && other.includes(to)) || (one.includes(to) && other.includes(from))
  })
  return [...against.map(({ id }) => id), ...open.flatMap(({ sources }) => sources)]
}

/** 1 where the new phrase has the stronger word of degree, or what completes the verb where nothing did; -1 the other way. */
function degrees(older: Said, newer: Said, grammar: Grammar | null): number {
  const degree = ({ text, phrase }: Said) =>
    grammar ? grammar.degree(text) : Number(phrase.intensifier !== null)
  // What completes one verb ("with interest") makes it stronger; what another carries ("its request") does not.
  const completed = Number(newer.phrase.qualifier !== null) - Number(older.phrase.qualifier !== null)
  return Math.sign(degree(newer) - degree(older)) || (newer.phrase.verb === older.phrase.verb ? completed : 0)
}

function sameVerb(older: Phrase, newer: Phrase, finer: number): Direction {
  if (older.stance !== newer.stance) return 'stance'
  if (finer !== 0) return sign(finer, 'lateral')
  const force = (newer.force ?? 0) - (older.force ?? 0)
  if (force !== 0) return sign(force, 'lateral')
  if (older.intensifier !== newer.intensifier || older.qualifier !== newer.qualifier) return 'lateral'
  return older.enumerator === newer.enumerator ? 'none' : 'enumerator'
}

/** It asks something of someone or decides, by its verb or by what it carries; what it approves of is neither. */
function isAsking({ verb, force, stance }: Phrase, grammar: Grammar | null): boolean {
  const effect = grammar?.sense(verb)?.effect
  return (force ?? 0) > 0 && stance !== 'approval' && (asking.has(effect) || effect === 'carrier')
}

function byForce(older: Phrase, newer: Phrase, finer: number): Direction {
  if (older.force !== null && newer.force !== null && older.force !== newer.force)
    return sign(newer.force - older.force, 'lateral')
  return sign(finer, 'lateral')
}

function sign(value: number, zero: Direction): Direction {
  return value < 0 ? 'weaker' : value > 0 ? 'stronger' : zero
}
