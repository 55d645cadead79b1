/** Opening words that no verb of the language has. */
import { closest, distance } from 'fastest-levenshtein'
import type { Finding } from '../context.js'
import { wordsFinding } from '../context.js'
import type { LintRule } from '../rule.js'

/** A slip of the pen changes one letter of a verb, or exchanges two neighbours; of a long one it may change two. */
function isSlip(word: string, verb: string): boolean {
  const far = distance(word, verb)
  if (far <= 1) return true
  if (far > 2) return false
  if (Math.min(word.length, verb.length) >= longVerb) return true
  const at = [...word].findIndex((letter, index) => letter !== verb[index])
  return (
    word.length === verb.length &&
    word.slice(0, at) + (word[at + 1] ?? '') + (word[at] ?? '') + word.slice(at + 2) === verb
  )
}

const longVerb = 9

export const openers: LintRule[] = [
  {
    id: 'OPN-001',
    severity: 'warning',
    says: 'A paragraph opens with a verb that resolutions use; this one is another by a letter or two.',
    why: 'A verb that nobody knows is mostly a misprint, and its force cannot be compared.',
    source: 'openers of 1,062 published resolutions',
    examples: { bad: '1. *Reqests* a report;', good: '1. *Requests* a report;' },
    check: ({ sentence, drafting }) =>
      sentence.flatMap(({ role, phrase, rows: [row] }): Finding[] => {
        const known = drafting?.openers[role]
        if (!row || !known || known.size === 0 || (phrase && phrase.verb !== null)) return []
        const [word = ''] = /^\p{L}[\p{L}\p{M}’'-]*/u.exec(row.text) ?? []
        // Short words are near to many verbs.
        if (word.length < 5 || known.has(word.toLowerCase())) return []
        const near = closest(word.toLowerCase(), [...known.keys()])
        if (!isSlip(word.toLowerCase(), near)) return []
        return [wordsFinding(row, 0, word.length, known.get(near))]
      }),
  },
]
