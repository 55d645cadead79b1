/** "Also" and "Further": are they what the paragraph before asks for? */

import type { Grammar } from '../language/types.js'
import type { Fact } from '../model/change.js'
import type { Unit } from './units.js'

/** Tell of a paragraph of a text whether its enumerator, or the want of one, follows from the one before it. */
export type Explains = (unit: Unit) => boolean

interface Opener {
  verb: string | null
  qualifier: string | null
  enumerator: string | null
  addressee: string | null
}

/** The cycle of repeated openers: plain, also, further, and plain again. */
const next: Readonly<Record<string, string | null>> = { '': 'also', also: 'further', further: null }

/**
 * Read off a text which enumerators its order explains.
 *
 * Paragraphs that open with the same verb and complement, and address the same,
 * are told apart by "also", then "further", then nothing; a heading begins anew.
 * To another addressee the verb may be repeated bare.
 *
 * The rules of lint that hold a draft to it are REP-001 to REP-009.
 */
export function enumeration(units: readonly Unit[], grammar: Grammar | null): Explains {
  const expected = new Map<Unit, readonly (string | null)[]>()
  let last: { role: Unit['role']; opener: Opener } | undefined
  for (const unit of units) {
    const opener = openerOf(unit, grammar)
    if (!opener) {
      last = undefined
      continue
    }
    expected.set(unit, last?.role === unit.role ? after(last.opener, opener) : [null])
    last = { role: unit.role, opener }
  }
  return (unit) => expected.get(unit)?.includes(openerOf(unit, grammar)?.enumerator ?? null) ?? false
}

/**
 * List the enumerator that was kept although nothing around it explains it any more.
 *
 * Given a paragraph on both sides, and what the order of each text explains.
 */
export function staleEnumerator(before: Unit, unit: Unit, was: Explains, is: Explains): Fact[] {
  const lead = unit.phrases.find(({ phrase }) => phrase.lead)
  const old = before.phrases.find(({ phrase }) => phrase.lead)
  const { enumerator = null } = lead?.phrase ?? {}
  if (!lead || enumerator === null || enumerator !== old?.phrase.enumerator) return []
  return was(before) && !is(unit) ? [{ kind: 'enumerator', op: 'stale', text: lead.text }] : []
}

function after(before: Opener, opener: Opener): readonly (string | null)[] {
  if (before.verb !== opener.verb || before.qualifier !== opener.qualifier) return [null]
  const due = next[before.enumerator ?? ''] ?? null
  return before.addressee === opener.addressee ? [due] : [null, due]
}

function openerOf(unit: Unit, grammar: Grammar | null): Opener | null {
  const lead = unit.phrases.find(({ phrase }) => phrase.lead)
  if (!lead) return null
  const { verb, qualifier, enumerator } = lead.phrase
  return {
    verb,
    qualifier,
    enumerator,
    addressee: grammar?.addressee(unit.text, lead.end, lead.phrase) ?? null,
  }
}
