/** What an amended draft still says of paragraphs that are elsewhere now. */
import { diff } from '../diff/index.js'
import type { StaleWords } from '../model/amendment.js'
import type { Change } from '../model/change.js'
import type { Root } from '../model/tree/types.js'

/**
 * Find the words of a draft that its amendments have left behind.
 *
 * Given the draft as issued, and the amended one with its words read anew. Gives cross-references to
 * paragraphs that have another number now, or none, and the "Also" and "Further" of paragraphs that follow
 * others now. They are told, not mended.
 *
 * @example staleIn(draft, reread(amended.tree)) // [{label: 'OP7', kind: 'reference', text: 'paragraph 3 above', should: 'OP2'}]
 */
export function staleIn(old: Root, amended: Root): StaleWords[] {
  return diff(old, amended).changes.flatMap(inChange)
}

function inChange({ new: labels, facts, parts = [] }: Change): StaleWords[] {
  const own = facts.flatMap((fact): StaleWords[] => {
    if (fact.op !== 'stale' || (fact.kind !== 'reference' && fact.kind !== 'enumerator')) return []
    const { kind, text, should } = fact
    return [{ label: labels[0] ?? '', kind, text, ...(should === undefined ? {} : { should }) }]
  })
  return [...own, ...parts.flatMap(inChange)]
}
