/** The HTML writer: what is read of its pages is the tree, and they load nothing. */
import test from 'ava'
import fc from 'fast-check'
import { fromMarkdown, toHtml } from '../src/index.js'
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
