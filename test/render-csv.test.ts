/** Diffs as CSV. */
import test from 'ava'
import fc from 'fast-check'
import { flatten, sideText } from '../src/model/change.js'
import { clean } from '../src/reports/clean.js'
import { toCsv } from '../src/reports/csv.js'
import { diffToCsv } from '../src/reports/diff/to-csv.js'
import { hostileText } from './support/hostile-diffs.js'
import { runs } from './support/properties.js'
import { result } from './support/report.js'

/** Cells as RFC 4180 has them. */
function read(csv: string): string[][] {
  const rows: string[][] = [[]]
  const cell = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|$)/gy
  for (let at = 0; at < csv.length; at = cell.lastIndex) {
    cell.lastIndex = at
    const [, quoted, plain = '', end] = cell.exec(csv) ?? []
    if (end === undefined) throw new Error(`no cell at ${at}`)
    rows.at(-1)?.push(quoted?.replaceAll('""', '"') ?? plain)
    if (end === '\r\n') rows.push([])
  }
  return rows.slice(0, -1)
}

test('csv: a row a paragraph, sub-paragraphs too, with both texts', (t) => {
  const [head = [], ...rows] = read(diffToCsv(result))
  const all = flatten(result.changes)
  t.is(rows.length, all.length + result.matter.length)
  t.deepEqual(head.slice(0, 7), ['kind', 'role', 'old', 'new', 'moved', 'renumbered', 'similarity'])
  const column = (name: string, row: string[]) => row[head.indexOf(name)]
  for (const [index, change] of all.entries()) {
    const row = rows[index] ?? []
    t.is(row.length, head.length)
    t.is(column('kind', row), change.kind)
    t.is(column('oldText', row), sideText(change.edits, 'delete'))
    t.is(column('newText', row), sideText(change.edits, 'insert'))
    t.is(column('moved', row), String(change.moved))
    t.is(column('shift', row), change.phrases.map(({ shift }) => shift).join('; '))
  }
  t.true(rows.some((row) => column('shift', row) === 'weaker' && column('newVerb', row) === 'Encourages'))
})

/** Without the apostrophes that keep a text from being a formula. */
function bare(cell: string): string {
  return cell.replace(/(?<=(?:^|[;\t\n])\s*)'+(?=[=+\-@＝＋－＠])/gu, '')
}

test('csv: a spreadsheet that parts cells at semicolons finds no formula behind one', (t) => {
  const written = toCsv([['draft.md', 'Urges States; =HYPERLINK("x")', 'a;\t@SUM(1);-2+3', 'half; half']])
  for (const piece of written.split(/[;\t\r\n]/u)) t.notRegex(piece, /^["\s]*[=+\-@＝＋－＠]/u, piece)
  t.true(written.includes('"half; half"'))
})

test('csv: any text can be read back, and none is a formula or a command', (t) => {
  t.notThrows(() =>
    fc.assert(
      fc.property(
        fc.array(fc.array(hostileText, { minLength: 3, maxLength: 3 }), { minLength: 1 }),
        (rows) => {
          const found = read(toCsv(rows))
          return (
            found.length === rows.length &&
            found.every((row, y) => row.every((cell, x) => bare(cell) === bare(clean(rows[y]?.[x] ?? '')))) &&
            found.flat().every((cell) => !/^\s*[=+\-@＝＋－＠]/u.test(cell))
          )
        },
      ),
      { numRuns: runs(200) },
    ),
  )
})
