/** Paragraphs of a draft by the labels it was issued with, whatever became of them since. */

import type { NewParagraph } from '../model/amendment.js'
import type { NotePool } from '../model/tree/notes.js'
import { rows } from '../model/tree/rows.js'
import type {
  AnnexParagraph,
  Clause,
  FootnoteDefinition,
  Node,
  OperativeParagraph,
  Parent,
  PhrasingContent,
  PreambularParagraph,
  Root,
  Subparagraph,
} from '../model/tree/types.js'
import { EditedClause } from './words.js'

export type Paragraph = PreambularParagraph | OperativeParagraph | AnnexParagraph | Subparagraph

/** A paragraph or sub-paragraph of the draft as issued. */
export interface Issued {
  label: string
  node: Paragraph
  /** Its runs of text, its sub-paragraphs' too. */
  clauses: EditedClause[]
}

/** A letter or numeral of a sub-paragraph, as against the number of a paragraph. */
const letter = /^\(?(?<core>\p{L}{1,4})[.)]$/u

export class Draft {
  readonly tree: Root
  readonly issued: Issued[] = []
  /** The title of the resolution, as words to be edited. */
  readonly title: EditedClause | undefined
  readonly #parents = new Map<Node, Parent>()
  /** Deleted nodes keep their place until the end: others are put beside them. */
  readonly #deleted = new Set<Node>()
  /** The last of what was put behind a node, so that what comes later is put behind that. */
  readonly #behind = new Map<Node, Node>()
  readonly #pool: NotePool

  /** The tree is edited: it is a copy of the draft's. */
  constructor(tree: Root, pool: NotePool) {
    this.tree = tree
    this.#pool = pool
    const edited = new Map<Clause, EditedClause>()
    const visit = (node: Node): void => {
      if (!('children' in node)) return
      for (const child of node.children as Node[]) {
        this.#parents.set(child, node as Parent)
        if (child.type === 'clause') edited.set(child, new EditedClause(child))
        else visit(child)
      }
    }
    visit(tree)
    const clausesIn = (node: Node): EditedClause[] => {
      if (node.type === 'clause') return [edited.get(node) as EditedClause]
      return 'children' in node ? (node.children as Node[]).flatMap(clausesIn) : []
    }
    const known = new Set<Node>()
    for (const { label, node } of rows(tree)) {
      const isParagraph =
        node.type === 'preambularParagraph' ||
        node.type === 'operativeParagraph' ||
        node.type === 'annexParagraph'
      if ((isParagraph || node.type === 'subparagraph') && !known.has(node)) {
        known.add(node)
        this.issued.push({ label, node, clauses: clausesIn(node) })
      }
    }
    const resolution = tree.children.find(({ type }) => type === 'resolution')
    const title = resolution && (resolution as Parent).children.find(({ type }) => type === 'title')
    if (title) this.title = new EditedClause(title as unknown as Clause)
  }

  /** The paragraphs that have a label; `PP*` is all recitals, `PP$` the last one. */
  named(label: string): Issued[] {
    if (label === 'PP$' || label === 'OP$') return this.named(label.replace('$', '*')).slice(-1)
    if (label === 'PP$-1' || label === 'OP$-1') return this.named(label.replace('$-1', '*')).slice(-2, -1)
    if (label === 'PP*') return this.issued.filter(({ node }) => node.type === 'preambularParagraph')
    if (label === 'OP*') return this.issued.filter(({ node }) => node.type === 'operativeParagraph')
    return this.issued.filter((one) => one.label === label)
  }

  /** The place beside a paragraph: what is inside which node, at which number. */
  gap(node: Paragraph, side: 'before' | 'after' | 'inside'): { parent: Parent; at: number } {
    if (side === 'inside') return { parent: node, at: node.children.length }
    const parent = this.#parents.get(node) as Parent
    return { parent, at: (parent.children as Node[]).indexOf(node) + (side === 'after' ? 1 : 0) }
  }

  /** The text of a paragraph as it is now, its sub-paragraphs' too; null where it is deleted, or none has the label. */
  textOf(label: string): string | null {
    if (label === 'title') return this.title?.text ?? null
    const [one] = this.named(label)
    if (!one || this.#deleted.has(one.node)) return null
    return one.clauses.map(({ text }) => text).join(' ')
  }

  isDeleted(node: Node): boolean {
    return this.#deleted.has(node)
  }

  delete(node: Node): void {
    this.#deleted.add(node)
  }

  insertBefore(anchor: Paragraph, nodes: readonly Paragraph[]): void {
    const parent = this.#parents.get(anchor) as Parent
    this.#insert(parent, (parent.children as Node[]).indexOf(anchor), nodes)
  }

  /** Behind what was put there before. */
  insertAfter(anchor: Paragraph, nodes: readonly Paragraph[]): void {
    const last = this.#behind.get(anchor) ?? anchor
    const parent = this.#parents.get(last) as Parent
    this.#insert(parent, (parent.children as Node[]).indexOf(last) + 1, nodes)
    const end = nodes.at(-1)
    if (end) this.#behind.set(anchor, end)
  }

  /** New sub-paragraphs of a paragraph, behind all that it has. */
  append(paragraph: Paragraph, nodes: readonly Paragraph[]): void {
    this.#insert(paragraph, paragraph.children.length, nodes)
  }

  /** In the very place of a paragraph, which is deleted: what was put behind it stays behind. */
  replace(node: Paragraph, nodes: readonly Paragraph[]): void {
    const { parent, at } = this.gap(node, 'after')
    this.#insert(parent, at, nodes)
    const end = nodes.at(-1)
    if (end && !this.#behind.has(node)) this.#behind.set(node, end)
    this.delete(node)
  }

  #insert(parent: Parent, at: number, nodes: readonly Node[]): void {
    ;(parent.children as Node[]).splice(at, 0, ...nodes)
    for (const node of nodes) this.#parents.set(node, parent)
  }

  /** Put two paragraphs each in the place of the other. */
  swap(a: Paragraph, b: Paragraph): void {
    const [first, second] = [this.gap(a, 'before'), this.gap(b, 'before')]
    ;(first.parent.children as Node[])[first.at] = b
    ;(second.parent.children as Node[])[second.at] = a
    this.#parents.set(a, second.parent)
    this.#parents.set(b, first.parent)
  }

  /** Take a paragraph out of its place, to be put elsewhere. */
  take(node: Paragraph): void {
    const siblings = (this.#parents.get(node) as Parent).children as Node[]
    siblings.splice(siblings.indexOf(node), 1)
    for (const [anchor, last] of this.#behind) if (last === node) this.#behind.delete(anchor)
  }

  /** The first sub-paragraphs of a paragraph that has none. */
  letters(paragraph: Paragraph, text: readonly NewParagraph[]): Paragraph[] {
    const depth = paragraph.type === 'subparagraph' ? paragraph.depth + 1 : 1
    const label = text[0]?.label ?? (depth === 1 ? '(a)' : '(i)')
    return text.map((one) => ({ type: 'subparagraph', label, depth, children: [this.#clause(one)] }))
  }

  /** New paragraphs of the kind of the one that they are put beside. */
  paragraphs(like: Paragraph, text: readonly NewParagraph[]): Paragraph[] {
    const made: Paragraph[] = []
    for (const one of text) {
      const clause = this.#clause(one)
      const inside = one.label !== null && letter.test(one.label)
      const last = made.at(-1)
      if (like.type === 'subparagraph')
        made.push({ type: 'subparagraph', label: like.label, depth: like.depth, children: [clause] })
      else if (inside && last) addLetter(last, one.label ?? '', clause)
      else if (like.type === 'operativeParagraph')
        made.push({ type: 'operativeParagraph', label: null, number: null, ordinal: 0, children: [clause] })
      else made.push({ type: 'preambularParagraph', label: null, ordinal: 0, children: [clause] })
    }
    return made
  }

  #clause({ text, notes }: NewParagraph): Clause {
    const children: PhrasingContent[] = []
    let at = 0
    for (const note of notes) {
      if (note.at > at) children.push({ type: 'text', value: text.slice(at, note.at) })
      children.push({ type: 'footnoteReference', identifier: String(children.length), label: note.label })
      at = note.at
    }
    if (at < text.length) children.push({ type: 'text', value: text.slice(at) })
    const marks = children.filter((child) => child.type === 'footnoteReference')
    const definitions = marks.map(({ identifier }, index): FootnoteDefinition => {
      const { label = '', text: value = '' } = notes[index] ?? {}
      return {
        type: 'footnoteDefinition',
        identifier,
        label,
        children: [{ type: 'paragraph', children: [{ type: 'text', value }] }],
      }
    })
    const source: Root = { type: 'root', language: null, kind: 'unknown', children: definitions }
    return this.#pool.adopt<Clause>({ type: 'clause', children }, source)
  }

  /** Leave out what was deleted, and parts that nothing is left of. */
  settle(): void {
    const visit = (node: Parent): void => {
      const letters = lettersIn(node)
      node.children = (node.children as Node[]).filter(
        (child) => !this.#deleted.has(child),
      ) as typeof node.children
      // A list goes on from the label of its first paragraph.
      const [first] = lettersIn(node)
      if (first && letters[0]) first.label = letters[0].label
      for (const child of node.children as Node[]) if ('children' in child) visit(child as Parent)
      node.children = (node.children as Node[]).filter(
        (child) => !((child.type === 'preamble' || child.type === 'section') && child.children.length === 0),
      ) as typeof node.children
    }
    visit(this.tree)
  }
}

function lettersIn(node: Parent): Subparagraph[] {
  return (node.children as Node[]).filter((child) => child.type === 'subparagraph')
}

/** A sub-paragraph of the paragraph before it; `(i)` behind `(a)` is one of (a)'s. */
function addLetter(paragraph: Paragraph, label: string, clause: Clause): void {
  const last = lettersIn(paragraph).at(-1)
  const isRoman = /^\(?[ivx]+[.)]$/u.test(label)
  const isNext =
    last !== undefined && coreOf(label).codePointAt(0) === (coreOf(last.label).codePointAt(0) ?? 0) + 1
  const under = last !== undefined && isRoman && !isNext && !/^\(?[ivx]+[.)]$/u.test(last.label)
  const parent = under ? last : paragraph
  const depth = under ? last.depth + 1 : paragraph.type === 'subparagraph' ? paragraph.depth + 1 : 1
  ;(parent.children as Node[]).push({ type: 'subparagraph', label, depth, children: [clause] })
}

function coreOf(label: string): string {
  return letter.exec(label)?.groups?.core ?? ''
}
