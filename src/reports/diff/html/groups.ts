/** The parts of a text, by which a long report is found one's way in. */
import type { Change } from '../../../model/change.js'
import type { RowRole } from '../../../model/tree/rows.js'
import { type Say, upper } from '../../../model/words.js'

const parts: Partial<Record<RowRole, string>> = {
  preambular: 'part_preambular',
  operative: 'part_operative',
  annex: 'part_annex',
}
const order = Object.values(parts)

export interface Group {
  /** "Operative paragraphs", "Resolution A: preambular paragraphs"; empty before the first part. */
  name: string
  /** Its word. */
  part: string
  changes: Change[]
}

/**
 * Part changes by the parts of the text.
 *
 * A part begins once: a paragraph that came from another part, or was cut at its
 * border, stays where it is.
 */
export function groups(changes: readonly Change[], say: Say): Group[] {
  const found: Group[] = []
  let resolution: string | undefined
  let part = ''
  for (const change of changes) {
    const own = parts[change.role] ?? ''
    const other = change.resolution !== undefined && change.resolution !== resolution
    const next = order.indexOf(own) > (other ? -1 : order.indexOf(part))
    if (found.length === 0 || next) {
      if (own !== '') [resolution, part] = [change.resolution, own]
      found.push({ name: nameOf(resolution, own, say), part: own, changes: [] })
    }
    found.at(-1)?.changes.push(change)
  }
  return found
}

/** The part that a paragraph was in before. */
export function oldPart({ oldRole, role }: Change): string {
  return parts[oldRole ?? role] ?? ''
}

function nameOf(resolution: string | undefined, part: string, say: Say): string {
  if (part === '') return ''
  return upper(resolution === undefined ? say(part) : say('resolution_part', { resolution, part: say(part) }))
}
