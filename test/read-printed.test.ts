/** What programs make of a document that they print or save as a page: its text stays the same. */
import { readFileSync } from 'node:fs'
import test from 'ava'
import { visit } from 'unist-util-visit'
import { fromPdf } from '../src/formats/pdf/from-pdf.js'
import { fromText, outline, plainText } from '../src/index.js'
import { parse } from '../src/pipeline.js'
import { type PdfPage, paragraph, pdf, type Shown } from './support/pdf.js'

const recalling = [
  'Recalling that the keepers of lighthouses have for two centuries kept a log of the',
  'weather, and that many of these logs are lost, because no State was charged with their',
  'keeping,',
]
const read = async (pages: readonly PdfPage[]) => (await fromPdf(pdf(pages), { name: 'draft.pdf' })).blocks
const said = (blocks: Awaited<ReturnType<typeof read>>, kind: string) =>
  blocks.filter((block) => block.kind === kind).map(({ text }) => text.value)

test('a title that wraps under the line that pages repeat is furniture too', async (t) => {
  const headed = (title: Shown[], verb: string): PdfPage => ({
    shown: [
      { text: 'A/CONF.999/80/L.2', x: 470, y: 40, size: 8.5 },
      ...title,
      ...paragraph(130, [`${verb} States to keep the logs of their lighthouses in a dry place,`]),
    ],
  })
  const blocks = await read([
    { shown: paragraph(100, recalling) },
    headed([{ text: 'Logs of lighthouses', x: 60, y: 40, size: 8.5 }], 'Inviting'),
    headed(
      [
        { text: 'Logs of lighthouses and of the', x: 60, y: 40, size: 8.5 },
        { text: 'buoys', x: 60, y: 50, size: 8.5 },
      ],
      'Encouraging',
    ),
  ])
  t.true(said(blocks, 'furniture').includes('buoys'))
  t.is(blocks.filter(({ kind }) => kind === 'heading' || kind === 'paragraph').length, 3)
})

test('at the foot of a page, the line that goes on with the count of the notes is a note', async (t) => {
  const shown = [
    ...paragraph(100, recalling),
    { text: '12 Resolution 70/1.', x: 107, y: 725, size: 8 },
    { text: '13 A/72/260.', x: 107, y: 745, size: 8 },
  ]
  const blocks = await read([{ shown: paragraph(200, ['Noting the condition of the lamps,']) }, { shown }])
  t.deepEqual(said(blocks, 'furniture'), [])
})

test('a name in large type over two lines with white between is one organ', async (t) => {
  const page =
    '<h1>Economic and Social</h1><h1>Council</h1><p>E/RES/2099/21</p><p>The Economic and Social Council,</p><p><i>Recalling</i> its resolution 2098/3,</p><p><i>Approves</i> the logs of the keepers.</p>'
  const { tree } = await parse(page, { name: 'draft.html' })
  const [masthead] = tree.children
  t.deepEqual(
    masthead?.type === 'masthead' &&
      masthead.children.flatMap((one) => (one.type === 'organ' ? [one.name] : [])),
    ['Economic and Social Council'],
  )
})

test('a job number with a gap in it, and the day of printing below it, are furniture', (t) => {
  const text =
    'The General Assembly,\n\nRecalling its resolution 98/3,\n\n1. Urges States to light lamps;\n\n2. Decides to remain seized.\n\n60th plenary meeting\n30 November 2040\n\n4 0-21322 (E)\n301140'
  const tree = fromText(text, { language: 'en' })
  t.deepEqual(
    tree.children.map((node) => ('kind' in node ? `${node.type} ${node.kind}` : node.type)),
    ['resolution', 'furniture jobNumber', 'furniture jobNumber'],
  )
})

test('the label and the title of a section in one bold paragraph are one heading', async (t) => {
  const page =
    '<p>The General Assembly,</p><p><i>Recalling</i> its resolution 98/3,</p><p><b>I<br>Keeping of the Lamps</b></p><p>1. <i>Urges</i> States to light lamps;</p><p><b>II<br>Costs</b></p><p>2. <i>Decides</i> to remain seized.</p>'
  const { rows } = outline((await parse(page, { name: 'draft.html' })).tree)
  t.deepEqual(
    rows.filter(({ role }) => role === 'heading').map(({ text }) => text),
    ['I Keeping of the Lamps', 'II Costs'],
  )
})

test('a page says the same in whatever order a tool writes its lines: by place, as drawn, in columns', (t) => {
  const [laidOut, ...others] = ['page-with-layout', 'page-in-drawing-order', 'page-in-columns'].map(
    (name) => {
      const input = new URL(`../fixtures/assemble/text/${name}/input.txt`, import.meta.url)
      const tree = fromText(readFileSync(input, 'utf8'))
      const notes = tree.children.flatMap((node) =>
        node.type === 'footnoteDefinition'
          ? [`${node.identifier} ${node.children.map(plainText).join()}`]
          : [],
      )
      const rows = outline(tree).rows.map(({ label, role, text }) => `${label} ${role} ${text}`)
      return { title: outline(tree).title, rows, notes }
    },
  )
  t.is(laidOut?.notes.length, 7)
  t.is(laidOut?.rows.length, 7)
  for (const other of others) t.deepEqual(other, laidOut)
})

test('a figure behind a phrase is a mark only where a note of its page has that number, in the order of the notes', (t) => {
  const page = (recital: string, notes: readonly string[]) =>
    `The General Assembly,\n\n     ${recital}\n\n     1. Urges States.\n\n__________________\n${notes.map((note, at) => `${at + 1}\n  ${note}\n`).join('')}`
  const marksOf = (recital: string, notes: readonly string[]) => {
    const found: string[] = []
    visit(fromText(page(recital, notes)), 'footnoteReference', (node) => {
      found.push(node.identifier)
    })
    return found
  }
  const notes = ['A/90/14.', 'A/90/15.', 'A/90/16.']
  t.deepEqual(marksOf('Recalling the Code, 1 the Rules (“Lamps”) 2 and the Pact, 3', notes), ['1', '2', '3'])
  t.deepEqual(marksOf('Recalling articles 1, 2 and 3, and the Code,', notes), [])
  t.deepEqual(marksOf('Recalling the Code, 4 of its articles and the Pact,', notes), [])
  t.deepEqual(marksOf('Recalling the Code, 2 the Rules, 1 and the Pact, 3', notes), ['1', '3'])
  t.deepEqual(marksOf('Recalling the rules in (a) 1 and (b) 2 of the Code,', notes), [])
})

test('under a rule a note goes on behind a gap until it has ended, and no paragraph is taken for its rest', (t) => {
  const read = (foot: string) => {
    const tree = fromText(
      `The General Assembly,\n\nRecalling the Code,1 and the Rules,2\n\n__________________\n\n${foot}\n\n1. Urges States.\n`,
    )
    return tree.children.flatMap((node) =>
      node.type === 'footnoteDefinition' ? [node.children.map(plainText).join()] : [],
    )
  }
  t.deepEqual(read('1 Report of the Conference of Keepers, Bell,\n\n3–14 June 2012, annex.\n\n2 Ibid.'), [
    'Report of the Conference of Keepers, Bell, 3–14 June 2012, annex.',
    'Ibid.',
  ])
  t.deepEqual(read('1 See A/90/14 and\n\nA/90/14/Add.1, chap. II.\n\n2 Ibid.'), [
    'See A/90/14 and A/90/14/Add.1, chap. II.',
    'Ibid.',
  ])
  t.deepEqual(read('1 A/90/14.\n2 A/90/15\n\nUrging all to light their lamps,'), ['A/90/14.', 'A/90/15'])
})
