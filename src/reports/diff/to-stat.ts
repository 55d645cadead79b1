/** A diff on one screen: a line for each paragraph that changed, with the words cut and added. */

import { sayIn } from '../../language/interface.js'
import { type Change, type Diff, type Edit, flatten } from '../../model/change.js'
import { listed, type Say } from '../../model/words.js'
import { clean } from '../clean.js'
import { arrowed } from '../direction.js'
import { columns, fitted, padded, paint } from '../terminal.js'
import { names, placeName, totals } from './words.js'

export interface DiffStatOptions {
  /** Columns of a line. Default 80. */
  width?: number
  /** ANSI colours. Default false. */
  color?: boolean
  /** Language of the report's own words: ar, en, es, fr, ru or zh. Default en. */
  ui?: string | undefined
  /** The opening words of each row of both texts, to know a paragraph by that kept its verb. */
  phrases?: Readonly<Record<'old' | 'new', readonly (string | undefined)[]>>
}

/** What a bar may take: beyond it one sign stands for several words. */
const widestBar = 24
/** What the words about a change may take at the least. */
const leastRoom = 12

interface Line {
  name: string
  told: string
  cut: number
  added: number
}

/**
 * Write a diff as a table of changes, as `git diff --stat` does for files.
 *
 * Ensures a line for each paragraph that changed or moved, and the totals.
 */
export function diffToStat(diff: Diff, options: DiffStatOptions = {}): string {
  const { width = 80, color = false, phrases, ui } = options
  const say = sayIn(ui)
  const lines = diff.changes
    .filter((change) => change.kind !== 'unchanged' || change.moved)
    .map((change) => line(change, phrases, say))
  const name = Math.max(0, ...lines.map((each) => columns(each.name)))
  const count = Math.max(0, ...lines.map(({ cut, added }) => String(cut + added).length))
  const most = Math.max(1, ...lines.map(({ cut, added }) => cut + added))
  const bar = Math.min(widestBar, most)
  const room = Math.max(leastRoom, width - name - count - bar - 8)
  const shown = lines.map(({ name: label, told, cut, added }) => {
    const words = fitted(told, room)
    const signs = (words: number) => (words === 0 ? 0 : Math.max(1, Math.round((words * bar) / most)))
    const bars =
      paint('+'.repeat(signs(added)), 'strong', color) + paint('-'.repeat(signs(cut)), 'weak', color)
    return ` ${padded(label, name)}  ${padded(words, room)} | ${String(cut + added).padStart(count)} ${bars}`.trimEnd()
  })
  const front = diff.front.map(({ field }) => say(`field_${field}`))
  const places = [...new Set(diff.matter.map((change) => placeName(change, say)))]
  if (places.length > 0)
    shown.push(` ${clean(say('told', { name: say('outside_paragraphs'), words: listed(places, say) }))}`)
  if (front.length > 0) shown.push(` ${say('told', { name: say('d_front'), words: listed(front, say) })}`)
  return `${[...shown, ` ${totals(diff, say)}`].join('\n')}\n`
}

function line(change: Change, phrases: DiffStatOptions['phrases'], say: Say): Line {
  const all = flatten([change])
  const edits = all.flatMap((part) => part.edits)
  const verbs = all.flatMap(({ phrases }) =>
    phrases.map(({ old, new: now, shift }) =>
      say('told', { name: say(shift), words: arrowed([old, now].flatMap((verb) => verb ?? [])) }),
    ),
  )
  const happened = [
    change.kind === 'modified' || change.kind === 'unchanged' ? '' : say(change.kind),
    change.moved ? say('moved') : '',
    change.routine ? say('routine') : '',
  ]
  const kept = phrases?.new[change.newRows[0] ?? -1] ?? phrases?.old[change.oldRows[0] ?? -1] ?? ''
  return {
    name: clean(names(change, say)),
    // A paragraph that kept its verb is known by it.
    told: clean(
      [...happened, ...(verbs.length > 0 ? verbs : [kept])].filter((word) => word !== '').join(say('comma')),
    ),
    cut: words(edits, 'delete'),
    added: words(edits, 'insert'),
  }
}

function words(edits: readonly Edit[], op: Edit['op']): number {
  return edits.reduce(
    (total, edit) => total + (edit.op === op ? (edit.text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0) : 0),
    0,
  )
}
