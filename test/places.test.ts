/** Where the words of Word documents and PDFs are: `data.source` of nodes. */
import test from 'ava'
import { visit } from 'unist-util-visit'
import { check } from '../src/model/tree/check.js'
import { plainText } from '../src/model/tree/text.js'
import type { Node, Root, SourcePlace } from '../src/model/tree/types.js'
import { parse } from '../src/pipeline.js'
import { lines, pdf } from './support/pdf.js'
import { p, r, word } from './support/word.js'

const note = '<w:r><w:footnoteReference w:id="2"/></w:r>'
const cell = (text: string) => `<w:tc>${p(text)}</w:tc>`
const grid = '<w:tblPr><w:tblBorders><w:insideV w:val="single"/></w:tblBorders></w:tblPr>'

const draft = word({
  body: [
    p('Lighthouses'),
    p(''),
    p('The General Assembly,'),
    p(`${r('Recalling', '<w:i/>')}${r(' its resolution 3/2,')}${note}`),
    p('1. Urges the keepers:'),
    p('<w:r><w:t>(a) To keep logs;</w:t><w:br/><w:t>(b) To light lamps;</w:t></w:r>'),
    p('without delay;'),
    p('2. Adopts the following table:'),
    `<w:tbl>${grid}<w:tr>${cell('Port')}${cell('Lamps')}</w:tr><w:tr>${cell('Cape')}${cell('2')}</w:tr></w:tbl>`,
    `${p('3. Decides to review', '<w:rPr><w:del w:id="1"/></w:rPr>')}${p(' it.')}`,
  ].join(''),
  footnotes: `<w:footnote w:id="2">${p('A first line.')}${p('A second.')}</w:footnote>`,
})

/** Nodes that say where they are, as `type: places: words`. */
function placesIn(tree: Root, types: readonly string[]): string[] {
  const found: string[] = []
  visit(tree, (node) => {
    if (!types.includes(node.type)) return
    const places = (node.data?.source ?? []).map(
      ({ part = 'page', paragraph, page }: SourcePlace) =>
        `${part.replace(/^word\/|\.xml$/gu, '')} ${paragraph ?? page}`,
    )
    found.push(`${node.type}: ${places.join(', ')}: ${plainText(node as Node)}`)
  })
  return found
}

test('a node of a Word document says in which paragraphs its words stand', async (t) => {
  const { tree } = await parse(draft, { language: 'en' })
  t.deepEqual(check(tree), [])
  t.deepEqual(placesIn(tree, ['title', 'organLine', 'clause', 'tableCell', 'paragraph']), [
    'title: document 1: Lighthouses',
    'organLine: document 3: The General Assembly,',
    'clause: document 4: Recalling its resolution 3/2,',
    'clause: document 5: Urges the keepers:',
    'clause: document 6: To keep logs;',
    'clause: document 6: To light lamps;',
    'clause: document 7: without delay;',
    'clause: document 8: Adopts the following table:',
    'tableCell: document 9: Port',
    'tableCell: document 10: Lamps',
    'tableCell: document 11: Cape',
    'tableCell: document 12: 2',
    'clause: document 13, document 14: Decides to review it.',
    'paragraph: footnotes 1, footnotes 2: A first line. A second.',
  ])
  const operative = placesIn(tree, ['operativeParagraph', 'subparagraph'])
  t.deepEqual(
    operative.map((line) => line.split(': ').slice(0, 2).join(': ')),
    [
      'operativeParagraph: document 5, document 7',
      'subparagraph: document 6',
      'subparagraph: document 6',
      'operativeParagraph: document 8',
      'operativeParagraph: document 13, document 14',
    ],
  )
})

test('words inside a node do not say their place again, nor do nodes of text', async (t) => {
  const { tree } = await parse(draft, { language: 'en' })
  visit(tree, ['text', 'emphasis', 'phrase', 'citation', 'footnoteReference'], (node) => {
    t.is(node.data, undefined, node.type)
  })
  const { tree: ofText } = await parse('The General Assembly,\n\n1. Decides to meet.\n')
  visit(ofText, (node) => t.is(node.data, undefined, node.type))
})

test('a paragraph that a page cuts stands on two', async (t) => {
  const bytes = pdf([
    {
      shown: [
        ...lines(147, 100, ['The General Assembly,']),
        ...lines(123, 660, [
          '1.   Urges the keepers of all lighthouses of the coast to keep a log of the weather and',
        ]),
      ],
    },
    { shown: lines(123, 100, ['to publish it every year.']) },
  ])
  const { tree } = await parse(bytes, { language: 'en' })
  t.deepEqual(check(tree), [])
  const clauses: SourcePlace[][] = []
  visit(tree, 'clause', (node) => clauses.push(node.data?.source ?? []))
  t.deepEqual(
    clauses.map((places) => places.map(({ page, box }) => [page, box?.[0], box?.[1], box?.[3]])),
    [
      [
        [1, 123, 650, 10],
        [2, 123, 90, 10],
      ],
    ],
  )
})
