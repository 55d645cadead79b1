/** Footnotes and endnotes: their numbers as Word prints them, in the order of their marks. */

import { attribute, child, descendants, type Element, integer, valOf } from '../../xml/xml.js'
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
  readonly #root: Element
  /** The notes whose marks bookmarks are on, by the names of those. */
  #bookmarked: ReadonlyMap<string, string> | undefined
  #section = 0
  #page = 0

  /**
   * @param sections properties of the sections, in order
   * @param root of the part that holds the marks
   */
  constructor(settings: Element | undefined, sections: readonly Element[], root: Element) {
    this.#root = root
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
    const key = keyOf(kind, id)
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

  /** The last note met that was counted as this number. */
  numbered(label: string): Note | undefined {
    return [...this.#notes.values()].findLast((note) => note.label === label && !note.custom)
  }

  /** The note whose mark a bookmark is on, if its mark was met. */
  bookmarked(name: string): Note | undefined {
    this.#bookmarked ??= bookmarkedNotes(this.#root)
    return this.#notes.get(this.#bookmarked.get(name) ?? '')
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

function keyOf(kind: NoteKind, id: string): string {
  return `${kind} ${id}`
}

/** For each bookmark, the first note whose mark is in it. */
function bookmarkedNotes(root: Element): Map<string, string> {
  const found = new Map<string, string>()
  const open = new Map<string, string>()
  for (const element of descendants(root)) {
    if (element.name === 'bookmarkStart')
      open.set(attribute(element, 'id') ?? '', attribute(element, 'name') ?? '')
    else if (element.name === 'bookmarkEnd') open.delete(attribute(element, 'id') ?? '')
    else if (element.name === 'footnoteReference' || element.name === 'endnoteReference') {
      const kind = element.name === 'footnoteReference' ? 'footnote' : 'endnote'
      for (const name of open.values()) found.set(name, keyOf(kind, attribute(element, 'id') ?? ''))
      open.clear()
    }
  }
  return found
}

/** The definitions of a notes part by their id. */
export function definitions(root: Element | undefined, kind: NoteKind): Map<string, Element> {
  const found = new Map<string, Element>()
  for (const node of root?.children ?? [])
    if ('attribs' in node && node.name === kind) found.set(attribute(node, 'id') ?? '', node)
  return found
}
