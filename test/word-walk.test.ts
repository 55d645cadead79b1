/** One walk gives what is read and what is edited: they cannot drift apart. */
import test from 'ava'
import { WordDocument } from '../src/formats/word/package/document.js'
import { Manuscript } from '../src/formats/word/package/manuscript.js'
import { readingOf } from '../src/formats/word/package/reading.js'
import { fromDocx } from '../src/formats/word/read/from-docx.js'
import { levels, numbered, p, r, word } from './support/word.js'

const numbering = `<w:abstractNum w:abstractNumId="0">${levels(['decimal', '%1.'])}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>`
const cell = (...content: string[]) => `<w:tc>${content.join('')}</w:tc>`
const row = (...cells: string[]) => `<w:tr>${cells.join('')}</w:tr>`
const lines = '<w:tblPr><w:tblBorders><w:top w:val="single"/></w:tblBorders></w:tblPr>'
const box = (content: string) =>
  `<w:r><w:pict><v:textbox><w:txbxContent>${content}</w:txbxContent></v:textbox></w:pict></w:r>`
const body = [
  p('The Conference of the Parties,'),
  p(r('Keeps the lamps'), numbered(1)),
  p(`${box(p('In the box', numbered(1)))}${r('beside the box')}`, numbered(1)),
  `<w:tbl>${lines}${row(cell(p('Lamp')), cell(p('Oil')))}${row(cell(p('Skerry', numbered(1)), `<w:tbl>${row(cell(p('nested')), cell(p('table')))}</w:tbl>`), cell(p('40')))}</w:tbl>`,
  `<w:sdt><w:sdtContent>${p('In a control', numbered(1))}</w:sdtContent></w:sdt>`,
].join('')

test('a paragraph has one number and one place, whether it is read or edited', (t) => {
  const document = new WordDocument(word({ body, numbering }), { name: 'walk.docx' })
  const read = fromDocx(document, { name: 'walk.docx' }).blocks
  const edited = new Manuscript(document).paragraphs
  const at = new Map(edited.map((one) => [one.number, one]))
  for (const { kind, text, source } of read) {
    if (kind === 'table') continue
    const one = at.get(source?.paragraph ?? 0)
    t.is(one && one.label + one.text.trim(), text.value)
  }
  t.deepEqual(
    read.map(({ text }) => text.value),
    [
      'The Conference of the Parties,',
      '1.\tKeeps the lamps',
      '2.\tIn the box',
      '3.\tbeside the box',
      '',
      '5.\tIn a control',
    ],
  )
  t.deepEqual(
    edited.map(({ label, text }) => label + text),
    [
      'The Conference of the Parties,',
      '1.\tKeeps the lamps',
      '2.\tIn the box',
      '3.\tbeside the box',
      'Lamp',
      'Oil',
      '4.\tSkerry',
      'nested',
      'table',
      '40',
      '5.\tIn a control',
    ],
  )
})

test('a document is read once on each side', (t) => {
  const document = new WordDocument(word({ body, numbering }), { name: 'walk.docx' })
  t.is(readingOf(document, 'final'), readingOf(document, 'final'))
  const other = document.with(new Map([['word/numbering.xml', '<w:numbering xmlns:w="w"/>']]))
  const [, lamps] = new Manuscript(other).paragraphs
  t.is(lamps?.label, '')
  t.is(other.word.main, document.word.main, 'a part that is not replaced is parsed once')
})

test('a paragraph whose end is hidden keeps its number before the words that go on in its line', (t) => {
  const hidden = `${numbered(1)}<w:rPr><w:vanish/><w:specVanish/></w:rPr>`
  const { blocks } = fromDocx(
    word({ numbering, body: p('Lamps.', hidden) + p(' Keeps them lit') + p('Paints them', numbered(1)) }),
    { name: 'separator.docx' },
  )
  t.deepEqual(
    blocks.map(({ text }) => text.value),
    ['1.\tLamps. Keeps them lit', '2.\tPaints them'],
  )
})
