/** Amend: an amending document is read into instructions, and they are applied to a draft. */
export { applyAmendments } from './apply.js'
export { type ComposeOptions, composeAmendment } from './compose.js'
export { type Distance, furthestFirst } from './furthest.js'
export { readAmendment } from './read.js'
export { rebaseAmendment } from './rebase.js'
export { restate } from './restate.js'
export { staleIn } from './stale.js'
export { writeAmendment } from './write.js'
