/** What all stories of a document (body, headers, notes) are read with. */
import type { AutoNumbers } from './auto-numbers.js'
import type { Comments } from './comments.js'
import type { Leavings } from './left-out.js'
import type { Notes } from './notes.js'
import type { Numbering } from './numbering.js'
import type { Side } from './revisions.js'
import type { Styles } from './styles.js'
import type { Tracked } from './tracked.js'

export interface Context {
  styles: Styles
  numbering: Numbering
  notes: Notes
  comments: Comments
  autoNumbers: AutoNumbers
  leavings: Leavings
  tracked: Tracked
  /** Authors mark by hand: lines through text that goes, double lines under text that comes. */
  isStruck: boolean
  side: Side
}
