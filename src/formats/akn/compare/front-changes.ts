/** What changed before the first paragraph: fields of the masthead and the title, each replaced as a whole. */
import type { Edit } from '../../../model/change.js'
import { plainText } from '../../../model/tree/text.js'
import type { AnyNode, Root } from '../../../model/tree/types.js'
import type { Traces } from './reviser.js'

export interface FrontEdits extends Traces {
  edits: Edit[]
}

/** The fields that a comparison names; of the others the new text's are shown. */
const fields = ['symbol', 'date', 'session', 'agendaItem', 'agendaTitle', 'title'] as const

/** By node of the new text: its words for those of the old one, where both texts have the field. */
export function frontChanges(old: Root, now: Root): Map<AnyNode, FrontEdits> {
  const found = new Map<AnyNode, FrontEdits>()
  for (const field of fields) {
    const [before, after] = [fieldOf(old, field), fieldOf(now, field)]
    if (!before || !after) continue
    const [was, is] = [plainText(before), plainText(after)]
    if (was === is || was === '' || is === '') continue
    const edits: Edit[] = [
      { op: 'delete', text: was },
      { op: 'insert', text: is },
    ]
    found.set(after, { edits, ins: [], del: [] })
  }
  return found
}

function fieldOf({ children }: Root, field: (typeof fields)[number]): AnyNode | undefined {
  return children
    .flatMap((node): AnyNode[] =>
      node.type === 'masthead' || node.type === 'resolution' ? node.children : [],
    )
    .find((node) => node.type === field && 'children' in node && node.children.length > 0)
}
