/** What a change of verb does. */
import type { Scale } from '../language/scales.js'
import { compareStrength } from '../language/strength.js'
import type { Grammar } from '../language/types.js'
import type { Shift } from '../model/change.js'
import type { PhraseSpan } from './units.js'

/** What decides between two verbs. */
export interface Judge {
  /** The scale that decides where it ranks both verbs; the orders of the grammars elsewhere, or if null. */
  scale: Scale | null
  /** Tells how strong words of degree are; without it they count alike. */
  grammar: Grammar | null
}

/**
 * Say what replacing one phrase by another does.
 *
 * @example shift(urges, encourages, judge) // {shift: 'weaker'}
 */
export function shift(old: PhraseSpan, now: PhraseSpan, judge: Judge): { shift: Shift; scales?: string[] } {
  const { direction, sources } = compareStrength(old, now, judge)
  if (direction === 'contested') return { shift: direction, scales: [...sources] }
  // Words that a grammar knows nothing of: other words all the same.
  return { shift: direction === 'none' ? 'lateral' : direction }
}
