/** Word documents beyond what people write are refused with a message, or read in time. */
import test from 'ava'
import { WordDocument } from '../src/formats/word/package/document.js'
import type { Paragraph } from '../src/formats/word/package/manuscript.js'
import { fromDocx } from '../src/formats/word/read/from-docx.js'
import { Models } from '../src/formats/word/revise/models.js'
import type { NewParagraph } from '../src/formats/word/revise/revised.js'
import type { AnyBlock } from './support/blocks.js'
import { p, r, word } from './support/word.js'

const many = (count: number, one: (at: number) => string) =>
  Array.from({ length: count }, (_, at) => one(at)).join('')
/** What opening a document says; '' where it opens. */
const fault = (body: string, options = {}): string => {
  try {
    new WordDocument(word(body), { name: 'long.docx', ...options })
    return ''
  } catch (error) {
    return (error as Error).message
  }
}

test('more paragraphs, or more tags, than any document has are refused, and the message says what to raise', (t) => {
  const long = '<w:p/>'.repeat(100_001)
  t.regex(fault(long), /100001 paragraphs, more than the limit of 100000 \(raise it with maxParagraphs\)/u)
  t.is(fault(long, { maxParagraphs: 110_000 }), '')
  t.regex(fault(`<w:p>${'<w:r></w:r>'.repeat(5110_000)}</w:p>`), /tags \(raise it with maxSize\)/u)
})

test('comments that overlap share the text that they are on', (t) => {
  const count = 1000
  const body = [
    many(count, (at) => `<w:commentRangeStart w:id="${at}"/>`),
    many(count, (at) => p(`Noting lamp ${at},`)),
    many(count, (at) => `<w:commentRangeEnd w:id="${at}"/>`),
  ].join('')
  const comments = many(
    count,
    (at) => `<w:comment w:id="${at}" w:author="Skerry">${p(`Why ${at}?`)}</w:comment>`,
  )
  const found: AnyBlock[] = fromDocx(word({ body, comments }), { name: 'comments.docx' }).blocks.filter(
    ({ kind }) => kind === 'comment',
  )
  t.is(found.length, count)
  t.true(found.every(({ comment }) => comment?.quote.startsWith('Noting lamp 0, Noting lamp 1,')))
  t.true(found.every(({ comment }) => (comment?.places.length ?? 0) <= 200))
})

test('a comment is on its words, over the end of a paragraph, and on no others', (t) => {
  const body = [
    p(`${r('Noting ')}<w:commentRangeStart w:id="0"/>${r('the lamps,')}`),
    '<w:commentRangeStart w:id="1"/>',
    p(`${r('Recalling')}<w:commentRangeEnd w:id="0"/>${r(' the oil,')}<w:commentRangeEnd w:id="1"/>`),
    p(`${r('Urges')}<w:r><w:commentReference w:id="2"/></w:r>${r(' all;')}`),
  ].join('')
  const comments = many(3, (at) => `<w:comment w:id="${at}">${p('Why?')}</w:comment>`)
  const found = fromDocx(word({ body, comments }), { name: 'comments.docx' }).blocks.flatMap(
    ({ comment }: AnyBlock) =>
      comment ? [[comment.quote, comment.places.map(({ paragraph }) => paragraph)]] : [],
  )
  t.deepEqual(found, [
    ['the lamps, Recalling', [1, 2]],
    ['Recalling the oil,', [2]],
    ['', [3]],
  ])
})

test('moves that never end, each by another author, are read', (t) => {
  const body = `${many(5000, (at) => `<w:moveFromRangeStart w:id="${at}" w:name="n${at}"/>`)}<w:p>${many(
    5000,
    (at) => `<w:moveFrom w:author="a${at}">${r('x')}</w:moveFrom>`,
  )}</w:p>`
  const { notices = [] } = fromDocx(word(body), { name: 'moves.docx' })
  t.regex(String(notices[0]?.values.authors), /^a0, a1, .{1,200} and 4970 others$/u)
})

/** New paragraphs, one for each text, and how often their texts were read; the even ones are in the base too. */
function modelsOf(texts: readonly string[]) {
  let reads = 0
  const items = texts.map(
    (words): NewParagraph => ({
      kind: 'paragraph',
      region: 'body',
      label: '',
      get text() {
        reads++
        return words
      },
      units: [],
      outline: undefined,
      container: 'body',
      setting: words === '' ? 'empty' : 'text',
    }),
  )
  const paired = new Map(
    items.flatMap((_, at) => (at % 2 === 0 ? [[at, { at } as unknown as Paragraph] as const] : [])),
  )
  const models = new Models(items, paired)
  const oldOf = (at: number) => models.for(at, items[at] as NewParagraph)?.old as unknown as { at: number }
  return { oldOf, reads: () => reads }
}

test('a new paragraph is set like the nearest that has its kind of label, and of two as near like the one before', (t) => {
  const { oldOf } = modelsOf(['1. Urges', '(a) Lamps;', '', '(b) Oil;', '(a) Wicks;', '2. Urges', ''])
  t.deepEqual(
    [1, 3, 5].map((at) => oldOf(at).at),
    [4, 4, 0],
  )
  t.is(modelsOf(['', 'Noting', '']).oldOf(1).at, 0)
})

test('models of many paragraphs are found without reading all for each', (t) => {
  const { oldOf, reads } = modelsOf(Array.from({ length: 4000 }, (_, at) => `${at}. Urges`))
  for (let at = 1; at < 4000; at += 2) t.true(Math.abs(oldOf(at).at - at) === 1)
  t.true(reads() < 10 * 4000, String(reads()))
})
