/** References from one paragraph to another of the same text that renumbering has broken. */
import type { Fact } from '../model/change.js'
import { plainText } from '../model/tree/text.js'
import type { Citation } from '../model/tree/types.js'
import type { Unit } from './units.js'

/** What an operative paragraph of the old text is called in the new: null if it is gone, undefined if there was none. */
export type Relabel = (unit: Unit, label: string) => string | null | undefined

/** Read off the slots of a document how paragraphs were relabelled. */
export function relabelling(slots: readonly { old: readonly Unit[]; new: readonly Unit[] }[]): Relabel {
  const labels = new Map<string, string | null>()
  const key = (unit: Unit, label: string) => `${unit.row.resolution ?? ''} ${label}`
  for (const { old, new: now } of slots) {
    for (const unit of old)
      if (unit.role === 'operative') labels.set(key(unit, unit.label), now[0]?.label ?? null)
  }
  return (unit, label) => labels.get(key(unit, label))
}

// "paragraph 4", alone: a target that names a document as well points outside.
const internal = /^paragraph (\d+(?: ?[a-z]+)?)$/u

/**
 * List references that stayed as they were while what they point to got another number.
 *
 * Given a paragraph's texts on both sides. Ensures `should` names the label that
 * the paragraph meant now bears, and is absent if it was deleted.
 */
export function staleReferences(
  oldUnits: readonly Unit[],
  newUnits: readonly Unit[],
  relabel: Relabel,
): Fact[] {
  const before = new Set(oldUnits.flatMap(citations).map(({ target }) => target))
  const [from] = oldUnits
  return newUnits.flatMap(citations).flatMap((citation): Fact[] => {
    const number = internal.exec(citation.target)?.[1]
    if (number === undefined || from === undefined || !before.has(citation.target)) return []
    const label = `OP${number.replace(' ', '')}`
    const now = relabel(from, label)
    if (now === undefined || now === label) return []
    const stale = { kind: 'reference', op: 'stale', text: plainText(citation) } as const
    return [now === null ? stale : { ...stale, should: now }]
  })
}

function citations(unit: Unit): Citation[] {
  const clause = unit.at === null ? undefined : unit.row.clause
  return (clause?.children ?? []).filter(
    (node): node is Citation => node.type === 'citation' && node.kind === 'paragraph',
  )
}
