/** CSV as RFC 4180 has it. */
import { clean } from './clean.js'

/**
 * Write rows as CSV.
 *
 * A text that a spreadsheet would run as a formula gets an apostrophe before it: drafts come from
 * others. A sign in place of each control character. A cell is quoted wherever some country's
 * spreadsheet parts cells: at commas, semicolons or tabs. Such a spreadsheet takes no notice of a quote
 * that follows a comma, and parts the cell all the same: what would then be a formula gets one, too.
 */
export function toCsv(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('')
}

// The wide forms are taken for the plain ones where the spreadsheet is set to Chinese or Japanese.
const formula = /(?<=(?:^|[;\t\n])\s*)[=+\-@＝＋－＠]/gu

function cell(value: string): string {
  const text = clean(value)
  const safe = text.replace(formula, "'$&")
  return /[",;\t\n]/u.test(safe) ? `"${safe.replace(/"/gu, '""')}"` : safe
}
