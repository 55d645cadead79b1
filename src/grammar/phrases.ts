/**
 * The opening words of paragraphs and the verbs inside them.
 *
 * A phrase is modifiers, a verb, and what completes it: `Also strongly
 * condemns`, `Noting with deep concern`, `Reiterates its call upon`, `Alarmed
 * and concerned`. The words are the grammar file's; their order is here.
 */
import type { PhraseRole } from '../tree/types.js'
import { alternatives, literal } from './patterns.js'
import type { GrammarFile, PhraseMatch, VerbRecord } from './types.js'

/** What stands between a verb and its complement in a language written with spaces. */
const gap = '[ \\u00a0]'
const boundary = '(?![\\p{L}\\p{N}]|-\\p{L})'
/** A phrase that two verbs share is not followed further. */
const mostVerbs = 3

interface Form {
  verb: VerbRecord
  text: string
}

/** The forms of a part of the text, and what finds them. */
interface Forms {
  expression: RegExp
  /** The word that parts a form of several words. */
  inner: RegExp
  forms: Map<string, Form>
}

/** What has been read of a phrase so far. */
interface State {
  at: number
  verb: VerbRecord | null
  enumerator: string | null
  intensifier: string | null
  qualifier: string | null
  carried: string | null
}

export class Phrases {
  readonly #file: GrammarFile
  readonly #byId: Map<string, VerbRecord>
  readonly #forms = new Map<PhraseRole, Forms>()
  readonly #expressions = new Map<string, RegExp>()

  constructor(file: GrammarFile) {
    this.#file = file
    this.#byId = new Map(file.verbs.map((verb) => [verb.id, verb]))
  }

  lead(text: string, role: PhraseRole | 'any', emphasis?: number): PhraseMatch | null {
    if (role === 'any') {
      const found = this.lead(text, 'preambular', emphasis) ?? null
      if (found?.known) return found
      const operative = this.lead(text, 'operative', emphasis)
      return operative?.known ? operative : found
    }
    const state = this.#phrase(text, 0, role, true) ?? this.#base(text, role)
    if (state) return this.#result(state, role, this.#byItalics(text, state, emphasis), 0, true)
    return this.#byForm(text, role, emphasis)
  }

  later(text: string, from: number, role: PhraseRole): PhraseMatch[] {
    const found: PhraseMatch[] = []
    const joint = this.#expression(
      'joint',
      (words) =>
        `(?:[,;]${gap}(?:(?:${alternatives(words.later.joints)})${gap})?|${gap}(?:${alternatives(words.later.joints)})${gap})(?:(?:${alternatives(words.later.asides)}),?${gap})?`,
      'gu',
    )
    joint.lastIndex = from
    for (let match = joint.exec(text); match; match = joint.exec(text)) {
      const start = match.index + match[0].length
      // Joints may follow each other (", and, "): try each of them.
      joint.lastIndex = match.index + 1
      if ((found.at(-1)?.end ?? 0) > start) continue
      const state = this.#phrase(text, start, role, false)
      if (!state?.verb || !this.#isVerb(text, start, state, match[0], role)) continue
      found.push(this.#result(state, role, state.at, start, true))
      joint.lastIndex = state.at
    }
    return found
  }

  /** A verb, and no noun or gerund that is spelt like it. */
  #isVerb(text: string, start: number, state: State, joint: string, role: PhraseRole): boolean {
    const { ambiguous, gerunds, verbCues, afterFurther } = this.#file.phrase
    const words = text.slice(start, state.at).split(/\s+/u)
    const next = /^[\s,]*([\p{L}]+)/u.exec(text.slice(state.at, state.at + 40))?.[1] ?? ''
    const cued = verbCues.includes(next) || /^\p{Lu}/u.test(next)
    if (role === 'operative') {
      const isNoun = words.length === 1 && ambiguous.includes(words[0] ?? '')
      return !isNoun || (cued && (/^[,;]/u.test(joint) || !['for', 'on', 'in', 'with'].includes(next)))
    }
    // In a preamble a participle goes on with the paragraph only after a comma, or with a clause of its own.
    const gerund = gerunds.includes(words.at(-1) ?? '') || gerunds.includes(words[0] ?? '')
    if (gerund) return /^[,;]\s\p{L}/u.test(joint) && afterFurther.includes(next) && joint.trim().length > 1
    return /^[,;]/u.test(joint) || cued || state.qualifier !== null
  }

  /** Read a phrase at `at`; null unless a known verb stands there. */
  #phrase(text: string, at: number, role: PhraseRole, opens: boolean): State | null {
    const state: State = {
      at,
      verb: null,
      enumerator: null,
      intensifier: null,
      qualifier: null,
      carried: null,
    }
    this.#modifiers(text, state, opens)
    const verb = this.#verb(text, state.at, role, opens && state.at === at)
    if (!verb) return null
    state.verb = verb.form.verb
    state.enumerator ??= verb.enumerator
    state.at = verb.end
    this.#completed(text, state, role)
    for (let verbs = 1; verbs < mostVerbs && this.#coordinated(text, state, role); verbs++);
    return state
  }

  /** Enumerators and intensifiers before the verb; the first may be capitalised. */
  #modifiers(text: string, state: State, opens: boolean): void {
    const { enumerators, intensifiers } = this.#file
    const expression = this.#expression(
      'modifier',
      () =>
        `(?<enumerator>${alternatives(enumerators.flatMap((one) => one.forms))})(?=${gap})|(?<intensifier>${alternatives(intensifiers.flatMap((one) => one.forms))})(?=${gap})`,
      'iuy',
    )
    for (;;) {
      expression.lastIndex = state.at
      const match = expression.exec(text)
      if (!match) return
      if (opens && state.at === 0 && /^\p{Ll}/u.test(match[0])) return
      const word = match[0].toLowerCase()
      if (match.groups?.enumerator) state.enumerator ??= word
      else state.intensifier ??= word
      state.at += match[0].length + 1
    }
  }

  /** A verb form at `at`, its words parted by a modifier if need be ("Calls once again upon"). */
  #verb(
    text: string,
    at: number,
    role: PhraseRole,
    capital: boolean,
  ): { form: Form; end: number; enumerator: string | null } | null {
    const { expression, inner, forms } = this.#formsOf(role)
    expression.lastIndex = at
    const match = expression.exec(text)
    if (!match) return null
    if (capital !== /^\p{Lu}/u.test(match[0]) && /^[\p{Lu}\p{Ll}]/u.test(match[0])) return null
    const words = match[0].replace(/\s+/gu, ' ')
    // "Calls once again upon": what parts the form is no word of it.
    const parted = forms.has(words.toLowerCase()) ? null : inner.exec(words)
    const form = forms.get((parted ? words.replace(parted[1] ?? '', '') : words).toLowerCase())
    const enumerator = parted?.[1]?.trim().toLowerCase() ?? null
    return form ? { form, end: at + match[0].length, enumerator } : null
  }

  #formsOf(role: PhraseRole): Forms {
    const known = this.#forms.get(role)
    if (known) return known
    const forms = new Map<string, Form>()
    for (const verb of this.#file.verbs)
      for (const text of verb.forms[role]) forms.set(text.toLowerCase(), { verb, text })
    const between = `(?:${gap}(?:${alternatives(this.#file.enumerators.flatMap((one) => one.forms))}))`
    const sources = [...forms.values()]
      .map(({ text }) => text)
      .sort((a, b) => b.length - a.length)
      .map((text) => text.split(' ').map(literal))
      .map(([first = '', ...rest]) =>
        rest.length > 0 ? `${first}${between}?${gap}${rest.join(gap)}` : first,
      )
    const made = {
      expression: new RegExp(`(?:${sources.join('|')})${boundary}`, 'iuy'),
      inner: new RegExp(`^\\S+(${between})${gap}`, 'iu'),
      forms,
    }
    this.#forms.set(role, made)
    return made
  }

  /** What completes the verb: enumerator, "with concern", "its request", "it necessary", "to encourage". */
  #completed(text: string, state: State, role: PhraseRole): void {
    const verb = state.verb
    if (!verb) return
    for (;;) {
      const before = state.at
      if (!state.qualifier) this.#qualified(text, state, verb, role)
      this.#enumerated(text, state)
      if (state.at === before) return
    }
  }

  #qualified(text: string, state: State, verb: VerbRecord, role: PhraseRole): void {
    const { phrase } = this.#file
    const degree = `(?:(?:${alternatives(phrase.degrees)})${gap}(?:(?:${alternatives(phrase.and)})${gap})?){0,3}`
    const nouns = alternatives(phrase.nouns)
    const feeling = `${gap}with${gap}${degree}(?:${alternatives(phrase.feelings)})(?:${gap}(?:${alternatives(phrase.and)})${gap}${degree}(?:${alternatives(phrase.feelings)}))?`
    const more = `(?:${gap}(?:${alternatives(phrase.and)})${gap}${degree}(?:${nouns}))?`
    const called = `(?:(?<=${gap}(?:${alternatives(phrase.calls)}))${gap}(?:${alternatives(phrase.particles)}))?`
    const take = (key: string, source: () => string): string | null => {
      const expression = this.#expression(key, () => `${source()}${boundary}`, 'uy')
      expression.lastIndex = state.at
      const match = expression.exec(text)
      if (!match) return null
      state.at += match[0].length
      state.qualifier = match[0].trim()
      return match[0]
    }
    if (take('feeling', () => feeling)) return
    if (take('manner', () => `${gap}(?:${alternatives(phrase.manners)})`)) return
    if (verb.carrier) {
      const carried =
        take('its', () => `${gap}its${gap}${degree}(?:${nouns})${called}${more}`) ??
        (verb.bare
          ? take(
              'bare',
              () =>
                `${gap}(?:(?:${alternatives(phrase.carrierPlain)})${gap})?${degree}(?:${nouns})${called}${more}`,
            )
          : null)
      if (!carried) return
      state.carried = this.#noun(carried)
      if (take('manner', () => `${gap}(?:${alternatives(phrase.manners)})`))
        state.qualifier = `${carried.trim()} ${state.qualifier}`
      return
    }
    if (verb.state) {
      const predicate = this.#phrase(text, state.at + 1, 'preambular', false)
      if (predicate?.verb?.predicate) {
        state.qualifier = text.slice(state.at + 1, predicate.at)
        state.at = predicate.at
        state.verb = predicate.verb
      }
      return
    }
    if (verb.infinitive) {
      const base = alternatives(this.#file.verbs.flatMap((one) => one.forms.base ?? []))
      take('infinitive', () => `${gap}to${gap}(?:${base})`)
      return
    }
    take('adjective', () => `${gap}it${gap}(?:${alternatives(phrase.adjectives)})`)
    if (role === 'preambular' && phrase.placed.includes(verb.id))
      take('place', () => `${gap}(?:${alternatives(phrase.places)})`)
  }

  #noun(carried: string): string | null {
    const words = carried.trim().split(/\s+/u)
    return words.map((word) => this.#file.phrase.nounVerbs[word]).find((id) => id !== undefined) ?? null
  }

  #enumerated(text: string, state: State): void {
    const expression = this.#expression(
      'after',
      () => `${gap}(?<word>${alternatives(this.#file.enumerators.flatMap((one) => one.forms))})${boundary}`,
      'uy',
    )
    expression.lastIndex = state.at
    const match = expression.exec(text)
    const word = match?.groups?.word
    if (!match || !word || state.enumerator === word) return
    // "Noting further that" counts, "Noting further progress" does not.
    if (word === this.#adjectival) {
      const next = /^[\s,]*([\p{L}\p{N}]+)?/u.exec(text.slice(state.at + match[0].length))?.[1] ?? ''
      const stops = /^[,:]/u.test(text.slice(state.at + match[0].length))
      if (
        !stops &&
        next !== '' &&
        !this.#file.phrase.afterFurther.includes(next) &&
        !/^[\p{Lu}\d]/u.test(next)
      )
        return
    }
    state.enumerator ??= word
    state.at += match[0].length
  }

  /** The enumerator that is an adjective as well. */
  get #adjectival(): string {
    return this.#file.enumerators.find((one) => one.adjective)?.id ?? ''
  }

  /** A second verb that shares the object: "Alarmed and concerned", "Condemning, and expressing deep concern". */
  #coordinated(text: string, state: State, role: PhraseRole): boolean {
    const joint = this.#expression('and', (words) => `,?${gap}(?:${alternatives(words.and)})${gap}`, 'uy')
    joint.lastIndex = state.at
    const match = joint.exec(text)
    if (!match) return false
    const next: State = { ...state, at: state.at + match[0].length, verb: null, qualifier: null }
    this.#modifiers(text, next, false)
    const verb = this.#verb(text, next.at, role, false)
    if (!verb) return false
    next.at = verb.end
    next.verb = verb.form.verb
    this.#completed(text, next, role)
    state.at = next.at
    state.qualifier ??= next.qualifier
    return true
  }

  /** Declarations: "We reaffirm", or the base form alone. */
  #base(text: string, role: PhraseRole): State | null {
    if (role !== 'operative') return null
    const forms = new Map<string, VerbRecord>()
    const expression = this.#expression(
      'base',
      (words) => {
        const base = alternatives(this.#file.verbs.flatMap((verb) => verb.forms.base ?? []))
        return `(?:(?:${alternatives(words.declarers)})${gap}(?:(?:${alternatives(this.#file.enumerators.flatMap((one) => one.forms))})${gap})?)?(?<verb>${base})(?=${gap})`
      },
      'iuy',
    )
    expression.lastIndex = 0
    const match = expression.exec(text)
    if (!match?.groups?.verb || !/^\p{Lu}/u.test(match[0])) return null
    for (const verb of this.#file.verbs) for (const base of verb.forms.base ?? []) forms.set(base, verb)
    const verb = forms.get(match.groups.verb.toLowerCase())
    if (!verb) return null
    const state: State = {
      at: match[0].length,
      verb,
      enumerator: null,
      intensifier: null,
      qualifier: null,
      carried: null,
    }
    this.#completed(text, state, role)
    return state
  }

  /** An opener that no list knows, by its form: participle, adjective, third person. */
  #byForm(text: string, role: PhraseRole, emphasis: number | undefined): PhraseMatch | null {
    const state: State = {
      at: 0,
      verb: null,
      enumerator: null,
      intensifier: null,
      qualifier: null,
      carried: null,
    }
    this.#modifiers(text, state, true)
    const expression = this.#expression(
      `form ${role}`,
      () => this.#file.openerForms[role].pattern,
      state.at > 0 ? 'iuy' : 'uy',
    )
    expression.lastIndex = state.at
    const match = expression.exec(text)
    if (!match || match[0] === '') return null
    state.at += match[0].length
    this.#enumerated(text, state)
    return this.#result(state, role, this.#byItalics(text, state, emphasis), 0, false)
  }

  /** Where the phrase ends by the italics of the source, which are the editor's own word. */
  #byItalics(text: string, state: State, emphasis: number | undefined): number {
    if (emphasis === undefined) return state.at
    const { trailing } = this.#file.phrase
    let italics = text.slice(0, emphasis).replace(/[\s,:;]+$/u, '')
    // A verb that cannot stand alone keeps its noun: OCR sees only half of the italics.
    if (italics.length < state.at)
      return state.verb?.bare || /\s/u.test(text[italics.length] ?? ' ') === false
        ? state.at
        : this.#least(text, italics.length, state)
    for (;;) {
      const shorter = italics.replace(new RegExp(`\\s(?:${alternatives(trailing)})$`, 'u'), '')
      if (shorter === italics || shorter.length < state.at) break
      italics = shorter
    }
    return Math.max(state.at, italics.length)
  }

  /** Italics may stop before an object, but not within the verb ("Takes" of "Takes note"). */
  #least(text: string, italics: number, state: State): number {
    const first = text.slice(0, italics).toLowerCase()
    const forms = state.verb ? [...state.verb.forms.preambular, ...state.verb.forms.operative] : []
    const whole = forms.some(
      (form) => first.endsWith(form.toLowerCase()) || first.includes(`${form.toLowerCase()} `),
    )
    return whole || state.verb === null ? italics : state.at
  }

  #result(state: State, role: PhraseRole, end: number, start: number, known: boolean): PhraseMatch {
    const { verb } = state
    const source = (verb?.force ?? null) === null && state.carried ? this.#byId.get(state.carried) : undefined
    return {
      start,
      end,
      role,
      verb: verb?.id ?? null,
      enumerator: state.enumerator,
      intensifier: state.intensifier,
      qualifier: state.qualifier,
      force: verb?.force ?? source?.force ?? null,
      stance: verb?.stance ?? source?.stance ?? null,
      known,
    }
  }

  #expression(key: string, source: (words: GrammarFile['phrase']) => string, flags: string): RegExp {
    const full = `${key} ${flags}`
    let found = this.#expressions.get(full)
    if (!found) {
      found = new RegExp(source(this.#file.phrase), flags)
      this.#expressions.set(full, found)
    }
    return found
  }
}
