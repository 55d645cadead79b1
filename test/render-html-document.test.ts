/** The HTML writer: what is read of its pages is the tree, and they load nothing. */
import test from 'ava'
import fc from 'fast-check'
import { fromMarkdown, parse, type Root, rows, toHtml } from '../src/index.js'
import * as build from '../src/model/tree/build.js'
import { cases, read } from './support/fixtures.js'
import { draft } from './support/generate.js'
import { htmlRoundTrip } from './support/html-law.js'
import { cleanMarkdown } from './support/print.js'
import { budget, runs, some } from './support/properties.js'

for (const { name, input, format } of some(cases()))
  test(`written as HTML, read as the same tree: ${name}`, async (t) => {
    t.deepEqual(input === undefined ? ['no input'] : await htmlRoundTrip(read(input, format).tree), [])
  })

test('generated drafts, written as HTML, are read as the same trees', async (t) => {
  for (const source of fc.sample(draft.map(cleanMarkdown), { seed: budget.seed, numRuns: runs(60) }))
    t.deepEqual(await htmlRoundTrip(fromMarkdown(source)), [], source)
})

test('a page runs nothing and loads nothing, whatever its document says', (t) => {
  const html = toHtml(
    build.root({ language: 'ar', kind: 'draft' }, [
      build.resolution({}, [
        build.title({ label: null }, ['<script>alert(1)</script> & "lamps"']),
        build.operative([
          build.operativeParagraph({ ordinal: 1 }, [build.clause(['<img src=x onerror=alert(1)> lamps'])]),
        ]),
      ]),
    ]),
  )
  t.regex(html, /default-src (?:'|&#x27;)none/u)
  t.regex(html, /<html lang="ar" dir="rtl">/u)
  t.notRegex(html, /<(?:script|img)/iu)
})

test('a note that two marks have leads back to the first; a mark without a note is its sign', (t) => {
  const html = toHtml(
    fromMarkdown(
      'The Assembly,\n\n1. *Urges* all[^1] to row[^1] and to mend[^9] oars.\n\n[^1]: See the *Manual*.\n',
    ),
  )
  t.is(html.match(/id="mark-1"/gu)?.length, 1)
  t.is(html.match(/href="#note-1"/gu)?.length, 2)
  t.regex(html, /<div id="note-1"><p><sup><a href="#mark-1">1<\/a><\/sup> See the <em>Manual<\/em>/u)
})

test('a mark is printed as it stands, whatever the sign of its note, or whether that is there', async (t) => {
  const signs: Record<string, string> = { 2: '٢', 3: '٣' }
  const text = 'The Assembly,\n\n1. *Urges* all to row[^3] and to bail.[^2]\n\n[^3]: A/97/1.\n'
  const tree: Root = JSON.parse(
    JSON.stringify(fromMarkdown(text), (_, value: { type?: string; identifier: string } | null) =>
      value?.type === 'footnoteReference' ? { ...value, label: signs[value.identifier] } : value,
    ),
  )
  const html = toHtml(tree)
  t.regex(html, /row<sup><a href="#note-1" id="mark-1">٣<\/a><\/sup> and to bail.<sup>٢<\/sup>/u)
  t.deepEqual(await htmlRoundTrip(tree), [])
})

test('a tree that its page does not tell is kept there, and obeyed as long as the text is the same', async (t) => {
  const tree = build.root({ language: 'en', kind: 'draft' }, [
    build.resolution({}, [
      build.organLine({ name: 'The Assembly' }, ['The Assembly,']),
      build.operative([
        build.operativeParagraph({ label: '1.', ordinal: 1 }, [build.clause(['Urges all to row;'])]),
        build.unknown(['2. Requests all to sing;']),
        build.operativeParagraph({ label: '3.', ordinal: 3 }, [build.clause(['Decides to <row>.'])]),
      ]),
    ]),
  ])
  const html = toHtml(tree)
  t.regex(html, /<meta name="plenary:tree"/u)
  const read = async (page: string) => (await parse(page, { name: 'page.html' })).tree
  const labelled = (tree: Root) => rows(tree).map(({ label, text }) => `${label} ${text}`)
  t.deepEqual(labelled(await read(html)), labelled(tree))
  // The text that is seen is what counts: one that was changed by hand is read anew.
  const changed = labelled(
    await read(html.replace('<p class="paragraph">1. Urges all to row', '<p>1. Urges all to mend')),
  ).join()
  t.regex(changed, /to mend/u)
  t.notRegex(changed, /all to row/u)
  t.notRegex(toHtml(fromMarkdown('The Assembly,\n\n1. *Urges* all to row.\n')), /plenary:tree/u)
})
