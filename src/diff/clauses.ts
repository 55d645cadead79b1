/** A paragraph as a sequence of clauses, each with its verb, and the clauses of two texts as pairs. */
import type { Text } from './side.js'
import { isWord, type Token, tokens } from './tokens.js'
import type { PhraseSpan } from './units.js'

/** Words from one verb to the next. */
export interface Clause {
  /** The verb that it opens with; null before the first verb of a text. */
  phrase: PhraseSpan | null
  /** Offsets in the text, end exclusive. */
  start: number
  end: number
  /** Stems of what the verb says, each once, with how much each tells. */
  words: ReadonlyMap<string, number>
}

export interface ClausePair {
  old: Clause | null
  new: Clause | null
}

/** Words of the grammar that hold sentences together (of, the, and) tell little of what a clause is about. */
const lightWord = 0.15
/** Clauses are the same where so much of what the shorter and both together say is shared, each by half. */
const leastShared = 0.3
/** Less will do between two with the same verb. */
const leastSameVerb = 0.15
/** Words in common that make two clauses one, at least: two short ones are alike by chance. */
const leastWeight = 1.5
const sameVerbBonus = 0.15
const bothLeadBonus = 0.1
/** A word that so many clauses of a text have tells none of them from the others. */
const commonest = 8

/** Cut a text at its verbs. */
export function clauses({ value, phrases, stem }: Text, isFrequent: (word: string) => boolean): Clause[] {
  const starts = phrases.map((phrase, index) => (index === 0 ? Math.min(phrase.start, 0) : phrase.start))
  const all = tokens(value).filter(isWord)
  let next = 0
  const cut = (phrase: PhraseSpan | null, start: number, end: number): Clause => {
    const words = new Map<string, number>()
    for (let token = all[next]; token && token.start < end; token = all[++next])
      if (!phrase || token.start >= phrase.end) add(words, token, stem, isFrequent)
    return { phrase, start, end, words }
  }
  if (phrases.length === 0) return value === '' ? [] : [cut(null, 0, value.length)]
  return phrases.map((phrase, index) => cut(phrase, starts[index] ?? 0, starts[index + 1] ?? value.length))
}

function add(
  words: Map<string, number>,
  token: Token,
  stem: (word: string) => string,
  isFrequent: (word: string) => boolean,
): void {
  const word = token.key.toLowerCase()
  words.set(stem(word), isFrequent(word) ? lightWord : 1)
}

/**
 * Pair the clauses of two texts by the words that they keep.
 *
 * Ensures every clause of both is in exactly one pair, in old order with those
 * that only the new text has at the end. The clauses that open the texts
 * answer each other unless one of them goes on elsewhere: then its verb was
 * put before, or fell away.
 *
 * @example
 * Urges States to light lamps → Notes the report, and urges States to light lamps
 * ^ pairs with the second clause; the first one is new
 */
export function pairClauses(old: readonly Clause[], now: readonly Clause[]): ClausePair[] {
  const partner = new Map<number, number>()
  const taken = new Set<number>()
  const keep = (i: number, j: number) => {
    partner.set(i, j)
    taken.add(j)
  }
  const pairs = likely(old, now)
  // A text that opens as the other does was not opened anew, unless two clauses of one verb changed places.
  const opens = old[0]?.phrase && now[0]?.phrase && isSameVerb(old[0].phrase, now[0].phrase)
  if (opens && !areExchanged(pairs)) keep(0, 0)
  for (const { i, j } of pairs) if (!partner.has(i) && !taken.has(j)) keep(i, j)
  // What opens a text answers what opens the other, however little of it is left.
  if (old.length > 0 && now.length > 0 && !partner.has(0) && !taken.has(0)) keep(0, 0)
  const all = old.map((clause, i): ClausePair => {
    const j = partner.get(i)
    return { old: clause, new: j === undefined ? null : (now[j] ?? null) }
  })
  return [...all, ...now.flatMap((clause, j) => (taken.has(j) ? [] : [{ old: null, new: clause }]))]
}

/** The clauses that open the texts are both likelier to go on elsewhere than to answer each other. */
function areExchanged(pairs: readonly Likely[]): boolean {
  const openers = pairs.find(({ i, j }) => i === 0 && j === 0)?.score ?? 0
  const elsewhere = (list: readonly Likely[]) => list.some(({ score }) => score > openers)
  return (
    elsewhere(pairs.filter(({ i, j }) => i === 0 && j > 0)) &&
    elsewhere(pairs.filter(({ i, j }) => i > 0 && j === 0))
  )
}

interface Likely {
  i: number
  j: number
  score: number
}

/** Pairs that may be made, the likeliest first. */
function likely(old: readonly Clause[], now: readonly Clause[]): Likely[] {
  const holders = new Map<string, number[]>()
  now.forEach(({ words }, j) => {
    for (const word of words.keys()) {
      const list = holders.get(word)
      if (list) list.push(j)
      else holders.set(word, [j])
    }
  })
  const weights = now.map(weightOf)
  return old
    .flatMap((clause, i) => {
      const shared = new Map<number, number>()
      for (const [word, weight] of clause.words) {
        const list = holders.get(word) ?? []
        if (list.length > commonest) continue
        for (const j of list) shared.set(j, (shared.get(j) ?? 0) + weight)
      }
      const own = weightOf(clause)
      return [...shared].flatMap(([j, weight]) => {
        const other = now[j]
        if (!other) return []
        const score = scored(clause, other, {
          weight,
          own,
          theirs: weights[j] ?? 0,
          opens: [i === 0, j === 0],
        })
        return score === null ? [] : [{ i, j, score }]
      })
    })
    .sort((a, b) => b.score - a.score || a.i + a.j - b.i - b.j || a.i - b.i)
}

function scored(
  a: Clause,
  b: Clause,
  { weight, own, theirs, opens }: { weight: number; own: number; theirs: number; opens: [boolean, boolean] },
): number | null {
  const least = Math.min(own, theirs)
  const alike = (weight / Math.max(least, 1) + (2 * weight) / Math.max(own + theirs, 1)) / 2
  const sameVerb = a.phrase !== null && b.phrase !== null && isSameVerb(a.phrase, b.phrase)
  // An opening verb lives on as a later one only where it is the same verb.
  if (opens[0] !== opens[1] && !sameVerb) return null
  const asked = sameVerb ? leastSameVerb : leastShared
  if (alike < asked || (weight < leastWeight && weight < 0.8 * least)) return null
  return alike + (sameVerb ? sameVerbBonus : 0) + (opens[0] && opens[1] ? bothLeadBonus : 0)
}

function weightOf({ words }: Clause): number {
  let total = 0
  for (const weight of words.values()) total += weight
  return total
}

/** Two phrases have a verb in common, or may have: a form that renders several is no change from one of them. */
export function isSameVerb(a: PhraseSpan, b: PhraseSpan): boolean {
  const readings = ({ phrase: { verb, alternatives = [] } }: PhraseSpan) =>
    verb === null ? [] : [verb, ...alternatives]
  const others = readings(b)
  return readings(a).some((verb) => others.includes(verb))
}
