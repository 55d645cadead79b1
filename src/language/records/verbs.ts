/** Verbs, and the words that are beside them: `verbs.json`, `openings.json`, `later.json`. */
import type { PhraseRole } from '../../model/tree/types.js'
import type { PatternRecord } from './pattern.js'

/** What a verb does, the same in all languages: `grammars/verbs.json`. */
export interface VerbSense {
  /** What saying it does: constitutive, directive, declaratory, emphasis, evaluation, carrier, commissive, … */
  effect: string
  /** Directive force towards the addressee, 0–6; null where it comes from the object. */
  force: number | null
  /** Its force towards what is under the organ's own authority (pattern `ownOffice`), if another. */
  forceToOwn?: number
  /** A directive that names what is wanted and not who is to do it (calls for). */
  impersonal?: boolean
  /** Evaluation the verb expresses: approval, concern, disapproval, commitment, emphasis, neutral, … */
  stance: string | null
  source: string
}

export interface VerbForms {
  /** Participle, adjective or phrase that opens a preambular paragraph: `Urging`. */
  preambular: string[]
  /** Finite verb that opens an operative paragraph: `Urges`. */
  operative: string[]
  /** Plural or base form of declarations ("We urge"): `urge`. */
  base: string[]
}

export interface VerbRecord extends VerbSense {
  /** Shared by all languages: `urge`, `take-note`. */
  id: string
  forms: VerbForms
  /** An adjective or past participle, which a verb of state may introduce: Remains deeply *concerned*. */
  predicate?: boolean
  /** Words of which one must follow, or a comma: without them the form is no opening (Committed *to*). */
  before?: string[]
  /** Words of which none may follow, lest the form be a noun (Demande *de* subvention); one that ends with an apostrophe is elided. */
  unless?: string[]
  /** Operative forms that are nouns as well (requests): inside a paragraph they need a cue. */
  noun?: boolean
  /** Preambular forms that are as often gerunds (supporting): inside a paragraph they need a clause. */
  gerund?: boolean
  /** An everyday verb, whose subject is as often another than the organ (supports): after "and" it is no phrase. */
  common?: boolean
  /** Ids of other verbs that the form may render: *Considérant* is recognize, and may be consider. */
  alternatives?: string[]
  why?: string
  /** Texts that open with the verb, where a form alone does not show it, and texts that do not. */
  examples?: string[]
  counterexamples?: string[]
}

/** A word or phrase that modifies a verb or an obligation: enumerator, intensifier, hedge. */
export interface ModifierRecord {
  id: string
  forms: string[]
  /** What must follow it behind the verb: "further that", but not "further progress". */
  before?: string
  /** Tried where a form is: the form is another word there (May, the month; the need to). It may look behind. */
  except?: string
  /** It may be behind the verb as well, as enumerators may: *Encourage vivement*. */
  follows?: boolean
  /** Words that are the modifier, other than its forms, and words that are not. */
  examples?: string[]
  counterexamples?: string[]
}

/** What may complete a verb inside the opening words: "with concern", "its request". */
export interface ComplementRecord {
  id: string
  /** Begins with what parts it from the verb. Groups: `object` (a key of `objects`), `verb` (a form). */
  pattern: string
  /** Ids of the verbs that take it; all if absent. */
  verbs?: string[]
  /** The part of the text in which it belongs to the opening; both if absent. */
  role?: PhraseRole
  /** Only behind another complement. */
  second?: boolean
  /** It is before the verb, and its pattern ends with what parts it from the verb. */
  leading?: boolean
  why?: string
  /** Opening words that it completes, whole; and texts that do not open with all these words. */
  examples: string[]
  counterexamples: string[]
}

/** What nouns say of the verb that carries them: "its *request*", "with *concern*". */
export interface ObjectRecord {
  /** The verb whose force they have. */
  verb?: string
  stance?: string
  /** Their place on the scales, if it is not that of all nouns of their stance: a verb, or a word that scales use. */
  says?: string
  words: string[]
}

export interface OpenerRules {
  objects: ObjectRecord[]
  complements: ComplementRecord[]
  /** Coordinators between two opening verbs: "Welcomes *and* encourages". */
  coordinator: string
  /** Subjects of a declaration's paragraphs: "We". */
  declarer: string
  /** Words that italics may hold at their end by mistake, and particles that they may leave out. */
  trailing: string[]
  /** What opens a part of the text in words that no list holds. */
  forms: Record<PhraseRole, PatternRecord>
}

export interface LaterRules {
  /** What parts a later verb from what is before it. Groups: `strong` (", and"), `comma`; a bare "and" is neither. */
  joint: string
  /** Adverbials between the joint and the verb: "in this regard". */
  aside: string
  /** Begins a clause whose verbs are not the organ's. */
  relative: string
  /** Begins a list of things or acts: what is spelt as a noun or a gerund in it is not the organ's verb. */
  list?: string
  /** A joint behind which a verb of the operative part is in the form of the preamble: "while noting". */
  accompanying?: string
  /** What follows a verb of either part; `noun`: what follows it and not the noun that is spelt alike. */
  cue: Record<PhraseRole | 'noun', string>
  examples: Record<PhraseRole, string[]>
  counterexamples: Record<PhraseRole, string[]>
}
