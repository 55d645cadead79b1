/** Two texts → edits, as readable as they are asked for. */
import type { Edit, EditLevel } from '../model/change.js'
import { compare, toEdits } from './compare.js'
import { simplify } from './simplify.js'

/**
 * Compare two texts word by word.
 *
 * Ensures that joining `equal` and `delete` gives the old text, `equal` and
 * `insert` the new, but for white space at the ends.
 */
export function compareTexts(old: string, now: string, level: EditLevel = 'clause'): Edit[] {
  return toEdits(simplify(compare(old, now), level))
}
