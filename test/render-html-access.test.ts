/** Diffs as HTML: who can read the report, and what it may do. */
import { createHash } from 'node:crypto'
import { Script } from 'node:vm'
import test from 'ava'
import { DomUtils } from 'htmlparser2'
import { sayIn } from '../src/language/interface.js'
import type { Diff } from '../src/model/change.js'
import { script } from '../src/reports/diff/html/script.js'
import { colors, styleOf } from '../src/reports/diff/html/style.js'
import { diffToHtml } from '../src/reports/diff/to-html.js'
import { base, run } from './support/diffs.js'
import { hostileDiff } from './support/hostile-diffs.js'
import { type Element, nested, read, result, squeeze, textContent, twice } from './support/report.js'

const style = styleOf(sayIn())

const documents: Record<string, Diff> = {
  sample: result,
  nested,
  twice: twice(),
  hostile: hostileDiff([{ op: 'insert', text: '<b>' }], '"><script>'),
  same: run(base, base),
  empty: run([], []),
}

for (const [name, made] of Object.entries(documents)) {
  test(`html: ${name}: links lead somewhere, and headings, tables and inputs are named`, (t) => {
    const html = diffToHtml(made)
    const page = read(html)
    const ids = page.every.flatMap((one) => one.attribs.id ?? [])
    t.is(new Set(ids).size, ids.length)
    for (const link of page.all('a')) {
      t.true(ids.includes((link.attribs.href ?? '').slice(1)), link.attribs.href)
      t.true((link.attribs.href ?? '').startsWith('#'))
      t.not(squeeze(textContent(link)), '')
    }
    for (const one of page.every)
      for (const id of [one.attribs['aria-labelledby'], one.attribs.for])
        t.true(id === undefined || ids.includes(id), id)
    const levels = [...html.matchAll(/<h([1-6])[ >]/gu)].map(([, level]) => Number(level))
    t.is(levels.filter((level) => level === 1).length, 1)
    levels.forEach((level, index) => {
      t.true(level <= (levels[index - 1] ?? 0) + 1, `h${level}`)
    })
    for (const head of page.all('th')) t.regex(head.attribs.scope ?? '', /^(?:row|col)$/u)
    for (const table of page.all('table')) {
      const rows = DomUtils.getElementsByTagName('tr', table)
      for (const row of rows) t.is(row.children.length, rows[0]?.children.length ?? 0)
    }
    for (const input of page.all('input')) {
      t.is(input.parent && 'name' in input.parent && input.parent.name, 'label')
      t.not(squeeze(textContent(input.parent as Element)), '')
    }
    t.is(page.all('main').length, 1)
    t.is(page.all('header').length, 1)
  })
}

test('html: the page allows its own style and script, and nothing else', (t) => {
  const hash = (text: string) => `sha256-${createHash('sha256').update(text).digest('base64')}`
  const page = read(diffToHtml(result))
  const policy = page.all('meta').find((one) => one.attribs['http-equiv'])?.attribs.content ?? ''
  const rules = Object.fromEntries(policy.split('; ').map((rule) => rule.split(/ (.*)/u).slice(0, 2)))
  t.is(rules['default-src'], "'none'")
  t.is(rules['style-src'], `'${hash(textContent(page.all('style')))}'`)
  t.is(rules['script-src'], `'${hash(textContent(page.all('script')))}'`)
  t.is(textContent(page.all('style')), style)
  t.is(textContent(page.all('script')), script)
  t.notThrows(() => new Script(script))
  for (const one of page.every) {
    t.false(['link', 'img', 'iframe', 'object', 'base'].includes(one.name))
    for (const name of Object.keys(one.attribs)) t.notRegex(name, /^on|^style$|^src/u)
  }
  t.notRegex(style, /url\(|@import/u)
})

test('html: what a control names is there', (t) => {
  const page = read(diffToHtml(nested))
  const ids = page.every.flatMap((one) => one.attribs.id ?? [])
  for (const [, id = ''] of script.matchAll(/one\('#([\w-]+)'\)/gu)) t.true(ids.includes(id), id)
  for (const id of ids.filter((one) => /^(?:show|view)-/u.test(one) && one !== 'view-inline'))
    t.true(style.includes(`#${id}`), id)
  const kinds = (html: string) =>
    read(html).every.flatMap(({ attribs }) => /^show-(.*)/u.exec(attribs.id ?? '')?.[1] ?? [])
  t.deepEqual(kinds(diffToHtml(nested)), [
    'modified',
    'inserted',
    'deleted',
    'regrouped',
    'moved',
    'unchanged',
    'verbs',
    'weaker',
  ])
  t.deepEqual(kinds(diffToHtml(run(base, base))), ['unchanged'], 'what is not there cannot be hidden')
})

test('html: what a text says of its direction ends with its mark', (t) => {
  t.regex(style, /\bins, del \{[^}]*unicode-bidi: isolate/u)
})

test('html: words can be told from their paper, in light and dark', (t) => {
  const channel = (value: number) => (value <= 0.03928 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4)
  const luminance = (color: string) => {
    const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) =>
      channel(Number.parseInt(color.slice(at, at + 2), 16) / 255),
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
  }
  const contrast = (one: string, other: string) => {
    const [high = 0, low = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a)
    return (high + 0.05) / (low + 0.05)
  }
  for (const set of Object.values(colors)) {
    for (const ink of ['ink', 'quiet', 'cut', 'added', 'accent'] as const)
      for (const paper of ['paper', 'panel'] as const)
        t.true(contrast(set[ink], set[paper]) >= 4.5, `${ink} on ${paper}`)
    t.true(contrast(set.cut, set['cut-paper']) >= 4.5)
    t.true(contrast(set.added, set['added-paper']) >= 4.5)
    t.true(contrast(set.mark, set.paper) >= 3, 'a line that tells something')
  }
})
