/** Moves: names that their two ends share, and the ranges that bear them. */
import { attribute, descendants } from '../../xml/xml.js'
import type { WordDocument } from '../package/document.js'
import type { Marks } from './marks.js'
import type { Around } from './new-paragraphs.js'

export class Moves {
  readonly #marks: Marks
  readonly #document: WordDocument
  #taken: Set<string> | undefined
  #count = 0

  constructor(marks: Marks, document: WordDocument) {
    this.#marks = marks
    this.#document = document
  }

  /** What stands around one end of a move. */
  range(kind: 'moveFrom' | 'moveTo', name: string, prefix: string): Around {
    const attributes = this.#marks.attributes(prefix)
    const id = /:id="(\d+)"/u.exec(attributes)?.[1] ?? ''
    return {
      open: `<${prefix}:${kind}RangeStart ${attributes} ${prefix}:name="${name}"/>`,
      after: `<${prefix}:${kind}RangeEnd ${prefix}:id="${id}"/>`,
    }
  }

  /** A name that no move of the base bears. */
  name(): string {
    this.#taken ??= new Set(
      [...descendants(this.#document.word.main.root)].flatMap((one) =>
        one.name.endsWith('RangeStart') ? (attribute(one, 'name') ?? []) : [],
      ),
    )
    let name: string
    do name = `move${++this.#count}`
    while (this.#taken.has(name))
    return name
  }
}
