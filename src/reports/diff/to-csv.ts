/** A diff as CSV: a row a paragraph. */
import { type Change, type Diff, flatten, type PhraseChange, sideText } from '../../model/change.js'
import { toCsv } from '../csv.js'
import { factWords } from './words.js'

const columns: readonly (readonly [name: string, value: (change: Change) => string])[] = [
  ['kind', ({ kind }) => kind],
  ['role', ({ role }) => role],
  ['old', ({ old }) => old.join(' ')],
  ['new', ({ new: now }) => now.join(' ')],
  ['moved', ({ moved }) => String(moved)],
  ['renumbered', ({ renumbered }) => String(renumbered)],
  ['similarity', ({ similarity }) => String(similarity)],
  ['shift', ({ phrases }) => phrases.map(({ shift }) => shift).join('; ')],
  ['oldVerb', ({ phrases }) => verbs(phrases, 'old')],
  ['newVerb', ({ phrases }) => verbs(phrases, 'new')],
  ['facts', ({ facts }) => facts.map(factWords).join('; ')],
  ['resolution', ({ resolution }) => resolution ?? ''],
  ['oldText', ({ edits }) => sideText(edits, 'delete')],
  ['newText', ({ edits }) => sideText(edits, 'insert')],
]

function verbs(phrases: readonly PhraseChange[], side: 'old' | 'new'): string {
  return phrases.map((phrase) => phrase[side] ?? '').join('; ')
}

/**
 * Write a diff as CSV (RFC 4180).
 *
 * Ensures a heading, then a row for each paragraph and sub-paragraph, in the
 * order of the redline; several values in one cell are parted by semicolons.
 */
export function diffToCsv(diff: Diff): string {
  const rows = flatten(diff.changes).map((change) => columns.map(([, value]) => value(change)))
  return toCsv([columns.map(([name]) => name), ...rows])
}
