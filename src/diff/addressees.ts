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
    let gone = before.filter((name) => !after.some((other) => isSame(name, other)))
    let come = after.filter((name) => !before.some((other) => isSame(name, other)))
    // Where none of them is asked any more, it does not matter that a clause names them as well.
    if (gone.length < before.length || come.length < after.length) {
      gone = gone.filter((name) => !isNamed(name, pair.new, now))
      come = come.filter((name) => !isNamed(name, pair.old, old))
    }
    return [...Array(Math.max(gone.length, come.length)).keys()].map((index): Fact => {
      const [left, joined] = [gone[index]?.text, come[index]?.text]
      if (left !== undefined && joined !== undefined)
        return { kind: 'addressee', op: 'replace', old: left, new: joined, text: joined }
      return left === undefined
        ? { kind: 'addressee', op: 'insert', text: joined ?? '' }
        : { kind: 'addressee', op: 'delete', text: left }
    })
  })
}

interface Name {
  text: string
  /** The stems of its words. */
  words: ReadonlySet<string>
  /** Of these, what tells it from others: not "all", "other", "the", unless it has no other words. */
  own: readonly string[]
}

/** The names of those whom a clause's verb asks; none where it asks no one, or names a thing. */
function asked(clause: Clause | null, { value, source: { grammar } }: FactSide): Name[] {
  const phrase = clause?.phrase
  if (!phrase || !grammar) return []
  return addresseesOf(grammar, value, phrase.end, phrase.phrase).flatMap((text): Name[] => {
    const all = wordKeys(text)
    const rare = all.filter((word) => !grammar.isFrequent(word))
    const own = (rare.length > 0 ? rare : all).map(grammar.stem)
    return own.length === 0 ? [] : [{ text, words: new Set(all.map(grammar.stem)), own }]
  })
}

/** A body that is named shorter or longer. */
function isSame(a: Name, b: Name): boolean {
  return a.own.every((word) => b.words.has(word)) || b.own.every((word) => a.words.has(word))
}

function isNamed({ text }: Name, clause: Clause | null, { value }: FactSide): boolean {
  const elsewhere = clause ? value.slice(clause.start, clause.end) : ''
  return canonical(elsewhere).toLowerCase().includes(canonical(text).toLowerCase())
}
