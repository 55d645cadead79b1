/** The checker of Word documents finds what Word refuses, and nothing in what Word takes. */
import test from 'ava'
import { zipSync } from 'fflate'
import { fromMarkdown, toDocx } from '../src/index.js'
import { cases, read } from './support/fixtures.js'
import { some } from './support/properties.js'
import { entries, p, r, word } from './support/word.js'
import { wordFaults } from './support/word-check.js'

const types = new TextEncoder().encode(
  '<Types><Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/xml"/></Types>',
)
const checked = (body: string) => wordFaults(zipSync({ ...entries({ body }), '[Content_Types].xml': types }))
const author = 'w:author="Keeper" w:date="2041-10-06T09:00:00Z"'
const ins = (id: number, content: string) => `<w:ins w:id="${id}" ${author}>${content}</w:ins>`
const del = (id: number, content: string) => `<w:del w:id="${id}" ${author}>${content}</w:del>`
const deleted = (text: string) => `<w:r><w:delText xml:space="preserve">${text}</w:delText></w:r>`

test('a document in order has no fault', (t) => {
  t.deepEqual(checked(p(`${r('Lights ')}${ins(1, r('and '))}${del(2, deleted('or '))}${r('lamps')}`)), [])
})

for (const [what, body, fault] of [
  [
    'properties out of order',
    p('x', '<w:jc w:val="both"/><w:ind w:left="1"/>'),
    /ind stands too late in pPr/u,
  ],
  ['a property twice', p(r('x', '<w:b/><w:b/>')), /rPr has b twice/u],
  ['a property that is none', p('x', '<w:b/>'), /b has no place in pPr/u],
  ['properties behind a run', `<w:p>${r('x')}<w:pPr/></w:p>`, /pPr is not the first in p/u],
  ['a run in a body', r('x'), /a run in body/u],
  ['a paragraph in an insertion', ins(1, p('x')), /a paragraph in ins/u],
  ['an insertion in an insertion', p(ins(1, ins(2, r('x')))), /ins inside ins/u],
  ['an insertion in a deletion', p(del(1, ins(2, r('x')))), /ins inside del/u],
  ['a revision without content', p(ins(1, '')), /an empty ins/u],
  ['text in a deletion', p(del(1, r('x'))), /t in del/u],
  ['deleted text outside one', p(deleted('x')), /delText outside del/u],
  ['spaces that are lost', p('<w:r><w:t>x </w:t></w:r>'), /the spaces of “x ” are not kept/u],
  ['an id twice', p(ins(1, r('x')) + ins(1, r('y'))), /revision 1 is there twice/u],
  ['no author', p(`<w:ins w:id="1">${r('x')}</w:ins>`), /ins without an author/u],
  [
    'a date with milliseconds',
    p(`<w:ins w:id="1" w:author="K" w:date="2041-10-06T09:00:00.000Z">${r('x')}</w:ins>`),
    /ins on/u,
  ],
  [
    'a prefix of another document',
    p('<w:r><w16:odd/><w:t>x</w:t></w:r>'),
    /nothing binds the prefix of w16:odd/u,
  ],
  [
    'a bookmark that does not end',
    p(`<w:bookmarkStart w:id="1" w:name="a"/>${r('x')}`),
    /bookmark 1 does not end/u,
  ],
  [
    'a move outside its range',
    p(`<w:moveFrom w:id="1" ${author}>${r('x')}</w:moveFrom>`),
    /moveFrom outside its range/u,
  ],
  [
    'a move that arrives nowhere',
    p(
      `<w:moveFromRangeStart w:id="1" w:name="m" ${author}/><w:moveFrom w:id="2" ${author}>${r('x')}</w:moveFrom><w:moveFromRangeEnd w:id="1"/>`,
    ),
    /moveFrom m has no moveTo/u,
  ],
  [
    'a note that is missing',
    p('<w:r><w:footnoteReference w:id="4"/></w:r>'),
    /footnote 4 is marked and missing/u,
  ],
  [
    'a picture that is missing',
    p('<w:r><w:drawing><v:x r:embed="rId9"/></w:drawing></w:r>'),
    /refers to rId9/u,
  ],
  [
    'a cell without a paragraph',
    '<w:tbl><w:tr><w:tc><w:tcPr/></w:tc></w:tr></w:tbl>',
    /a cell that does not end with a paragraph/u,
  ],
] as const)
  test(`it finds ${what}`, (t) => {
    t.true(
      checked(body).some((one) => fault.test(one)),
      checked(body).join('\n'),
    )
  })

test('it finds parts without a type, types without a part, and rsids that are new', (t) => {
  t.true(wordFaults(word(p('x'))).some((one) => /has no type/u.test(one)))
  const [base, now] = [p('x'), p('x').replace('<w:p>', '<w:p w:rsidR="00AB12CD">')].map((body) =>
    zipSync({ ...entries({ body }), '[Content_Types].xml': types }),
  )
  t.deepEqual(wordFaults(now as Uint8Array, base), ['word/document.xml: w:rsidR 00AB12CD is new'])
})

test('what is written of a tree has no fault', async (t) => {
  for (const { name, input, format } of some(cases()))
    if (input !== undefined) t.deepEqual(wordFaults(await toDocx(read(input, format).tree)), [], name)
  t.deepEqual(wordFaults(await toDocx(fromMarkdown(''))), [])
})
