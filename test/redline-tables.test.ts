/** Tables in a redline from another format: rows and cells are those of the base, however the format wrote them. */
import test, { type ExecutionContext } from 'ava'
import { strFromU8, unzipSync } from 'fflate'
import type { Format } from '../src/formats/index.js'
import { parse, redline, rows, toAkn, toMarkdown, toText } from '../src/index.js'
import { p, r, word } from './support/word.js'
import { wordFaults } from './support/word-check.js'

const options = { author: 'Keeper', date: '2041-10-06T09:00:00Z' }
const cell = (content: string, properties = '') => `<w:tc><w:tcPr>${properties}</w:tcPr>${content}</w:tc>`
const row = (...cells: string[]) => `<w:tr>${cells.join('')}</w:tr>`
const border = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV']
  .map((side) => `<w:${side} w:val="single" w:sz="4"/>`)
  .join('')
const table = (...all: string[]) =>
  `<w:tbl><w:tblPr><w:tblBorders>${border}</w:tblBorders></w:tblPr><w:tblGrid><w:gridCol/><w:gridCol/><w:gridCol/></w:tblGrid>${all.join('')}</w:tbl>`

const base = word(
  [
    p('The General Assembly,'),
    p('1. Approves the following amounts:'),
    table(
      row(cell(p('Item')), cell(p('Lamps and wicks'), '<w:gridSpan w:val="2"/>')),
      row(
        cell(p('Oil') + p('of the best kind')),
        cell(p('')),
        cell(p(`${r('1,200')}<w:r><w:br/></w:r>${r('(dollars)')}`)),
      ),
      row(
        cell(p('Glass')),
        cell(table(row(cell(p('a')), cell(p('b'))), row(cell(p('c')), cell(p('d')))) + p('')),
        cell(p('3')),
      ),
    ),
    p('2. Decides to remain seized.'),
  ].join(''),
)
const written: Partial<Record<Format, typeof toText>> = { markdown: toMarkdown, text: toText, akn: toAkn }

/** The runs that were cut and added, and the redline read with all accepted. */
async function revise(t: ExecutionContext, change: (text: string) => string) {
  const { tree } = await parse(base, { name: 'base.docx', language: 'en' })
  const text = change(toMarkdown(tree))
  const result = await redline(
    base,
    (await parse(text, { format: 'markdown', language: 'en' })).tree,
    options,
  )
  t.deepEqual(wordFaults(result), wordFaults(base))
  const xml = strFromU8(unzipSync(result)['word/document.xml'] as Uint8Array)
  const marks = [...xml.matchAll(/<w:(ins|del)\s[^>]*[^/]>(.*?)<\/w:\1>/gu)].map(
    ([, kind, runs = '']) => `${kind} ${runs.replace(/<[^>]*>/gu, '')}`,
  )
  t.is(toMarkdown((await parse(result, { name: 'x.docx', language: 'en' })).tree), text)
  return { marks, xml }
}

test('a table is the same in every format: cells of several paragraphs, spans, tables in cells', async (t) => {
  const { tree } = await parse(base, { name: 'base.docx', language: 'en' })
  for (const [format, write] of Object.entries(written) as [Format, typeof toText][]) {
    const other = await parse(write(tree), { format, name: format, language: 'en' })
    t.deepEqual(
      rows(other.tree).map(({ text }) => text.trim()),
      rows(tree).map(({ text }) => text.trim()),
    )
    t.deepEqual(unzipSync(await redline(base, other.tree, options)), unzipSync(base), format)
  }
})

test('a figure changes in its cell, and in that paragraph of it alone', async (t) => {
  t.deepEqual((await revise(t, (text) => text.replace('1,200', '1,300'))).marks, ['del 1,200', 'ins 1,300'])
  t.deepEqual((await revise(t, (text) => text.replace('the best kind', 'the cheap kind'))).marks, [
    'del best',
    'ins cheap',
  ])
  t.deepEqual((await revise(t, (text) => text.replace('| Glass', '| Clear glass'))).marks.length, 2)
})

test('rows come and go whole', async (t) => {
  const more = await revise(t, (text) => text.replace('| Glass', '| Tar | 5 | 6 |\n| Glass'))
  t.deepEqual(more.marks, ['ins Tar', 'ins 5', 'ins 6'])
  t.regex(more.xml, /<w:tr><w:trPr><w:ins /u)
  const less = await revise(t, (text) => text.replace(/^\| Glass.*\n/mu, ''))
  t.true(less.marks.every((mark) => mark.startsWith('del ')))
})

test('a cell gets a paragraph at its end, or loses one: the mark that ends it stays', async (t) => {
  const document = (...cells: string[][]) =>
    word(
      p('The General Assembly,') +
        p('1. Approves the following amounts:') +
        table(row(...cells.map((lines) => cell(lines.map((line) => p(line)).join(''))))) +
        p('2. Decides to remain seized.'),
    )
  const [one, two] = [document(['Oil'], ['1,200']), document(['Oil'], ['1,200', 'dollars'])]
  for (const [old, now, mark] of [
    [one, two, 'ins'],
    [two, one, 'del'],
  ] as const) {
    const result = await redline(old, now, options)
    t.deepEqual(wordFaults(result), wordFaults(old))
    const xml = strFromU8(unzipSync(result)['word/document.xml'] as Uint8Array)
    // The mark between the two is revised, and the words of the second.
    t.is(xml.match(/<w:(?:ins|del) /gu)?.length, 2)
    t.regex(
      xml,
      new RegExp(`<w:rPr><w:${mark} [^>]*/></w:rPr></w:pPr><w:r><w:t xml:space="preserve">1,200`, 'u'),
    )
  }
})
