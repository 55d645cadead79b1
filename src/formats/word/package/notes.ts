/** Footnotes and endnotes: their numbers as Word prints them, in the order of their marks. */

import { attribute, child, type Element, integer, valOf } from '../../xml/xml.js'
import { formatNumber } from './number-format.js'

export type NoteKind = 'footnote' | 'endnote'

export interface Note {
  kind: NoteKind
  /** Which note of its part. */
  id: string
  /** As printed. */
  label: string
  /** Shared with no other note of the document. */
  identifier: string
  /** Its mark was typed, not counted. */
  custom: boolean
}

type Restart = 'continuous' | 'eachSect' | 'eachPage'

interface Count {
  value: number
  section: number
  page: number
}

export class Notes {
  readonly #settings: Element | undefined
  readonly #sections: readonly Element[]
  readonly #notes = new Map<string, Note>()
  readonly #identifiers = new Map<string, number>()
  readonly #counts: Partial<Record<NoteKind, Count>> = {}
  #section = 0
  #page = 0

  /** @param sections properties of the sections, in order */
  constructor(settings: Element | undefined, sections: readonly Element[]) {
    this.#settings = settings
    this.#sections = sections
  }

  endSection(): void {
    this.#section++
  }
  /** Word notes where it last broke the pages: numbers may start again there. */
  endPage(): void {
    this.#page++
  }

  /** All notes met so far, footnotes first. */
  get met(): Note[] {
    const all = [...this.#notes.values()]
    return [...all.filter(({ kind }) => kind === 'footnote'), ...all.filter(({ kind }) => kind === 'endnote')]
  }

  /** The note that a mark refers to; `typed` is the mark where the author typed one. */
  refer(kind: NoteKind, id: string, typed?: string): Note {
    const key = `${kind} ${id}`
    const known = this.#notes.get(key)
    if (known) return known
    const label =
      typed ??
      formatNumber(
        this.#next(kind),
        this.#property(kind, 'numFmt') ?? (kind === 'footnote' ? 'decimal' : 'lowerRoman'),
      )
    const times = (this.#identifiers.get(label) ?? 0) + 1
    this.#identifiers.set(label, times)
    const note = {
      kind,
      id,
      label,
      identifier: times === 1 ? label : `${label}-${times}`,
      custom: typed !== undefined,
    }
    this.#notes.set(key, note)
    return note
  }

  #next(kind: NoteKind): number {
    const start = integer(this.#property(kind, 'numStart')) ?? 1
    const restart = (this.#property(kind, 'numRestart') ?? 'continuous') as Restart
    const before = this.#counts[kind]
    const anew =
      !before ||
      (restart === 'eachSect' && before.section !== this.#section) ||
      (restart === 'eachPage' && (before.page !== this.#page || before.section !== this.#section))
    const count = { value: anew ? start : before.value + 1, section: this.#section, page: this.#page }
    this.#counts[kind] = count
    return count.value
  }

  /** The section's setting before the document's. */
  #property(kind: NoteKind, name: string): string | undefined {
    const own = child(this.#sections[this.#section], `${kind}Pr`)
    return valOf(own, name) ?? valOf(child(this.#settings, `${kind}Pr`), name)
  }
}

/** The definitions of a notes part by their id. */
export function definitions(root: Element | undefined, kind: NoteKind): Map<string, Element> {
  const found = new Map<string, Element>()
  for (const node of root?.children ?? [])
    if ('attribs' in node && node.name === kind) found.set(attribute(node, 'id') ?? '', node)
  return found
}
