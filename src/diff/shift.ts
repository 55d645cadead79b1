/** What a change of verb does. */
import type { Shift } from '../change.js'
import type { Phrase } from '../tree/types.js'
import { publishedScales, stanceScales } from './scales.js'

/**
 * Say what replacing one phrase by another does.
 *
 * @example shift(urges, encourages) // {shift: 'weaker'}
 */
export function shift(before: Phrase, after: Phrase): { shift: Shift; scales?: string[] } {
  if (before.verb !== null && before.verb === after.verb) return { shift: sameVerb(before, after) }
  const [from, to] = [before.force, after.force]
  if (from !== null && to !== null && from !== to) {
    const dissent = dissenters(before.verb, after.verb, Math.sign(to - from))
    return dissent.length > 0
      ? { shift: 'contested', scales: dissent }
      : { shift: to < from ? 'weaker' : 'stronger' }
  }
  if (before.stance !== after.stance) return { shift: 'stance' }
  return { shift: byStance(before, after) ?? intensity(before, after) }
}

function sameVerb(before: Phrase, after: Phrase): Shift {
  if (before.stance !== after.stance) return 'stance'
  if (before.force !== null && after.force !== null && before.force !== after.force) {
    return after.force < before.force ? 'weaker' : 'stronger'
  }
  const kept = before.intensifier === after.intensifier && before.qualifier === after.qualifier
  if (kept) return before.enumerator === after.enumerator ? 'lateral' : 'enumerator'
  return intensity(before, after)
}

/** An intensifier or a complement that came makes a phrase stronger, one that went makes it weaker. */
function intensity(before: Phrase, after: Phrase): Shift {
  const change = [
    Number(after.intensifier !== null) - Number(before.intensifier !== null),
    Number(after.qualifier !== null) - Number(before.qualifier !== null),
  ].reduce((total, each) => total + each, 0)
  if (change === 0) return 'lateral'
  return change < 0 ? 'weaker' : 'stronger'
}

function byStance(before: Phrase, after: Phrase): Shift | null {
  const scale = stanceScales[before.stance ?? '']
  const [from, to] = [scale?.[before.verb ?? ''], scale?.[after.verb ?? '']]
  if (from === undefined || to === undefined || from === to) return null
  return to < from ? 'weaker' : 'stronger'
}

/** The published scales on which the change goes the other way. */
function dissenters(before: string | null, after: string | null, direction: number): string[] {
  return publishedScales
    .filter(({ ranks }) => {
      const [from, to] = [ranks[before ?? ''], ranks[after ?? '']]
      return from !== undefined && to !== undefined && Math.sign(to - from) === -direction
    })
    .map(({ id }) => id)
}
