/** The verbs inside a paragraph: ", and urges", "further requests", "and stressing that". */
import type { PhraseRole } from '../model/tree/types.js'
import { afterSpace, isAmong, wordAt } from './lexicon.js'
import type { Patterns } from './patterns.js'
import type { Phrases } from './phrases.js'
import type { GrammarFile, PhraseMatch } from './types.js'

/** "which, in accordance with its mandate": so many characters may part a pronoun from its verb. */
const longestAside = 64

export class Later {
  readonly #patterns: Patterns
  readonly #phrases: Phrases

  constructor({ later }: GrammarFile, patterns: Patterns, phrases: Phrases) {
    this.#patterns = patterns
    this.#phrases = phrases
    patterns.add('joint', later.joint)
    patterns.add('aside', later.aside)
    patterns.add('relative', later.relative)
    // "which, inter alia, encourages": the pronoun is the verb's subject, past an aside.
    patterns.add('relative aside', `${later.relative}(?:[,،，] [^,،，]{1,30})?$`)
    patterns.add('cue preambular', later.cue.preambular)
    patterns.add('cue operative', later.cue.operative)
    patterns.add('cue noun', later.cue.noun)
  }

  /** @see Grammar.later */
  find(text: string, from: number, role: PhraseRole): PhraseMatch[] {
    const found: PhraseMatch[] = []
    /** Where the clause of the last verb that is the organ's begins. */
    let clause = from
    const relative = this.#lastRelative(text)
    for (const joint of this.#patterns.all('joint', text)) {
      if (joint.index < clause) continue
      const { strong, comma } = joint.groups ?? {}
      const kind = strong !== undefined ? 'strong' : comma !== undefined ? 'comma' : 'weak'
      const after = joint.index + joint[0].length
      const start = after + (this.#patterns.match('aside', text, after)?.[0].length ?? 0)
      const first = text.charCodeAt(start)
      // Later verbs are written small: most joints end here.
      if (first >= 65 && first <= 90) continue
      const phrase = this.#phraseAt(text, start, role, {
        kind,
        inClause: () => relative(joint.index) >= clause,
        to: joint.index,
      })
      if (!phrase) continue
      found.push(phrase)
      clause = phrase.end
    }
    return found
  }

  #phraseAt(
    text: string,
    start: number,
    role: PhraseRole,
    joint: { kind: 'strong' | 'comma' | 'weak'; inClause: () => boolean; to: number },
  ): PhraseMatch | null {
    const reading = this.#phrases.read(text, start, role)
    const verb = reading?.verb
    if (!reading || !verb) return null
    const { at, qualifier, enumerator, intensifier } = reading
    const bare = qualifier === null && enumerator === null
    if (verb.before && intensifier === null && follows(text, at, verb.before)) return null
    if (verb.unless && bare && follows(text, at, verb.unless)) return null
    const alike = role === 'operative' ? verb.noun : verb.gerund
    const cue = alike && role === 'operative' ? 'noun' : role
    const cued = qualifier !== null || this.#patterns.match(`cue ${cue}`, text, at) !== null
    // ", welcomes efforts to": a finite verb that is no noun as well needs no cue behind a comma, outside relative clauses.
    const plain = joint.kind === 'comma' && role === 'operative' && !verb.common && !joint.inClause()
    if (!cued && (alike || (joint.kind !== 'strong' && !plain))) return null
    if (joint.kind === 'weak' && bare && (verb.common || (alike && role === 'preambular'))) return null
    if (joint.kind === 'weak' || verb.common) {
      // The words since the last verb open a clause, whose verbs have a subject of their own.
      if (joint.inClause()) return null
    } else if (
      this.#patterns.first('relative aside', text.slice(Math.max(0, joint.to - longestAside), joint.to))
    ) {
      return null
    }
    return this.#phrases.result(text, reading, role, start, at)
  }

  /** A function that, asked of rising offsets, tells where the last relative before each stands; -1 if nowhere. */
  #lastRelative(text: string): (before: number) => number {
    let found: RegExpExecArray[] | undefined
    let next = 0
    let last = -1
    return (before) => {
      found ??= this.#patterns.all('relative', text)
      for (let one = found[next]; one && one.index < before; one = found[++next]) last = one.index
      return last
    }
  }
}

function follows(text: string, at: number, words: readonly string[]): boolean {
  const next = afterSpace(text, at)
  return next !== null && isAmong(wordAt(text, next) ?? '', words)
}
