/** Notes and their marks, tied to each other by links. */
import type { Element } from 'hast'
import { h } from 'hastscript'
import type { AnyNode, FootnoteDefinition, Root } from '../../../model/tree/types.js'

/** Signs that are printed; a name that an editor gave a note is none, and its number is printed for it. */
const printed = /^[([]?(?:\p{N}{1,4}|[a-z]|[ivxl]{1,7}|[^\p{L}\p{N}\s]{1,5})[)\]]?$/u

export class Notes {
  readonly all: readonly FootnoteDefinition[]
  readonly #numbers: ReadonlyMap<string, number>
  /** Notes that have had a mark: the link back leads to the first. */
  readonly #marked = new Set<string>()

  constructor(definitions: readonly FootnoteDefinition[]) {
    this.all = definitions
    this.#numbers = new Map(definitions.map(({ identifier }, at) => [identifier, at + 1]))
  }

  /** The mark of a note where it is in the text; of a note that is not there, its sign alone. */
  mark(identifier: string): Element {
    const number = this.#numbers.get(identifier)
    if (number === undefined) return h('sup', identifier)
    const sign = signOf(this.all[number - 1]?.label ?? identifier, number)
    const isFirst = !this.#marked.has(identifier)
    this.#marked.add(identifier)
    return h('sup', h('a', { href: `#note-${number}`, ...(isFirst ? { id: `mark-${number}` } : {}) }, sign))
  }

  /** The name of a note in the page, and the mark before its words. */
  of({ identifier, label }: FootnoteDefinition): { id: string; back: Element } {
    const number = this.#numbers.get(identifier) ?? 0
    const sign = signOf(label ?? identifier, number)
    const back = this.#marked.has(identifier) ? h('a', { href: `#mark-${number}` }, sign) : sign
    return { id: `note-${number}`, back: h('sup', back) }
  }
}

/** A tree whose notes have the names that a reader of the page gives them: their signs, the second of a sign with its number. */
export function withPrintedNames(tree: Root): Root {
  const definitions = tree.children.filter((node) => node.type === 'footnoteDefinition')
  const used = new Map<string, number>()
  const names = new Map<string, string>()
  for (const [at, { identifier, label }] of definitions.entries()) {
    if (names.has(identifier)) continue
    const sign = signOf(label ?? identifier, at + 1)
    const times = (used.get(sign) ?? 0) + 1
    used.set(sign, times)
    names.set(identifier, times > 1 ? `${sign}-${times}` : sign)
  }
  const renamed = <T extends AnyNode>(node: T): T => {
    const own = 'identifier' in node ? { identifier: names.get(node.identifier) ?? node.identifier } : {}
    const within = 'children' in node ? { children: (node.children as AnyNode[]).map(renamed) } : {}
    return { ...node, ...own, ...within }
  }
  return renamed(tree)
}

function signOf(name: string, number: number): string {
  return printed.test(name) ? name : String(number)
}
