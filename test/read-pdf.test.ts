import { createRequire } from 'node:module'
import test from 'ava'
import { read as readAny } from '../src/formats/index.js'
import { fromPdf } from '../src/formats/pdf/from-pdf.js'
import { toText } from '../src/formats/text/to-text.js'
import type { Block } from '../src/model/block.js'
import { PlenaryError } from '../src/model/message.js'
import { parse } from '../src/pipeline.js'
import type { AnyBlock } from './support/blocks.js'
import { lines, mark, type PdfPage, paragraph, pdf, type Shown } from './support/pdf.js'

const read = async (pages: readonly PdfPage[]) => (await fromPdf(pdf(pages), { name: 'draft.pdf' })).blocks
const texts = (blocks: readonly Block[], kind: Block['kind'] = 'paragraph') =>
  blocks.filter((block) => block.kind === kind).map(({ text }) => text.value)
const marked = ({ text }: Block, kind: string) =>
  text.marks.filter((mark) => mark.kind === kind).map(({ start, end }) => text.value.slice(start, end))

const recalling = [
  'Recalling that the keepers of lighthouses have for two centuries kept a log of the',
  'weather, and that many of these logs are lost, because no State was charged with their',
  'keeping,',
]
const noting = [
  'Noting the condition of the lamps of the northern coast, on which ships of many nations',
  'rely at night,',
]

test('lines become paragraphs, with their page, box and indentation', async (t) => {
  const blocks = await read([{ shown: [...paragraph(100, recalling), ...paragraph(142, noting)] }])
  t.deepEqual(texts(blocks), [recalling.join(' '), noting.join(' ')])
  t.deepEqual(
    blocks.map(({ page, indent, gap }) => ({ page, indent, gap })),
    [
      { page: 1, indent: 5, gap: true },
      { page: 1, indent: 5, gap: true },
    ],
  )
  const [x, y, width, height] = blocks[0]?.source?.box ?? []
  t.deepEqual([x, y, height], [123, 90, 34])
  t.true((width ?? 0) > 300 && (width ?? 0) < 400)
})

test('without white between them, paragraphs are told by their first lines', async (t) => {
  const blocks = await read([
    { shown: [...paragraph(100, recalling), ...paragraph(136, noting), ...paragraph(160, recalling)] },
  ])
  t.deepEqual(texts(blocks), [recalling.join(' '), noting.join(' '), recalling.join(' ')])
})

test('paragraphs of a line each, more than lines of a paragraph, are told by the distance of lines', async (t) => {
  const items = Array.from({ length: 8 }, (_, at) => `(${at + 1}) Lights of the coast;`)
  const shown = items.flatMap((text, at) => lines(123, 160 + 18 * at, [text]))
  t.deepEqual(texts(await read([{ shown: [...paragraph(100, recalling), ...shown] }])), [
    recalling.join(' '),
    ...items,
  ])
})

test('white between paragraphs of a line each is no distance of lines, though all lines stand so far apart', async (t) => {
  const items = [
    'Recalling its resolution 98/3 on lamps,',
    '1. Adopts the statute;',
    '2. Decides to meet again.',
  ]
  const shown = items.flatMap((text, at) => lines(123, 100 + 18 * at, [text]))
  t.deepEqual(texts(await read([{ shown }])), items)
})

test('boxes of a masthead are read one after the other, whatever lines they have', async (t) => {
  const blocks = await read([
    {
      shown: [
        { text: 'A/CONF.999/80/L.2', x: 440, y: 57 },
        { text: 'United Nations', x: 123, y: 58, size: 14 },
        { text: 'Distr.: Limited', x: 440, y: 86 },
        { text: 'Commission on Small', x: 123, y: 91, size: 20, face: 'bold' },
        { text: '9 October 2025', x: 440, y: 98 },
        { text: 'Ports', x: 123, y: 113, size: 20, face: 'bold' },
        ...paragraph(300, recalling),
      ],
    },
  ])
  t.deepEqual(
    blocks.map(({ text }) => text.value),
    [
      'United Nations',
      'Commission on Small Ports',
      'A/CONF.999/80/L.2',
      'Distr.: Limited\n9 October 2025',
      recalling.join(' '),
    ],
  )
})

test('words shown one by one are parted by the gaps between them, letters are not', async (t) => {
  const shown: Shown[] = [
    { text: 'Urges', x: 123, y: 100 },
    { text: 'Par', x: 150, y: 100 },
    { text: 'ties', x: 163.9, y: 100 },
    { text: '.', x: 178.5, y: 100.4 },
  ]
  t.deepEqual(texts(await read([{ shown }])), ['Urges Parties.'])
  const raw = 'BT /roman 10 Tf 123 600 Td [(Ur) 20 (ges) -300 (P) 90 (arties)] TJ /roman 6 Tf -2 Ts (x) Tj ET'
  t.deepEqual(texts(await read([{ raw }])), ['Urges Partiesx'])
})

test('text is placed by matrices, forms, leading and spacing', async (t) => {
  const raw = [
    'q 2 0 0 2 0 0 cm BT /roman 5 Tf 1 0 0 1 60 350 Tm (Twice as large) Tj ET Q',
    "BT /roman 10 Tf 12 TL 120 650 Td (first,) Tj T* (second,) Tj (third,) ' 0 -12 TD (fourth) Tj ET",
    'BT /roman 10 Tf 200 Tz 120 500 Td (wide) Tj 100 Tz 4 Tw 0 -40 Td (a b) Tj ET',
  ].join('\n')
  const blocks = await read([{ raw }])
  t.deepEqual(texts(blocks), ['Twice as large', 'first,\nsecond,\nthird,\nfourth', 'wide', 'a b'])
  t.deepEqual(blocks[0]?.source?.box?.slice(0, 2), [120, 82])
})

test('italics and bold come from the names of fonts, across lines too', async (t) => {
  const [block, heading] = await read([
    {
      shown: [
        { text: 'Also calls upon', x: 147, y: 100, face: 'italic' },
        { text: 'the keepers of all lights', x: 212, y: 100 },
        { text: 'of the coast,', x: 318, y: 100, face: 'italic' },
        { text: 'without exception,', x: 123, y: 112, face: 'italic' },
        { text: 'to keep', x: 199, y: 112 },
        { text: 'logs;', x: 230, y: 112, face: 'bold' },
        { text: 'Lights and logs', x: 123, y: 142, face: 'bold' },
      ],
    },
  ])
  t.deepEqual(marked(block as Block, 'emphasis'), ['Also calls upon', 'of the coast, without exception,'])
  t.deepEqual(marked(block as Block, 'strong'), ['logs;'])
  t.is(heading?.kind, 'heading')
})

const withNotes = (more: Partial<PdfPage> = {}): PdfPage => ({
  shown: [
    {
      text: 'Guided by the Convention on Lighthouses,',
      x: 147,
      y: 100,
      more: [mark('1'), { text: ' and by its Protocol,' }, mark('2')],
    },
    { text: '1', x: 117, y: 697, size: 5.5 },
    ...lines(
      123,
      700,
      [
        'United Nations, Treaty Series, vol. 9999, No. 99, as amended at the second',
        'meeting of the Parties.',
      ],
      {
        size: 8.5,
        leading: 10,
      },
    ),
    { text: '2', x: 117, y: 717, size: 5.5 },
    { text: 'Ibid., vol. 9998,', x: 123, y: 720, size: 8.5 },
  ],
  rules: [[99, 688, 72]],
  ...more,
})

test('raised figures are marks, and the foot of the page holds their notes', async (t) => {
  const blocks = await read([withNotes()])
  t.deepEqual(texts(blocks), ['Guided by the Convention on Lighthouses,1 and by its Protocol,2'])
  t.deepEqual(marked(blocks[0] as Block, 'superscript'), ['1', '2'])
  t.deepEqual(
    blocks
      .slice(1)
      .map(({ kind, label, identifier, text }: AnyBlock) => [kind, label, identifier, text.value]),
    [
      [
        'note',
        '1',
        '1',
        'United Nations, Treaty Series, vol. 9999, No. 99, as amended at the second meeting of the Parties.',
      ],
      ['note', '2', '2', 'Ibid., vol. 9998,'],
    ],
  )
})

test('a rule of characters is one too, and a note goes on at the foot of the next page', async (t) => {
  const second: PdfPage = {
    shown: [
      { text: 'Decides to meet again.', x: 147, y: 100 },
      { text: '__________________', x: 99, y: 690, size: 8 },
      { text: 'annex II.', x: 123, y: 700, size: 8.5 },
      { text: '3', x: 117, y: 717, size: 5.5 },
      { text: 'A/80/999.', x: 123, y: 720, size: 8.5 },
    ],
  }
  const blocks = await read([withNotes(), second])
  t.deepEqual(texts(blocks, 'rule'), ['__________________'])
  t.deepEqual(
    blocks
      .filter(({ kind }) => kind === 'note')
      .map(({ label, text, page }: AnyBlock) => [label, text.value, page]),
    [
      [
        '1',
        'United Nations, Treaty Series, vol. 9999, No. 99, as amended at the second meeting of the Parties.',
        1,
      ],
      ['2', 'Ibid., vol. 9998, annex II.', 1],
      ['3', 'A/80/999.', 2],
    ],
  )
})

/** Head and foot as printed, sides changing from page to page. */
const framed = (number: number, body: Shown[]): PdfPage => {
  const even = number % 2 === 0
  return {
    shown: [
      { text: 'A/CONF.999/80/L.2', x: even ? 60 : 470, y: 59, size: 8.5, face: 'bold' },
      { text: 'Logs of lighthouses', x: even ? 470 : 60, y: 59, size: 8.5, face: 'bold' },
      ...body,
      { text: `${number}/4`, x: even ? 60 : 541, y: 755, size: 8.5, face: 'bold' },
      { text: '25-99999', x: even ? 524 : 60, y: 754, size: 7 },
    ],
  }
}

test('what pages repeat is furniture; a year on the last line of a page is not', async (t) => {
  const pages = [
    { shown: [...paragraph(100, recalling), { text: '25-99999 (E)', x: 65, y: 748 }] },
    framed(2, paragraph(82, ['Decides that the logs shall be kept until the year', '2099;'])),
    framed(3, [
      ...paragraph(694, ['Also decides that the logs shall be kept until the end of the', '2098', '2099;']),
    ]),
    framed(4, paragraph(82, ['Requests a report.'])),
  ]
  const blocks = await read(pages)
  t.deepEqual(
    texts(blocks).map((text) => text.replace(/\s+/gu, ' ')),
    [
      recalling.join(' '),
      'Decides that the logs shall be kept until the year 2099;',
      'Also decides that the logs shall be kept until the end of the 2098 2099;',
      'Requests a report.',
    ],
  )
  t.deepEqual(
    texts(
      blocks.filter(({ page }) => page === 2),
      'furniture',
    ),
    ['A/CONF.999/80/L.2', 'Logs of lighthouses', '2/4', '25-99999'],
  )
  t.deepEqual(
    blocks.filter(({ pageStart }) => pageStart).map(({ page }) => page),
    [2, 3, 4],
  )
})

test('a masthead is read box by box, columns of text one after the other', async (t) => {
  const left = [
    'The keepers shall meet',
    'once every year in',
    'order to consider the',
    'state of their lights.',
    'They shall keep a log.',
  ]
  const right = [
    'Les gardiens se',
    'rencontrent une fois',
    'par an pour examiner',
    'leurs phares. Ils',
    'tiennent un journal.',
  ]
  const blocks = await read([
    {
      shown: [
        { text: 'United Nations', x: 123, y: 58, size: 14 },
        { text: 'A/CONF.999/80/L.2', x: 440, y: 58 },
        { text: 'Conference of the Parties', x: 123, y: 87, size: 20, face: 'bold' },
        { text: 'Distr.: Limited', x: 397, y: 87 },
        { text: '9 October 2025', x: 397, y: 99 },
        { text: 'Tenth session', x: 60, y: 215, face: 'bold' },
        ...lines(60, 300, left, {}),
        ...lines(330, 300, right, {}),
      ],
    },
  ])
  t.deepEqual(
    blocks.map(({ text }) => text.value.replace(/\n/gu, ' ')),
    [
      'United Nations',
      'Conference of the Parties',
      'A/CONF.999/80/L.2',
      'Distr.: Limited 9 October 2025',
      'Tenth session',
      left.join(' '),
      right.join(' '),
    ],
  )
})

test('a hyphen at the end of a line stays where the text has it, and divides no word', async (t) => {
  const wrapped = paragraph(100, [
    'Recognizing that the well-being of keepers rests on the upkeep of their lamps, and light-',
    'keeping on that of keepers, in the long-term interest of ships and of the lighthouse',
    'keepers,',
  ])
  const { tree } = await parse(
    pdf([{ shown: [...lines(147, 70, ['The Conference of the Parties,']), ...wrapped] }]),
    { language: 'en' },
  )
  t.regex(
    toText(tree).replace(/\s+/gu, ' '),
    /their lamps, and light-keeping on that of keepers, in the long-term interest/u,
  )
})

test('a paragraph that a page cuts is one paragraph, its notes and heads out of the way', async (t) => {
  const first = paragraph(640, [
    'Stressing that the lamps of the northern coast have for many years been without the oil',
    'that they need, and that the lamps of the southern coast have been without the mirrors',
  ])
  const rest = paragraph(82, ['that they need', 'for the safety of ships,']).map((one) => ({
    ...one,
    x: 123,
  }))
  const front = lines(147, 100, ['The Conference of the Parties,'])
  const bytes = pdf([
    {
      shown: [
        ...front,
        ...paragraph(120, recalling),
        ...first,
        { text: '__________', x: 99, y: 700, size: 8 },
        { text: '* Not yet edited.', x: 117, y: 712, size: 8 },
      ],
    },
    framed(2, [...rest, ...lines(147, 124, ['1. Decides to meet again.'])]),
  ])
  const { tree } = await parse(bytes, { language: 'en' })
  const text = toText(tree).replace(/\s+/gu, ' ')
  t.regex(text, /without the mirrors that they need for the safety of ships,/u)
  t.true(tree.children.some(({ type }) => type === 'furniture'))
})

test('text that runs another way is kept apart', async (t) => {
  const blocks = await read([
    {
      shown: paragraph(100, noting),
      raw: 'BT /roman 10 Tf 0 1 -1 0 40 300 Tm (Draft not for circulation) Tj ET',
    },
  ])
  t.deepEqual(texts(blocks, 'furniture'), ['Draft not for circulation'])
  t.deepEqual(texts(blocks), [noting.join(' ')])
})

test('a PDF is known by its header, which may stand behind other lines', async (t) => {
  const bytes = pdf([{ shown: paragraph(100, noting) }], { before: 'X-Mailer: lamp\r\n\r\n' })
  t.is((await readAny(bytes, { name: 'draft.bin' })).format, 'pdf')
  t.is((await readAny('A %PDF-1.4 is a file.', { name: 'draft.txt' })).format, 'text')
})

const fault = async (bytes: Uint8Array, options = {}) =>
  fromPdf(bytes, { name: 'draft.pdf', ...options }).then(
    () => undefined,
    (error: unknown) => error,
  )
const whole = pdf([withNotes(), framed(2, paragraph(82, noting))])

test('what cannot be read is one fault, in one line', async (t) => {
  const cases: [string, Uint8Array, object?][] = [
    ['no-text', pdf([{ picture: true }, { picture: true }])],
    ['encrypted', pdf([{ shown: paragraph(100, noting) }], { encrypted: true })],
    ['too-many-pages', whole, { maxPages: 1 }],
    ['damaged', pdf([{ shown: paragraph(100, noting) }], { listed: 4000 })],
    ['damaged', whole.slice(0, 5)],
    ['damaged', whole.slice(0, whole.length >> 1)],
    ['damaged', whole.slice(0, whole.length - 40)],
  ]
  for (const [id, bytes, options] of cases) {
    const error = await fault(bytes, options)
    t.true(error instanceof PlenaryError, String(error))
    t.is((error as PlenaryError).id, id as PlenaryError['id'])
    t.regex((error as Error).message, /^Cannot read draft\.pdf: [^\n]+$/u)
  }
})

test('flipped bits give blocks or a fault, never a raw error', async (t) => {
  // A small generator with a seed: the same bits every time.
  let seed = 20251009
  const random = (below: number) => {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0
    return Math.floor((seed / 2 ** 32) * below)
  }
  for (let round = 0; round < 60; round++) {
    const bytes = whole.slice()
    for (let bit = 0; bit < 1 + (round % 8); bit++) {
      const at = random(bytes.length)
      bytes[at] = (bytes[at] as number) ^ (1 << random(8))
    }
    const error = await fault(bytes)
    t.true(error === undefined || error instanceof PlenaryError, String(error))
  }
})

const loader = process.getBuiltinModule

test('reading loads no native code, also where a canvas is installed', async (t) => {
  await read([withNotes()])
  const native = Object.keys(createRequire(import.meta.url).cache).filter((path) => path.includes('canvas'))
  t.deepEqual(native, [])
  t.is(process.getBuiltinModule, loader)
})

test('what a browser prints at the edge of the first page is furniture', async (t) => {
  const edge = [
    { text: '5/3/31, 4:22 PM', x: 24, y: 22, size: 6 },
    { text: 'draft.html', x: 290, y: 22, size: 6 },
  ]
  const { blocks } = await fromPdf(
    pdf([{ shown: [...edge, ...paragraph(60, ['Guided by the log of the keepers,'])] }]),
    { name: 'draft.pdf' },
  )
  t.deepEqual(
    blocks.map(({ kind, text }) => [kind, text.value]),
    [
      ['furniture', '5/3/31, 4:22 PM'],
      ['furniture', 'draft.html'],
      ['paragraph', 'Guided by the log of the keepers,'],
    ],
  )
})
