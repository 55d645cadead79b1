/** Elements that are around the runs of a paragraph, or between them. */
import { type Element, elements } from '../../xml/xml.js'
import { equationOf } from './equations.js'

/** What wraps runs without being one. */
export const wrappers: ReadonlySet<string> = new Set([
  'ins',
  'moveTo',
  'hyperlink',
  'smartTag',
  'customXml',
  'sdt',
  'sdtContent',
  'fldSimple',
  'dir',
  'bdo',
])
/** Of them, changes that the base had: what they hold is text on its side. */
export const added: ReadonlySet<string> = new Set(['ins', 'moveTo'])
/** Changes that the base had, whose text is not on its side. */
export const cut: ReadonlySet<string> = new Set(['del', 'moveFrom'])
/** Anchors that are once in a document: a copy of the paragraph has none. */
export const anchors =
  /^(?:bookmark|comment|moveFrom|moveTo|perm|proof|customXml(?:Ins|Del|Move))(?:Range)?(?:Start|End|Err)?|^commentReference$/u

/** Note for each run and equation in how many wrappers it is. */
export function measure(parent: Element, depth: number, found: Map<Element, number>): void {
  for (const node of elements(parent)) {
    if (node.name === 'r' || equationOf(node)) found.set(node, depth)
    else if (wrappers.has(node.name)) measure(node, depth + 1, found)
  }
}
