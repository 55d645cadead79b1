/** CSV as RFC 4180 has it. */

/**
 * Write rows as CSV.
 *
 * A text that a spreadsheet would run as a formula gets an apostrophe before it:
 * drafts come from others.
 */
export function toCsv(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('')
}

function cell(value: string): string {
  const safe = /^[=+\-@\t\r]/u.test(value) ? `'${value}` : value
  return /[",\r\n]/u.test(safe) ? `"${safe.replace(/"/gu, '""')}"` : safe
}
