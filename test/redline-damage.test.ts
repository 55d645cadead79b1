/** What a redline is refused for, and documents that are no ordinary ones. */
import test from 'ava'
import { strFromU8, strToU8, unzipSync } from 'fflate'
import { WordDocument } from '../src/formats/word/package/document.js'
import { faultsOf } from '../src/formats/word/revise/faults.js'
import { redline } from '../src/redline.js'
import { p, r, word } from './support/word.js'

const cell = (content: string) => `<w:tbl><w:tr><w:tc>${content}</w:tc></w:tr></w:tbl>${p('')}`
const ins = (id: number, content: string) => `<w:ins w:id="${id}" w:author="Keeper">${content}</w:ins>`
const faults = (body: string) => faultsOf(new WordDocument(word(body), { name: 'draft.docx' }))

test('a document in order has no fault', (t) => {
  const moved = `<w:p><w:moveFromRangeStart w:id="3" w:name="move1"/>${r('Lamps')}</w:p><w:moveFromRangeEnd w:id="3"/>`
  t.deepEqual(faults(p(r('Lamps') + ins(1, r('lit')) + ins(2, r('by night'))) + moved + cell(p('12'))), [])
})

test('faults that Word would stumble over are found', (t) => {
  const bad: [string, RegExp][] = [
    [p(ins(1, r('Lamps')) + ins(1, r('lit'))), /two revisions have the number 1/u],
    [`<w:p><w:moveFromRangeStart w:id="3" w:name="move1"/>${r('Lamps')}</w:p>`, /range 3 of a move/u],
    [cell(p('12', '<w:rPr><w:del w:id="1" w:author="Keeper"/></w:rPr>')), /last mark of a cell/u],
    [cell(''), /no last paragraph/u],
    [p(ins(1, p('Lamps'))), /holds a paragraph/u],
    [p('<w:r><w:footnoteReference w:id="7"/></w:r>'), /there is no footnote 7/u],
    [p('<w:hyperlink r:id="lost"><w:r><w:t>Lamps</w:t></w:r></w:hyperlink>'), /nothing is related as lost/u],
  ]
  for (const [body, fault] of bad) t.regex(faults(body).join('\n'), fault, body)
})

const part = 'application/vnd.ms-word'
const types = (main: string) =>
  strToU8(
    `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="bin" ContentType="application/vnd.ms-office.vbaProject"/><Override PartName="/word/document.xml" ContentType="${main}"/><Override PartName="/word/vbaProject.bin" ContentType="${part}.vbaProject"/></Types>`,
  )

test('a document with macros is revised as an ordinary one, without them', async (t) => {
  const draft = (verb: string) =>
    p('The Conference of the Parties to the Convention on Lighthouses,') +
    p(`1. ${verb} Parties to keep the lamps lit.`)
  const relationships = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="a" Type="http://schemas.microsoft.com/office/2006/relationships/vbaProject" Target="vbaProject.bin"/></Relationships>`
  const old = word({
    body: draft('Urges'),
    entries: {
      '[Content_Types].xml': types(`${part}.document.macroEnabled.main+xml`),
      'word/_rels/document.xml.rels': strToU8(relationships),
      'word/vbaProject.bin': strToU8('macros'),
    },
  })
  const parts = unzipSync(await redline(old, word(draft('Invites')), { date: '2041-10-06T09:00:00Z' }))
  const written = strFromU8(parts['[Content_Types].xml'] as Uint8Array)
  t.regex(written, /officedocument\.wordprocessingml\.document\.main\+xml/u)
  t.notRegex(written, /macro|vba/u)
  t.false('word/vbaProject.bin' in parts)
  t.notRegex(strFromU8(parts['word/_rels/document.xml.rels'] as Uint8Array), /vba/u)
  t.regex(strFromU8(parts['word/document.xml'] as Uint8Array), /<w:delText[^>]*>Urges/u)
})
