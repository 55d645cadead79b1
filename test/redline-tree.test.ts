/** A redline from a tree: NEW may be of any format, and nothing is marked but what the comparison of the trees sees. */
import test from 'ava'
import { strFromU8, unzipSync } from 'fflate'
import type { VFileMessage } from 'vfile-message'
import { type Format, formats } from '../src/formats/index.js'
import { WordDocument } from '../src/formats/word/package/document.js'
import { fromDocx } from '../src/formats/word/read/from-docx.js'
import { toAkn, toMarkdown, toText } from '../src/index.js'
import { parse } from '../src/pipeline.js'
import { redline } from '../src/redline.js'
import { levels, numbered, p, r, type WordParts, word } from './support/word.js'

const options = { author: 'Keeper', date: '2041-10-06T09:00:00Z' }
const italic = '<w:i/><w:iCs/>'
const mark = (id: number) => `<w:r><w:footnoteReference w:id="${id}"/></w:r>`
const note = (id: number, text: string) =>
  `<w:footnote w:id="${id}">${p(`<w:r><w:footnoteRef/></w:r>${r(` ${text}`)}`)}</w:footnote>`
const listed = (verb: string, rest: string, level = 0) =>
  p(r(verb, italic) + r(` ${rest}`), numbered(1, level))

/** A draft as offices set it: the symbol in the headers, numbers by a list, notes, empty lines, the date below. */
const draft: WordParts = {
  body: [
    p('Eighty-first session'),
    p('Agenda item 12'),
    p(''),
    p(r('Lamps of lighthouses', '<w:b/>')),
    p(r('The General Assembly', italic) + r(',')),
    p(
      r('Recalling', italic) + r(' its\u00a0resolution 79/14 of 2 December 2039') + mark(1) + r(' on lamps,'),
    ),
    p(r('Noting', italic) + r(' the report of the Secretary-General “On fog signals”') + mark(2) + r(',')),
    p(''),
    listed('Urges', 'Member States to keep the lamps of all lighthouses lit from dusk to dawn;'),
    listed('Requests', 'the Secretary-General to report to it on:'),
    p('The state of the lamps;', numbered(1, 1)),
    p('The cost of their repair;', numbered(1, 1)),
    listed('Decides', 'to remain seized of the matter.'),
    p(''),
    '<w:sectPr><w:headerReference w:type="first" r:id="header1"/><w:headerReference w:type="default" r:id="header2"/><w:footerReference w:type="default" r:id="footer1"/><w:titlePg/></w:sectPr>',
  ].join(''),
  numbering: `<w:abstractNum w:abstractNumId="0">${levels(['decimal', '%1.'], ['lowerLetter', '(%2)'])}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>`,
  footnotes: note(1, 'See also resolution 78/3.') + note(2, 'A/81/77.'),
  pages: {
    header1:
      p('United Nations') +
      p('A/81/L.4') +
      p('General Assembly') +
      p('Distr.: Limited') +
      p('6 October 2036'),
    header2: p('A/81/L.4') + p('Lamps of lighthouses'),
    footer1: p('36-12345'),
  },
}
const base = word(draft)

async function markdown(): Promise<string> {
  return toMarkdown((await parse(base, { name: 'draft.docx' })).tree)
}

/** The parts with revisions, and how they read when accepted. */
async function revise(text: string) {
  const messages: VFileMessage[] = []
  const { tree } = await parse(text, { name: 'new.md' })
  const result = await redline(base, tree, { ...options, messages })
  const revisions = Object.fromEntries(
    Object.entries(unzipSync(result)).flatMap(([name, bytes]) => {
      const found = [...strFromU8(bytes).matchAll(/<w:(ins|del|moveFrom|moveTo)\s[^>]*[^/]>(.*?)<\/w:\1>/gu)]
      const own = found.map(([, kind, xml = '']) => `${kind} ${xml.replace(/<[^>]*>/gu, '')}`)
      return own.length > 0 ? [[name.slice(5, -4), own]] : []
    }),
  )
  const accepted = toMarkdown((await parse(result, { name: 'x.docx', revisions: 'final' })).tree)
  return {
    result,
    revisions,
    accepted,
    messages,
    xml: strFromU8(unzipSync(result)['word/document.xml'] as Uint8Array),
  }
}

const written: Partial<Record<Format, (tree: Parameters<typeof toMarkdown>[0]) => string>> = {
  markdown: toMarkdown,
  text: toText,
  akn: toAkn,
}

test('a document against itself in another format has no revision, to the byte', async (t) => {
  const { tree } = await parse(base, { name: 'draft.docx' })
  const tried = formats.filter((format) => written[format])
  t.is(tried.length, 3)
  for (const format of tried) {
    const messages: VFileMessage[] = []
    const other = await parse(written[format]?.(tree) ?? '', { format, name: format })
    const result = await redline(base, other.tree, { ...options, messages })
    t.deepEqual(unzipSync(result), unzipSync(base), format)
    t.deepEqual(messages, [], format)
  }
})

test('words that change are marked where they stand, and nothing around them', async (t) => {
  const text = (await markdown()).replace('from dusk to dawn', 'at all hours')
  const { revisions, accepted } = await revise(text)
  t.deepEqual(revisions, { document: ['del from dusk to dawn', 'ins at all hours'] })
  t.is(accepted, text)
})

test('a symbol is revised wherever the document prints it; a date in its place', async (t) => {
  const text = (await markdown()).replaceAll('A/81/L.4', 'A/81/L.4/Rev.1').replace('6 October', '9 October')
  const { revisions } = await revise(text)
  t.deepEqual(revisions, { header1: ['ins /Rev.1', 'del 6', 'ins 9'], header2: ['ins /Rev.1'] })
})

test('paragraphs that come are numbered by the list, and those that go take their notes along', async (t) => {
  const text = (await markdown())
    .replace(/^.*\*Noting\*.*\n\n/mu, '')
    .replace(/\[\^2\]: .*\n?/u, '')
    .replace('(b) The cost', '(b) The number of keepers;\n\n(c) The cost')
  const { revisions, xml, accepted } = await revise(text)
  t.deepEqual(revisions.footnotes, ['del  A/81/77.'])
  t.deepEqual(
    revisions.document?.filter((one) => one.startsWith('ins')),
    ['ins The number of keepers;'],
  )
  t.notRegex(xml, /w:numId w:val="0"/u)
  t.is(accepted.trim(), text.trim())
})

test('the text of a note is revised in the note, though no word of the paragraph changes', async (t) => {
  const { revisions } = await revise((await markdown()).replace('A/81/77.', 'A/81/78.'))
  t.deepEqual(revisions, { footnotes: ['del /77', 'ins /78'] })
})

test('a field that the new text leaves out stays; one that cannot be found is named', async (t) => {
  const without = (await markdown()).replace(/^Agenda item 12\n\n/mu, '')
  const { result, messages } = await revise(without)
  t.deepEqual(unzipSync(result), unzipSync(base))
  t.deepEqual(messages, [])
})

test('a further mark of a note, counted or typed, is the mark that the tree has there', async (t) => {
  const raised = (text: string) => r(text, '<w:vertAlign w:val="superscript"/>')
  const field = (instruction: string, result: string) =>
    ['begin', 'separate', 'end']
      .map((type) => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`)
      .flatMap((one, at) => [
        one,
        [`<w:r><w:instrText>${instruction}</w:instrText></w:r>`, raised(result)][at] ?? '',
      ])
      .join('')
  const bytes = word({
    body: [
      p(r('The General Assembly', italic) + r(',')),
      p(
        `${r('Recalling', italic)}${r(' the plan of action')}<w:bookmarkStart w:id="0" w:name="_Ref7"/>${mark(1)}<w:bookmarkEnd w:id="0"/>${r(' on lamps,')}`,
      ),
      p(
        `${r('1. ')}${r('Welcomes', italic)}${r(' the plan of action,')}${raised('1')}${r(' and the Plan of Action,')}${field('NOTEREF _Ref7', '1')}${r(' as it stands.')}`,
      ),
    ].join(''),
    footnotes: note(1, 'A/81/77.'),
  })
  const { tree } = await parse(bytes, { name: 'draft.docx' })
  const text = toMarkdown(tree)
  t.is(text.match(/\[\^1\](?!:)/gu)?.length, 3)
  const same = await redline(bytes, (await parse(text, { format: 'markdown' })).tree, options)
  t.deepEqual(unzipSync(same), unzipSync(bytes))
  // A paragraph that is new prints the number again, and defines no second note.
  const more = text.replace(
    'as it stands.',
    'as it stands;\n\n2. *Decides* to publish the plan of action.[^1]',
  )
  const result = unzipSync(await redline(bytes, (await parse(more, { format: 'markdown' })).tree, options))
  t.deepEqual(result['word/footnotes.xml'], unzipSync(bytes)['word/footnotes.xml'])
  t.regex(strFromU8(result['word/document.xml'] as Uint8Array), /<w:t[^>]*>1<\/w:t><\/w:r><\/w:ins>/u)
})

test('a title with signs that patterns know is changed where it stands', async (t) => {
  const [old, now] = ['Follow-up to the (Fog) Conference', 'Follow-up to the (Fog) Meeting']
  const titled = (text: string) =>
    word({
      ...draft,
      body: draft.body.replace('Lamps of lighthouses', text),
      pages: { ...draft.pages, header2: p('A/81/L.4') + p(text) },
    })
  const { tree } = await parse(titled(now), { name: 'new.docx' })
  const parts = unzipSync(await redline(titled(old), tree, options))
  for (const name of ['document', 'header2']) {
    const xml = strFromU8(parts[`word/${name}.xml`] as Uint8Array)
    t.regex(xml, /<w:delText[^>]*>Conference<\/w:delText>.*<w:t[^>]*>Meeting<\/w:t>/u, name)
  }
})

test('sponsors that fill several paragraphs are one list, which is changed in each of them', async (t) => {
  const old = word({
    body: [
      p('A/C.3/81/L.4'),
      p('Agenda item 12'),
      p('Safety of navigation'),
      p('Arcadia, Borduria, Caspia,'),
      p('Delmark and Elbonia: draft resolution'),
      p(r('Lamps of lighthouses', '<w:b/>')),
      p(r('The General Assembly', italic) + r(',')),
      p(`1. ${'Decides to remain seized of the matter.'}`),
    ].join(''),
  })
  const { tree } = await parse(old, { name: 'draft.docx' })
  const proposal = tree.children.find(({ type }) => type === 'proposal')
  t.is(
    proposal && 'children' in proposal
      ? proposal.children.filter(({ type }) => type === 'sponsor').length
      : 0,
    5,
  )
  const revised = toMarkdown(tree)
    .replace('Borduria, Caspia', 'Brutopia, Caspia')
    .replace('Delmark and Elbonia', 'Delmark, Elbonia and Freedonia')
  const messages: VFileMessage[] = []
  const bytes = await redline(old, revised, { ...options, messages, names: { old: 'a.docx', new: 'a.md' } })
  t.deepEqual(messages.map(String), [])
  for (const [revisions, texts] of [
    ['original', ['Arcadia, Borduria, Caspia,', 'Delmark and Elbonia: draft resolution']],
    ['final', ['Arcadia, Brutopia, Caspia,', 'Delmark, Elbonia and Freedonia: draft resolution']],
  ] as const) {
    const { blocks } = fromDocx(new WordDocument(bytes, { name: 'x.docx' }), { name: 'x.docx', revisions })
    t.deepEqual(
      blocks.slice(3, 5).map(({ text }) => text.value),
      texts,
    )
  }
})
