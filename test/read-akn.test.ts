/** Akoma Ntoso in: what files print, whatever their identifiers and their markup say; and there and back. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import test from 'ava'
import fc from 'fast-check'
import { fromAkn as readAkn } from '../src/formats/akn/read/from-akn.js'
import { build, fromMarkdown, outline, parse, plainText, type Root, toAkn } from '../src/index.js'
import { fromAkn, shared } from './support/akn.js'
import { cases, read } from './support/fixtures.js'
import { draft } from './support/generate.js'
import { line } from './support/html.js'
import { roundTrip, withoutPositions } from './support/laws.js'
import { mangled } from './support/mangle.js'
import { cleanMarkdown, ocrMarkdown } from './support/print.js'
import { budget, runs, some } from './support/properties.js'
import { treeLines } from './support/tree-lines.js'

const pipeline = { fromMarkdown: fromAkn, toMarkdown: toAkn }

function document(body: string): string {
  return `<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"><statement name="resolution"><meta/>${body}</statement></akomaNtoso>`
}

function lines(body: string, revisions?: 'final' | 'original'): string[] {
  return readAkn(document(body), { name: 'the text', ...(revisions ? { revisions } : {}) }).blocks.map(line)
}

test('a number stands before its paragraph, and alone before its parts', (t) => {
  const paragraph = (inner: string) =>
    lines(`<mainBody><paragraph eId="para_9">${inner}</paragraph></mainBody>`)
  t.deepEqual(paragraph('<num>1.</num><content><p><i>Urges</i> States;</p><p>And more.</p></content>'), [
    '1. *Urges* States;',
    'And more.',
  ])
  const point = '<point><num>(a)</num><content><p>To list;</p></content></point>'
  t.deepEqual(
    paragraph(
      `<num>1.</num><list><intro><p>Urges:</p></intro>${point}<wrapUp><p>and all.</p></wrapUp></list>`,
    ),
    ['1. Urges:', '(a) To list;', 'and all.'],
  )
  t.deepEqual(paragraph(`<num>1.</num><list>${point}</list>`), ['1.', '(a) To list;'])
  t.deepEqual(paragraph('<num>1.</num><content><p/></content>'), ['1.'])
  t.deepEqual(
    paragraph(
      '<content><p xml:space="preserve">\n\t1.\t<span class="bold italic">Urges</span>\n all; </p></content>',
    ),
    ['1. ***Urges*** all;'],
  )
})

test('the numeral of a section stands above its title, one with a stop before it', (t) => {
  const section = (num: string) =>
    lines(
      `<mainBody><section><num>${num}</num><heading>Boats</heading><crossHeading>Large</crossHeading></section></mainBody>`,
    )
  t.deepEqual(section('I'), ['heading: I', 'heading: Boats', 'heading: Large'])
  t.deepEqual(section('I.'), ['heading: I. Boats', 'heading: Large'])
})

test('notes stand behind the text, each once, and their signs are no text', (t) => {
  const note =
    '<authorialNote marker="1" eId="authorialNote_4"><p>	()	See <i>above</i>.</p><p>And below.</p></authorialNote>'
  t.deepEqual(
    lines(
      `<mainBody><p>Keepers<sup>(</sup>${note}<sup>)</sup>, m<sup>2</sup><noteRef href="#authorialNote_4" marker="1"/> and <noteRef href="#authorialNote_9" marker="9"/></p></mainBody>`,
    ),
    ['Keepers[^1], m^2^[^1] and[^9]', 'note 1: See *above*. And below.'],
  )
})

test('two notes of one mark are two', (t) => {
  const note = '<authorialNote marker="*"><p>Note.</p></authorialNote>'
  t.deepEqual(lines(`<mainBody><p>A${note} b${note}</p></mainBody>`), [
    'A[^*] b[^*-2]',
    'note *: Note.',
    'note *: Note.',
  ])
})

test('either side of a comparison can be read', (t) => {
  const body = `<mainBody><paragraph><num><del>3.</del><ins>2.</ins></num><content><p><del>Urges</del><ins>Invites</ins> all.</p></content></paragraph><paragraph status="removed"><num>4.</num><content><p><del>Gone.</del></p></content></paragraph></mainBody>`
  t.deepEqual(lines(body), ['2. Invites all.'])
  t.deepEqual(lines(body, 'original'), ['3. Urges all.', '4. Gone.'])
})

test('what is not well formed is said, with its place, and what can be read is read', async (t) => {
  const { tree, messages } = await parse(
    document(
      '<mainBody><paragraph><num>1.</num><content><p><i>Urges</b> States to act.</p></content></mainBody>',
    ),
  )
  const [first] = messages.filter(({ ruleId }) => ruleId === 'malformed-markup')
  t.is(first?.reason, 'Unexpected markup: </b> closes nothing; what could be read was read')
  t.is(first?.line, 1)
  t.true((first?.column ?? 0) > 100)
  t.deepEqual(
    outline(tree).rows.map(({ label, text }) => [label, text]),
    [['OP1', 'Urges States to act.']],
  )
})

test('entities are never resolved', async (t) => {
  const bomb = `<!DOCTYPE a [<!ENTITY b "${'x'.repeat(1000)}"><!ENTITY c SYSTEM "file:///etc/passwd">]>${document('<mainBody><p>1. Urges &b;&c;&amp;&#65; all.</p></mainBody>')}`
  const { tree, messages } = await parse(bomb, { format: 'akn' })
  t.true(plainText(tree).includes('Urges &b;&c;&A all.'), plainText(tree))
  t.true(messages.some(({ ruleId }) => ruleId === 'malformed-markup'))
})

test('nesting beyond measure is refused, well formed or not', async (t) => {
  for (const [open, close] of [
    ['<i>', '</i>'],
    ['<i>', ''],
  ] as const) {
    const deep = document(`<mainBody><p>${open.repeat(50_000)}x${close.repeat(50_000)}</p></mainBody>`)
    await t.throwsAsync(parse(deep), { message: /nested more than 256 deep/u })
  }
})

test('a file is known by its content, whatever stands before its root', async (t) => {
  const { format } = await parse(
    `<?xml version="1.0"?>\n<?xml-stylesheet href="a.xsl"?>\n<!-- a copy -->\n${document('<mainBody><p>x</p></mainBody>').replace('<akomaNtoso ', '<akn:akomaNtoso ').replace('</akomaNtoso>', '</akn:akomaNtoso>')}`,
    { name: 'text.md' },
  )
  t.is(format, 'akn')
})

for (const { name, input, format } of some(cases()))
  test(`there and back: ${name}`, (t) => {
    t.deepEqual(input === undefined ? ['no input'] : roundTrip(read(input, format).tree, pipeline), [])
  })

test('there and back: comments of readers, to the letter', (t) => {
  const tree = build.root({ language: 'en', kind: 'draft' }, [
    build.resolution({}, [
      build.operative([build.operativeParagraph({ ordinal: 1 }, [build.clause(['Urges all to row.'])])]),
    ]),
    ...[
      {
        author: 'Keeper "A" & B',
        date: '2031-05-04T10:00:00Z',
        quote: 'all  to\nrow',
        value: '<All> &\n too?',
      },
      { author: null, date: null, quote: '', value: '' },
    ].map((fields) => ({ type: 'comment' as const, ...fields })),
  ])
  const comments = (root: Root) => root.children.filter(({ type }) => type === 'comment')
  t.deepEqual(comments(fromAkn(toAkn(tree))), comments(tree))
})

test('there and back: generated resolutions, whole and mangled', (t) => {
  const whole = fc.sample(draft.map(cleanMarkdown), { seed: budget.seed, numRuns: runs(150) })
  t.deepEqual(
    whole.flatMap((source) => roundTrip(fromMarkdown(source), pipeline)),
    [],
  )
  const hurt = fc.sample(mangled(draft.map(ocrMarkdown)), { seed: budget.seed, numRuns: runs(150) })
  const faults = hurt.flatMap((source) => roundTrip(fromMarkdown(source), pipeline))
  t.deepEqual(faults, [])
})

// ---------------------------------------------------------------- real documents, outside the project

const corpus = join(shared, 'corpus')
const real = existsSync(corpus) ? test : test.skip
const languages: Record<string, string> = {
  Arabic: 'ar',
  Chinese: 'zh',
  English: 'en',
  French: 'fr',
  Russian: 'ru',
  Spanish: 'es',
}

function published(): { path: string; clean: string }[] {
  return Object.entries(languages).flatMap(([folder, language]) =>
    readdirSync(join(corpus, 'akn', folder)).map((file) => ({
      path: join(corpus, 'akn', folder, file),
      clean: join(corpus, 'cases', language, file.replace('.xml', '.clean.md')),
    })),
  )
}

async function treeOf(path: string): Promise<Root> {
  return (await parse(readFileSync(path), { name: path })).tree
}

real('published files have the rows of the same text in Markdown', async (t) => {
  let [same, all] = [0, 0]
  for (const { path, clean } of published()) {
    if (!existsSync(clean)) continue
    const [one, other] = [outline(await treeOf(path)), outline(await treeOf(clean))]
    const keys = (rows: typeof one.rows) =>
      rows.map(({ label, role, number, phrase, text }) => JSON.stringify([label, role, number, phrase, text]))
    const expected = new Set(keys(other.rows))
    same += 2 * keys(one.rows).filter((key) => expected.has(key)).length
    all += one.rows.length + other.rows.length
    t.is(one.title, other.title, path)
    t.is(one.symbol, other.symbol, path)
    t.is(one.footnotes, other.footnotes, path)
  }
  t.true(all > 200)
  t.true(same / all >= 0.995, `f1 ${same / all}`)
})

real('published files keep every word and note when they are written and read again', async (t) => {
  for (const { path } of some(published())) {
    const source = readFileSync(path, 'utf8')
    const words = (xml: string) =>
      xml
        .match(/\p{L}+|\p{N}+/gu)
        ?.sort()
        .join(' ')
    const text = (xml: string) =>
      words(
        xml
          .replace(/<meta>[\s\S]*?<\/meta>/u, '')
          .replace(/<(?:p|eol)\b[^>]*>/gu, ' ')
          .replace(/<[^>]*>/gu, '')
          .replace(/&(?:#\w+|amp|lt|gt|quot);/gu, ' '),
      )
    const tree = await treeOf(path)
    const written = toAkn(tree)
    t.is(text(written), text(source), path)
    t.is(written.match(/<authorialNote/gu)?.length, source.match(/<authorialNote/gu)?.length, path)
    t.deepEqual(withoutPositions((await parse(written)).tree), withoutPositions(tree), path)
  }
})

real('what published files refer to is referred to when they are written again', async (t) => {
  const references = (xml: string) =>
    [...xml.replace(/<meta>[\s\S]*?<\/meta>/u, '').matchAll(/<(ref|a)\b[^>]*>([\s\S]*?)<\/\1>/gu)].map(
      ([, , words = '']) =>
        words
          .replace(/<[^>]*>/gu, '')
          .replace(/\s+/gu, ' ')
          .trim(),
    )
  let [kept, all] = [0, 0]
  for (const { path } of published()) {
    const written = references(toAkn(await treeOf(path))).join('\n')
    const wanted = references(readFileSync(path, 'utf8'))
    kept += wanted.filter((words) => written.includes(words)).length
    all += wanted.length
  }
  t.true(all > 200)
  // Some of them are cut in two, some lists name annexes between their numbers, and a body that is not known gets no link.
  t.true(kept / all >= 0.935, `${kept} of ${all}`)
})

real('there and back: real documents', async (t) => {
  const faults: string[] = []
  const files = readdirSync(join(corpus, 'cases'), { recursive: true, encoding: 'utf8' })
  for (const file of some(files.filter((one) => /\.clean\.md$/u.test(one)))) {
    const tree = await treeOf(join(corpus, 'cases', file))
    const again = (await parse(toAkn(tree))).tree
    if (isDeepStrictEqual(withoutPositions(again), withoutPositions(tree))) continue
    const after = treeLines(again).split('\n')
    faults.push(
      `${file}: ${treeLines(tree)
        .split('\n')
        .find((one, index) => one !== after[index])}`,
    )
  }
  t.deepEqual(faults, [])
})

test('a document type is refused, and its entities are never put in', async (t) => {
  const xml =
    '<?xml version="1.0"?><!DOCTYPE akomaNtoso [<!ENTITY a "lol"><!ENTITY b "&a;&a;&a;">]>' +
    '<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"><statement><mainBody><p>Urges &b;</p></mainBody></statement></akomaNtoso>'
  const { format, messages, tree } = await parse(xml)
  t.is(format, 'akn')
  t.true(messages.some(({ ruleId }) => ruleId === 'malformed-markup'))
  t.false(plainText(tree).includes('lollol'))
})
