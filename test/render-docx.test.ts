/** The Word writer: what is read of its documents is the tree, and they look as the United Nations prints. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import test from 'ava'
import fc from 'fast-check'
import { strFromU8, unzipSync } from 'fflate'
import { fromMarkdown, fromText, parse, type Root, toDocx } from '../src/index.js'
import * as build from '../src/model/tree/build.js'
import { cases, read } from './support/fixtures.js'
import { draft } from './support/generate.js'
import { cleanMarkdown, pageText } from './support/print.js'
import { budget, runs, some } from './support/properties.js'
import { wordRoundTrip } from './support/word-law.js'
import { Schema } from './support/xmllint.js'

const parts = async (tree: Root, options = {}) => {
  const entries = unzipSync(await toDocx(tree, options))
  return Object.fromEntries(Object.entries(entries).map(([name, bytes]) => [name, strFromU8(bytes)]))
}

test('every fixture, written as Word, is read as the same tree', async (t) => {
  for (const { name, input, format } of some(cases())) {
    if (input !== undefined) t.deepEqual(await wordRoundTrip(read(input, format).tree), [], name)
  }
})

for (const [name, print, parser] of [
  ['with italics', cleanMarkdown, fromMarkdown],
  ['without italics', pageText, fromText],
] as const)
  test(`generated drafts ${name}, written as Word, are read as the same trees`, async (t) => {
    for (const source of fc.sample(draft.map(print), { seed: budget.seed, numRuns: runs(60) }))
      t.deepEqual(await wordRoundTrip(parser(source)), [], source)
  })

test('every fixture, written as Word, keeps to the schema of its parts', async (t) => {
  const schema = new Schema('ooxml', 'wml.xsd')
  const why = schema.whyNot()
  if (why !== undefined) {
    t.log(`Skipped: ${why}.`)
    t.pass()
    return
  }
  const documents: { name: string; xml: string }[] = []
  for (const { name, input, format } of some(cases()))
    if (input !== undefined)
      for (const [part, xml] of Object.entries(await parts(read(input, format).tree)))
        if (/^word\/[^/]*\.xml$/u.test(part)) documents.push({ name: `${name} ${part}`, xml })
  t.true(documents.length >= runs(400))
  t.deepEqual(schema.invalid(documents), [])
})

const corpus = fileURLToPath(new URL('../../shared/corpus/', import.meta.url))
/** Real documents: some of each folder, for the whole takes minutes. */
const perFolder = 8
const realFiles = () =>
  ['cases/en', 'cases/fr', 'cases/ar', 'cases/zh', 'cases-docx/en'].flatMap((folder) => {
    const path = join(corpus, folder)
    const files = existsSync(path)
      ? readdirSync(path).filter((name) => /\.(?:docx|clean\.md)$/u.test(name))
      : []
    return files.slice(0, runs(perFolder)).map((name) => join(path, name))
  })

test('real documents, written as Word, are read as the same trees', async (t) => {
  const files = realFiles()
  if (files.length === 0) {
    t.log('No real documents beside the project: skipped.')
    t.pass()
    return
  }
  for (const file of files) {
    const { tree } = await parse(readFileSync(file), { name: file })
    t.deepEqual(await wordRoundTrip(tree), [], file)
  }
})

const lights = fromMarkdown(`General Assembly

A/C.2/97/L.12

Distr.: Limited

26 November 2041

Ninety-seventh session

Agenda item 44 (b)

Chile[^*] and Fiji: draft resolution

## Lamps of the outer banks

*The General Assembly*,

*Recalling* its resolution 96/4,[^1]

1. *Urges* States:

(a) To light the outer banks;

(b) To keep:

(i) Oil;

2. *Decides* to inspect them,[^1] and the others.[^3]

Annex I

1. Keepers shall be relieved.

[^*]: On behalf of the States of the coast.

[^1]: A/97/12.

[^3]: See A/97/13.
`)

test('the same tree and date are the same bytes', async (t) => {
  const date = '2041-11-26T10:00:00Z'
  const one = await toDocx(lights, { date })
  t.deepEqual(await toDocx(lights, { date }), one)
  const core = strFromU8(unzipSync(one)['docProps/core.xml'] as Uint8Array)
  t.regex(core, /<dcterms:created xsi:type="dcterms:W3CDTF">2041-11-26T10:00:00Z</u)
  t.regex(core, /<dc:title>Lamps of the outer banks</u)
  t.notRegex((await parts(lights))['docProps/core.xml'] ?? '', /dcterms:created/u)
})

test('notes are Word’s own: counted, or typed where they are not the next number or marked again', async (t) => {
  const files = await parts(lights)
  const body = files['word/document.xml'] ?? ''
  const notes = files['word/footnotes.xml'] ?? ''
  t.regex(body, /<w:footnoteReference w:customMarkFollows="1" w:id="1"\/><w:t[^>]*>\*</u)
  t.regex(body, /<w:footnoteReference w:id="2"\/>/u)
  t.regex(body, /<w:vertAlign w:val="superscript"\/><\/w:rPr><w:t[^>]*>1</u)
  t.regex(body, /<w:footnoteReference w:customMarkFollows="1" w:id="3"\/><w:t[^>]*>3</u)
  t.regex(notes, /<w:footnote w:id="1">(?:(?!<\/w:footnote>).)*<w:t[^>]*>\*</su)
  t.regex(notes, /<w:footnote w:id="2">(?:(?!<\/w:footnote>).)*<w:footnoteRef\/>/su)
  t.is(notes.match(/<w:footnoteRef\/>/gu)?.length, 1)
})

test('a mark that is printed otherwise in the text than above the note is so in Word', async (t) => {
  const marksOf = (node: object): { identifier: string; label?: string }[] => {
    const { type, children = [] } = node as { type: string; children?: object[] }
    return type === 'footnoteReference' ? [node as { identifier: string }] : children.flatMap(marksOf)
  }
  const tree = fromMarkdown('The Keepers,\n\n1. *Light* lamps.[^1]\n\n[^1]: A/98/14, annex.\n')
  const [mark] = marksOf(tree)
  if (mark) mark.label = '(1)'
  const { tree: read } = await parse(await toDocx(tree))
  t.like(marksOf(read), [{ identifier: '1', label: '(1)' }])
})

test('the box of the masthead is the first page’s header; the edges of later pages are mirrored', async (t) => {
  const files = await parts(lights)
  const words = (name: string) =>
    [...(files[`word/${name}.xml`] ?? '').matchAll(/<w:(?:t|instrText) [^>]*>([^<]*)/gu)].map(
      ([, text]) => text,
    )
  t.regex(files['word/header-first.xml'] ?? '', /<w:tbl>.*General Assembly.*Distr\.: Limited/su)
  // A draft has its symbol alone at the outer edge, and the count of pages under it.
  t.deepEqual(words('header-even'), ['A/C.2/97/L.12'])
  t.regex(files['word/header-even.xml'] ?? '', /w:val="start".*A\/C/su)
  t.regex(files['word/header-default.xml'] ?? '', /w:val="end".*A\/C/su)
  t.deepEqual(words('footer-even'), [' PAGE ', '1', '/', ' NUMPAGES ', '1'])
  t.regex(files['word/document.xml'] ?? '', /<w:titlePg\/>/u)
  t.regex(files['word/settings.xml'] ?? '', /<w:evenAndOddHeaders\/>/u)
})

const adopted = `United Nations

A/RES/97/4

General Assembly

Distr.: General

26 November 2041

41-20711 (E)

Ninety-seventh session

Resolution adopted by the General Assembly on 20 November 2041

[on the report of the Second Committee (A/97/420)]

97/4. Lamps of the banks

The General Assembly,

1. Decides to light the banks.
`

test('an adopted text has its title on later pages too, its job number, and its provenance in italics', async (t) => {
  const files = await parts(fromText(adopted))
  const words = (name: string) =>
    [...(files[`word/${name}.xml`] ?? '').matchAll(/<w:t[ >][^<]*/gu)].map(([text]) =>
      text.replace(/^.*>/u, ''),
    )
  t.deepEqual(words('header-even'), ['A/RES/97/4', 'Lamps of the banks'])
  t.deepEqual(words('header-default'), ['Lamps of the banks', 'A/RES/97/4'])
  t.is(words('footer-default')[0], '41-20711')
  t.regex(
    files['word/document.xml'] ?? '',
    /<w:r><w:t[^>]*>\[<\/w:t><\/w:r><w:r><w:rPr><w:i\/><w:iCs\/><\/w:rPr><w:t[^>]*>on the report/u,
  )
})

test('a day in English is read from left to right in an Arabic masthead', async (t) => {
  const english = [{ type: 'text', value: '26 November 2041' }] as never
  const tree = build.root({ language: 'ar' }, [
    build.masthead([
      build.symbol({ symbol: 'A/97/L.4' }, ['A/97/L.4']),
      { type: 'date', date: '2041-11-26', children: english },
    ]),
    build.resolution([build.title(['منارات السواحل المرجعية'])]),
  ])
  const header = (await parts(tree))['word/header-first.xml'] ?? ''
  t.regex(header, /<w:pStyle w:val="Distribution"\/><\/w:pPr><w:r><w:t[^>]*>26 November 2041</u)
  t.regex(header, /<w:bidiVisual\/>/u)
})

test('paragraphs have the styles of their rank', async (t) => {
  const files = await parts(lights)
  const body = files['word/document.xml'] ?? ''
  const styled = (style: string, text: string) =>
    t.regex(body, new RegExp(`<w:pStyle w:val="${style}"/>(?:(?!</w:p>).)*${text}`, 'su'))
  styled('Session', 'Ninety-seventh session')
  styled('Sponsors', 'Chile')
  styled('ResolutionTitle', 'Lamps of the outer banks')
  styled('OrganLine', 'The General Assembly')
  styled('Paragraph', 'Urges')
  styled('Subparagraph1', 'To light')
  styled('Subparagraph2', 'Oil')
  t.regex(body, /<w:pageBreakBefore\/>(?:(?!<\/w:p>).)*Annex I/su)
  const sheet = files['word/styles.xml'] ?? ''
  t.regex(sheet, /w:styleId="Sponsors">(?:(?!<\/w:style>).)*<w:b\/>/su)
  t.regex(sheet, /w:styleId="Subparagraph1">(?:(?!<\/w:style>).)*w:firstLine="475"/su)
  t.regex(sheet, /w:styleId="Subparagraph2">(?:(?!<\/w:style>).)*w:hanging="475"/su)
  t.regex(sheet, /<w:docDefaults>.*Times New Roman.*<w:sz w:val="20"\/>/su)
})

test('paper is letter for New York, A4 for others, or what is asked for', async (t) => {
  const width = async (symbol: string, options = {}) => {
    const tree = build.root([build.masthead([build.symbol({ symbol }, [symbol])])])
    return /<w:pgSz w:w="(\d+)"/u.exec((await parts(tree, options))['word/document.xml'] ?? '')?.[1]
  }
  t.is(await width('A/C.3/80/L.12'), '12240')
  t.is(await width('S/RES/1325 (2000)'), '12240')
  t.is(await width('A/HRC/51/L.2'), '11906')
  t.is(await width('CLH/COP/2031/L.4'), '11906')
  t.is(await width('CLH/COP/2031/L.4', { paper: 'letter' }), '12240')
})

test('Arabic runs from right to left, and what is Latin in it does not', async (t) => {
  const tree = build.root({ language: 'ar' }, [
    build.resolution([
      build.title(['منارات السواحل']),
      build.organLine({ name: 'مؤتمر الأطراف' }, [build.emphasis(['إن مؤتمر الأطراف']), '،']),
      build.operative([
        build.operativeParagraph({ label: '1 -', number: null, ordinal: 1 }, [
          build.clause(['يحيط علما بالوثيقة CLH/COP/2031/6 عن المنارات؛']),
        ]),
      ]),
    ]),
  ])
  const files = await parts(tree)
  const body = files['word/document.xml'] ?? ''
  t.is(body.match(/<w:pStyle /gu)?.length, body.match(/<w:bidi\/>/gu)?.length)
  t.regex(body, /<w:rtl\/><\/w:rPr><w:t[^>]*>يحيط/u)
  t.regex(body, /<w:r><w:t[^>]*>CLH\/COP\/2031\/6\s?</u)
  t.regex(files['word/styles.xml'] ?? '', /w:bidi="ar-SA"/u)
})

test('Chinese has a font of its own', async (t) => {
  const tree = build.root({ language: 'zh' }, [build.resolution([build.title(['海岸灯塔'])])])
  t.regex((await parts(tree))['word/styles.xml'] ?? '', /w:eastAsia="SimSun"/u)
})

test('what XML cannot hold is a character that says so, whatever the tree says', async (t) => {
  const tree = build.root([
    build.resolution([
      build.title(['Lamps\u0000 & <lights>\ud800']),
      build.operative([
        build.operativeParagraph({ ordinal: 1 }, [
          build.clause(['Decides\u000b it;', build.footnoteReference('a"<b')]),
        ]),
      ]),
    ]),
    build.footnoteDefinition('a"<b', ['Note\u0001.']),
  ])
  const { messages } = await parse(await toDocx(tree), { name: 'odd.docx' })
  t.true(Array.isArray(messages))
  t.regex((await parts(tree))['word/document.xml'] ?? '', /Lamps\uFFFD &#x26; &#x3C;lights>\uFFFD</u)
})
