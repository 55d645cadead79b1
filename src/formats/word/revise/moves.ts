/** Moves: names that their two ends share, and the ranges that bear them. */
import { attribute, descendants, type Element } from '../../xml/xml.js'
import type { WordDocument } from '../package/document.js'
import type { Marks } from './marks.js'
import type { Around } from './new-paragraphs.js'

/**
 * How the mark that ends a moved paragraph is revised, where it left and where it came.
 *
 * Word does the same with both. LibreOffice parts a move at a link or a field, and leaves the mark of a moved
 * end standing behind it; one that is cut, or added, it settles with the words.
 */
export function endsOfMove(paragraph: Element): { from: 'del' | 'moveFrom'; to: 'ins' | 'moveTo' } {
  const isParted = [...descendants(paragraph)].some(({ name }) => parting.has(name))
  return isParted ? { from: 'del', to: 'ins' } : { from: 'moveFrom', to: 'moveTo' }
}

const parting: ReadonlySet<string> = new Set(['hyperlink', 'fldChar', 'fldSimple'])

export class Moves {
  readonly #marks: Marks
  readonly #document: WordDocument
  #taken: Set<string> | undefined
  #count = 0

  constructor(marks: Marks, document: WordDocument) {
    this.#marks = marks
    this.#document = document
  }

  /** What is around one end of a move. */
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
