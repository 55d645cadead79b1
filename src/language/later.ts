/** The verbs inside a paragraph: ", and urges", "further requests", "and stressing that". */
import type { PhraseRole } from '../model/tree/types.js'
import { afterSpace, isAmong, wordAt } from './lexicon.js'
import type { Patterns } from './patterns.js'
import type { Phrases } from './phrases.js'
import type { GrammarFile } from './records/language.js'
import type { PhraseMatch } from './types.js'

/** "which, in accordance with its mandate": so many characters may part a pronoun from its verb. */
const longestAside = 64

/** What parts a verb from what is before it. */
interface Joint {
  kind: 'strong' | 'comma' | 'weak'
  /** The words since the last verb open a clause; a finite verb goes on past a list ("including …, welcomes"). */
  inClause: (finite: boolean) => boolean
  to: number
  /** The verb is beside a finite one: others than the organ may do what everyone does. */
  beside: boolean
}

export class Later {
  readonly #patterns: Patterns
  readonly #phrases: Phrases
  /** The language sets verbs beside the finite one in another form. */
  readonly #accompanies: boolean

  constructor({ later }: GrammarFile, patterns: Patterns, phrases: Phrases) {
    this.#patterns = patterns
    this.#phrases = phrases
    this.#accompanies = later.accompanying !== undefined
    patterns.add('joint', later.joint)
    patterns.add('aside', later.aside)
    const relative = later.list === undefined ? later.relative : `(?:${later.relative}|${later.list})`
    patterns.add('clause', later.relative)
    patterns.add('relative', relative)
    if (later.accompanying !== undefined) patterns.add('accompanying', later.accompanying)
    // "which, inter alia, encourages": the pronoun is the verb's subject, past an aside.
    patterns.add('relative aside', `${relative}(?:[,،，] [^,،，]{1,30})?$`)
    patterns.add('cue preambular', later.cue.preambular)
    patterns.add('cue operative', later.cue.operative)
    patterns.add('cue noun', later.cue.noun)
  }

  /** @see Grammar.later */
  find(text: string, from: number, role: PhraseRole): PhraseMatch[] {
    const found: PhraseMatch[] = []
    /** Where the clause of the last verb that is the organ's begins. */
    let clause = from
    /** The last verb accompanies another: "while noting that …", and "reaffirming" behind it. */
    let accompanies = false
    const relative = this.#last('relative', text)
    const ofClause = this.#last('clause', text)
    for (const joint of this.#patterns.each('joint', text)) {
      if (joint.index < clause) continue
      const { strong, comma } = joint.groups ?? {}
      const after = joint.index + joint[0].length
      const aside = this.#patterns.match('aside', text, after)?.[0].length ?? 0
      const start = after + aside
      const first = text.charCodeAt(start)
      // Later verbs are written small: most joints end here.
      if (first >= 65 && first <= 90) continue
      // Behind "and therefore" the sentence begins anew.
      const isStrong = strong !== undefined || (aside > 0 && comma === undefined)
      const place: Joint = {
        kind: isStrong ? 'strong' : comma !== undefined ? 'comma' : 'weak',
        inClause: (finite) => (finite ? ofClause : relative)(joint.index) >= clause,
        to: joint.index,
        beside: false,
      }
      const own = this.#phraseAt(text, start, role, place)
      const isBeside = role === 'operative' && (accompanies || this.#isAccompanying(joint[0]))
      const phrase =
        own ?? (isBeside ? this.#phraseAt(text, start, 'preambular', { ...place, beside: true }) : null)
      if (!phrase) continue
      found.push(phrase)
      clause = phrase.end
      accompanies = own === null
    }
    return found
  }

  #phraseAt(text: string, start: number, role: PhraseRole, joint: Joint): PhraseMatch | null {
    const reading = this.#phrases.read(text, start, role)
    const verb = reading?.verb
    if (!reading || !verb) return null
    if (joint.beside && verb.common) return null
    const { at, qualifier, enumerator, intensifier } = reading
    const bare = qualifier === null && enumerator === null
    if (verb.before && intensifier === null && follows(text, at, verb.before)) return null
    if (verb.unless && bare && follows(text, at, verb.unless)) return null
    const alike = role === 'operative' ? verb.noun : verb.gerund
    const cue = alike && role === 'operative' ? 'noun' : role
    const cued = qualifier !== null || this.#patterns.match(`cue ${cue}`, text, at) !== null
    // ", welcomes efforts to": a finite verb that is no noun as well needs no cue behind a comma, outside relative clauses.
    const plain = joint.kind === 'comma' && role === 'operative' && !verb.common && !joint.inClause(!alike)
    if (!cued && (alike || (joint.kind !== 'strong' && !plain))) return null
    if (joint.kind === 'weak' && bare && (verb.common || (alike && role === 'preambular'))) return null
    if (joint.kind === 'weak' || verb.common) {
      // The words since the last verb open a clause, whose verbs have a subject of their own.
      if (joint.inClause(false)) return null
    } else if (
      this.#patterns.first('relative aside', text.slice(Math.max(0, joint.to - longestAside), joint.to))
    ) {
      return null
    }
    return this.#phrases.result(text, reading, role, start, at)
  }

  #isAccompanying(joint: string): boolean {
    return this.#accompanies && this.#patterns.first('accompanying', joint) !== null
  }

  /** A function that, asked of rising offsets, tells where the last match of a pattern before each is; -1 if nowhere. */
  #last(name: string, text: string): (before: number) => number {
    const found = this.#patterns.each(name, text)
    let [last, next] = [-1, -1]
    return (before) => {
      while (next < before) {
        last = next
        next = found.next().value?.index ?? Number.POSITIVE_INFINITY
      }
      return last
    }
  }
}

function follows(text: string, at: number, words: readonly string[]): boolean {
  const next = afterSpace(text, at)
  return next !== null && isAmong(wordAt(text, next) ?? '', words)
}
