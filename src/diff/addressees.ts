/** Whom verbs ask: compared within the clauses that answer each other. */
import { addresseesOf } from '../language/addressees.js'
import type { Fact } from '../model/change.js'
import type { Clause, ClausePair } from './clauses.js'
import type { FactSide } from './side.js'
import { canonical, wordKeys } from './tokens.js'

/**
 * List who is no longer asked, and who is asked now.
 *
 * Told only where both clauses ask someone. A body that is named shorter or
 * longer ("the secretariat of the Convention", "the secretariat") is the same,
 * and one that is named elsewhere in the clause only moved.
 */
export function compareAddressees(pairs: readonly ClausePair[], old: FactSide, now: FactSide): Fact[] {
  return pairs.flatMap((pair): Fact[] => {
    const [before, after] = [asked(pair.old, old), asked(pair.new, now)]
    if (before.length === 0 || after.length === 0) return []
    const gone = before.filter((name) => isUnlike(name, after, textOf(pair.new, now)))
    const come = after.filter((name) => isUnlike(name, before, textOf(pair.old, old)))
    return [...Array(Math.max(gone.length, come.length)).keys()].map((index): Fact => {
      const [left, joined] = [gone[index], come[index]]
      if (left !== undefined && joined !== undefined)
        return { kind: 'addressee', op: 'replace', old: left, new: joined, text: joined }
      return left === undefined
        ? { kind: 'addressee', op: 'insert', text: joined ?? '' }
        : { kind: 'addressee', op: 'delete', text: left }
    })
  })
}

function textOf(clause: Clause | null, { value }: FactSide): string {
  return clause ? value.slice(clause.start, clause.end) : ''
}

/** The names of those whom a clause's verb asks; none where it asks no one, or names a thing. */
function asked(clause: Clause | null, { value, source: { grammar } }: FactSide): string[] {
  const phrase = clause?.phrase
  if (!phrase || !grammar) return []
  return addresseesOf(grammar, value, phrase.end, phrase.phrase)
}

function isUnlike(name: string, others: readonly string[], elsewhere: string): boolean {
  const words = new Set(wordKeys(name))
  if (words.size === 0) return false
  const alike = others.some((other) => {
    const theirs = new Set(wordKeys(other))
    return theirs.size > 0 && (holds(words, theirs) || holds(theirs, words))
  })
  return !alike && !canonical(elsewhere).toLowerCase().includes(canonical(name).toLowerCase())
}

function holds(whole: ReadonlySet<string>, part: ReadonlySet<string>): boolean {
  return [...part].every((word) => whole.has(word))
}
