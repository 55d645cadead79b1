/** What is done to the characters of a paragraph: a noun between planning the edits and writing them. */

import type { NoteKind } from '../package/notes.js'
import type { Properties } from './properties.js'
import type { Look } from './run-look.js'

/** A note of the new document, by its place there. */
export interface NoteOf {
  kind: NoteKind
  id: string
  custom: boolean
  /** It is a note of either kind, its mark typed or counted. */
  isAny?: boolean
}

/** Something new that is between two characters. */
export type Inserted =
  | { kind: 'text'; text: string; look: Look }
  /** `mark` is what the author typed in the place of a number. */
  | { kind: 'note'; note: NoteOf; mark: string; look: Look }
  /** An equation, as XML. */
  | { kind: 'equation'; xml: string }
  /** The paragraph ends here; `properties` are those of the one that ends. */
  | { kind: 'break'; properties: string }

export interface Edits {
  /** For each UTF-16 unit of the paragraph's text: whether it stays. */
  keep: boolean[]
  /** A look that a kept character did not have. */
  looks: Map<number, Look>
  /** By the unit before which it is; the length of the text for its end. */
  insertions: Map<number, Inserted[]>
  /** What becomes of the mark that ends the paragraph. */
  mark: 'keep' | 'ins' | 'del' | 'moveFrom'
  /** Properties in the place of those that it has. */
  properties?: Properties
  /** For each mark of a note that stays, the note of the new document. */
  notes: Map<number, NoteOf>
}

/** Nothing changes. */
export function unedited(length: number): Edits {
  return {
    keep: Array.from({ length }, () => true),
    looks: new Map(),
    insertions: new Map(),
    mark: 'keep',
    notes: new Map(),
  }
}

/** All goes, mark and characters. */
export function removed(length: number, mark: 'del' | 'moveFrom'): Edits {
  return { ...unedited(length), keep: Array.from({ length }, () => false), mark }
}

export function isUnedited({ keep, looks, insertions, mark, properties }: Edits): boolean {
  return (
    mark === 'keep' &&
    properties === undefined &&
    looks.size === 0 &&
    insertions.size === 0 &&
    keep.every((stays) => stays)
  )
}
