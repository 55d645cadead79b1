/** What versions of one text may say in several ways, as data: verbs that do the same, numbers in names. */
import type { Phrase } from '../model/tree/types.js'
import { readVerbFile } from './files.js'

/** What `grammars/concordance.json` holds. */
export interface ConcordanceFile {
  /** Verbs of which each may be opposite each other; in one part of the text, or in both. */
  classes: { id: string; verbs: string[]; why: string; role?: Phrase['role'] }[]
  /** Stances that languages express by verbs of any kind, where none of them asks or decides. */
  stances: { stance: string; why: string }[]
  /** Verbs that have force and stance from their object. */
  carriers: { verbs: string[]; why: string }
  /** What is said again may be opposite these. */
  repeated: { enumerators: string[]; verbs: string[]; why: string }
  /** Verbs that judge only by what completes them: *Notes* and *Notes with concern*. */
  notes: { verbs: string[]; why: string }
  /** Numbers by which a name is known: of each, another may be in another language. */
  names: { id: string; numbers: string[]; why: string }[]
}

interface Concordances {
  /** Verbs that may be opposite a verb, by part of the text and verb. */
  opposite: ReadonlyMap<string, ReadonlySet<string>>
  stances: ReadonlySet<string>
  carriers: ReadonlySet<string>
  repeated: ConcordanceFile['repeated']
  notes: ReadonlySet<string>
  names: readonly (readonly string[])[]
}

let loaded: Concordances | undefined

function data(): Concordances {
  loaded ??= compiled(readVerbFile<ConcordanceFile>('concordance'))
  return loaded
}

function compiled({ classes, stances, carriers, repeated, notes, names }: ConcordanceFile): Concordances {
  const opposite = new Map<string, Set<string>>()
  for (const { verbs, role } of classes) {
    for (const part of role ? [role] : (['preambular', 'operative'] as const)) {
      for (const verb of verbs) {
        const key = `${part} ${verb}`
        const others = opposite.get(key) ?? new Set()
        for (const other of verbs) others.add(other)
        opposite.set(key, others)
      }
    }
  }
  return {
    opposite,
    stances: new Set(stances.map(({ stance }) => stance)),
    carriers: new Set(carriers.verbs),
    repeated,
    notes: new Set(notes.verbs),
    names: names.map(({ numbers }) => numbers),
  }
}

/** List the numbers of each name that is known by several. */
export function numbersInNames(): readonly (readonly string[])[] {
  return data().names
}

/** Two forces that are no further apart may be one noun's in two languages: the Arabic call is an invitation too. */
const sameForce = 1

/**
 * Tell whether two opening phrases may be opposite each other in versions of one text.
 *
 * Ensures true where a verb of one, or one that its form stands for as well, is
 * of one class with a verb of the other; where both say the same stance and
 * none of them asks more than the other; and where a carrier (renews its
 * *request*) has the force of the other's verb. What carriers carry tells more
 * than they do. Null where a verb is unknown, or a carrier carries nothing that
 * the grammar knows.
 */
export function mayCorrespond(left: Phrase, right: Phrase): boolean | null {
  if (left.verb === null || right.verb === null) return null
  const [one, other] = [verbsOf(left), verbsOf(right)]
  const { opposite, stances, carriers } = data()
  const carried = carriers.has(left.verb) || carriers.has(right.verb)
  const [force, against] = [left.force ?? 0, right.force ?? 0]
  const [stance, opposed] = [stanceOf(left), stanceOf(right)]
  if (carried) {
    if (force > 0 && against > 0) return Math.abs(force - against) <= sameForce
    if (force === 0 && against === 0 && stance !== null && stance === opposed) return true
  }
  if (left.verb === right.verb) return true
  const alike = one.some((verb) =>
    other.some((each) => verb === each || opposite.get(`${left.role} ${verb}`)?.has(each)),
  )
  const mere = isMere(left, opposed) || isMere(right, stance)
  if ((alike && !mere) || saidAgain(left, other) || saidAgain(right, one)) return true
  const same = force === against
  if (same && stance !== null && stance === opposed && (carried || stances.has(stance))) return true
  if (same && carried && force !== 0) return true
  const unsaid = (one: Phrase, other: Phrase) => carriesNothing(one) && weighs(other)
  return unsaid(left, right) || unsaid(right, left) ? null : false
}

const judgements: ReadonlySet<string | null> = new Set(['approval', 'disapproval', 'concern'])

/** It only notes what the other judges: a form that may render *Notes with appreciation* renders no *Notes*. */
function isMere(phrase: Phrase, opposed: string | null): boolean {
  const notes = data().notes.has(phrase.verb ?? '')
  return notes && !judgements.has(phrase.stance) && judgements.has(opposed)
}

/** It asks or judges, as the object of a carrier may. */
function weighs({ force, stance }: Phrase): boolean {
  return (force ?? 0) > 0 || judgements.has(stance)
}

function saidAgain({ enumerator }: Phrase, opposed: readonly string[]): boolean {
  const { enumerators, verbs } = data().repeated
  return (
    enumerator !== null && enumerators.includes(enumerator) && opposed.some((verb) => verbs.includes(verb))
  )
}

/** What a phrase evaluates; that of a carrier is its object's. */
function stanceOf({ verb, stance }: Phrase): string | null {
  return stance === 'commitment' && data().carriers.has(verb ?? '') ? null : stance
}

/** A carrier whose object says neither force nor stance. */
function carriesNothing(phrase: Phrase): boolean {
  return data().carriers.has(phrase.verb ?? '') && (phrase.force ?? 0) === 0 && stanceOf(phrase) === null
}

/** The verb of a phrase and those for which its form is as well. */
export function verbsOf({ verb, alternatives = [] }: Phrase): string[] {
  return verb === null ? [] : [verb, ...alternatives]
}
