/** What a year does to a text that is adopted again, beside what is negotiated. */
import type { Change, FrontChange, FrontField, MatterChange, MatterPlace } from './change.js'

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
