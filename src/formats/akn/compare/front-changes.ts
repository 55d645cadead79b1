/** What changed in lines that are no paragraphs: fields of the masthead, titles, formulas, the closing. */
import type { Edit } from '../../../model/change.js'
import { plainText } from '../../../model/tree/text.js'
import type { AnyNode, Root, Title } from '../../../model/tree/types.js'
import type { Traces } from './reviser.js'

export interface FrontEdits extends Traces {
  edits: Edit[]
}

/** The fields that a comparison names; of the others the new text's are shown. */
const fields = ['symbol', 'date', 'session', 'agendaItem', 'agendaTitle', 'title'] as const

/**
 * By node of the new text: its words for those of the old one, where both texts have the field, each as a whole; and
 * titles, formulas and lines of the closing that only the new text has.
 */
export function frontChanges(old: Root, now: Root): Map<AnyNode, FrontEdits> {
  const found = new Map<AnyNode, FrontEdits>()
  const change = (node: AnyNode, was: string) => {
    const edits: Edit[] = was === '' ? [] : [{ op: 'delete', text: was }]
    found.set(node, { edits: [...edits, { op: 'insert', text: plainText(node) }], ins: [], del: [] })
  }
  for (const field of fields) {
    const [before, after] = [fieldOf(old, field), fieldOf(now, field)]
    if (!before || !after) continue
    const [was, is] = [plainText(before), plainText(after)]
    if (was !== is && was !== '' && is !== '') change(after, was)
  }
  const known = new Map<string, number>()
  for (const line of linesOf(old)) known.set(keyOf(line), (known.get(keyOf(line)) ?? 0) + 1)
  for (const line of linesOf(now)) {
    const left = known.get(keyOf(line)) ?? 0
    if (left > 0) known.set(keyOf(line), left - 1)
    else if (!found.has(line) && plainText(line) !== '') change(line, '')
  }
  return found
}

/** The title of a text: of several, that of the first resolution. */
export function titleOf(tree: Root): Title | undefined {
  return fieldOf(tree, 'title') as Title | undefined
}

function fieldOf({ children }: Root, field: (typeof fields)[number]): AnyNode | undefined {
  return children
    .flatMap((node): AnyNode[] =>
      node.type === 'masthead' || node.type === 'resolution' ? node.children : [],
    )
    .find((node) => node.type === field && 'children' in node && node.children.length > 0)
}

/** Titles, formulas and lines of a closing, wherever they are. */
function linesOf(node: AnyNode): AnyNode[] {
  const children = 'children' in node ? (node.children as AnyNode[]) : []
  return children.flatMap((child) =>
    child.type === 'title' ||
    child.type === 'organLine' ||
    (node.type === 'closing' && child.type !== 'unknown')
      ? [child]
      : linesOf(child),
  )
}

function keyOf(line: AnyNode): string {
  return `${line.type} ${plainText(line)}`
}
