/** What all stories of a document (body, headers, notes) are read with. */
import type { AutoNumbers } from './auto-numbers.js'
import type { Comments } from './comments.js'
import type { Leavings } from './left-out.js'
import type { Notes } from './notes.js'
import type { Numbering } from './numbering.js'
import type { Revisions } from './revisions.js'
import type { Styles } from './styles.js'

export interface Context {
  styles: Styles
  numbering: Numbering
  notes: Notes
  comments: Comments
  autoNumbers: AutoNumbers
  leavings: Leavings
  side: Revisions
}
