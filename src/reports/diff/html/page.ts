/** What every part of the HTML report needs to know. */

import { directionOf } from '../../../language/load.js'
import { type Change, type Diff, flatten } from '../../../model/change.js'
import type { Say } from '../../../model/words.js'
import { clean } from '../../clean.js'
import { departures, raised } from '../departures.js'
import { fullName, hasSeveral } from '../words.js'

export interface Page {
  /** Anchors of the changes, sub-paragraphs too. */
  anchors: ReadonlyMap<Change, string>
  /** The paragraphs that stood before a change, or at the end, and moved. */
  departures: ReadonlyMap<Change | null, readonly Change[]>
  /** Those that moved up. */
  raised: ReadonlySet<Change>
  /** Whether a label alone does not say which paragraph is meant. */
  several: boolean
  /** Of the texts compared. */
  lang: string | undefined
  dir: 'rtl' | 'auto'
  /** The words of the report, in the language of its reader. */
  say: Say
}

/** Number, name and place the changes of a diff. */
export function pageOf(diff: Diff, language: string | null, say: Say): Page {
  const all = flatten(diff.changes)
  const left = departures(diff.changes)
  return {
    anchors: anchors(all),
    departures: left,
    raised: raised(diff.changes, left),
    several: hasSeveral(diff),
    lang: language ?? undefined,
    // A text may be in another language than it was taken for: only where lines run is left to it.
    dir: language !== null && directionOf(language) === 'rtl' ? 'rtl' : 'auto',
    say,
  }
}

/** "p-OP4(b)" where the label says it and is the only one, for links that people send, else a number. */
function anchors(all: readonly Change[]): Map<Change, string> {
  const seen = new Set<string>()
  return new Map(
    all.map((change, index) => {
      const label = change.new[0] ?? (change.old[0] === undefined ? '' : `old-${change.old[0]}`)
      const plain = /^[\p{L}\p{N}_().-]+$/u.test(label) && !seen.has(label)
      seen.add(label)
      return [change, plain ? `p-${label}` : `change-${index + 1}`]
    }),
  )
}

/** A paragraph named outside its place. */
export function nameOf(change: Change, { several, say }: Page): string {
  return clean(fullName(change, several, say))
}
