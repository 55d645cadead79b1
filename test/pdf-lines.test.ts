/** Lines of PDFs: marks and indices, labels of notes, numbers of lines, the order of Arabic. */
import test from 'ava'
import { columnsOf } from '../src/formats/pdf/columns.js'
import { fromPdf } from '../src/formats/pdf/from-pdf.js'
import { linesOf } from '../src/formats/pdf/lines.js'
import { inReadingOrder } from '../src/formats/pdf/order.js'
import { type Block, furnitureOf } from '../src/model/block.js'
import { parse } from '../src/pipeline.js'
import type { AnyBlock } from './support/blocks.js'
import { lines, mark, type PdfPage, paragraph, pdf, type Shown } from './support/pdf.js'

const read = async (pages: readonly PdfPage[]) => (await fromPdf(pdf(pages), { name: 'draft.pdf' })).blocks
const texts = (blocks: readonly Block[], kind: Block['kind'] = 'paragraph') =>
  blocks.filter((block) => block.kind === kind).map(({ text }) => text.value)
const notes = (blocks: readonly Block[]) =>
  blocks.filter(({ kind }) => kind === 'note').map(({ label, text }: AnyBlock) => [label, text.value])

/** Signs from left to right, each a point wide. */
const onPaper = (text: string) => [...text].map((sign, at) => ({ text: sign, x: at, right: at + 1 }))
const readOut = (text: string) =>
  inReadingOrder(onPaper(text))
    .flat()
    .map((sign) => sign.text)
    .join('')

test('Arabic is read from the right, its numbers and words of other scripts from the left', (t) => {
  const reversed = (text: string) => [...text].reverse().join('')
  const cases: [read: string, onPaper: string][] = [
    ['عام ٢٠٣٢؛', `؛٢٠٣٢ ${reversed('عام')}`],
    ['قراره ٦٧/٢٣٤ المؤرخ', `${reversed('المؤرخ')} ٦٧/٢٣٤ ${reversed('قراره')}`],
    // A hyphen parts Arabic figures: the first of two years is at the right.
    ['٢٠٣٠-٢٠٣٥', '٢٠٣٥-٢٠٣٠'],
    ['عام 2030 2035 ل', `ل 2035 2030 ${reversed('عام')}`],
    ['نسبة 12,5% منها', `${reversed('منها')} 12,5% ${reversed('نسبة')}`],
    ['انظر Lamp Series, vol. 75 هنا', `${reversed('هنا')} Lamp Series, vol. 75 ${reversed('انظر')}`],
    ['الوثيقة A/CONF.999/3،', `،A/CONF.999/3 ${reversed('الوثيقة')}`],
  ]
  for (const [expected, drawn] of cases) t.is(readOut(drawn), expected)
  t.is(readOut('Lamps, 12 of them'), 'Lamps, 12 of them')
})

test('an index nearly as large as the text stays in its line, raised or lowered', async (t) => {
  const blocks = await read([
    {
      shown: [
        ...lines(123, 80, ['Noting the lamps of the northern coast,']),
        {
          text: 'Requests that the CO',
          x: 123,
          y: 110,
          more: [
            { text: '2', size: 8.33, rise: -2.6 },
            { text: ' of each lamp be measured over 3 km' },
            { text: '2', size: 8.33, rise: 3.6 },
            { text: ' of sea;' },
          ],
        },
      ],
    },
  ])
  t.deepEqual(texts(blocks), [
    'Noting the lamps of the northern coast,',
    'Requests that the CO2 of each lamp be measured over 3 km2 of sea;',
  ])
})

const body = paragraph(100, [
  'Guided by the Convention on Lighthouses and by the reports of the keepers, which were made',
  'in every year since its entry into force,',
])

test('the mark of a note may hang far in front of it; a row that begins with a figure opens none', async (t) => {
  const note = (y: number, label: string, rows: readonly string[]) => [
    { text: label, x: 102, y: y - 3.9, size: 4.9 },
    ...lines(147, y, rows.slice(0, 1), { size: 8.5 }),
    ...lines(123, y + 10, rows.slice(1), { size: 8.5 }),
  ]
  const blocks = await read([
    {
      shown: [
        ...body,
        ...note(690, '9', [
          'Log of the lamps of the northern and of the southern coast, as revised on',
          '1 May 2031.',
        ]),
        ...note(712, '10', ['A/CONF.999/3.']),
        ...note(724, '11', ['A/CONF.999/4.']),
      ],
      rules: [[60, 680, 123]],
    },
  ])
  t.deepEqual(notes(blocks), [
    ['9', 'Log of the lamps of the northern and of the southern coast, as revised on 1 May 2031.'],
    ['10', 'A/CONF.999/3.'],
    ['11', 'A/CONF.999/4.'],
  ])
  t.is(texts(blocks).length, 1)
})

test('notes at the end of a web page have no rule above them, and text below', async (t) => {
  const small = { size: 8, leading: 12 }
  const blocks = await read([
    {
      shown: [
        ...body,
        ...lines(123, 160, ['Closing words of the meeting']),
        ...lines(107, 200, ['1 A/CONF.999/3.', '2 Log of the lamps, vol. 3.', '3 Ibid., vol. 4.'], small),
        ...lines(123, 260, ['Printed on the coast']),
      ],
    },
    {
      shown: [
        ...lines(123, 80, ['Further words']),
        ...lines(107, 150, ['4 Ibid., vol. 5.'], small),
        ...lines(123, 190, ['Last words']),
      ],
    },
  ])
  t.deepEqual(notes(blocks), [
    ['1', 'A/CONF.999/3.'],
    ['2', 'Log of the lamps, vol. 3.'],
    ['3', 'Ibid., vol. 4.'],
    ['4', 'Ibid., vol. 5.'],
  ])
  t.deepEqual(texts(blocks).slice(1), [
    'Closing words of the meeting',
    'Printed on the coast',
    'Further words',
    'Last words',
  ])
})

const counted = [
  'Recalling that the lamps of the northern coast were dark in the winter of 2030, and that the',
  'keepers have asked for oil in each of their reports since then, most of them in vain, as the',
  'log shows,',
  'Noting the lamps of the southern coast, which were lit in every night of that winter and of',
  'the winters before it,',
  '1.        Urges States to relight every dark lamp before the end of the winter of 2032, and to',
  'keep it lit;',
  '2.        Decides to meet again.',
]

test('numbers that count the lines are furniture', async (t) => {
  for (const step of [1, 2]) {
    const rows = step === 1 ? counted : [...counted, ...counted.slice(0, 4)]
    const numbers = rows.flatMap((_, at) =>
      (at + 1) % step === 0 ? [{ text: String(at + 1), x: at + 1 < 10 ? 65 : 60, y: 100 + 15 * at }] : [],
    )
    const blocks = await read([{ shown: [...lines(90, 100, rows, { leading: 15 }), ...numbers] }])
    t.deepEqual(
      blocks.filter((block) => furnitureOf(block) === 'lineNumber').map(({ text }) => text.value),
      [numbers.map(({ text }) => text).join(' ')],
    )
    t.notRegex(texts(blocks).join(' '), /^1 Recalling|that the 2/u)
  }
  // A list of numbered lines is none: its lines are not full.
  const list = ['Iceland', 'Fiji', 'Malta', 'Chile', 'Kenya', 'Peru'].map((name, at) => [
    { text: String(at + 1), x: 70, y: 160 + 15 * at },
    { text: name, x: 90, y: 160 + 15 * at },
  ])
  const blocks = await read([{ shown: [...body, ...list.flat()] }])
  t.false(blocks.some((block) => furnitureOf(block) === 'lineNumber'))
})

test('a number and a tab open a paragraph, without white above it', async (t) => {
  const wide = counted.map((text) => /^(\d\.)\s+(.*)$/u.exec(text)?.slice(1) ?? [text])
  const shown = wide.flatMap(([first = '', rest], at) => [
    { text: first, x: 90, y: 100 + 15 * at },
    ...(rest ? [{ text: rest, x: 126, y: 100 + 15 * at }] : []),
  ])
  t.deepEqual(
    texts(await read([{ shown }])).map((text) => text.slice(0, 12)),
    ['Recalling th', '1. Urges Sta', '2. Decides t'],
  )
})

test('small words beside large ones, a little higher, are no mark of theirs', (t) => {
  const look = { bold: false, italic: false }
  const run = (text: string, x: number, y: number, size: number) => {
    const glyphs = onPaper(text).map((sign) => ({
      text: sign.text,
      x: x + (sign.x * size) / 2,
      right: x + (sign.right * size) / 2,
    }))
    return { glyphs, x, right: x + (text.length * size) / 2, y, size, look, artifact: false }
  }
  const runs = [run('Conference of the', 123, 89.1, 20), run('Distr.: General', 305, 87, 10)]
  const page = { number: 1, width: 612, height: 792, runs, turned: [], unseen: [], strokes: [] }
  const found = linesOf(page).map(({ pieces }) => pieces.map(({ glyphs }) => glyphs.length))
  t.deepEqual(found, [[15], [17]])
  const boxes = [...runs, run('18 May 2031', 305, 99, 10), run('Coasts', 123, 112.6, 20)]
  const rows = columnsOf(linesOf({ ...page, runs: boxes }), page.width).flatMap((column) => column.rows)
  t.deepEqual(
    rows.map(({ piece }) => piece.glyphs.map(({ text }) => text).join('')),
    ['Conference of the', 'Coasts', 'Distr.: General', '18 May 2031'],
  )
  const marked = [run('Conference of the', 123, 89.1, 20), run('12', 296, 82, 10)]
  t.is(linesOf({ ...page, runs: marked }).length, 1)
})

test('a line that is set from side to side has no columns', async (t) => {
  const blocks = await read([
    {
      shown: [
        { text: 'Noting the meeting on the strategy for the', x: 123, y: 100 },
        { text: 'prevention', x: 123, y: 112 },
        { text: 'of', x: 200, y: 112 },
        { text: 'shipwrecks', x: 245.9, y: 112 },
        { text: 'held on the coast in the May of this year,', x: 123, y: 124 },
      ],
    },
  ])
  t.deepEqual(
    texts(blocks).map((text) => text.replace(/\s+/gu, ' ')),
    [
      'Noting the meeting on the strategy for the prevention of shipwrecks held on the coast in the May of this year,',
    ],
  )
})

test('the mark of a note is plain in bold text too: a list of sponsors with one is whole', async (t) => {
  const bold = { face: 'bold' } as const
  const sponsors = [
    'Armenia, Austria, Belgium, Bosnia and Herzegovina, Brazil, Bulgaria, Canada, Chile, Fiji,',
    'Iceland, Japan, Kenya, Malta, Norway, Peru, United Kingdom of Great Britain and Northern',
  ]
  const { tree } = await parse(
    pdf([
      {
        shown: [
          { text: 'A/96/L.18', x: 440, y: 57 },
          { text: 'General Assembly', x: 60, y: 58, size: 20, ...bold },
          ...lines(60, 150, ['Ninety-sixth session', 'Agenda item 72 (a)', 'Lamps of the outer banks'], bold),
          ...lines(123, 220, sponsors, bold),
          {
            text: 'Ireland and Uruguay:',
            x: 123,
            y: 244,
            ...bold,
            more: [mark('*'), { text: ' draft resolution', face: 'bold' }],
          },
          ...lines(123, 280, ['Lighting of the outer banks'], bold),
          { text: 'The General Assembly', x: 147, y: 310, face: 'italic', more: [{ text: ',' }] },
          ...paragraph(330, ['1. Decides to remain seized of the matter.']),
        ],
      },
    ]),
    { language: 'en' },
  )
  const proposal = tree.children.find(({ type }) => type === 'proposal')
  const names: string[] = JSON.stringify(proposal).match(/"name":"[^"]+"/gu) ?? []
  t.is(names.length, 17)
  t.true(names.includes('"name":"United Kingdom of Great Britain and Northern Ireland"'))
})

test('what is cut off, or drawn beyond the page, is out of sight', async (t) => {
  const raw = [
    'q 100 600 400 150 re W n BT /roman 10 Tf 123 752 Td (y g) Tj ET BT /roman 10 Tf 123 700 Td (Seen) Tj ET Q',
    'BT /roman 10 Tf 700 650 Td (beside the page) Tj ET BT /roman 10 Tf 123 640 Td (Seen too) Tj ET',
  ].join('\n')
  const blocks = await read([{ raw }])
  t.deepEqual(texts(blocks), ['Seen', 'Seen too'])
  t.deepEqual(texts(blocks, 'furniture'), ['y gbeside the page'])
  t.is(furnitureOf(blocks.find(({ kind }) => kind === 'furniture')), 'outOfSight')
})

test('a mark that is raised far is beside its text, not under the line above; one without room stands alone', async (t) => {
  const raised = (text: string, size = 8.3) => ({ text, size, rise: 9.2 })
  const page = (y: number, rows: Shown[]) =>
    rows.map((row, at) => ({ ...row, x: 60, y: y + 40 * at, size: 12 }))
  const blocks = await read([
    {
      shown: [
        ...page(100, [
          { text: 'Recalling the log of the lamps of the coast,', x: 0, y: 0, more: [raised('[1]')] },
          { text: 'Noting the keepers, their lamps,', x: 0, y: 0, more: [{ text: '  ', rise: 4.7 }] },
        ]),
        { text: '2', x: 236, y: 135.3, size: 10 },
        ...page(180, [
          { text: 'Welcoming the words of the keepers of the lamps of all of the coasts,', x: 0, y: 0 },
        ]),
        { text: '[3]', x: 60, y: 192, size: 9.5 },
        ...lines(60, 230, ['Noting the rocks,'], { size: 12 }),
      ],
    },
  ])
  t.deepEqual(
    blocks.map(({ text }) => [
      text.value.slice(-9),
      text.marks.map(({ start, end }) => text.value.slice(start, end)),
    ]),
    [
      ['coast,[1]', ['[1]']],
      [' lamps, 2', ['2']],
      ['oasts,[3]', ['[3]']],
      ['he rocks,', []],
    ],
  )
})

test('the last page may hold nothing but notes, or one; a figure inside of a sentence opens none', async (t) => {
  const small = { size: 8, leading: 10 }
  const marked: Shown = { text: 'Recalling the log of the lamps,', x: 60, y: 300, more: [mark('1')] }
  const twice: Shown = { text: 'Noting the words of the keepers,', x: 60, y: 330, more: [mark('2')] }
  const one = await read([
    { shown: [...body, marked] },
    { shown: [] },
    { shown: [...lines(60, 40, ['1 Log of the lamps, vol. 3.'], small), ...lines(60, 300, ['Last words'])] },
  ])
  t.deepEqual(notes(one), [['1', 'Log of the lamps, vol. 3.']])
  const two = await read([
    { shown: [...body, marked, twice] },
    { shown: lines(60, 40, ['1 Convention on Lamps (Port Grey,', '2 November 2031), annex.'], small) },
    { shown: lines(60, 40, ['2 Log of the lamps, vol. 3.'], small) },
  ])
  t.deepEqual(notes(two), [
    ['1', 'Convention on Lamps (Port Grey, 2 November 2031), annex.'],
    ['2', 'Log of the lamps, vol. 3.'],
  ])
})

test('a bold line in small letters goes on with the heading above, wherever that broke', async (t) => {
  const bold = { face: 'bold' as const }
  const blocks = await read([
    {
      shown: [
        ...lines(60, 80, ['Lighting of the northern coast, and of the islands'], bold),
        ...lines(123, 92, ['and the rocks before it'], bold),
        ...paragraph(130, [
          'Guided by the Convention on Lighthouses and by the reports of the keepers, made',
        ]),
      ],
    },
  ])
  t.deepEqual(
    texts(blocks, 'heading').map((text) => text.replace(/\s+/gu, ' ')),
    ['Lighting of the northern coast, and of the islands and the rocks before it'],
  )
})
