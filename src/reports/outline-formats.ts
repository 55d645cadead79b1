/** Outlines as a table for people, as CSV and as Markdown. */
import { toCsv } from './csv.js'
import { table, writeMarkdown } from './markdown.js'
import type { Outline, OutlineRow } from './outline.js'
import { columns, fitted, padded } from './terminal.js'

type Named = Outline & { file: string }

/** Columns left for the text even on a narrow terminal. */
const leastText = 20

/** Write an outline as a table that fits the width; long texts are cut. */
export function outlineToTable(outline: Named, width: number): string {
  const { rows } = outline
  const labels = Math.max(5, ...rows.map(({ label }) => columns(label)))
  const phrases = Math.min(32, Math.max(6, ...rows.map(({ phrase = '' }) => columns(phrase))))
  const room = Math.max(leastText, width - labels - phrases - 4)
  const lines = rows.map((row) => {
    const phrase = padded(fitted(row.phrase ?? '', phrases), phrases)
    return `${padded(row.label, labels)}  ${phrase}  ${fitted(rest(row), room)}`.trimEnd()
  })
  return `${[heading(outline), ...lines].join('\n')}\n`
}

/** What follows the opening words, which have a column of their own. */
function rest({ phrase, text }: OutlineRow): string {
  return phrase && text.startsWith(phrase) ? text.slice(phrase.length).trim() : text
}

function heading({ file, symbol, title, kind, language, sponsors, footnotes }: Named): string {
  const facts = [symbol, kind, language, count(sponsors.length, 'sponsor'), count(footnotes, 'note')]
  return [file, title, facts.filter((fact) => fact !== null && fact !== '').join(' · '), '']
    .filter((line) => line !== null)
    .join('\n')
}

function count(number: number, noun: string): string {
  return number === 0 ? '' : `${number} ${noun}${number === 1 ? '' : 's'}`
}

const fields = ['label', 'role', 'number', 'phrase', 'verb', 'text', 'resolution'] as const

/** The heading above `outlineToCsv`, once for all documents. */
export const csvHeading = toCsv([['file', ...fields]])

/** Write an outline as CSV (RFC 4180) without heading, a row a paragraph, the file's name first. */
export function outlineToCsv({ file, rows }: Named): string {
  return toCsv(rows.map((row) => [file, ...fields.map((field) => row[field] ?? '')]))
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
