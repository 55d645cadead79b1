/** `merge --from-tracked`: each author of the tracked changes of a Word document is a party. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import test from 'ava'
import { WordDocument } from '../src/formats/word/package/document.js'
import { authorsOf, hasRevisions, resolveRevisions } from '../src/formats/word/package/resolve.js'
import { parse } from '../src/pipeline.js'
import { folder, plenary } from './support/command.js'
import { schemaFaults } from './support/schema.js'
import { p, r, word } from './support/word.js'

const by = (author: string) => `w:id="1" w:author="${author}" w:date="2041-01-01T00:00:00Z"`
const cut = (text: string, author: string) =>
  `<w:del ${by(author)}><w:r><w:delText xml:space="preserve">${text}</w:delText></w:r></w:del>`
const added = (text: string, author: string) => `<w:ins ${by(author)}>${r(text)}</w:ins>`
const newMark = (author: string) => `<w:rPr><w:ins ${by(author)}/></w:rPr>`

const tracked = () =>
  word({
    body: [
      p(r('The Conference of the Parties,')),
      p(r('Noting the report on lamps,')),
      p(
        `${cut('1. Urges', 'North')}${added('1. Encourages', 'North')}${r(' States to relight every station')}${cut(' before the winter', 'South')}${r(';')}`,
      ),
      p(added('2. Invites owners to report dark lights;', 'South'), newMark('South')),
      p(r('3. Decides to meet again.')),
    ].join(''),
  })

const textOf = async (document: WordDocument) => {
  const { tree } = await parse(document.bytes())
  const { rows } = await import('../src/model/tree/rows.js')
  return rows(tree).map(({ text }) => text)
}

test('the document with the changes of one author alone is that author’s version', async (t) => {
  const document = new WordDocument(tracked(), { name: 'tracked.docx' })
  t.deepEqual(authorsOf(document), ['North', 'South'])
  const side = async (author: string) => {
    const resolved = resolveRevisions(document, { author })
    t.false(hasRevisions(resolved))
    return textOf(resolved)
  }
  t.deepEqual(await side('North'), [
    'Noting the report on lamps,',
    'Encourages States to relight every station before the winter;',
    'Decides to meet again.',
  ])
  t.deepEqual(await side('South'), [
    'Noting the report on lamps,',
    'Urges States to relight every station;',
    'Invites owners to report dark lights;',
    'Decides to meet again.',
  ])
})

test('authors are merged as parties, by name, and compiled in brackets', async (t) => {
  const file = join(folder(t), 'tracked.docx')
  writeFileSync(file, tracked())
  const json = JSON.parse((await plenary(['merge', '--from-tracked', file, '--format', 'json'])).out)
  t.deepEqual(schemaFaults('merge', json), [])
  const first = json.paragraphs.find(({ base }: { base: string }) => base === 'OP1')
  t.like(first, { text: 'Encourages States to relight every station;', by: ['North', 'South'] })
  const { out } = await plenary(['merge', '--from-tracked', file, '--brackets', '--format', 'md'])
  t.regex(out, /Urges \/ Encourages – North\]/u)
  t.regex(out, /\[before the winter – South delete\]/u)
})

test('a document without tracked changes, or one beside other documents, is refused', async (t) => {
  const at = folder(t)
  const [plain, text] = [join(at, 'plain.docx'), join(at, 'plain.md')]
  writeFileSync(plain, word({ body: p(r('1. Decides to meet again.')) }))
  writeFileSync(text, '1. *Decides* to meet again.\n')
  for (const file of [plain, text]) {
    const { status, err } = await plenary(['merge', '--from-tracked', file])
    t.is(status, 2)
    t.regex(err, /no Word document with tracked changes/u)
  }
  t.is((await plenary(['merge', '--from-tracked', plain, text])).status, 2)
  t.regex((await plenary(['merge', text])).err, /name the draft and the version of each party/u)
})

test('compile writes who proposes what: in brackets, or tracked in Word', async (t) => {
  const home = folder(t)
  const file = (name: string, verb: string, more: string) => {
    const path = join(home, `${name}.docx`)
    const body = [
      p(r('The Conference of the Parties,')),
      p(r(`1. ${verb} States to keep every lamp lit${more}.`)),
    ]
    writeFileSync(path, word({ body: body.join('') }))
    return path
  }
  const versions = [file('base', 'Urges', ''), file('eu', 'Encourages', ''), file('us', 'Urges', ' by 2045')]
  const brackets = await plenary(['compile', '--as', 'EU,US', ...versions])
  t.is(brackets.status, 0, brackets.err)
  t.is(
    brackets.out.trim().split('\n').at(-1),
    '1. [Urges / Encourages – EU] States to keep every lamp lit [by 2045 – US].',
  )
  const rolling = join(home, 'rolling.docx')
  t.is(
    (await plenary(['compile', '--style', 'tracked', '--as', 'EU,US', ...versions, '-o', rolling])).status,
    0,
  )
  t.deepEqual(authorsOf(new WordDocument(readFileSync(rolling), { name: rolling })), ['EU', 'US'])
  const refused = await plenary([
    'compile',
    '--style',
    'tracked',
    ...versions,
    '-o',
    join(home, 'rolling.md'),
  ])
  t.is(refused.status, 2)
  t.regex(refused.err, /--style tracked/u)
})
