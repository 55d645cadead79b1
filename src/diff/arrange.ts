/** The order of a redline: the new text's, with deletions where they were. */
import type { Link } from './link.js'
import { required } from './required.js'
import type { Unit } from './units.js'

/** What is at one place: what became of paragraphs or of their parts. */
export interface Slot {
  old: Unit[]
  new: Unit[]
  moved: boolean
}

/**
 * Put links and what is in none into reading order.
 *
 * Given all items of both sides, and links by their numbers. Ensures every item
 * of both sides is in exactly one slot. A deletion follows the last paragraph
 * before it that kept its place, and comes before what was inserted there, but
 * behind what was inserted into an earlier part of the text.
 */
export function arrange(old: readonly Unit[], now: readonly Unit[], links: readonly Link[]): Slot[] {
  const linkedOld = new Set(links.flatMap((link) => link.old))
  const ofNew = new Map(links.flatMap((link) => link.new.map((at) => [at, link] as const)))
  const slots: Slot[] = []
  let from = 0
  const deletions = (to: number, part: number) => {
    for (; from < to; from++) {
      const unit = required(old, from)
      if (!linkedOld.has(from)) {
        if (unit.part > part) return
        slots.push({ old: [unit], new: [], moved: false })
      }
    }
  }
  const fixed = links.filter((link) => !link.moved).sort((a, b) => required(a.new, 0) - required(b.new, 0))
  let next = 0
  now.forEach((unit, at) => {
    const link = ofNew.get(at)
    const isFixed = link !== undefined && link === fixed[next]
    if (link && link.new[0] !== at) return
    const bound = fixed[next]?.old[0] ?? old.length
    deletions(bound, isFixed ? Number.POSITIVE_INFINITY : unit.part)
    if (isFixed) next++
    const sides = link
      ? { old: link.old.map((one) => required(old, one)), new: link.new.map((one) => required(now, one)) }
      : { old: [], new: [unit] }
    slots.push({ ...sides, moved: link?.moved ?? false })
  })
  deletions(old.length, Number.POSITIVE_INFINITY)
  return slots
}
