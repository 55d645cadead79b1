/** Tables of PDFs: told by rules and figures; mastheads, boxes, notes and columns of prose are none. */
import test from 'ava'
import type { TableRow } from 'mdast'
import { fromPdf } from '../src/formats/pdf/from-pdf.js'
import type { Block } from '../src/model/block.js'
import type { AnyNode, Root } from '../src/model/tree/types.js'
import { parse } from '../src/pipeline.js'
import { cellsOf } from './support/blocks.js'
import { hasBrowser, printedPdf } from './support/browser.js'
import { lines, type PdfPage, pageHeight, paragraph, pdf, type Shown } from './support/pdf.js'

const read = async (pages: readonly PdfPage[]) => (await fromPdf(pdf(pages), { name: 'draft.pdf' })).blocks
const tables = (blocks: readonly Block[]) => blocks.filter(({ kind }) => kind === 'table').map(cellsOf)

const deciding = paragraph(100, [
  'Decides that the contributions of States parties to the fund for the repair of lenses and',
  'of lamps shall be as follows:',
])
const requesting = paragraph(400, ['Requests the secretariat to collect them.'])

const row = (y: number, texts: readonly string[], xs = [125, 300, 400]): Shown[] =>
  texts.map((text, at) => ({ text, x: xs[at] as number, y }))
const money = [
  ...row(160, ['State', 'Lights', 'Share']),
  ...row(180, ['Iceland, with the islands to the', '112', '14.5']),
  ...row(192, ['south']),
  ...row(212, ['Fiji', '41', '3.2']),
]
const expected = [
  ['State', 'Lights', 'Share'],
  ['Iceland, with the islands to the south', '112', '14.5'],
  ['Fiji', '41', '3.2'],
]
const levels = [148, 166, 198, 218]
const across = (y: number) => [120, y, 380] as [number, number, number]
const up = (y: number) => pageHeight - y

test('a grid is a table, whatever draws its lines', async (t) => {
  const box = `120 ${up(218)} 380 70 re S`
  const inner = [166, 198].map((y) => `120 ${up(y)} m 500 ${up(y)} l S`)
  const down = [290, 390].map((x) => `${x} ${up(218)} m ${x} ${up(148)} l S`)
  const drawn = [box, ...inner, ...down].join('\n')
  const boxes = [120, 290, 390]
    .flatMap((x, at) =>
      levels.slice(1).map((y, band) => [x, y, [170, 100, 110][at], y - (levels[band] ?? 0)]),
    )
    .map(([x, y, width, height]) => `${x} ${up(y as number)} ${width} ${height} re s`)
    .join('\n')
  const oneByOne = levels
    .flatMap((y) => [`120 ${up(y)} 170 0.5 re f`, `290 ${up(y)} 100 0.5 re f`, `390 ${up(y)} 110 0.5 re f`])
    .concat([120, 290, 390, 500].map((x) => `${x} ${up(218)} 0.5 70 re f`))
    .join('\n')
  for (const raw of [drawn, boxes, oneByOne]) {
    const blocks = await read([{ shown: [...deciding, ...money, ...requesting], raw }])
    t.deepEqual(
      blocks.map(({ kind }) => kind),
      ['paragraph', 'table', 'paragraph'],
    )
    t.deepEqual(tables(blocks), [expected])
  }
})

test('three rules and no lines that go down are a table of the United Nations', async (t) => {
  const blocks = await read([
    { shown: [...deciding, ...money, ...requesting], rules: [148, 166, 218].map(across) },
  ])
  t.deepEqual(tables(blocks), [expected])
  const [table] = blocks.filter(({ kind }) => kind === 'table')
  t.deepEqual(table?.source?.box?.slice(0, 2), [125, 150])
})

test('rows that no white parts are told by their figures, at the first line of each or at the last', async (t) => {
  const names = [
    'Relief of the keepers of remote',
    'stations',
    'Lenses and mirrors of the lamps',
    'of the coast',
  ]
  const figures = [
    ['1', '2'],
    ['3', '4'],
  ]
  for (const [offset, rules] of [
    [0, [148, 166, 216]],
    [12, [148, 166, 216]],
  ] as const) {
    const shown = [
      ...row(160, ['Part', 'First', 'Second']),
      ...names.flatMap((name, at) => row(178 + 12 * at, [name])),
      ...figures.flatMap((pair, at) => row(178 + 24 * at + offset, pair, [300, 400])),
    ]
    const blocks = await read([{ shown: [...deciding, ...shown, ...requesting], rules: rules.map(across) }])
    t.deepEqual(tables(blocks), [
      [
        ['Part', 'First', 'Second'],
        ['Relief of the keepers of remote stations', '1', '2'],
        ['Lenses and mirrors of the lamps of the coast', '3', '4'],
      ],
    ])
  }
})

test('columns of figures are a table without rules, with the head above them', async (t) => {
  const shown = [
    ...row(160, ['State', 'Lights', 'Share']),
    ...row(176, ['Iceland', '112', '14.5']),
    ...row(188, ['Fiji', '41', '(3.2)']),
    ...row(200, ['Tonga', '–', '9%']),
  ]
  t.deepEqual(tables(await read([{ shown: [...deciding, ...shown, ...requesting] }])), [
    [
      ['State', 'Lights', 'Share'],
      ['Iceland', '112', '14.5'],
      ['Fiji', '41', '(3.2)'],
      ['Tonga', '–', '9%'],
    ],
  ])
})

test('a table goes on over pages; a head that is repeated is furniture', async (t) => {
  const rows = (from: number, top: number) =>
    Array.from({ length: 20 }, (_, at) =>
      row(top + 14 * at, [`Station ${from + at}`, String(at), '7']),
    ).flat()
  const head = (y: number) => row(y, ['Station', 'Lights', 'Share'])
  const blocks = await read([
    { shown: [...deciding, ...head(160), ...rows(1, 180)], rules: [148, 166].map(across) },
    {
      shown: [
        ...head(90),
        ...rows(21, 110),
        ...paragraph(420, ['Requests the secretariat to collect them.']),
      ],
      rules: [78, 96, 382].map(across),
    },
  ])
  const [table, ...others] = tables(blocks)
  t.is(others.length, 0)
  t.is(table?.length, 41)
  t.deepEqual(table?.at(-1), ['Station 40', '19', '7'])
  t.deepEqual(
    blocks.filter(({ kind }) => kind === 'furniture').map(({ text }) => text.value),
    ['Station', 'Lights', 'Share'],
  )
  t.true(blocks.find(({ text }) => text.value.startsWith('Requests'))?.page === 2)
})

test('mastheads, boxes, numbered paragraphs, notes and columns of prose are no tables', async (t) => {
  const masthead: Shown[] = [
    { text: 'United Nations', x: 60, y: 58, size: 14 },
    { text: 'A/CONF.999/80/L.2', x: 440, y: 58 },
    { text: 'Conference of the Parties', x: 123, y: 87, size: 20, face: 'bold' },
    { text: 'Distr.: Limited', x: 397, y: 87 },
    { text: '9 October 2025', x: 397, y: 99 },
  ]
  const left = [
    'The keepers shall meet',
    'once every year in',
    'order to consider the',
    'state of their lights.',
  ]
  const right = ['Les gardiens se', 'rencontrent une fois', 'par an pour examiner', 'leurs phares.']
  const pages: PdfPage[] = [
    { shown: masthead, rules: [64, 110].map((y) => [60, y, 490]) },
    { shown: masthead, rules: [40, 64, 110].map((y) => [60, y, 490]) },
    {
      shown: paragraph(120, ['A note of the secretariat, which is set in a box by', 'itself.']),
      raw: `115 ${up(140)} 300 40 re S`,
    },
    {
      shown: [
        { text: '1.', x: 123, y: 160 },
        { text: 'Urges all;', x: 147, y: 160 },
        { text: '2.', x: 123, y: 180 },
        { text: 'Decides.', x: 147, y: 180 },
      ],
      rules: [148, 166, 186].map(across),
    },
    {
      shown: [...lines(60, 300, left), ...lines(330, 300, right)],
      rules: [
        [60, 290, 500],
        [60, 345, 500],
      ],
    },
  ]
  for (const [at, page] of pages.entries()) t.deepEqual(tables(await read([page])), [], `page ${at}`)
})

const html = (body: string) => `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><style>
  @page { size: letter; margin: 30mm 40mm }
  body { font: 10pt/12pt serif; margin: 0 }
  p { margin: 0 0 6pt; text-align: justify } p.act { text-indent: 18pt }
  table { border-collapse: collapse; width: 100%; margin: 6pt 0 12pt }
  th { font-weight: normal; text-align: left } td { vertical-align: top }
  .grid td, .grid th { border: 0.5pt solid; padding: 0 4pt }
  .ruled { font-size: 8.5pt; line-height: 10pt; border-bottom: 1.25pt solid }
  .ruled th { border-top: 0.25pt solid; border-bottom: 1.25pt solid; font-size: 7pt; font-style: italic }
  .ruled td { padding: 3pt 4pt; vertical-align: bottom }
  td + td, th + th { text-align: right }
</style></head><body>
<p class="act"><i>The Conference of the Parties</i>,</p>
<p class="act"><i>Recalling</i> its decision on the fund for the repair of lenses and of the lamps that they belong to,</p>
${body}
<p class="act">9.&emsp;<i>Requests</i> the secretariat to collect the contributions and to report on them at its next meeting.</p>
</body></html>`
const fund = `<tr><th>State</th><th>Contribution<br>of 2030</th><th>Share</th></tr>
<tr><td>Iceland, with the islands and skerries to the south of it, and with the harbours of the west that are kept open in winter</td><td>1 204.5</td><td>63%</td></tr>
<tr><td>Fiji</td><td>812.0</td><td>37%</td></tr><tr><td>Tonga</td><td>–</td><td>–</td></tr>`
const documents = [
  html(
    `<p class="act">1.&emsp;<i>Decides</i> on these contributions:</p><table class="grid">${fund}</table>`,
  ),
  html(
    `<p class="act">1.&emsp;<i>Decides</i> on these contributions:</p><table class="ruled">${fund}</table>`,
  ),
  html(
    `<p class="act">1.&emsp;<i>Decides</i> on these contributions:</p><table class="grid">${fund}</table><p class="act">2.&emsp;<i>Takes note</i> of these:</p><table class="grid">${fund}</table>`,
  ),
]

/** The tables of a tree, and the words of its paragraphs. */
function said(tree: Root): string[] {
  const text = (node: AnyNode): string =>
    'children' in node
      ? (node.children as AnyNode[]).map(text).join('')
      : node.type === 'break'
        ? ' '
        : 'value' in node
          ? String(node.value)
          : ''
  const found: string[] = []
  const visit = (node: AnyNode): void => {
    if (node.type === 'tableRow')
      found.push(
        (node as unknown as TableRow).children
          .map((cell) => text(cell as unknown as AnyNode).trim())
          .join(' | '),
      )
    else if (node.type === 'clause') found.push(text(node).trim())
    else if ('children' in node) for (const child of node.children) visit(child as AnyNode)
  }
  visit(tree)
  return found.map((one) => one.replace(/\s+/gu, ' '))
}

if (hasBrowser)
  test('tables as Chromium prints them say what the HTML says', async (t) => {
    for (const [at, page] of documents.entries()) {
      const options = { language: 'en' as const }
      const fromPage = said((await parse(page, { ...options, name: 'draft.html' })).tree)
      t.true(fromPage.filter((line) => line.includes(' | ')).length >= 4)
      t.deepEqual(said((await parse(await printedPdf(page), options)).tree), fromPage, `document ${at}`)
    }
  })
else test.skip('tables as Chromium prints them: skipped, there is no Chromium here', (t) => t.fail())
