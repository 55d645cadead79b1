/** References from one paragraph to another of the same text that renumbering has broken. */
import { paragraphTarget } from '../language/targets.js'
import type { Grammar } from '../language/types.js'
import type { Fact } from '../model/change.js'
import type { CitationSpan, Unit } from './units.js'

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

/** Longest words between a reference and the text that it names. */
const reach = 40

/**
 * List references that stayed as they were while what they point to got another number.
 *
 * Given a paragraph's texts on both sides. Ensures `should` names the label that
 * the first of the paragraphs meant now bears, and is absent if it was deleted.
 * References into other texts are never listed.
 */
export function staleReferences(
  oldUnits: readonly Unit[],
  newUnits: readonly Unit[],
  relabel: Relabel,
  grammar: Grammar | null,
): Fact[] {
  const before = new Set(
    oldUnits.flatMap(({ citations }) => citations.map(({ citation }) => citation.target)),
  )
  const [from] = oldUnits
  if (!from) return []
  return newUnits.flatMap((unit) =>
    unit.citations.flatMap((span): Fact[] => {
      const { citation, text } = span
      if (citation.kind !== 'paragraph' || !before.has(citation.target)) return []
      const target = paragraphTarget(citation.target)
      if (!target || !(target.side || isInternal(unit, span, grammar))) return []
      for (const number of target.numbers) {
        const label = `OP${number}`
        const now = relabel(from, label)
        if (now === undefined || now === label) continue
        const stale = { kind: 'reference', op: 'stale', text } as const
        return [now === null ? stale : { ...stale, should: now }]
      }
      return []
    }),
  )
}

/** The paragraph meant is one of this text: the words beside it say so, or no other text is named there. */
function isInternal({ text, citations }: Unit, span: CitationSpan, grammar: Grammar | null): boolean {
  const touches = (id: string) => {
    if (!grammar) return false
    if (grammar.match(id, text, span.end)) return true
    // Where the text is named before its paragraph.
    const before = text.slice(Math.max(0, span.start - reach), span.start)
    return grammar.findAll(id, before).some(({ 0: words, index }) => index + words.length === before.length)
  }
  if (touches('ownText')) return true
  if (touches('otherText')) return false
  // "article 4 of the Agreement, in particular paragraph 1".
  return !citations.some(({ citation, end }) => end <= span.start && citation.kind !== 'paragraph')
}
