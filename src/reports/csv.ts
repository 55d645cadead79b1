/** CSV as RFC 4180 has it. */
import { clean } from './clean.js'

/**
 * Write rows as CSV.
 *
 * A text that a spreadsheet would run as a formula gets an apostrophe before it: drafts come from
 * others. A sign in place of each control character. A cell is quoted wherever some country's
 * spreadsheet parts cells: at commas, semicolons or tabs.
 */
export function toCsv(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('')
}

// The wide forms are taken for the plain ones where the spreadsheet is set to Chinese or Japanese.
const formula = /^\s*[=+\-@＝＋－＠]/u

function cell(value: string): string {
  const text = clean(value)
  const safe = formula.test(text) ? `'${text}` : text
  return /[",;\t\n]/u.test(safe) ? `"${safe.replace(/"/gu, '""')}"` : safe
}
