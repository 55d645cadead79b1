/** The HTML report sets words as the documents do: italics, bold, marks of notes and the notes. */
import test from 'ava'
import { diff } from '../src/diff/index.js'
import { fromMarkdown } from '../src/pipeline.js'
import { diffToHtml } from '../src/reports/diff/to-html.js'
import { type Element, own, read, squeeze, textContent } from './support/report.js'

const draft = (lines: string[]) => fromMarkdown(['*The Conference of the Parties*,', ...lines].join('\n\n'))

function report(before: string[], after: string[]) {
  const trees = { old: draft(before), new: draft(after) }
  const html = diffToHtml(diff(trees.old, trees.new), { trees, language: 'en' })
  return { html, page: read(html) }
}

const within = (page: ReturnType<typeof read>, place: Element | undefined, name: string) =>
  page.all(name).filter((one) => {
    for (let at: unknown = one; at; at = (at as Element).parent) if (at === place) return true
    return false
  })

test('an opener in italics stays so where it is kept, cut and added, in both views', (t) => {
  const { page } = report(
    ['1. *Urges* States to keep **all** lamps lit;', '2. *Decides* to meet again.'],
    ['1. *Encourages* States to keep **all** lamps lit at night;', '2. *Decides* to meet again.'],
  )
  const article = page.byId('p-OP1')
  for (const view of ['inline', 'side']) {
    const place = own(article, view)
    const set = (name: string) => within(page, place, name).map((one) => textContent(one))
    t.deepEqual(set('em'), ['Urges', 'Encourages'], view)
    t.true(set('strong').includes('all'), view)
  }
  t.is(within(page, article, 'del').length, 2)
  const [first] = within(page, article, 'em') as [Element]
  t.is((first.parent as Element).name, 'del')
  const kept = page.byId('p-OP2')
  t.deepEqual(
    within(page, kept, 'em').map((one) => textContent(one)),
    ['Decides'],
  )
})

test('marks of notes stand where the documents have them, lead to the notes, and are cut or added', (t) => {
  const { page } = report(
    [
      '1. *Recalls* the Rules[^1] and the report[^2] on lamps;',
      '[^1]: Rules of 2028.',
      '[^2]: Report of 2029.',
    ],
    [
      '1. *Recalls* the Rules[^1] and the report on lamps;[^2]',
      '[^1]: Rules of 2028.',
      '[^2]: Annex to the Rules.',
    ],
  )
  const inline = own(page.byId('p-OP1'), 'inline') ?? own(page.byId('p-OP1'), 'same')
  const article = inline ?? page.byClass('kept')[0]
  const marks = within(page, article, 'sup').map((one) => [
    textContent(one),
    (one.parent as Element).name,
    within(page, one, 'a')[0]?.attribs.href ?? '',
  ])
  t.deepEqual(marks, [
    ['1', 'p', '#note-1'],
    ['2', 'del', '#old-note-2'],
    ['2', 'ins', '#note-2'],
  ])
  t.regex(squeeze(textContent(article as Element)), /the Rules1 and the report2 on lamps;2/u)
  for (const [, , href = ''] of marks) t.truthy(page.byId(href.slice(1)), href)
  const notes = page.byClass('footnotes')[0]
  t.deepEqual(
    within(page, notes, 'ins').map((one) => textContent(one)),
    ['Annex to the Rules.'],
  )
  t.deepEqual(
    within(page, notes, 'del').map((one) => textContent(one)),
    ['Report of 2029.'],
  )
})

test('italics that cross an edit are set on both sides of it, and no markup of a text comes through', (t) => {
  const { html, page } = report(
    ['1. *Recalls with deep appreciation the \\<b>keepers\\</b>* of the coast;'],
    ['1. *Recalls with appreciation the \\<b>keepers\\</b>* of the coast;'],
  )
  const inline = own(page.byId('p-OP1'), 'inline')
  const words = within(page, inline, 'em')
    .map((one) => textContent(one))
    .join('')
  t.is(words.replace(/\s/gu, ''), 'Recallswithdeepappreciationthe<b>keepers</b>')
  t.notRegex(html, /<b>keepers/u)
})

test('without the documents a report has their words alone', (t) => {
  const [before, after] = [
    draft(['1. *Urges* States[^1];', '[^1]: Rules.']),
    draft(['1. *Asks* States[^1];', '[^1]: Rules.']),
  ]
  const page = read(diffToHtml(diff(before, after)))
  t.is(page.all('em').length + page.all('sup').length + page.byClass('footnotes').length, 0)
})
