/** What a year does to a text that is adopted again, beside what is negotiated. */
import {
  type Change,
  type FrontChange,
  type FrontField,
  flatten,
  type MatterChange,
  type MatterPlace,
} from './change.js'

/** Places of a document whose words are new with each document. */
const ofDocument: ReadonlySet<MatterPlace | FrontField | 'sponsors'> = new Set([
  'symbol',
  'date',
  'session',
  'agendaItem',
  'jobNumber',
  'distribution',
  'closing',
  'furniture',
])

/** Tell whether a place outside paragraphs holds what is new with each document. */
export function isOfDocument(place: MatterPlace | FrontChange['field']): boolean {
  return ofDocument.has(place)
}

/** Tell whether a change is only what a year does to a text that is adopted again. */
export function isRoutine(change: Change | MatterChange | FrontChange): boolean {
  return 'field' in change ? isOfDocument(change.field) : change.routine
}

/**
 * Tell whether a paragraph can be folded away with what a year does.
 *
 * One that moved is missed where it was, and a reference that the numbers left behind is to be mended.
 */
export function isFoldable(change: Change): boolean {
  const isStale = flatten([change]).some(({ facts }) => facts.some(({ op }) => op === 'stale'))
  return change.routine && !change.moved && !isStale
}
