/** Clauses that left for another paragraph: told as gone there and as come here, from both ends. */
import { type Change, flatten, type PhraseChange, sideText } from '../model/change.js'
import { wordKeys } from './tokens.js'

/** So many of the pairs of words of the shorter text are in the other, at least: single words are alike by chance, and so are short texts. */
const leastShared = 0.6
const leastWords = 6
/** So few will do where they are the same to the word. */
const fewestWords = 3
/** Beyond so many comparisons the links are left out: they say where words went, not that they went. */
const mostComparisons = 100_000

/** A clause or a whole paragraph that only one of the texts has in its place. */
interface Piece {
  change: Change
  /** Absent for a whole paragraph. */
  phrase?: PhraseChange
  label: string
  text: string
  /** Each word with the one behind it. */
  pairs: readonly string[]
}

/**
 * Link what left one paragraph with what came to another.
 *
 * Given changes with the clauses that came and went. Ensures a link has both
 * ends, each piece one at most, the likest first; what a clause took along
 * (its "shall", its hedges) is no longer told as dropped or added.
 */
export function linkRelocated(changes: readonly Change[]): void {
  const [gone, come] = [pieces(changes, 'old'), pieces(changes, 'new')]
  if (gone.length * come.length > mostComparisons) return
  const likely = gone
    .flatMap((from) => come.map((to) => ({ from, to, score: shared(from, to) })))
    .filter(({ score }) => score >= leastShared)
    .sort((a, b) => b.score - a.score)
  const taken = new Set<Piece>()
  for (const { from, to } of likely) {
    if (taken.has(from) || taken.has(to)) continue
    taken.add(from).add(to)
    ;(from.phrase ?? from.change).wentTo = to.label
    ;(to.phrase ?? to.change).cameFrom = from.label
    settle(from, to.text, 'delete')
    settle(to, from.text, 'insert')
  }
}

function pieces(changes: readonly Change[], side: 'old' | 'new'): Piece[] {
  const [kind, shift, op] =
    side === 'old' ? (['deleted', 'dropped', 'delete'] as const) : (['inserted', 'added', 'insert'] as const)
  return flatten(changes).flatMap((change) => {
    const label = change[side][0]
    if (label === undefined) return []
    const piece = (text: string, phrase?: PhraseChange): Piece[] => {
      const words = wordKeys(text)
      const pairs = words.slice(1).map((word, at) => `${words[at]} ${word}`)
      const own = phrase?.paragraph ?? label
      return words.length < fewestWords
        ? []
        : [{ change, label: own, text, pairs, ...(phrase ? { phrase } : {}) }]
    }
    if (change.kind === kind) return piece(sideText(change.edits, op))
    return change.phrases.flatMap((phrase) =>
      phrase.shift === shift && phrase.clause !== undefined ? piece(phrase.clause, phrase) : [],
    )
  })
}

/** Share of the shorter one's pairs of words that the other has; two whole paragraphs were compared before. */
function shared(from: Piece, to: Piece): number {
  if (from.change === to.change || (!from.phrase && !to.phrase)) return 0
  const [short, long] = from.pairs.length < to.pairs.length ? [from.pairs, to.pairs] : [to.pairs, from.pairs]
  const rest = new Map<string, number>()
  for (const pair of long) rest.set(pair, (rest.get(pair) ?? 0) + 1)
  let both = 0
  for (const pair of short) {
    const left = rest.get(pair) ?? 0
    if (left > 0) both++
    rest.set(pair, left - 1)
  }
  const score = both / short.length
  return short.length + 1 >= leastWords || score === 1 ? score : 0
}

/** What is in a clause that only moved neither came nor went. */
function settle({ change, phrase, text }: Piece, elsewhere: string, op: 'delete' | 'insert'): void {
  if (!phrase) return
  change.facts = change.facts.filter(
    (fact) =>
      fact.op !== op ||
      fact.kind === 'footnote' ||
      !(text.includes(fact.text) && elsewhere.includes(fact.text)),
  )
}
