/** A merge in Word: each party's changes under its name, and each name alone gives that party's version back. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import test from 'ava'
import { WordDocument } from '../src/formats/word/package/document.js'
import { authorsOf, resolveRevisions } from '../src/formats/word/package/resolve.js'
import { fromMarkdown, parse, redlineMerge, rows, toDocx } from '../src/index.js'
import type { Root } from '../src/model/tree/types.js'
import { office, officePython } from './support/office.js'

const head =
  '*The Conference of the Parties*,\n\n*Recalling* its resolution 5/2 on the lamps of the coast,\n\n'
const base = `${head}1. *Urges* States parties to relight every station that is dark before the winter;\n\n2. *Requests* the secretariat to keep a public register of lights and of buoys:\n\n(a) With their position;\n\n(b) With their colour;\n\n3. *Decides* to establish a voluntary fund for the repair of lenses.\n`
const parties: Record<string, string> = {
  North: base
    .replace('*Urges*', '*Encourages*')
    .replace('(b) With', '(b) With their height;\n\n(c) With')
    .replace('repair of lenses', 'repair of lenses and of towers'),
  South: base
    .replace(' before the winter', '')
    .replace('a public register', 'a free public register')
    .replace('3. *Decides*', '3. *Invites* owners to report dark lights;\n\n4. *Decides*'),
  West: base
    .replace('the lamps of the coast', 'the lamps of the northern coast')
    .replace('(a) With their position;\n\n(b)', '(a)'),
}

const read = (source: string) => fromMarkdown(source, { language: 'en' })
const versions = () => Object.entries(parties).map(([party, source]) => ({ party, tree: read(source) }))
/** Words without numbers: where one party's paragraphs are rejected, the next keep the numbers typed after them. */
const texts = (tree: Root) => rows(tree).map(({ role, text }) => `${role} ${text}`)
const textsOf = async (bytes: Uint8Array) => texts((await parse(bytes)).tree)

test('each author alone is that party’s version; none is the base', async (t) => {
  const { bytes, joined } = await redlineMerge(await toDocx(read(base)), read(base), versions(), {
    date: '2041-02-01',
  })
  t.deepEqual(joined, [])
  const document = new WordDocument(bytes, { name: 'merged.docx' })
  t.deepEqual(authorsOf(document).sort(), [...Object.keys(parties), 'plenary'].sort())
  for (const [author, source] of Object.entries(parties))
    t.deepEqual(await textsOf(resolveRevisions(document, { author }).bytes()), texts(read(source)), author)
  t.deepEqual(await textsOf(resolveRevisions(document, 'original').bytes()), texts(read(base)))
})

test('with all accepted it reads as the merged text, conflicts in brackets', async (t) => {
  const clash = [
    ...versions(),
    {
      party: 'East',
      tree: read(base.replace('*Urges*', '*Demands* that').replace('parties to relight', 'parties relight')),
    },
  ]
  const { bytes } = await redlineMerge(await toDocx(read(base)), read(base), clash, { date: '2041-02-01' })
  const words = (await parse(bytes)).tree
  const line = texts(words).find((text) => text.includes('relight')) ?? ''
  for (const said of ['Urges', 'Encourages', 'Demands', 'North', 'East']) t.true(line.includes(said), line)
})

test('a number that two parties moved, each by a paragraph of its own, is in one piece on every side', async (t) => {
  const fund = '3. *Decides* to establish a voluntary fund for the repair of lenses.'
  const added = (line: string, end: string) =>
    base.replace(fund, `3. ${line}\n\n4${fund.slice(1).replace('lenses', end)}`)
  const both = [
    {
      party: 'North',
      tree: read(added('*Invites* owners of ships to report dark lights;', 'lenses and of towers')),
    },
    { party: 'South', tree: read(added('*Thanks* the pilots for their charts of the ice;', 'old lenses')) },
  ]
  const { bytes } = await redlineMerge(await toDocx(read(base)), read(base), both, { date: '2041-02-01' })
  const document = new WordDocument(bytes, { name: 'merged.docx' })
  for (const { party, tree } of both) {
    const { tree: own } = await parse(resolveRevisions(document, { author: party }).bytes())
    t.deepEqual(texts(own), texts(tree), party)
    t.true(
      rows(own).every(({ number = '' }) => number.length < 2 || number.startsWith('(')),
      rows(own)
        .map(({ number }) => number)
        .join(' '),
    )
  }
  t.deepEqual(await textsOf(resolveRevisions(document, 'original').bytes()), texts(read(base)))
})

const python = officePython()
const withOffice = python === undefined ? test.skip : test
withOffice('each author alone is that party’s version in LibreOffice too', async (t) => {
  t.timeout(300_000)
  const { bytes } = await redlineMerge(await toDocx(read(base)), read(base), versions(), {
    date: '2041-02-01',
  })
  const folder = mkdtempSync(join(tmpdir(), 'plenary-authors-'))
  try {
    const jobs = Object.keys(parties).map((author) => {
      const file = join(folder, `${author}.docx`)
      writeFileSync(file, bytes)
      return { in: file, out: join(folder, `${author}.out.docx`), do: 'only' as const, author }
    })
    const results = await office(python as string, jobs)
    for (const [at, { author, out }] of jobs.entries()) {
      t.is(results[at]?.error, undefined, author)
      t.deepEqual(await textsOf(readFileSync(out)), texts(read(parties[author] as string)), author)
    }
  } finally {
    rmSync(folder, { recursive: true })
  }
})
