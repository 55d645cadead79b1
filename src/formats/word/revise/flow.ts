/** What becomes of the items of a text: a noun between pairing them and writing what changed. */
import type { ParagraphOutcome } from '../../../model/change.js'
import type { Item } from '../package/manuscript.js'
import type { NewItem } from './revised.js'

/** A text of its own: the body, a header, the masthead's paragraph for a field. */
export interface Flow {
  old: readonly Item[]
  new: readonly NewItem[]
  /** What became of each item of both. */
  outcomes: readonly FlowOutcome[]
}

/** What stays in the base without a new side is kept: the new document says nothing of it. */
export type FlowOutcome = ParagraphOutcome & {
  isKept?: boolean
  /** Its words are those that it had, whatever their characters: only its notes may change. */
  isSame?: boolean
}
