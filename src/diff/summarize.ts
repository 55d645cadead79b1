/** Changes → counts. */
import { type Diff, flatten, type Summary } from '../model/change.js'
import { isRoutine } from '../model/routine.js'

/**
 * Count changes by what they are; verbs are counted in sub-paragraphs too.
 *
 * Ensures the six kinds add up to the number of changes.
 */
export function summarize({ front, matter, changes }: Pick<Diff, 'front' | 'matter' | 'changes'>): Summary {
  const summary: Summary = {
    unchanged: 0,
    modified: 0,
    inserted: 0,
    deleted: 0,
    moved: 0,
    split: 0,
    merged: 0,
    renumbered: 0,
    matter: front.length + matter.length,
    routine: [...changes, ...matter, ...front].filter(isRoutine).length,
    verbs: {
      weaker: 0,
      stronger: 0,
      lateral: 0,
      stance: 0,
      enumerator: 0,
      contested: 0,
      added: 0,
      dropped: 0,
      demoted: 0,
      promoted: 0,
    },
  }
  for (const change of changes) {
    summary[change.kind]++
    if (change.moved) summary.moved++
    if (change.renumbered) summary.renumbered++
  }
  for (const { phrases } of flatten(changes)) for (const { shift } of phrases) summary.verbs[shift]++
  return summary
}
