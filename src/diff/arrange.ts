/** The order of a redline: the new text's, with deletions where they stood. */
import type { Link } from './link.js'
import { nth } from './nth.js'

/** What stands at one place: a link, or an item of one side alone. */
export interface Slot {
  old: number[]
  new: number[]
  moved: boolean
}

/**
 * Put links and what is in none into reading order.
 *
 * Ensures every item of both sides is in exactly one slot. A deletion follows
 * the last paragraph before it that kept its place, and comes before what was
 * inserted there.
 */
export function arrange(oldCount: number, newCount: number, links: readonly Link[]): Slot[] {
  const linkedOld = new Set(links.flatMap((link) => link.old))
  const ofNew = new Map(links.flatMap((link) => link.new.map((at) => [at, link] as const)))
  const slots: Slot[] = []
  let from = 0
  const deletions = (to: number) => {
    for (; from < to; from++) if (!linkedOld.has(from)) slots.push({ old: [from], new: [], moved: false })
  }
  const fixed = links.filter((link) => !link.moved).sort((a, b) => nth(a.new, 0) - nth(b.new, 0))
  let next = 0
  const upTo = () => fixed[next]?.old[0] ?? oldCount
  deletions(upTo())
  for (let at = 0; at < newCount; at++) {
    const link = ofNew.get(at)
    if (!link) slots.push({ old: [], new: [at], moved: false })
    else if (link.new[0] === at) {
      slots.push({ old: link.old, new: link.new, moved: link.moved })
      if (link === fixed[next]) {
        next++
        deletions(upTo())
      }
    }
  }
  return slots
}
