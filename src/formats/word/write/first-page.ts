/**
 * The first page's own header and footer. As the organization prints it, the box
 * of the masthead is the header, and job numbers are at the foot with the notes
 * that stars in the box refer to: Word has no footnotes in a header.
 */
import { visit } from 'unist-util-visit'
import { plainText } from '../../../model/tree/text.js'
import type { AnyNode, FootnoteDefinition, MastheadContent, Root } from '../../../model/tree/types.js'
import { boxed } from './masthead.js'

export interface FirstPage {
  /** Fields of the box, if it can be a header. */
  header: MastheadContent[]
  jobNumbers: MastheadContent[]
  /** Notes that are typed at the foot. */
  starred: FootnoteDefinition[]
  /** All other fields. */
  body: MastheadContent[]
}

/** Marks that a reader takes for those of notes wherever they are typed. */
const star = /^[*†‡§]{1,4}$/u

/** Divide a masthead between the first page's header, its footer, and the body. */
export function firstPage(tree: Root): FirstPage {
  const masthead = tree.children.find(({ type }) => type === 'masthead')
  const fields = masthead?.type === 'masthead' ? masthead.children : []
  const end = boxed(fields)
  const header = fields.slice(0, end)
  const starred = starredNotes(header, tree)
  if (!starred || end === 0) return { header: [], jobNumbers: [], starred: [], body: fields }
  const rest = fields.slice(end)
  const first = rest.findIndex(({ type }) => type !== 'jobNumber')
  const jobs = first === -1 ? rest.length : first
  return { header, jobNumbers: rest.slice(0, jobs), starred, body: rest.slice(jobs) }
}

/** The notes that are marked in the box; undefined if Word must keep one as a footnote. */
function starredNotes(header: readonly MastheadContent[], tree: Root): FootnoteDefinition[] | undefined {
  const inBox = marks(header)
  const everywhere = marks(tree.children)
  const found = tree.children.filter(
    (node): node is FootnoteDefinition =>
      node.type === 'footnoteDefinition' && inBox.includes(node.identifier),
  )
  const isTyped = (note: FootnoteDefinition) =>
    star.test(note.identifier) &&
    /^[\p{Lu}\d]/u.test(plainText({ type: 'paragraph', children: note.children } as AnyNode)) &&
    everywhere.filter((mark) => mark === note.identifier).length === 1
  return found.length === inBox.length && found.every(isTyped) ? found : undefined
}

/** The notes that are marked, in order. */
function marks(children: readonly AnyNode[]): string[] {
  const found: string[] = []
  visit({ type: 'root', children } as Root, 'footnoteReference', ({ identifier }) => {
    found.push(identifier)
  })
  return found
}
