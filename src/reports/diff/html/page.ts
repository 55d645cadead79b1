/** What every part of the HTML report needs to know. */

import type { ElementContent } from 'hast'
import { h } from 'hastscript'
import { directionOf } from '../../../language/load.js'
import { type Change, type Diff, flatten } from '../../../model/change.js'
import type { Say } from '../../../model/words.js'
import { clean } from '../../clean.js'
import { departures, raised } from '../departures.js'
import { fullName, hasSeveral } from '../words.js'
import type { RichSide, SideName } from './rich.js'

export interface Page {
  /** Anchors of the changes, sub-paragraphs too. */
  anchors: ReadonlyMap<Change, string>
  /** The paragraphs that were before a change, or at the end, and moved. */
  departures: ReadonlyMap<Change | null, readonly Change[]>
  /** Those that moved up. */
  raised: ReadonlySet<Change>
  /** Anchors of the paragraphs of each side, by resolution and label. */
  ends: { old: ReadonlyMap<string, string>; new: ReadonlyMap<string, string> }
  /** Whether a label alone does not say which paragraph is meant. */
  several: boolean
  /** Of the texts compared. */
  lang: string | undefined
  dir: 'rtl' | 'auto'
  /** The words of the report, in the language of its reader. */
  say: Say
  /** How the documents set their words, where they are at hand. */
  rich?: Record<SideName, RichSide> | undefined
}

/** Number, name and place the changes of a diff. */
export function pageOf(diff: Diff, language: string | null, say: Say): Page {
  const all = flatten(diff.changes)
  const left = departures(diff.changes)
  const own = anchors(all)
  return {
    anchors: own,
    ends: { old: endsOf(all, own, 'old'), new: endsOf(all, own, 'new') },
    departures: left,
    raised: raised(diff.changes, left),
    several: hasSeveral(diff),
    lang: language ?? undefined,
    // A text may be in another language than it was taken for: only where lines run is left to it.
    dir: language !== null && directionOf(language) === 'rtl' ? 'rtl' : 'auto',
    say,
  }
}

function endsOf(
  all: readonly Change[],
  anchors: ReadonlyMap<Change, string>,
  side: 'old' | 'new',
): Map<string, string> {
  return new Map(
    all.flatMap((change) =>
      change[side].map((label) => [placeOf(change, label), anchors.get(change) ?? ''] as const),
    ),
  )
}

function placeOf({ resolution = '' }: Pick<Change, 'resolution'>, label: string): string {
  return `${resolution} ${label}`
}

/**
 * Write "now in OP4" with a link to OP4.
 *
 * Given the words, the paragraph that they are said of, and what left for another paragraph or came from it.
 */
export function withEnds(
  words: string,
  change: Change,
  ends: readonly Pick<Change, 'wentTo' | 'cameFrom'>[],
  page: Page,
): (ElementContent | string)[] {
  for (const { wentTo, cameFrom } of ends) {
    const [label, side] = wentTo === undefined ? [cameFrom, 'old' as const] : [wentTo, 'new' as const]
    const href = label === undefined ? undefined : page.ends[side].get(placeOf(change, label))
    const at = label === undefined ? -1 : words.indexOf(label)
    // OP1 is not in OP12.
    if (
      label === undefined ||
      href === undefined ||
      at < 0 ||
      /^[\p{L}\p{N}]/u.test(words.slice(at + label.length))
    )
      continue
    const [before, after] = [words.slice(0, at), words.slice(at + label.length)]
    return [clean(before), h('a', { href: `#${href}` }, h('bdi', clean(label))), clean(after)].filter(
      (part) => part !== '',
    )
  }
  return [clean(words)]
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
