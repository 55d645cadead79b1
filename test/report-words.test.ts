/** Reports in the language of their reader: its words, its direction, and the documents' own left as they are. */
import test from 'ava'
import { applyAmendments, rebaseAmendment } from '../src/amend/index.js'
import { compareTexts, diff } from '../src/diff/index.js'
import { history } from '../src/history/index.js'
import { sayIn } from '../src/language/interface.js'
import { load } from '../src/language/load.js'
import { merge } from '../src/merge/index.js'
import { fromMarkdown } from '../src/pipeline.js'
import { parseAmendment } from '../src/read-amendment.js'
import { effectsToHtml, effectsToText } from '../src/reports/amendment/effects.js'
import { amendmentToText, rebasedToText } from '../src/reports/amendment/to-text.js'
import { concordToText } from '../src/reports/concordance/to-text.js'
import { dayWords } from '../src/reports/day.js'
import { diffToHtml } from '../src/reports/diff/to-html.js'
import { diffToMarkdown } from '../src/reports/diff/to-markdown.js'
import { diffToStat } from '../src/reports/diff/to-stat.js'
import { diffToText } from '../src/reports/diff/to-text.js'
import { historyToHtml } from '../src/reports/history/to-html.js'
import { historyToMarkdown } from '../src/reports/history/to-markdown.js'
import { historyToText } from '../src/reports/history/to-text.js'
import { lintText } from '../src/reports/lint.js'
import { mergeToText } from '../src/reports/merge/to-text.js'
import { negotiationToMarkdown } from '../src/reports/negotiation/to-markdown.js'
import { negotiationToText } from '../src/reports/negotiation/to-text.js'
import { precedentsToTable, precedentsToText, summaryToText } from '../src/reports/precedent/to-text.js'
import { plenary } from './support/command.js'
import { type Element, isElement, read, result } from './support/report.js'
import { concordance, linted, negotiation, pages, since, sources, versions } from './support/worded.js'

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
    t.true((ownWords(body as Element).match(/[a-z]{3,}/gu) ?? []).length > 2, 'the test sees words')
  })
}

test('text and Markdown are worded too', (t) => {
  t.regex(diffToText(result, { ui: 'fr' }), /verbe plus faible/u)
  t.regex(diffToMarkdown(result, { ui: 'es' }), /\| Párrafo \| Verbo/u)
  t.regex(diffToStat(result, { ui: 'ru' }), /изменено: 6/u)
  t.regex(historyToText(versions, { ui: 'zh' }), /保留/u)
  t.regex(historyToMarkdown(versions, compareTexts, { ui: 'ar' }), /الفقرة/u)
  t.regex(concordToText(concordance, { ui: 'fr' }), /Anglais : Urges/u)
  t.regex(precedentsToTable(sources, 'draft.md', { ui: 'es' }), /ORIGEN|FUENTE/u)
  t.regex(precedentsToText(sources, 'draft.md', { ui: 'fr' }), /plus faible que le texte convenu/u)
  t.regex(summaryToText(sources, 'draft.md', { ui: 'ru' }), /Глаголы слабее или сильнее/u)
  t.regex(negotiationToText(negotiation, 'r.md', { width: 80, since, ui: 'ar' }), /للإضافة|بين قوسين/u)
  t.regex(
    negotiationToMarkdown(negotiation, { file: 'r.md', since, ui: 'fr' }),
    /# Points en suspens : r\\?\.md/u,
  )
  t.regex(lintText(linted, { ui: 'zh' }), /错误 \d+，警告/u)
  const lamp = (words: string) => fromMarkdown(`The Conference,\n\n1. Urges States to ${words};\n`)
  const merged = merge(lamp('keep lamps lit'), [
    { party: 'EU', tree: lamp('keep all lamps lit') },
    { party: 'US', tree: lamp('put lamps out') },
  ])
  t.regex(mergeToText(merged, { ui: 'es' }), /en conflicto: 1|conflicto/u)
})

test('days are written as the reader writes them, in every report that has them', (t) => {
  const draft = (verb: string) =>
    fromMarkdown(
      `A/C.7/91/L.4\n\n9 May 2036\n\n*The General Assembly*,\n\n1. *${verb}* States to keep the lamps lit.\n`,
    )
  const followed = history([draft('Urges'), draft('Invites')])
  t.deepEqual(
    followed.versions.map(({ date }) => date),
    ['2036-05-09', '2036-05-09'],
  )
  const times = (page: string) => read(page).all('time')
  const page = historyToHtml(followed, compareTexts, { ui: 'fr' })
  t.deepEqual(
    times(page).map(({ attribs }) => attribs.datetime),
    ['2036-05-09', '2036-05-09'],
  )
  t.regex(page, />9 mai 2036</u)
  t.regex(pages.lineage?.('es') ?? '', />9 de mayo de 2028</u)
})

test('days are written as the United Nations writes them in each language', (t) => {
  const written = (day: string) =>
    Object.fromEntries(['en', 'fr', 'es', 'ru', 'zh', 'ar'].map((ui) => [ui, dayWords(day, sayIn(ui))]))
  t.deepEqual(written('2036-12-09'), {
    en: '9 December 2036',
    fr: '9 décembre 2036',
    es: '9 de diciembre de 2036',
    ru: '9 декабря 2036 года',
    zh: '2036年12月9日',
    ar: '9 كانون الأول/ديسمبر 2036',
  })
  t.is(written('2036-07-01T10:00:00Z').fr, '1er juillet 2036')
  t.is(written('2036-06-30').ar, '30 حزيران/يونيه 2036')
  for (const odd of ['', 'May 2036', '2036-13-01']) t.is(written(odd).en, odd)
})

test('the months of the interface are those that the grammar of its language reads', (t) => {
  for (const ui of ['en', 'fr', 'es', 'ru', 'zh', 'ar'])
    for (let month = 1; month <= 12; month++) {
      const day = `2036-${String(month).padStart(2, '0')}-09`
      t.is(load(ui).isoDate(dayWords(day, sayIn(ui))), day)
    }
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

test('an arrow points the way that the words beside it run, whatever the language of the report', (t) => {
  const arabic = (verb: string) =>
    fromMarkdown(`*إن مؤتمر الأطراف*،\n\n1 - *${verb}* إلى الدول أن تبقي المنارات مضاءة.\n`, {
      language: 'ar',
    })
  const changed = diff(arabic('يطلب'), arabic('يوعز'))
  for (const ui of ['ar', 'fr']) {
    t.regex(diffToMarkdown(changed, { ui }), /يطلب ← يوعز/u, ui)
    t.regex(diffToMarkdown(result, { ui }), /shall → should/u, ui)
    t.regex(diffToText(result, { ui }), /shall → should/u, ui)
  }
  const shown = (ui: string) => read(diffToHtml(result, { ui, language: 'en' })).whole
  t.regex(shown('ar'), /shall ← should/u, 'each word is set apart there, and the line runs from the right')
  t.regex(shown('fr'), /shall → should/u)
})

test('what became of amendments is said in the language of the reader', async (t) => {
  const draft = fromMarkdown(
    '*The Conference of the Parties*,\n\n1. *Urges* States to light every lamp;\n\n2. *Requests* a report under paragraph 1 above.\n',
  )
  const read = await parseAmendment(
    'Norland: amendments to draft resolution LC/44/L.7\n\n1. In operative paragraph 1, replace “every lamp” with “every buoy”.\n\n2. Delete operative paragraph 5.\n\n3. Insert before operative paragraph 1: “Notes the fog;”.\n',
    { name: 'amendment.txt' },
  )
  const { amendment } = read
  const { outcomes } = applyAmendments(draft, [amendment])
  const stale = [{ label: 'OP2', kind: 'reference', text: 'paragraph 1 above', should: 'OP2' }] as const
  const effects = { outcomes, instructions: amendment.instructions, stale }
  const rebased = rebaseAmendment(amendment.instructions, draft, draft)
  const shown = (ui?: string) => ({
    table: amendmentToText(amendment, 'a.txt', { width: 200, ui }),
    effects: effectsToText(effects, { width: 200, ui }),
    page: effectsToHtml(effects, 'A', { ui }),
    rebased: rebasedToText(rebased, { width: 200, ui }),
  })
  const english = shown()
  t.regex(english.table, /^1\. +replace-words +OP1 {2}“every lamp” {2}→ “every buoy”$/mu)
  t.regex(english.effects, /2\. delete: not applied: there is no such paragraph \(OP5\)/u)
  t.regex(english.rebased, /^2\. +lost +delete +the draft has no such paragraph$/mu)
  for (const ui of ['ar', 'es', 'fr', 'ru', 'zh']) {
    const { table, effects: text, page, rebased: carried } = shown(ui)
    t.notRegex(table, /replace-words|before/u, ui)
    for (const one of [text, page]) t.notRegex(one, /applied|no such paragraph|names what/u, ui)
    t.notRegex(carried, /lost|no such paragraph/u, ui)
    t.regex(page, new RegExp(`<html lang="${ui}" dir="${ui === 'ar' ? 'rtl' : 'ltr'}">`, 'u'))
  }
  t.regex(shown('fr').effects, /2\. supprimer : non appliqué : ce paragraphe n’existe pas \(OP5\)/u)
  t.regex(shown('fr').table, /insérer .*avant OP1/u)
})

test('the command takes the language of the reader, and for no data', async (t) => {
  const [one, other] = ['fixtures/sample/old.md', 'fixtures/sample/new.md']
  const french = await plenary(['diff', '--ui', 'fr', one, other])
  t.regex(french.out, /6 modifié|modifié : 6/u)
  const data = await plenary(['diff', '--ui', 'fr', '--format', 'json', one, other])
  t.is(data.status, 2)
  t.regex(data.err, /--ui/u)
  for (const command of ['history', 'concord', 'merge', 'brackets', 'lint', 'amendments', 'amend'] as const)
    t.is((await plenary([command, '--ui', 'fr', '--format', 'json', one, other])).status, 2, command)
  t.is((await plenary(['history', '--ui', 'eo', one, other])).status, 2)
})
