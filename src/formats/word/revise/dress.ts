/** How the runs of a paragraph are marked that stays, leaves or arrives. */
import type { RunRevision } from './marks.js'

/** How kept, cut and added runs are marked; undefined for no mark, null for runs that are left out. */
export interface Dress {
  kept: RunRevision | undefined
  cut: RunRevision | null
  added: RunRevision
}

export const inPlace: Dress = { kept: undefined, cut: 'del', added: 'ins' }
export const leaving: Dress = { kept: 'moveFrom', cut: 'moveFrom', added: 'ins' }
export const arriving: Dress = { kept: 'moveTo', cut: null, added: 'moveTo' }
