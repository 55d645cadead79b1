/** A diff as CSV: a row a paragraph. */

import { sayIn } from '../../language/interface.js'
import {
  type Change,
  type Diff,
  type Edit,
  flatten,
  type MatterChange,
  type PhraseChange,
  sideText,
} from '../../model/change.js'
import { toCsv } from '../csv.js'
import { factWords } from './words.js'

/** What a row shows: a paragraph, or a text outside paragraphs, whose role is its place. */
type CsvRow = Omit<Change, 'role'> & { role: string }

const columns: readonly (readonly [name: string, value: (change: CsvRow) => string])[] = [
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
  ['facts', ({ facts }) => facts.map((fact) => factWords(fact, sayIn())).join('; ')],
  ['routine', ({ routine }) => String(routine)],
  ['resolution', ({ resolution }) => resolution ?? ''],
  ['by', ({ by = [] }) => by.join('; ')],
  ['wentTo', (change) => ends(change, 'wentTo')],
  ['cameFrom', (change) => ends(change, 'cameFrom')],
  ['oldText', ({ edits }) => sideText(edits, 'delete')],
  ['newText', ({ edits }) => sideText(edits, 'insert')],
]

function verbs(phrases: readonly PhraseChange[], side: 'old' | 'new'): string {
  return phrases.map((phrase) => phrase[side] ?? '').join('; ')
}

/** Where a paragraph or its clauses went, or came from. */
function ends({ phrases, ...change }: CsvRow, which: 'wentTo' | 'cameFrom'): string {
  return [change, ...phrases].flatMap((one) => one[which] ?? []).join('; ')
}

/**
 * Write a diff as CSV (RFC 4180).
 *
 * Ensures a heading, then a row for each paragraph and sub-paragraph, in the
 * order of the redline, then one for each text outside paragraphs that changed; several values in one cell are parted by semicolons.
 */
export function diffToCsv(diff: Diff): string {
  return toCsv([names, ...rowsOf(diff)])
}

/** Write what each author proposed as CSV: the author's name opens the row, and what two proposed has two rows. */
export function diffToCsvByAuthor(apart: readonly { author: string; diff: Diff }[]): string {
  const rows = apart.flatMap(({ author, diff }) => rowsOf(diff).map((cells) => [author, ...cells]))
  return toCsv([['author', ...names], ...rows])
}

const names = columns.map(([name]) => name)

function rowsOf({ changes, matter }: Diff): string[][] {
  return [...flatten(changes), ...matter.map(row)].map((change) => columns.map(([, value]) => value(change)))
}

function row({ kind, place, resolution, routine, edits, by = [] }: MatterChange): CsvRow {
  const none = { old: [], new: [], oldRows: [], newRows: [], phrases: [], facts: [] }
  const named = resolution === undefined ? {} : { resolution }
  return {
    ...none,
    ...named,
    kind,
    role: place,
    moved: false,
    renumbered: false,
    routine,
    by,
    similarity: similarityOf(edits),
    edits,
  }
}

/** Share of the characters of both texts that were kept. */
function similarityOf(edits: readonly Edit[]): number {
  const size = (op: Edit['op']) =>
    edits.reduce((total, edit) => total + (edit.op === op ? edit.text.length : 0), 0)
  const [kept, all] = [2 * size('equal'), 2 * size('equal') + size('delete') + size('insert')]
  return all === 0 ? 0 : Math.round((1000 * kept) / all) / 1000
}
