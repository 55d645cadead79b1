/**
 * Footnotes. Word counts the marks itself; a mark that is not the next number
 * (`*`, a number out of order) is typed, and so is a further mark of the same
 * note: as a field it would be counted anew, whatever tracked changes say.
 */
import type { Element } from 'xast'
import type { AnyNode, FootnoteDefinition, FootnoteReference } from '../../../model/tree/types.js'
import { type InlineContext, runs } from './inline.js'
import { paragraph, run, tab, w } from './wordml.js'

interface Note {
  /** Number of the footnote in its part. */
  id: number
  definition: FootnoteDefinition
  /** The mark that is typed for it, where Word does not count it. */
  typed: string | undefined
}

export class Notes {
  readonly #definitions: ReadonlyMap<string, FootnoteDefinition>
  readonly #marked = new Map<string, Note>()
  #counted = 0

  constructor(definitions: readonly FootnoteDefinition[]) {
    this.#definitions = new Map(definitions.map((one) => [one.identifier, one]))
  }

  /** Write the mark of a note. */
  mark({ identifier, label }: FootnoteReference): Element[] {
    const definition = this.#definitions.get(identifier)
    if (!definition || this.#marked.has(identifier)) return [raised(label ?? identifier)]
    const printed = definition.label ?? identifier
    // Brackets around the mark may be in the text alone.
    const own = label ?? printed
    const isNext = printed === String(this.#counted + 1) && own === printed
    if (isNext) this.#counted++
    const note = { id: this.#marked.size + 1, definition, typed: isNext ? undefined : printed }
    this.#marked.set(identifier, note)
    const reference = w('footnoteReference', { customMarkFollows: isNext ? undefined : 1, id: note.id })
    return [run(look, reference, ...(isNext ? [] : [own]))]
  }

  /** The notes that nothing refers to. */
  get unmarked(): FootnoteDefinition[] {
    return [...this.#definitions.values()].filter(({ identifier }) => !this.#marked.has(identifier))
  }

  /** Write the notes that have a mark, and what Word draws the line above them from. */
  part(context: InlineContext): Element[] {
    const separators = ['separator', 'continuationSeparator'].map((type, index) =>
      w('footnote', { type, id: index - 1 }, paragraph({}, [run({}, w(type))])),
    )
    const notes = [...this.#marked.values()].map(({ id, definition, typed }) =>
      w('footnote', { id }, ...noteParagraphs(definition, typed, context)),
    )
    return [...separators, ...notes]
  }
}

const look = { style: 'FootnoteReference' }

/** A mark of no footnote of Word's. */
export function raised(text: string): Element {
  return run({ raised: true }, text)
}

function noteParagraphs(
  { children }: FootnoteDefinition,
  typed: string | undefined,
  context: InlineContext,
): Element[] {
  const { rtl } = context.typography
  const number = [run(look, typed ?? w('footnoteRef')), tab()]
  const contents = children.length > 0 ? children : [undefined]
  return contents.map((child, index) =>
    paragraph({ style: 'FootnoteText', rtl }, [
      ...(index === 0 ? number : []),
      ...(child && 'children' in child ? runs(child.children as AnyNode[], context) : []),
    ]),
  )
}
