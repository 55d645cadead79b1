/**
 * The opening words of paragraphs.
 *
 * A phrase is modifiers, a verb, and what completes it: `Also strongly
 * condemns`, `Noting with deep concern`, `Reiterates its call upon`, `Alarmed
 * and concerned`. All words and all that completes them are the grammar file's.
 */
import type { PhraseRole } from '../model/tree/types.js'
import { byItalics } from './italics.js'
import { afterSpace, fold, isAmong, Lexicon, wordAt } from './lexicon.js'
import { type Modified, Modifiers } from './modifiers.js'
import type { Patterns } from './patterns.js'
import type { GrammarFile } from './records/language.js'
import type { ComplementRecord, ObjectRecord, VerbRecord } from './records/verbs.js'
import type { PhraseMatch } from './types.js'

/** A phrase that many verbs share is not followed further. */
const mostVerbs = 3
/** No more than four modifiers and complements were seen before a verb. */
const mostBefore = 6

/** Characters of what completes a verb: many times the longest in use. */
const longestQualifier = 200

/** A pattern that begins with a space and a word that is written in one way, and nothing that makes them optional. */
const firstWord = /^ (\p{Ll}+) /u

/** What has been read of a phrase so far. */
interface Reading extends Modified {
  /** Where its first verb begins. */
  verbAt: number
  /** Where the forms of its last verb end, without what completes it. */
  verbEnd: number
  verb: VerbRecord | null
  /** The verb whose force a noun lends it: "its request". */
  carried: VerbRecord | null
  qualifier: string | null
  force: number | null
  stance: string | null
}

const nothing = (at: number): Reading => ({
  verbAt: at,
  verbEnd: at,
  at,
  verb: null,
  carried: null,
  enumerator: null,
  intensifier: null,
  qualifier: null,
  force: null,
  stance: null,
})

export class Phrases {
  readonly #file: GrammarFile
  readonly #patterns: Patterns
  readonly #byId: Map<string, VerbRecord>
  /** Openings are capitalised in this language. */
  readonly capitals: boolean
  readonly #objects: ReadonlyMap<string, ObjectRecord>
  readonly #trailing: readonly string[]
  #nouns: Lexicon<ObjectRecord> | undefined
  readonly #modifiers: Modifiers
  /** The words that complements begin with: most verbs are followed by none of them. */
  readonly #openings = new Map<string, string>()
  readonly #verbs = new Map<string, Lexicon<VerbRecord>>()
  /** Complements behind the verb, and before it. */
  readonly #complements: readonly ComplementRecord[]
  readonly #leadings: readonly ComplementRecord[]

  constructor(file: GrammarFile, patterns: Patterns) {
    this.#file = file
    this.#patterns = patterns
    this.#byId = new Map(file.verbs.map((verb) => [verb.id, verb]))
    this.#complements = file.openers.complements.filter(({ leading }) => !leading)
    this.#leadings = file.openers.complements.filter(({ leading }) => leading)
    this.#objects = new Map(
      file.openers.objects.flatMap((record) => record.words.map((noun) => [fold(noun), record] as const)),
    )
    this.#trailing = file.openers.trailing.map(fold)
    this.capitals = /^\p{Lu}/u.test(file.verbs[0]?.forms.operative[0] ?? '')
    const forms = (pick: (verb: VerbRecord) => readonly string[]) => () => file.verbs.flatMap(pick)
    patterns.list(
      'base',
      forms(({ forms: { base } }) => base),
    )
    patterns.list(
      'predicate',
      forms(({ predicate, forms: { preambular } }) =>
        predicate ? preambular.map((form) => form.toLowerCase()) : [],
      ),
    )
    this.#modifiers = new Modifiers(file, patterns)
    const wordEnd = file.spaced ? '(?![\\p{L}\\p{N}])' : ''
    for (const { id, pattern, leading } of file.openers.complements) {
      patterns.add(`complement ${id}`, leading ? pattern : `${pattern}${wordEnd}`)
      const word = firstWord.exec(pattern)?.[1]
      if (word) this.#openings.set(id, word)
    }
    patterns.add('coordinator', file.openers.coordinator)
    patterns.add('declarer', file.openers.declarer)
    for (const form of Object.values(file.openers.forms)) patterns.add(form.id, form.pattern)
  }

  /** @see Grammar.lead */
  lead(text: string, role: PhraseRole | 'any', emphasis?: number): PhraseMatch | null {
    if (role === 'any') {
      const found = this.lead(text, 'preambular', emphasis)
      return found ?? this.lead(text, 'operative', emphasis)
    }
    if (this.capitals && !/^\p{Lu}/u.test(text)) return null
    const other = role === 'operative' ? 'preambular' : 'operative'
    return (
      this.#known(text, role, emphasis) ??
      // Texts that are drafted in haste open paragraphs in the manner of the other part.
      this.#known(text, other, emphasis) ??
      this.#fronted(text, role) ??
      this.#fronted(text, other) ??
      this.#byForm(text, role, emphasis)
    )
  }

  /** "In this context, encourages": the verb behind what an editor put first, if what follows is a verb's. */
  #fronted(text: string, role: PhraseRole): PhraseMatch | null {
    const front = this.#patterns.has('fronted') ? this.#patterns.match('fronted', text, 0) : null
    const start = front?.[0].length ?? 0
    if (start === 0 || /^\p{Lu}/u.test(text.slice(start, start + 1))) return null
    const reading = this.read(text, start, role)
    const verb = reading?.verb
    if (!reading || !verb) return null
    const alike = role === 'operative' ? verb.noun : verb.gerund
    const cue = alike && role === 'operative' ? 'noun' : role
    const cued = reading.qualifier !== null || this.#patterns.match(`cue ${cue}`, text, reading.at) !== null
    return cued || !alike ? this.result(text, reading, role, start, reading.at) : null
  }

  #known(text: string, role: PhraseRole, emphasis: number | undefined): PhraseMatch | null {
    const reading = this.read(text, 0, role) ?? this.#declaration(text, role)
    if (!reading || (emphasis === undefined && !this.#goesOn(text, reading))) return null
    return this.result(text, reading, role, 0, this.#end(text, reading, emphasis))
  }

  /** Read a phrase at an offset; null unless a known verb is there. */
  read(text: string, at: number, role: PhraseRole): Reading | null {
    const reading = nothing(at)
    if (!this.#verb(text, reading, role)) return null
    for (let verbs = 1; verbs < mostVerbs && this.#coordinated(text, reading, role); verbs++);
    return reading
  }

  result(text: string, reading: Reading, role: PhraseRole, start: number, end: number): PhraseMatch {
    const { verb, carried, enumerator, intensifier, qualifier, stance } = reading
    const toOwn = (carried ?? verb)?.forceToOwn
    const own = toOwn !== undefined && this.#patterns.match('ownOffice', text, end) !== null
    const force = own ? toOwn : reading.force
    return {
      start,
      end,
      role,
      verb: verb?.id ?? null,
      ...(verb?.alternatives && { alternatives: verb.alternatives }),
      enumerator,
      intensifier,
      qualifier,
      force,
      stance,
      known: verb !== null,
    }
  }

  /** The end of the opening, by the italics of the source where it shows some. */
  #end(text: string, reading: Reading, emphasis: number | undefined): number {
    if (emphasis === undefined) return reading.at
    // Italics that cut "Expressing" from "serious concern" leave a verb that says nothing.
    const { verb, qualifier, at } = reading
    const empty = verb?.effect === 'carrier' && verb.stance === null && qualifier !== null
    return byItalics(text, emphasis, empty ? { at, verbEnd: at } : reading, this.#trailing)
  }

  /** What is before a verb at the reading's end, the verb, and what completes it. */
  #verb(text: string, reading: Reading, role: PhraseRole): boolean {
    const found = this.#find(text, reading, role)
    if (!found) return false
    const { value: verb, end } = found
    if (!reading.verb) reading.verbAt = reading.at
    reading.verb ??= verb
    reading.verbEnd = end
    reading.at = end
    reading.force = stronger(reading.force, verb.force)
    reading.stance ??= verb.stance
    this.#complete(text, reading, verb, role)
    return true
  }

  /** The verb, past what is before it; a form that begins with a modifier is the verb of all its words. */
  #find(
    text: string,
    reading: Reading,
    role: PhraseRole,
    left = mostBefore,
  ): { value: VerbRecord; end: number } | null {
    const found = this.#lexicon(role).find(text, reading.at, (at) => this.#modifiers.pass(text, at, reading))
    const before = { ...reading }
    if (left > 0 && this.#leading(text, reading, role) && reading.at > (found?.end ?? 0)) {
      const verb = this.#find(text, reading, role, left - 1)
      if (verb) return verb
    }
    Object.assign(reading, before)
    if (found || left === 0 || !this.#modifiers.takeOne(text, reading)) return found
    return this.#find(text, reading, role, left - 1)
  }

  #lexicon(role: PhraseRole | 'base'): Lexicon<VerbRecord> {
    let lexicon = this.#verbs.get(role)
    if (!lexicon) {
      lexicon = new Lexicon(this.#file.spaced)
      for (const verb of this.#file.verbs) for (const form of verb.forms[role]) lexicon.add(form, verb)
      this.#verbs.set(role, lexicon)
    }
    return lexicon
  }

  /** A complement that is before its verb. */
  #leading(text: string, reading: Reading, role: PhraseRole): boolean {
    for (const { id, role: part } of this.#leadings) {
      if (part && part !== role) continue
      const match = this.#patterns.match(`complement ${id}`, text, reading.at)
      if (!match || match[0] === '') continue
      this.#note(reading, match)
      return true
    }
    return false
  }

  /** What completes the verb, in any order, each once: "also", "with concern", "its request", "to encourage". */
  #complete(text: string, reading: Reading, verb: VerbRecord, role: PhraseRole): void {
    const taken = new Set<string>()
    for (;;) {
      const complement = this.#complements.find(
        (one) => !taken.has(one.id) && this.#completes(text, reading, one, verb, role, taken.size > 0),
      )
      if (complement) taken.add(complement.id)
      else if (!this.#modifiers.takeBehind(text, reading)) return
    }
  }

  #completes(
    text: string,
    reading: Reading,
    { id, verbs, role: part, second }: ComplementRecord,
    verb: VerbRecord,
    role: PhraseRole,
    follows: boolean,
  ): boolean {
    if (second && !follows) return false
    const opening = this.#openings.get(id)
    if (opening && !text.startsWith(opening, reading.at + 1)) return false
    if ((verbs && !verbs.includes(verb.id)) || (part && part !== role && !second)) return false
    const match = this.#patterns.match(`complement ${id}`, text, reading.at)
    if (!match || match[0] === '') return false
    this.#note(reading, match)
    const form = match.groups?.verb
    const inner = form
      ? (this.#lexicon('base').find(form, 0) ?? this.#lexicon('preambular').find(form, 0))
      : null
    if (inner) {
      reading.verb = inner.value
      reading.force = stronger(reading.force, inner.value.force)
      reading.stance = inner.value.stance ?? reading.stance
    }
    return true
  }

  /** Take a complement's words into the reading. */
  #note(reading: Reading, match: RegExpExecArray): void {
    reading.at += match[0].length
    const words = match[0].trim().replace(/\s+/gu, ' ')
    reading.qualifier = reading.qualifier === null ? words : `${reading.qualifier} ${words}`
    const { object, object2 = object } = match.groups ?? {}
    if (object2) this.#carry(reading, object2)
  }

  /** The first noun in what completes a verb; of two that begin at one place the longer. */
  object(words: string): ObjectRecord | null {
    if (!this.#nouns) {
      this.#nouns = new Lexicon(this.#file.spaced)
      for (const [noun, record] of this.#objects) this.#nouns.add(noun, record)
    }
    let inWord = false
    for (let at = 0; at < Math.min(words.length, longestQualifier); at++) {
      const letter = /[\p{L}\p{M}]/u.test(words.charAt(at))
      const found = letter && !(inWord && this.#file.spaced) ? this.#nouns.find(words, at) : null
      if (found) return found.value
      inWord = letter
    }
    return null
  }

  /** A noun gives the verb that carries it its force and its stance. */
  #carry(reading: Reading, object: string): void {
    const record = this.#objects.get(fold(object))
    const source = record?.verb === undefined ? undefined : this.#byId.get(record.verb)
    reading.carried = source ?? null
    // A feeling asks nothing of anyone.
    reading.force = stronger(reading.force, source?.force ?? 0)
    if (record) reading.stance = record.stance ?? source?.stance ?? null
  }

  /** A second verb that shares the object: "Alarmed and concerned", "Deplores and strongly condemns". */
  #coordinated(text: string, reading: Reading, role: PhraseRole): boolean {
    const match = this.#patterns.match('coordinator', text, reading.at)
    // A comma parts verbs that share an object, not one with an object of its own.
    if (!match || (reading.qualifier !== null && !/^\s/u.test(match[0]))) return false
    const next: Reading = { ...reading, at: reading.at + match[0].length, qualifier: null }
    const first = this.#modifiers.pass(text, next.at, { ...next })
    if (/^\p{Lu}/u.test(text.slice(first, first + 1)) || !this.#verb(text, next, role)) return false
    Object.assign(reading, next, { qualifier: reading.qualifier ?? next.qualifier })
    return true
  }

  /** A form that needs a certain word after it has it, or the text ends or pauses there. */
  #goesOn(text: string, { verb, verbEnd, at, qualifier, intensifier }: Reading): boolean {
    // "Notes" by itself is a heading.
    if (verb?.noun && at === text.trimEnd().length) return false
    if (!verb || qualifier !== null || intensifier !== null) return true
    const next = afterSpace(text, at)
    const word = next === null ? null : wordAt(text, next)
    if (word === null) return true
    if (verb.unless && isAmong(word, verb.unless)) return false
    return !verb.before || at === text.length || verbEnd === text.length || isAmong(word, verb.before)
  }

  /** Declarations: "We reaffirm", or the base form alone before what only a verb has after it. */
  #declaration(text: string, role: PhraseRole): Reading | null {
    if (role !== 'operative') return null
    const declarer = this.#patterns.match('declarer', text, 0)
    const reading = nothing(declarer?.[0].length ?? 0)
    this.#modifiers.take(text, reading)
    const found = this.#lexicon('base').find(text, reading.at)
    if (!found) return null
    if (!declarer && !this.#patterns.match('cue operative', text, found.end)) return null
    const { value: verb, end } = found
    Object.assign(reading, {
      verb,
      verbAt: reading.at,
      verbEnd: end,
      at: end,
      force: verb.force,
      stance: verb.stance,
    })
    this.#complete(text, reading, verb, role)
    return reading
  }

  /** An opener that no list knows, by its form: participle, adjective, third person. */
  #byForm(text: string, role: PhraseRole, emphasis: number | undefined): PhraseMatch | null {
    const reading = nothing(0)
    this.#modifiers.take(text, reading)
    const match = this.#patterns.match(
      this.#file.openers.forms[role].id,
      text,
      reading.at,
      reading.at > 0 ? 'i' : '',
    )
    if (!match || match[0] === '') return null
    reading.at += match[0].length
    reading.verbEnd = reading.at
    while (this.#modifiers.takeBehind(text, reading));
    return this.result(text, reading, role, 0, this.#end(text, reading, emphasis))
  }
}

function stronger(one: number | null, other: number | null): number | null {
  return one === null ? other : other === null ? one : Math.max(one, other)
}
