/** Comments on the verbs that changed: real ones, on the words cut and added. */
import test from 'ava'
import { strFromU8, unzipSync } from 'fflate'
import { generate } from '../bench/revisions/generate.js'
import { markdown } from '../bench/revisions/print.js'
import { fromMarkdown, parse, toDocx } from '../src/index.js'
import type { Root } from '../src/model/tree/types.js'
import { redline } from '../src/redline.js'
import { p, r, word } from './support/word.js'
import { wordFaults } from './support/word-check.js'
import { comparable } from './support/word-law.js'

const options = { author: 'Ada Keeper', date: '2041-10-06T09:00:00Z', annotate: true }
const types = new TextEncoder().encode(
  '<Types><Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/xml"/></Types>',
)
const italic = (text: string) => r(text, '<w:i/>')
const draft = (...verbs: string[]) =>
  word({
    body: [
      p(italic('The Conference of the Parties to the Convention on Lighthouses') + r(',')),
      p(italic('Recalling') + r(' its decision 4/CP.3 on lamps,')),
      p(r('1. ') + italic(verbs[0] ?? '') + r(' Parties to keep the lamps of all lighthouses lit;')),
      p(r(`2. ${verbs[1]} Parties to urge their keepers to report on the cost of oil.`)),
    ].join(''),
    entries: { '[Content_Types].xml': types },
  })

function commentsOf(tree: Root) {
  return tree.children.flatMap((node) => (node.type === 'comment' ? [node] : []))
}

test('a changed verb has a comment that says how, on the words of either side', async (t) => {
  const old = draft('Urges', 'Invites')
  const result = await redline(old, draft('Encourages', 'Also invites'), options)
  t.deepEqual(wordFaults(result, old), [])
  for (const [side, quotes] of [
    ['final', ['Encourages', 'Also invites']],
    ['original', ['Urges', 'Invites']],
  ] as const) {
    const comments = commentsOf((await parse(result, { revisions: side })).tree)
    t.deepEqual(
      comments.map(({ author, date }) => [author, date]),
      comments.map(() => ['Ada Keeper', '2041-10-06T09:00:00Z']),
    )
    t.deepEqual(
      comments.map(({ value }) => value),
      ['Urges → Encourages: weaker', 'Invites → Also invites (not explained by its neighbours): enumerator'],
    )
    for (const [at, quote] of quotes.entries()) t.true(comments[at]?.quote.includes(quote))
    // The whole of the verb's paragraph is not quoted for a verb that has a run of its own.
    t.is(comments[0]?.quote, quotes[0])
  }
})

test('comments are in the words of the reader, and run as they are read', async (t) => {
  const old = draft('Urges', 'Invites')
  const french = await redline(old, draft('Encourages', 'Also invites'), { ...options, ui: 'fr' })
  t.deepEqual(
    commentsOf((await parse(french)).tree).map(({ value }) => value),
    [
      'Urges → Encourages : plus faible',
      'Invites → Also invites (que rien n’appelle autour) : mot de répétition',
    ],
  )
  const arabic = (verb: string) =>
    word({
      body: [
        p(italic('إن مؤتمر الأطراف') + r('،')),
        p(r('1 - ') + italic(verb) + r(' إلى الدول أن تبقي المنارات مضاءة.')),
      ].join(''),
      entries: { '[Content_Types].xml': types },
    })
  const before = arabic('يطلب')
  const result = await redline(before, arabic('يوعز'), { ...options, ui: 'ar' })
  t.deepEqual(wordFaults(result, before), [])
  const [comments = ''] = Object.entries(unzipSync(result)).flatMap(([name, bytes]) =>
    /comments\.xml$/u.test(name) ? [strFromU8(bytes)] : [],
  )
  t.regex(comments, /<w:pPr>(?:<w:pStyle[^>]*>)?<w:bidi\/><\/w:pPr>/u)
  t.regex(comments, /<w:rPr><w:rtl\/><\/w:rPr><w:t[^>]*>يطلب ← يوعز: /u)
})

test('comments that the old document has keep their numbers', async (t) => {
  const old = draft('Urges', 'Invites')
  const once = await redline(old, draft('Encourages', 'Invites'), options)
  const twice = await redline(once, draft('Encourages', 'Requests'), {
    ...options,
    revisions: { old: 'final' },
  })
  t.deepEqual(wordFaults(twice), [])
  const xml = strFromU8(unzipSync(twice)['word/comments.xml'] as Uint8Array)
  t.deepEqual(
    [...xml.matchAll(/<w:comment w:id="(\d+)"/gu)].map(([, id]) => id),
    ['0', '1'],
  )
  t.is(commentsOf((await parse(twice)).tree).length, 2)
})

test('without a changed verb there is no comment', async (t) => {
  const old = draft('Urges', 'Invites')
  t.deepEqual(unzipSync(await redline(old, old, options)), unzipSync(old))
})

test('comments change neither side of generated drafts', async (t) => {
  let count = 0
  for (const level of ['light', 'medium', 'heavy'] as const) {
    const pair = generate(5, level)
    const [old, now] = await Promise.all(
      [pair.old, pair.new].map((version) => toDocx(fromMarkdown(markdown(version)))),
    )
    if (!old || !now) return t.fail()
    const result = await redline(old, now, options)
    t.deepEqual(wordFaults(result, old), [])
    const [original, final] = await Promise.all(
      (['original', 'final'] as const).map(async (revisions) => (await parse(result, { revisions })).tree),
    )
    if (!original || !final) return t.fail()
    // A verb that was dropped is there on the original side only.
    const quotes = commentsOf(original).map(({ quote }) => quote)
    for (const [at, { quote }] of commentsOf(final).entries()) t.not(quote + quotes[at], '')
    count += quotes.length
    for (const tree of [original, final]) {
      tree.children = tree.children.filter(({ type }) => type !== 'comment')
    }
    t.deepEqual(comparable(original), comparable((await parse(old)).tree))
    t.deepEqual(comparable(final), comparable((await parse(now)).tree))
  }
  t.true(count > 5)
})
