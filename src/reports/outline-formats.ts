/** Outlines as a table for people, as CSV and as Markdown. */

import { clean, cleanName } from './clean.js'
import { toCsv } from './csv.js'
import { table, writeMarkdown } from './markdown.js'
import type { Outline, OutlineRow } from './outline.js'
import { columns, fitted, padded, paint, type Style } from './terminal.js'

type Named = Outline & { file: string }

export interface OutlineTableOptions {
  /** Columns of a line. */
  width: number
  /** ANSI colours. Default false. */
  color?: boolean
}

/** Columns left for the text even on a narrow terminal. */
const leastText = 20
/** Columns of the longest opening words that are shown whole: "Expressing its deep appreciation to" has 35. */
const mostPhrase = 32

/** Write an outline as a table that fits the width, under heads of the columns; long texts are cut. */
export function outlineToTable(outline: Named, { width, color = false }: OutlineTableOptions): string {
  const heads = { label: 'LABEL', phrase: 'OPENING', text: 'TEXT' }
  const rows = outline.rows.map((row) => ({
    label: clean(row.label),
    phrase: clean(row.phrase ?? ''),
    text: clean(rest(row)),
    heading: row.role === 'heading',
  }))
  const labels = Math.max(...[heads, ...rows].map(({ label }) => columns(label)))
  const phrases = Math.min(mostPhrase, Math.max(...[heads, ...rows].map(({ phrase }) => columns(phrase))))
  const room = Math.max(leastText, width - labels - phrases - 4)
  const line = (cells: typeof heads, label: Style, phrase: Style, text: Style) =>
    [
      paint(padded(fitted(cells.label, labels), labels), label, color),
      paint(padded(fitted(cells.phrase, phrases), phrases), phrase, color),
      paint(fitted(cells.text, room), text, color),
    ]
      .join('  ')
      .trimEnd()
  const lines = rows.map((row) => line(row, 'dim', 'bold', row.heading ? 'bold' : 'plain'))
  return `${[heading(outline, color), line(heads, 'dim', 'dim', 'dim'), ...lines].join('\n')}\n`
}

/** What follows the opening words, which have a column of their own. */
function rest({ phrase, text }: OutlineRow): string {
  return phrase && text.startsWith(phrase) ? text.slice(phrase.length).trim() : text
}

function heading(outline: Named, color: boolean): string {
  const { file, symbol, title, kind, language, sponsors, footnotes } = outline
  const facts = [symbol, kind, language, count(sponsors.length, 'sponsor'), count(footnotes, 'note')]
  return [
    cleanName(file),
    title === null ? null : paint(clean(title), 'bold', color),
    clean(facts.filter((fact) => fact !== null && fact !== '').join(' · ')),
    '',
  ]
    .filter((line) => line !== null)
    .join('\n')
}

function count(number: number, noun: string): string {
  return number === 0 ? '' : `${number} ${noun}${number === 1 ? '' : 's'}`
}

const fields = ['label', 'role', 'number', 'phrase', 'verb', 'text', 'resolution'] as const

/** The heading above `outlineToCsv`, once for all documents. */
export const csvHeading = toCsv([['file', ...fields, 'addressees', 'citations']])

/** Write an outline as CSV (RFC 4180) without heading, a row a paragraph, the file's name first. */
export function outlineToCsv({ file, rows }: Named): string {
  return toCsv(
    rows.map((row) => [
      file,
      ...fields.map((field) => row[field] ?? ''),
      (row.addressees ?? []).join('; '),
      (row.citations ?? []).map(({ target }) => target).join('; '),
    ]),
  )
}

/** Write an outline as a table of Markdown. */
export function outlineToMarkdown(outline: Named): string {
  const title = outline.title ?? outline.symbol ?? outline.file
  const rows = outline.rows.map(({ label, role, phrase = '', text }) => [label, role, phrase, text])
  return writeMarkdown([
    { type: 'heading', depth: 2, children: [{ type: 'text', value: title }] },
    table([['label', 'role', 'phrase', 'text'], ...rows]),
  ])
}
