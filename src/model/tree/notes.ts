/** Notes of several versions in one tree: each definition once, numbered in the order of its marks. */
import { plainText } from './text.js'
import type { FootnoteDefinition, Node, Root } from './types.js'

/** The definitions of a tree under new names, and what the old names are now. */
export class NotePool {
  readonly definitions = new Map<string, FootnoteDefinition>()
  readonly #byText = new Map<string, string>()

  constructor(base: Root) {
    for (const node of definitionsOf(base)) this.#add(node.identifier, node)
  }

  /** Copy a node of another tree, its marks naming the notes of this pool. */
  adopt<Kind extends Node>(node: Kind, source: Root): Kind {
    const copy = structuredClone(node)
    const known = new Map(definitionsOf(source).map((one) => [one.identifier, one]))
    const visit = (child: Node) => {
      if (child.type === 'footnoteReference') {
        const definition = known.get(child.identifier)
        if (definition) child.identifier = this.#nameFor(definition)
      } else if ('children' in child) for (const inner of child.children) visit(inner as Node)
    }
    visit(copy)
    return copy
  }

  #nameFor(definition: FootnoteDefinition): string {
    const same = this.#byText.get(textOf(definition))
    if (same !== undefined) return same
    let name = definition.identifier
    for (let at = 2; this.definitions.has(name); at++) name = `${definition.identifier}-${at}`
    this.#add(name, { ...structuredClone(definition), identifier: name })
    return name
  }

  #add(name: string, definition: FootnoteDefinition): void {
    this.definitions.set(name, definition)
    const text = textOf(definition)
    if (!this.#byText.has(text)) this.#byText.set(text, name)
  }
}

/**
 * Put the notes that marks refer to under a tree, numbered in the order of the
 * marks; marks of other kinds (`*`) stay. Notes that no mark referred to before
 * are kept.
 *
 * @param before the tree that was edited
 */
export function settleNotes(tree: Root, pool: NotePool, before: Root): void {
  const had = new Set(marksIn(before).map(({ identifier }) => identifier))
  const marks = marksIn(tree)
  const order = [...new Set(marks.map(({ identifier }) => identifier))]
  const orphans = [...pool.definitions.keys()].filter((name) => !order.includes(name) && !had.has(name))
  const names = new Map<string, string>()
  let next = 1
  for (const name of order) {
    const printed = pool.definitions.get(name)?.label ?? name
    names.set(name, /^\d+(?:-\d+)?$/u.test(printed) ? String(next++) : name)
  }
  for (const mark of marks) {
    const name = names.get(mark.identifier)
    if (name === undefined) continue
    mark.identifier = name
    if (/^\d+$/u.test(name)) mark.label = name
  }
  const notes = [...order, ...orphans].flatMap((name) => {
    const definition = pool.definitions.get(name)
    const renamed = names.get(name) ?? name
    if (!definition) return []
    return [{ ...definition, identifier: renamed, ...(/^\d+$/u.test(renamed) ? { label: renamed } : {}) }]
  })
  const others = tree.children.filter((node) => node.type !== 'footnoteDefinition')
  const at = tree.children.findIndex((node) => node.type === 'footnoteDefinition')
  const place = at < 0 ? others.length : at
  tree.children = [...others.slice(0, place), ...notes, ...others.slice(place)]
}

/** The texts of the notes that a node's marks refer to, in their order. */
export function notedTexts(node: Node, tree: Root): string[] {
  const marks = marksIn(node)
  if (marks.length === 0) return []
  const known = new Map(definitionsOf(tree).map((one) => [one.identifier, textOf(one)]))
  return marks.flatMap(({ identifier }) => known.get(identifier) ?? [])
}

function definitionsOf(tree: Root): FootnoteDefinition[] {
  return tree.children.filter((node) => node.type === 'footnoteDefinition')
}

function marksIn(node: Node): Extract<Node, { type: 'footnoteReference' }>[] {
  if (node.type === 'footnoteReference') return [node]
  return 'children' in node ? (node.children as Node[]).flatMap(marksIn) : []
}

/** `plainText` leaves out notes: this is of one. */
function textOf(definition: FootnoteDefinition): string {
  return definition.children.map((child) => plainText(child)).join('\n')
}
