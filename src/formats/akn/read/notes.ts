/** The notes of a document, by the identifiers of their elements: marks may come before and after them. */
import { type Element, walk } from '../../xml/elements.js'

export interface Note {
  identifier: string
  label: string
}

export class Notes {
  readonly #byElement = new Map<Element, Note>()
  readonly #byId = new Map<string, Note>()

  constructor(root: Element) {
    const used = new Map<string, number>()
    walk(root, {
      enter: (element) => {
        if (isNote(element)) this.#add(element, used)
        return true
      },
      leave: () => undefined,
      text: () => undefined,
    })
  }

  #add(element: Element, used: Map<string, number>): void {
    const { marker, eId } = element.attribs
    const own = eId?.replace(/^[a-z]+_/iu, '')
    const label = marker?.trim() || own || String(used.size + 1)
    // Running numbers say nothing that the mark does not say; `*-2` is the second note marked so.
    const named = own !== undefined && (own === label || own.startsWith(`${label}-`)) ? own : label
    const times = (used.get(named) ?? 0) + 1
    used.set(named, times)
    const note = { identifier: times > 1 ? `${named}-${times}` : named, label }
    this.#byElement.set(element, note)
    if (eId !== undefined && !this.#byId.has(eId)) this.#byId.set(eId, note)
  }

  of(element: Element): Note | undefined {
    return this.#byElement.get(element)
  }

  /** The note that a mark refers to; one that is not there is known by its mark. */
  referredBy({ attribs: { href = '', marker } }: Element): Note | undefined {
    const id = href.replace(/^#/u, '')
    const label = marker?.trim() || id.replace(/^[a-z]+_/iu, '')
    const known = this.#byId.get(id)
    if (known) return { ...known, label: label || known.label }
    return label === '' ? undefined : { identifier: id.replace(/^[a-z]+_/iu, '') || label, label }
  }
}

/** A note in the text, or among the metadata. */
export function isNote({ name }: Element): boolean {
  return name === 'authorialNote' || name === 'note'
}

/** Brackets around the mark of a note: parts of the mark. */
export function isMarkSign(text: string): boolean {
  return /^[\s()（）]*$/u.test(text)
}
