/** Documents that are set into a Word document are read with it, or told. */
import test from 'ava'
import { strToU8, unzipSync } from 'fflate'
import { outline, parse, redline, toMarkdown } from '../src/index.js'
import { p, word } from './support/word.js'

const relationships = (target: string) =>
  strToU8(
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="chunk" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/aFChunk" Target="${target}"/></Relationships>`,
  )
const holding = (target: string, bytes: Uint8Array) =>
  word({
    body: [
      p('The Conference of the Parties,'),
      p('1. Urges Parties to light the lamps;'),
      '<w:altChunk r:id="chunk"/>',
      p('3. Decides to meet again.'),
    ].join(''),
    entries: { 'word/_rels/document.xml.rels': relationships(target), [`word/${target}`]: bytes },
  })
const read = async (bytes: Uint8Array) => {
  const { tree, messages } = await parse(bytes, { name: 'draft.docx' })
  return {
    rows: outline(tree).rows.map(({ label, text }) => `${label} ${text}`),
    messages: messages.map(String),
  }
}
const expected = [
  'OP1 Urges Parties to light the lamps;',
  'OP2 Requests the keepers to report;',
  'OP3 Decides to meet again.',
]

for (const [name, bytes] of Object.entries({
  'a.html': strToU8('<html><body><p>2. <i>Requests</i> the keepers to report;</p></body></html>'),
  'a.txt': strToU8('2. Requests the keepers to report;\n'),
  'a.docx': word(p('2. Requests the keepers to report;')),
  'deeper.docx': holding('b.html', strToU8('<html><body><p>nothing</p></body></html>')),
}))
  test(`${name} is read where it stands`, async (t) => {
    const { rows, messages } = await read(holding(name, bytes))
    if (name === 'deeper.docx') t.true(rows.join().includes('nothing'))
    else {
      t.deepEqual(rows, expected)
      t.deepEqual(messages, [])
    }
  })

test('a document that is not read is told, and one that holds itself over and over ends', async (t) => {
  const { rows, messages } = await read(holding('a.rtf', strToU8('{\\rtf1 2. Requests}')))
  t.deepEqual(rows, [expected[0], expected[2]])
  t.true(messages.some((one) => /embedded document [^“]*“word\/a\.rtf”/u.test(one)))
  let nested = word(p('2. Requests the keepers to report;'))
  for (let depth = 0; depth < 6; depth++) nested = holding('a.docx', nested)
  const deep = await read(nested)
  t.true(deep.messages.some((one) => /embedded document [^“]*“word\/a\.docx”/u.test(one)))
})

test('a redline leaves a document that is set into the base alone, and says what of it changed', async (t) => {
  const base = holding(
    'a.html',
    strToU8('<html><body><p>2. Requests the keepers to report;</p></body></html>'),
  )
  const markdown = toMarkdown((await parse(base, { name: 'draft.docx' })).tree)
  const redlined = async (text: string) => {
    const messages: Parameters<typeof String>[0][] = []
    const { tree } = await parse(text, { format: 'markdown' })
    const result = await redline(base, tree, { date: '2041-10-06T09:00:00Z', messages: messages as never })
    return { parts: unzipSync(result), messages: messages.map(String) }
  }
  const same = await redlined(markdown)
  t.deepEqual(same, { parts: unzipSync(base), messages: [] })
  const other = await redlined(markdown.replace('keepers to report', 'keepers to write'))
  t.deepEqual(other.parts, unzipSync(base))
  t.regex(other.messages.join(), /keepers to write/u)
})
