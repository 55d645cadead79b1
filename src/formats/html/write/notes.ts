/** Notes and their marks, tied to each other by links. */
import type { Element } from 'hast'
import { h } from 'hastscript'
import type { FootnoteDefinition, FootnoteReference } from '../../../model/tree/types.js'

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
  mark({ identifier, label }: FootnoteReference): Element {
    const number = this.#numbers.get(identifier)
    if (number === undefined) return h('sup', label ?? identifier)
    const sign = signOf(label ?? this.all[number - 1]?.label ?? identifier, number)
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

/** The sign of a note that is printed, given its name and its number among the notes. */
export function signOf(name: string, number: number): string {
  return printed.test(name) ? name : String(number)
}
