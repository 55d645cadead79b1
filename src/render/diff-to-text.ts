/** A diff as a redline for the terminal, with a ledger of verbs at its end. */
import {
  type Change,
  type Diff,
  type Fact,
  type FrontChange,
  flatten,
  type PhraseChange,
  type Shift,
} from '../change.js'
import { clean, columns, paint, redline, type Style } from './redline.js'

export interface DiffTextOptions {
  /** Columns of a line; 0 for no wrapping. Default 80. */
  width?: number
  /** ANSI colours; without them cut words stand in [-…-], added ones in {+…+}. Default false. */
  color?: boolean
}

interface Page {
  width: number
  color: boolean
  lines: string[]
}

const signs: Record<Shift, readonly [sign: string, style: Style]> = {
  weaker: ['↓', 'weak'],
  stronger: ['↑', 'strong'],
  lateral: ['↔', 'plain'],
  stance: ['◇', 'plain'],
  enumerator: ['·', 'dim'],
  contested: ['?', 'bold'],
  added: ['+', 'strong'],
  dropped: ['−', 'weak'],
}
const kindSigns: Record<Change['kind'], readonly [sign: string, style: Style]> = {
  unchanged: ['=', 'plain'],
  modified: ['~', 'bold'],
  inserted: ['+', 'strong'],
  deleted: ['-', 'weak'],
  split: ['<', 'bold'],
  merged: ['>', 'bold'],
}
/** Facts that the redline itself does not show. */
const told: readonly Fact['kind'][] = ['hedge', 'obligation', 'footnote', 'reference']

/**
 * Write a diff as text.
 *
 * Ensures every change of words, verb, place or number is shown; unchanged
 * paragraphs are folded into one line. Says so where nothing changed.
 */
export function diffToText(diff: Diff, options: DiffTextOptions = {}): string {
  const page: Page = { width: options.width ?? 80, color: options.color ?? false, lines: [] }
  heading(diff, page)
  for (const front of diff.front) frontLine(front, page)
  if (diff.front.length > 0) page.lines.push('')
  paragraphs(diff.changes, 0, page)
  ledger(diff, page)
  wrapped(totals(diff), 0, page, 'bold')
  return `${page.lines.join('\n')}\n`
}

function heading({ old, new: now }: Diff, page: Page): void {
  const symbols = [...new Set([old.symbol, now.symbol])].flatMap((symbol) => symbol ?? [])
  if (symbols.length > 0) page.lines.push(paint(clean(symbols.join(' → ')), 'bold', page.color))
  const title = now.title ?? old.title
  if (title !== null) wrapped(title, 0, page)
  if (page.lines.length > 0) page.lines.push('')
}

const fieldWidth = 14

function frontLine(front: FrontChange, page: Page): void {
  const name = front.field.replace(/[A-Z]/gu, (letter) => ` ${letter.toLowerCase()}`).padEnd(fieldWidth)
  const edits =
    front.field === 'sponsors'
      ? [
          { op: 'insert' as const, text: front.joined.join(', ') },
          { op: 'delete' as const, text: front.left.join(', ') },
        ]
      : [
          { op: 'delete' as const, text: front.old ?? '' },
          { op: 'insert' as const, text: front.new ?? '' },
        ]
  const [first, second] = edits.filter(({ text }) => text !== '')
  const shown = [first, first && second && { op: 'equal' as const, text: ' ' }, second].flatMap(
    (edit) => edit ?? [],
  )
  const lines = redline(shown, { width: page.width, color: page.color, indent: fieldWidth })
  page.lines.push(...lines.map((line, index) => (index === 0 ? name + line.slice(fieldWidth) : line)))
}

// ---------------------------------------------------------------- paragraphs

function paragraphs(changes: readonly Change[], indent: number, page: Page): void {
  let folded: Change[] = []
  const fold = () => {
    if (folded.length > 0) foldLine(folded, indent, page)
    folded = []
  }
  for (const change of changes) {
    const quiet =
      change.kind === 'unchanged' &&
      !change.moved &&
      !flatten([change]).some(({ facts }) => facts.some(isTold))
    const last = folded.at(-1)
    if (!quiet || (last && !follows(last, change))) fold()
    if (quiet) {
      folded.push(change)
      continue
    }
    paragraph(change, indent, page)
  }
  fold()
}

/** True if nothing stood between them in the old text either: what left is not in the range. */
function follows(before: Change, after: Change): boolean {
  const rows = (change: Change) => flatten([change]).flatMap(({ oldRows }) => oldRows)
  return Math.max(...rows(before)) + 1 === Math.min(...rows(after))
}

function isTold(fact: Fact): boolean {
  return told.includes(fact.kind)
}

function foldLine(changes: readonly Change[], indent: number, page: Page): void {
  const named = changes.filter((change) => change.new.length > 0)
  const range = (side: 'old' | 'new') => {
    const [first, last] = [named[0]?.[side][0] ?? '', named.at(-1)?.[side][0] ?? '']
    return first === last ? first : `${first}–${last}`
  }
  const [from, to] = [range('old'), range('new')]
  const names = named.length === 0 ? (changes[0]?.role ?? '') : from === to ? to : `${from} → ${to}`
  const margin = ' '.repeat(indent)
  page.lines.push(margin + paint(`  ${clean(names)} unchanged`, 'dim', page.color), '')
}

function paragraph(change: Change, indent: number, page: Page): void {
  const [sign, style] =
    change.moved && change.kind === 'unchanged' ? (['↕', 'bold'] as const) : kindSigns[change.kind]
  const margin = ' '.repeat(indent)
  const name = paint(`${sign} ${clean(names(change))}`, style, page.color)
  const notes = [...verdicts(change), ...change.facts.filter(isTold).map(factWords)]
  page.lines.push(
    `${margin}${name}${notes.length > 0 ? paint(` · ${clean(notes[0] ?? '')}`, 'dim', page.color) : ''}`,
  )
  for (const note of notes.slice(1)) wrapped(`· ${note}`, indent + 4, page)
  const plain = change.edits.every((edit) => edit.op === 'equal')
  if (plain) first(change, indent + 2, page)
  else page.lines.push(...redline(change.edits, { width: page.width, color: page.color, indent: indent + 2 }))
  page.lines.push('')
  if (change.parts) paragraphs(change.parts, indent + 4, page)
}

/** What stayed as it was is shown by its first line. */
function first(change: Change, indent: number, page: Page): void {
  const lines = redline(change.edits, { width: page.width, color: false, indent })
  const [line] = lines
  if (line === undefined) return
  page.lines.push(paint(lines.length > 1 ? `${line} …` : line, 'dim', page.color))
}

function names(change: Change): string {
  const [from, to] = [change.old.join(', '), change.new.join(', ')]
  if (from === '' && to === '') return change.role
  if (from === '' || to === '' || from === to) return to || from
  return `${from} → ${to}`
}

function verdicts(change: Change): string[] {
  const words: string[] = []
  if (change.kind !== 'modified' && change.kind !== 'unchanged') words.push(change.kind)
  if (change.moved) words.push('moved')
  if (change.oldRole !== undefined) words.push(`was ${change.oldRole}`)
  for (const { shift } of change.phrases) if (shift !== 'enumerator') words.push(`verb ${shift}`)
  return words.length > 0 ? [words.join(', ')] : []
}

function factWords({ kind, op, text, should }: Fact): string {
  if (op === 'stale') return `stale ${kind}: ${text}${should === undefined ? '' : `, now ${should}`}`
  return `${kind} ${op === 'insert' ? 'added' : 'dropped'}: ${text}`
}

// ---------------------------------------------------------------- ledger

function ledger(diff: Diff, page: Page): void {
  const entries = flatten(diff.changes).flatMap((change) =>
    change.phrases.map((phrase) => ({ label: change.new[0] ?? change.old[0] ?? '', phrase })),
  )
  if (entries.length === 0) return
  page.lines.push(paint('Verbs', 'bold', page.color))
  const label = Math.max(...entries.map((entry) => columns(entry.label)))
  const word = Math.max(...entries.map((entry) => entry.phrase.shift.length))
  for (const entry of entries) {
    const { shift } = entry.phrase
    const [sign, style] = signs[shift]
    const margin = `  ${clean(entry.label)}${' '.repeat(label - columns(entry.label))}  `
    const name = paint(`${sign} ${shift.padEnd(word)}`, style, page.color)
    const indent = margin.length + word + 4
    const words = redline([{ op: 'equal', text: phraseWords(entry.phrase) }], {
      width: page.width,
      color: false,
      indent,
    })
    page.lines.push(...words.map((line, at) => (at === 0 ? `${margin}${name}  ${line.slice(indent)}` : line)))
  }
  page.lines.push('')
}

function phraseWords({ old, new: now, scales }: PhraseChange): string {
  const words = old !== null && now !== null ? `${old} → ${now}` : (now ?? old ?? '')
  return scales ? `${words} (${scales.join(', ')} disagree)` : words
}

function totals({ changes, summary }: Diff): string {
  const counted = (
    ['modified', 'inserted', 'deleted', 'split', 'merged', 'moved', 'renumbered', 'unchanged'] as const
  )
    .filter((key) => summary[key] > 0)
    .map((key) => `${summary[key]} ${key}`)
  if (summary.unchanged === changes.length && summary.moved === 0)
    return ['No change of text', ...counted].join(': ')
  return counted.join(', ')
}

function wrapped(text: string, indent: number, page: Page, style: Style = 'plain'): void {
  const lines = redline([{ op: 'equal', text }], { width: page.width, color: false, indent })
  page.lines.push(...lines.map((line) => paint(line, style, page.color)))
}
