/** Diffs as HTML, Markdown and CSV. */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import test from 'ava'
import fc from 'fast-check'
import { DomUtils, parseDocument } from 'htmlparser2'
import { type Diff, flatten, sideText } from '../src/change.js'
import { diff } from '../src/diff/index.js'
import { fromMarkdown } from '../src/pipeline.js'
import { diffToCsv } from '../src/render/diff-to-csv.js'
import { diffToHtml } from '../src/render/diff-to-html.js'
import { diffToMarkdown } from '../src/render/diff-to-markdown.js'
import { policy } from '../src/render/report/policy.js'
import { script } from '../src/render/report/script.js'
import { style } from '../src/render/report/style.js'
import { base, run } from './support/diffs.js'

const sample = (name: string) =>
  fromMarkdown(readFileSync(new URL(`../fixtures/sample/${name}.md`, import.meta.url), 'utf8'))
const result = diff(sample('old'), sample('new'))
const squeeze = (text: string) => text.replace(/\s+/gu, ' ').trim()

/** The report as a document, and ways to ask it. */
function read(html: string) {
  const document = parseDocument(html)
  const all = (name: string) => DomUtils.getElementsByTagName(name, document, true)
  const byClass = (name: string) =>
    DomUtils.filter(
      (node) => 'attribs' in node && (node.attribs.class ?? '').split(' ').includes(name),
      document,
      true,
      1e6,
    )
  const text = DomUtils.textContent
  return { all, byClass, text, whole: squeeze(text(document)) }
}

test('html: every paragraph, label and verb stands in the report', (t) => {
  const page = read(diffToHtml(result))
  for (const change of flatten(result.changes)) {
    for (const op of ['delete', 'insert'] as const) {
      const side = squeeze(sideText(change.edits, op))
      const found =
        change.kind === 'unchanged' && !change.moved
          ? [page.whole]
          : page.byClass('side').map((one) => squeeze(page.text(one)))
      t.true(
        found.some((one) => one.includes(side)),
        side,
      )
    }
    for (const label of [...change.old, ...change.new]) t.true(page.whole.includes(label), label)
  }
  const rows = page.all('tr').map((row) => squeeze(page.text(row)))
  for (const { old, new: now, shift } of result.changes.flatMap(({ phrases }) => phrases))
    t.true(
      rows.some((row) => row.includes(`${old} → ${now}`) && row.includes(shift)),
      `${old} ${now}`,
    )
})

test('html: links lead to paragraphs, and headings, tables and inputs are named', (t) => {
  const page = read(diffToHtml(result))
  const ids = ['article', 'h2', 'h3', 'h4', 'section']
    .flatMap(page.all)
    .flatMap((one) => one.attribs.id ?? [])
  t.is(new Set(ids).size, ids.length)
  for (const link of page.all('a'))
    t.true(ids.includes((link.attribs.href ?? '').slice(1)), link.attribs.href)
  t.is(page.all('h1').length, 1)
  const levels = [...diffToHtml(result).matchAll(/<h([1-6])[ >]/gu)].map(([, level]) => Number(level))
  levels.forEach((level, index) => t.true(level <= (levels[index - 1] ?? 0) + 1, `h${level}`))
  for (const head of page.all('th')) t.regex(head.attribs.scope ?? '', /^(?:row|col)$/u)
  for (const input of page.all('input'))
    t.is(input.parent && 'name' in input.parent && input.parent.name, 'label')
})

test('html: the page allows its own style and script, and nothing else', (t) => {
  const hash = (text: string) => createHash('sha256').update(text).digest('base64')
  t.is(
    policy,
    `default-src 'none'; style-src 'sha256-${hash(style)}'; script-src 'sha256-${hash(script)}'; base-uri 'none'; form-action 'none'`,
    'a changed style or script needs its hash in policy.ts',
  )
  const page = read(diffToHtml(result))
  t.is(page.all('meta').find((one) => one.attribs['http-equiv'])?.attribs.content, policy)
  t.deepEqual([...page.all('link'), ...page.all('img'), ...page.all('iframe')], [])
  t.is(page.text(page.all('style')), style)
  t.is(page.text(page.all('script')), script)
})

/** Texts that would like to be markup. */
const hostile = fc
  .array(
    fc.constantFrom(
      '<script>',
      '</p>',
      '&lt;',
      '"',
      "'",
      '**',
      '~~',
      '|',
      '`',
      '[x](y)',
      '# ',
      '\\',
      '=1+1',
      'Urges',
      'lamps',
      ',',
      '\u0007',
    ),
    { minLength: 1, maxLength: 12 },
  )
  .map((words) => words.join(' '))

/** A diff whose every text is of that kind. */
function hostileDiff(old: string, now: string): Diff {
  const made = run(
    base,
    base.map((line) => line.replace('Urges', 'Encourages')),
  )
  const edits = [
    { op: 'delete' as const, text: old },
    { op: 'insert' as const, text: now },
  ]
  return {
    ...made,
    new: { symbol: now, title: now },
    front: [
      { field: 'title', old, new: now },
      { field: 'sponsors', joined: [now], left: [old] },
    ],
    changes: made.changes.map((change) => ({ ...change, kind: 'modified', new: [now], edits })),
  }
}

test('html: no text of a document becomes markup', (t) => {
  t.notThrows(() =>
    fc.assert(
      fc.property(hostile, hostile, (old, now) => {
        const page = read(diffToHtml(hostileDiff(old, now)))
        const tame = (text: string) => squeeze(text.replaceAll('\u0007', ''))
        return (
          page.all('script').length === 1 &&
          page.all('ins').some((one) => squeeze(page.text(one)) === tame(now)) &&
          page.all('del').some((one) => squeeze(page.text(one)) === tame(old))
        )
      }),
      { numRuns: 60 },
    ),
  )
})

test('markdown: what changed, readable as it is', (t) => {
  const text = diffToMarkdown(result)
  t.regex(text, /^## Celebrating/u)
  t.true(text.includes('~~Urges~~ **Encourages** States parties'))
  t.true(text.includes('- sponsors: **Fiji**, ~~Tonga~~'))
  t.true(text.includes('| OP3 | weaker | Urges → Encourages |'))
  t.false(text.includes('Welcoming'), 'what did not change is counted only')
})

test('markdown: no text of a document becomes markup', (t) => {
  t.notThrows(() =>
    fc.assert(
      fc.property(hostile, hostile, (old, now) => {
        // Read as any Markdown: nothing but the marks of the report is left.
        const text = diffToMarkdown(hostileDiff(old, now))
        const bare = text.replace(/\\[\s\S]|&#x[\da-f]+;/giu, '')
        return !/<script>|\]\(y\)|`/iu.test(bare)
      }),
      { numRuns: 60 },
    ),
  )
})

test('csv: a row a paragraph, and no cell is a formula', (t) => {
  const rows = diffToCsv(result).trimEnd().split('\r\n')
  t.is(rows.length, flatten(result.changes).length + 1)
  t.regex(rows[0] ?? '', /^kind,role,old,new,/u)
  t.true(
    rows.some(
      (row) => row.startsWith('modified,operative,OP3,OP3,') && row.includes('weaker,Urges,Encourages'),
    ),
  )
  t.regex(diffToCsv(hostileDiff('=1+1', '"x", y')), /,'=1\+1,"""x"", y"\r\n/u)
})
