/** Reports in the language of their reader: its words, its direction, and the documents' own left as they are. */
import { readFileSync } from 'node:fs'
import test from 'ava'
import { concord } from '../src/concord/index.js'
import { compareTexts, diff } from '../src/diff/index.js'
import { history } from '../src/history/index.js'
import type { Root } from '../src/model/tree/types.js'
import { fromMarkdown } from '../src/pipeline.js'
import { concordToHtml } from '../src/reports/concordance/to-html.js'
import { concordToText } from '../src/reports/concordance/to-text.js'
import { diffToHtml } from '../src/reports/diff/to-html.js'
import { diffToMarkdown } from '../src/reports/diff/to-markdown.js'
import { diffToStat } from '../src/reports/diff/to-stat.js'
import { diffToText } from '../src/reports/diff/to-text.js'
import { historyToHtml } from '../src/reports/history/to-html.js'
import { historyToMarkdown } from '../src/reports/history/to-markdown.js'
import { historyToText } from '../src/reports/history/to-text.js'
import { plenary } from './support/command.js'
import { type Element, isElement, nested, read, result } from './support/report.js'

const sample = (name: string): Root =>
  fromMarkdown(readFileSync(new URL(`../fixtures/sample/${name}.md`, import.meta.url), 'utf8'))
const [old, now, french] = [sample('old'), sample('new'), sample('old.fr')]
const versions = history([old, now, old])
const concordance = concord([old, french])

const pages: Record<string, (ui: string) => string> = {
  diff: (ui) => diffToHtml(result, { ui, language: 'en', only: ['operative', 'verbs', 'modified'] }),
  'nested diff': (ui) => diffToHtml(nested, { ui, language: 'en' }),
  history: (ui) => historyToHtml(versions, compareTexts, { ui }),
  concordance: (ui) => concordToHtml(concordance, { ui }),
}

/** What the report itself says: no words of a document (they bear a language), no names, keys or code. */
function ownWords(element: Element): string {
  const { name, attribs, children } = element
  if (['bdi', 'kbd', 'style', 'script'].includes(name)) return ''
  if (attribs.lang !== undefined && name !== 'html') return ''
  const own = [attribs['aria-label'], attribs.title].filter(Boolean).join(' ')
  const inside = children.map((child) => {
    if (isElement(child)) return ownWords(child)
    return child.type === 'text' && 'data' in child ? String(child.data) : ''
  })
  return `${own} ${inside.join(' ')}`
}

for (const [name, page] of Object.entries(pages)) {
  test(`${name}: the page says its language and which way it runs`, (t) => {
    for (const ui of ['en', 'fr', 'es', 'ru', 'zh', 'ar']) {
      const [html] = read(page(ui)).all('html')
      t.is(html?.attribs.lang, ui)
      t.is(html?.attribs.dir, ui === 'ar' ? 'rtl' : 'ltr')
    }
  })

  test(`${name}: no English is left where the reader asks for another script`, (t) => {
    for (const ui of ['ru', 'zh', 'ar']) {
      const [body] = read(page(ui)).all('body')
      const words = ownWords(body as Element).match(/[a-z]{3,}/gu) ?? []
      t.deepEqual(words, [], ui)
    }
    const [body] = read(page('en')).all('body')
    t.true((ownWords(body as Element).match(/[a-z]{3,}/gu) ?? []).length > 10, 'the test sees words')
  })
}

test('text and Markdown are worded too', (t) => {
  t.regex(diffToText(result, { ui: 'fr' }), /verbe plus faible/u)
  t.regex(diffToMarkdown(result, { ui: 'es' }), /\| Párrafo \| Verbo/u)
  t.regex(diffToStat(result, { ui: 'ru' }), /изменено: 6/u)
  t.regex(historyToText(versions, { ui: 'zh' }), /保留/u)
  t.regex(historyToMarkdown(versions, compareTexts, { ui: 'ar' }), /الفقرة/u)
  t.regex(concordToText(concordance, { ui: 'fr' }), /Anglais : Urges/u)
})

test('a report of Arabic drafts in French runs from left to right, and their words from right to left', (t) => {
  const draft = (verb: string) =>
    fromMarkdown(`*إن مؤتمر الأطراف*،\n\n1 - *${verb}* إلى الدول أن تبقي المنارات مضاءة.\n`, {
      language: 'ar',
    })
  const page = read(diffToHtml(diff(draft('يطلب'), draft('يوعز')), { ui: 'fr', language: 'ar' }))
  t.is(page.all('html')[0]?.attribs.dir, 'ltr')
  const texts = page.all('p').filter(({ attribs }) => attribs.dir !== undefined)
  t.true(texts.length > 0)
  for (const { attribs } of texts) t.is(attribs.dir, 'rtl')
})

test('the command takes the language of the reader, and for no data', async (t) => {
  const [one, other] = ['fixtures/sample/old.md', 'fixtures/sample/new.md']
  const french = await plenary(['diff', '--ui', 'fr', one, other])
  t.regex(french.out, /6 modifié|modifié : 6/u)
  const data = await plenary(['diff', '--ui', 'fr', '--format', 'json', one, other])
  t.is(data.status, 2)
  t.regex(data.err, /--ui/u)
  for (const command of ['history', 'concord'] as const)
    t.is((await plenary([command, '--ui', 'fr', '--format', 'json', one, other])).status, 2)
  t.is((await plenary(['history', '--ui', 'eo', one, other])).status, 2)
})
