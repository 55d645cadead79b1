/** Sub-paragraphs: matched inside their paragraphs first, then across. */
import { align } from './align.js'
import { arrange } from './arrange.js'
import { nth } from './nth.js'
import type { Unit } from './units.js'

/** What became of parts, as units. */
export interface PartSlot {
  old: Unit[]
  new: Unit[]
  moved: boolean
}

/** The parts of one slot of the document. */
export interface Parts {
  /** Those that came from another paragraph are marked. */
  slots: (PartSlot & { came: boolean })[]
  /** Old parts that now stand in another paragraph. */
  lost: Unit[]
}

/** Between paragraphs a sub-paragraph must be this alike to be called a move. */
const acrossSimilarity = 0.6
const acrossWords = 4

/**
 * Pair the sub-paragraphs of paired paragraphs.
 *
 * Given the paragraphs of each slot of the document. Ensures every part of both
 * sides is in exactly one slot of the result; one that went to another
 * paragraph is in the slot of its new one.
 */
export function pairParts(slots: readonly { old: readonly Unit[]; new: readonly Unit[] }[]): Parts[] {
  const inside = slots.map(({ old, new: now }) => {
    const [before, after] = [old.flatMap((unit) => unit.parts), now.flatMap((unit) => unit.parts)]
    if (before.length === 0 && after.length === 0) return []
    return arrange(before.length, after.length, align(before, after)).map((slot) => ({
      old: slot.old.map((at) => nth(before, at)),
      new: slot.new.map((at) => nth(after, at)),
      moved: slot.moved,
    }))
  })
  const origin = across(inside.flat())
  const gone = new Set(origin.values())
  return inside.map((list) => {
    const kept = list.filter((slot) => slot.new.length > 0 || !gone.has(nth(slot.old, 0)))
    const sourced = kept.map((slot) => {
      const from = slot.old.length === 0 ? origin.get(nth(slot.new, 0)) : undefined
      return from ? { old: [from], new: slot.new, moved: true, came: true } : { ...slot, came: false }
    })
    const lost = list.flatMap((slot) => slot.old).filter((part) => gone.has(part))
    return { slots: sourced, lost }
  })
}

/** Where inserted parts came from, if another paragraph lost them. */
function across(slots: readonly PartSlot[]): Map<Unit, Unit> {
  const lost = slots.flatMap((slot) => (slot.new.length === 0 ? slot.old : []))
  const found = slots.flatMap((slot) => (slot.old.length === 0 ? slot.new : []))
  const result = new Map<Unit, Unit>()
  if (lost.length === 0 || found.length === 0) return result
  for (const link of align(lost, found)) {
    const single = link.old.length === 1 && link.new.length === 1
    if (!single || link.similarity < acrossSimilarity || link.words < acrossWords) continue
    result.set(nth(found, nth(link.new, 0)), nth(lost, nth(link.old, 0)))
  }
  return result
}
