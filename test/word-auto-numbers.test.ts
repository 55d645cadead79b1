/** Numbers that Word counts in fields, and figures that are raised. */
import test from 'ava'
import { AutoNumbers } from '../src/formats/word/package/auto-numbers.js'
import { fromDocx } from '../src/formats/word/read/from-docx.js'
import { outline, parse } from '../src/index.js'
import { p, r, type WordParts, word } from './support/word.js'

const field = (instruction: string, result?: string) =>
  [
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r>',
    `<w:r><w:instrText xml:space="preserve"> ${instruction} </w:instrText></w:r>`,
    result === undefined ? '' : `<w:r><w:fldChar w:fldCharType="separate"/></w:r>${r(result)}`,
    '<w:r><w:fldChar w:fldCharType="end"/></w:r>',
  ].join('')
const texts = (parts: WordParts | string) =>
  fromDocx(word(parts), { name: 'draft.docx' }).blocks.map(({ text }) => text.value)

test('AUTONUM counts paragraphs, in the form that it is asked for', (t) => {
  const all = ['AUTONUM', 'AUTONUM \\* ROMAN', 'AUTONUM \\* alphabetic \\s )', 'AUTONUMLGL \\e'].map((one) =>
    p(`${field(one)}<w:r><w:tab/></w:r>${r('Lights the lamps;')}`),
  )
  t.deepEqual(
    texts(all.join('')).map((text) => text.split('\t')[0]),
    ['1.', 'II.', 'c)', '4'],
  )
})

test('AUTONUM counts headings by their level, and what is below them anew', (t) => {
  const numbers = new AutoNumbers()
  const at = (outline: number | undefined, name: string) => {
    numbers.enter({ outline, level: undefined })
    return numbers.next(` ${name} `)
  }
  const found = [
    at(1, 'AUTONUMLGL'),
    at(2, 'AUTONUMLGL'),
    at(2, 'AUTONUMLGL'),
    at(undefined, 'AUTONUMLGL'),
    at(1, 'AUTONUMLGL'),
    at(undefined, 'AUTONUMLGL'),
    at(1, 'AUTONUMOUT'),
    at(2, 'AUTONUMOUT'),
  ]
  t.deepEqual(found, ['1.', '1.1.', '1.2.', '1.2.1.', '2.', '2.1.', 'III.', 'A.'])
})

test('LISTNUM counts in its list, one level deeper in a numbered paragraph, and where it is told to', (t) => {
  const numbers = new AutoNumbers()
  const at = (level: number | undefined, ...fields: string[]) => {
    numbers.enter({ outline: undefined, level })
    return fields.map((one) => numbers.next(one))
  }
  t.deepEqual(at(undefined, 'LISTNUM', 'LISTNUM'), ['1)', 'a)'])
  t.deepEqual(at(undefined, 'LISTNUM \\l 1', 'LISTNUM \\l 3'), ['2)', 'i)'])
  t.deepEqual(at(1, 'LISTNUM'), ['a)'])
  t.deepEqual(at(undefined, 'LISTNUM NumberDefault \\l 4 \\s 7'), ['(7)'])
  t.deepEqual(at(undefined, 'LISTNUM OutlineDefault \\l 1', 'LISTNUM "LegalDefault" \\l 2'), ['I.', '1.1.'])
})

test('SEQ is read as it was last printed, and counted where it never was', (t) => {
  t.deepEqual(
    texts(
      [
        p(`${r('Table ')}${field('SEQ Table \\* ARABIC', '1')}`),
        p(`${r('Figure ')}${field('SEQ Figure')}`),
        p(`${r('Table ')}${field('SEQ Table \\* ROMAN')}`),
        p(`${r('Table ')}${field('SEQ Table \\c')}`),
        p(`${r('Table ')}<w:fldSimple w:instr=" SEQ Table \\r 9 "/>`),
      ].join(''),
    ),
    ['Table 1', 'Figure 1', 'Table II', 'Table 2', 'Table 9'],
  )
})

test('operative paragraphs that fields number are numbered', async (t) => {
  const body = [
    p('The Conference of the Parties,'),
    p('Recalling its decision on lamps,'),
    ...['Urges Parties to keep them lit;', 'Decides to meet again.'].map((text) =>
      p(`${field('AUTONUM')}<w:r><w:tab/></w:r>${r(text)}`),
    ),
  ].join('')
  const { tree } = await parse(word(body), { name: 'draft.docx' })
  t.deepEqual(
    outline(tree).rows.map(({ label, number }) => [label, number]),
    [
      ['PP1', undefined],
      ['OP1', '1'],
      ['OP2', '2'],
    ],
  )
})

const raised = (text: string) => r(text, '<w:vertAlign w:val="superscript"/>')
const note = (id: number) =>
  `<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteReference w:id="${id}"/></w:r>`
const footnotes = [1, 2, 3]
  .map((id) => `<w:footnote w:id="${id}">${p(`See document ${id}.`)}</w:footnote>`)
  .join('')

test('a raised figure that is no reference is a figure, whatever notes there are', async (t) => {
  const body = [
    p('The Conference of the Parties,'),
    p(
      `${r('Noting the report')}${note(1)}${r(' on 40 km')}${raised('2')}${r(' and 3 km²')}${note(2)}${r(',')}`,
    ),
    p(`${r('1. Urges Parties to light 10')}${raised('3')}${r(' lamps')}${note(3)}${r('.')}`),
  ].join('')
  const { tree, messages } = await parse(word({ body, footnotes }), { name: 'draft.docx' })
  t.deepEqual(
    outline(tree).rows.map(({ text }) => text),
    ['Noting the report on 40 km2 and 3 km²,', 'Urges Parties to light 103 lamps.'],
  )
  t.deepEqual(messages.map(String), [])
  const other = await parse(
    word({ body: body.replace('raised', '').replace(raised('2'), raised('3')), footnotes }),
    {
      name: 'draft.docx',
    },
  )
  t.not(outline(other.tree).rows[0]?.text, outline(tree).rows[0]?.text)
})

test('a raised figure is a mark where its note was typed, and where the document has no notes it is text', async (t) => {
  const body = (last: string) =>
    [
      p('The Conference of the Parties,'),
      p(`${r('Noting the report on lamps')}${raised('1')}${r(',')}`),
      p('1. Decides to meet again.'),
      last,
    ].join('')
  const typed = await parse(word(body(p('__________') + p(`${raised('1')}${r(' See document 3.')}`))))
  t.is(outline(typed.tree).footnotes, 1)
  t.is(outline(typed.tree).rows[0]?.text, 'Noting the report on lamps,')
  const none = await parse(word(body('')))
  t.is(outline(none.tree).rows[0]?.text, 'Noting the report on lamps1,')
})

test('a raised cross-reference to a note is a further mark of it', async (t) => {
  const body = [
    p('The Conference of the Parties,'),
    p(
      `${r('Noting the report')}<w:bookmarkStart w:id="0" w:name="_Ref7"/>${note(1)}<w:bookmarkEnd w:id="0"/>${r(',')}`,
    ),
    p(
      `${r('1. Welcomes the report')}${field('NOTEREF _Ref7 \\h', '1').replace('<w:r><w:t', '<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:t')}${r(', as in note ')}${field('NOTEREF _Ref7 \\h', '1')}${r('.')}`,
    ),
  ].join('')
  const { tree } = await parse(word({ body, footnotes }), { name: 'draft.docx' })
  t.is(outline(tree).rows[1]?.text, 'Welcomes the report, as in note 1.')
  t.is(JSON.stringify(tree).match(/"type":"footnoteReference","identifier":"1"/gu)?.length, 2)
})

test('a raised figure behind words, of a note that stands above, is a further mark of it', async (t) => {
  const body = [
    p('The Conference of the Parties,'),
    p(`${r('Noting the report')}${note(1)}${r(' and the plan of action')}${note(2)}${r(',')}`),
    p(
      `${r('1. Welcomes the plan of action,')}${raised('2')}${r(' the report')}${raised('1')}${r(', 40 km')}${raised('2')}${r(' of coast, 10')}${raised('2')}${r(' lamps and note')}${raised('3')}${r('.')}`,
    ),
  ].join('')
  const { tree } = await parse(word({ body, footnotes }), { name: 'draft.docx' })
  t.is(
    outline(tree).rows[1]?.text,
    'Welcomes the plan of action, the report, 40 km2 of coast, 102 lamps and note3.',
  )
  t.is(JSON.stringify(tree).match(/"type":"footnoteReference","identifier":"[12]"/gu)?.length, 4)
})
