/** Diffs as HTML: what the report says. */
import test from 'ava'
import fc from 'fast-check'
import { DomUtils } from 'htmlparser2'
import { diff } from '../src/diff/index.js'
import { sayIn } from '../src/language/interface.js'
import { type Change, flatten } from '../src/model/change.js'
import { fromMarkdown } from '../src/pipeline.js'
import { pageOf } from '../src/reports/diff/html/page.js'
import { type DiffHtmlOptions, diffToHtml } from '../src/reports/diff/to-html.js'
import { base, run } from './support/diffs.js'
import { bare, hostileDiff, hostileEdits, hostileText } from './support/hostile-diffs.js'
import { runs } from './support/properties.js'
import {
  type Element,
  isElement,
  nested,
  own,
  read,
  recovered,
  result,
  squeeze,
  textContent,
  texts,
  twice,
} from './support/report.js'

for (const [name, made] of Object.entries({ sample: result, nested })) {
  test(`html: ${name}: both texts of every paragraph can be read from each view`, (t) => {
    const page = read(diffToHtml(made))
    const { anchors } = pageOf(made, null, sayIn())
    let compared = 0
    for (const change of flatten(made.changes)) {
      const place = page.byId(anchors.get(change))
      t.truthy(place, change.new.join())
      if (place?.name === 'article') {
        if (change.edits.length > 0) for (const both of recovered(place)) t.deepEqual(both, texts(change))
        compared++
      } else t.true(bare(textContent(place ?? [])).includes(texts(change).new))
      const said = textContent(place ?? [])
      for (const label of [...change.old, ...change.new]) t.true(said.includes(label), label)
    }
    t.true(compared > 5)
  })

  test(`html: ${name}: every change of verb stands in the ledger, and leads to its paragraph`, (t) => {
    const page = read(diffToHtml(made))
    const { anchors } = pageOf(made, null, sayIn())
    const rows = page.all('tr').map((row) => ({
      cells: row.children.filter(isElement).map((cell) => squeeze(textContent(cell))),
      href: DomUtils.getElementsByTagName('a', row)[0]?.attribs.href,
    }))
    const expected = flatten(made.changes).flatMap((change) =>
      change.phrases.map((phrase) => ({ change, phrase })),
    )
    t.true(expected.length > 0)
    for (const { change, phrase } of expected)
      t.true(
        rows.some(
          ({ cells: [, shift, old, now], href }) =>
            shift?.includes(phrase.shift) &&
            old === (phrase.old ?? 'none') &&
            now === (phrase.new ?? 'none') &&
            href === `#${anchors.get(change)}`,
        ),
        `${phrase.old} ${phrase.new}`,
      )
  })
}

test('html: where a paragraph moved from and to is said and linked, once each', (t) => {
  const page = read(diffToHtml(nested))
  const moved = flatten(nested.changes).filter((change) => change.moved)
  t.true(moved.length >= 2)
  const notes = page.byClass('departed')
  t.is(notes.length, moved.length)
  const { anchors } = pageOf(nested, null, sayIn())
  for (const change of moved) {
    const id = anchors.get(change)
    const note = page.byId(`from-${id}`)
    t.is(DomUtils.getElementsByTagName('a', note ?? [])[0]?.attribs.href, `#${id}`)
    const article = page.byId(id)
    t.true(
      DomUtils.getElementsByTagName('a', article ?? []).some((link) => link.attribs.href === `#from-${id}`),
    )
    const up = page.every.indexOf(article as Element) < page.every.indexOf(note as Element)
    t.true(textContent(note ?? []).includes(up ? 'moved up' : 'moved down'))
    t.true(squeeze(textContent(article ?? [])).includes(up ? 'moved up' : 'moved down'))
  }
})

test('html: a moved paragraph is missed where it stood, within its own part', (t) => {
  const lines = [...base.slice(0, 3), ...base.slice(3)]
  const last = [...base.slice(2, 3), ...base.slice(0, 2), ...base.slice(3)]
  const page = read(diffToHtml(run(lines, last)))
  const order = page.every.filter(
    (one) => one.name === 'h3' || (one.attribs.class ?? '').split(' ').includes('departed'),
  )
  t.deepEqual(
    order.map((one) => squeeze(textContent(one))),
    ['Preambular paragraphs', 'PP3 moved up: now PP1', 'Operative paragraphs'],
  )
})

test('html: a moved paragraph is missed between those it stood between', (t) => {
  const [one = '', two = '', three = '', ...rest] = base.slice(3)
  const order = [...base.slice(0, 3), three, one, two, ...rest]
  const page = read(diffToHtml(run(base, order)))
  const [note] = page.byClass('departed')
  const folds = page
    .all('summary')
    .slice(1)
    .map((fold) => squeeze(textContent(fold)))
  t.deepEqual(folds, ['PP1–PP3 unchanged', 'OP1–OP2 unchanged', 'OP4–OP5 unchanged'])
  const places = page.every.filter((element) => element === note || element.name === 'summary')
  t.is(places.indexOf(note as Element), 3)
})

test('html: the parts of each resolution are headed, and paragraphs named with it', (t) => {
  const page = read(diffToHtml(twice()))
  t.deepEqual(
    page.all('h3').map((one) => textContent(one)),
    [
      'Resolution A: preambular paragraphs',
      'Resolution A: operative paragraphs',
      'Resolution B: preambular paragraphs',
      'Resolution B: operative paragraphs',
    ],
  )
  const links = DomUtils.getElementsByTagName('a', page.byClass('verbs'))
  t.deepEqual(
    links.map((link) => textContent(link)),
    ['A, OP2', 'B, OP2'],
  )
})

test('html: seams of split and merged paragraphs are marked', (t) => {
  const split = flatten(nested.changes).find(({ kind }) => kind === 'split')
  const article = read(diffToHtml(nested)).byId(pageOf(nested, null, sayIn()).anchors.get(split as Change))
  const marks = DomUtils.getElementsByTagName('ins', own(article, 'inline') ?? []).map((one) =>
    textContent(one),
  )
  t.true(marks.includes('¶'))
  const sides = own(article, 'side')
  t.false(textContent(sides ?? []).includes('¶'), 'beside each other they stand as they are')
  t.true('hidden' in (sides?.attribs ?? {}), 'what knows no styles reads each text once')
})

test('html: what no longer fits is listed before the paragraphs', (t) => {
  const [first, ...rest] = nested.changes
  const change: Change = {
    ...(first as Change),
    facts: [{ kind: 'reference', op: 'stale', text: 'paragraph 3 above', should: 'OP4' }],
  }
  const page = read(diffToHtml({ ...nested, changes: [change, ...rest] }))
  const [table] = page.byClass('check')
  t.true(squeeze(textContent(table ?? [])).includes('stale reference: paragraph 3 above, now OP4'))
  t.is(read(diffToHtml(result)).byClass('check').length, 0)
})

test('html: the two texts are named by symbol, file and title', (t) => {
  const files = { old: 'l4.docx', new: 'l4-rev1.docx' }
  const page = read(diffToHtml(result, { files, only: ['operative', 'verbs'] }))
  const head = squeeze(textContent(page.all('header')))
  for (const word of [result.old.symbol, result.new.symbol, result.new.title, ...Object.values(files)])
    t.true(head.includes(word ?? '?'), word ?? '')
  t.true(head.includes('operative, verbs'), 'a part is not taken for the whole')
  t.false(squeeze(textContent(read(diffToHtml(result)).all('header'))).includes('Only'))
})

test('html: texts bear their language and direction, the words of the report do not', (t) => {
  const article = (options: DiffHtmlOptions) => {
    const page = read(diffToHtml(result, options))
    const [inline] = page.byClass('inline')
    const [first] = inline?.children.filter(isElement) ?? []
    t.is(page.all('html')[0]?.attribs.lang, 'en')
    for (const heading of ['h2', 'h3', 'h4'].flatMap(page.all)) t.is(heading.attribs.lang, undefined)
    return [inline?.attribs.lang, first?.attribs.dir]
  }
  t.deepEqual(article({ language: 'ar' }), ['ar', 'rtl'])
  t.deepEqual(article({ language: 'fr' }), ['fr', 'auto'])
  t.deepEqual(article({}), [undefined, 'auto'])
})

test('html: no text of a document becomes markup, and every text can be read back', (t) => {
  const shape = (page: ReturnType<typeof read>) =>
    page.every.map(({ name }) => name).filter((name) => !['p', 'ins', 'del'].includes(name))
  t.notThrows(() =>
    fc.assert(
      fc.property(hostileEdits, hostileText, (edits, word) => {
        const made = hostileDiff(edits, word)
        const page = read(diffToHtml(made))
        const { anchors } = pageOf(made, null, sayIn())
        const expected = shape(
          read(
            diffToHtml(
              hostileDiff(
                edits.map((edit) => ({ ...edit, text: 'x' })),
                'word',
              ),
            ),
          ),
        )
        const actual = shape(page)
        return (
          (bare(word) === '' || actual.join() === expected.join()) &&
          flatten(made.changes).every((change) =>
            recovered(page.byId(anchors.get(change))).every(
              (both) => both.old === texts(change).old && both.new === texts(change).new,
            ),
          ) &&
          [...page.whole].every((character) => !/[^\P{Cc}\s]/u.test(character))
        )
      }),
      { numRuns: runs(60) },
    ),
  )
})

test('html: all changes stand in a list beside the text, with what became of each', (t) => {
  const page = read(diffToHtml(nested))
  const [list] = page.byClass('walk')
  const links = DomUtils.getElementsByTagName('a', list ? [list] : [])
  const told = nested.changes.filter(({ kind, moved }) => kind !== 'unchanged' || moved)
  const { anchors } = pageOf(nested, null, sayIn())
  t.deepEqual(
    links.map(({ attribs }) => attribs.href),
    told.map((change) => `#${anchors.get(change)}`),
  )
  t.regex(squeeze(textContent(list ?? [])), /OP3 modified, verb weaker/u)
  const [steps] = page.byClass('steps')
  t.true('hidden' in (steps?.attribs ?? {}), 'what needs a script is hidden until one runs')
  t.is(read(diffToHtml(run(base, base))).byClass('walk').length, 0, 'nothing changed')
})

test('html: the head says days, the version, when it was made and the scale', (t) => {
  const dated = (day: string) =>
    fromMarkdown(
      `CLH/COP/5/L.4\n\n${day}\n\n*The Conference of the Parties*,\n\n1. *Decides* to meet again.\n`,
    )
  const trees = { old: dated('6 October 2031'), new: dated('9 October 2031') }
  const html = diffToHtml(diff(trees.old, trees.new), {
    trees,
    made: { version: '7.8.9', on: '2031-10-10T09:00:00Z' },
    scale: 'ours',
    ui: 'fr',
  })
  const [header] = read(html).all('header')
  const words = squeeze(textContent(header ?? []))
  t.regex(
    words,
    /6 octobre 2031.*9 octobre 2031.*plenary 7\.8\.9 · 10 octobre 2031 · Échelle des verbes : ours/u,
  )
})

test('html: a fragment stands in another page: no head, no script, no second main heading', (t) => {
  const html = diffToHtml(result, { fragment: true })
  t.notRegex(html, /<(?:html|head|body|main|h1|script|style)\b/u)
  t.true(diffToHtml(result).includes('<main>'))
  t.is(read(html).byClass('page').length, 1)
})
