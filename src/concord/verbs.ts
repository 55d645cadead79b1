/** Whether the verbs that open two paragraphs do the same, whatever the language. */
import { areOneClass } from '../grammar/classes.js'
import type { Phrase } from '../tree/types.js'

/** Compare two opening phrases by the ids that all grammars share; null where either is unknown. */
export function sameVerb(left: Phrase | undefined, right: Phrase | undefined): boolean | null {
  const [one, other] = [verbsOf(left), verbsOf(right)]
  if (one.length === 0 || other.length === 0) return null
  return one.some((verb) => other.some((each) => areOneClass(verb, each)))
}

/** The verb of a phrase and those for which its form stands as well. */
export function verbsOf(phrase: Phrase | undefined): string[] {
  if (!phrase || phrase.verb === null) return []
  return [phrase.verb, ...(phrase.alternatives ?? [])]
}
