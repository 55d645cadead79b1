/** A concordance as a page of its own: the languages side by side; nothing is fetched, and there is no script. */
import type { Element, ElementContent } from 'hast'
import { h } from 'hastscript'
import { sayIn } from '../../language/interface.js'
import type { Concordance, Correspondence, Discrepancy, Found } from '../../model/concordance.js'
import { type Say, upper } from '../../model/words.js'
import { clean } from '../clean.js'
import { direction } from '../direction.js'
import { htmlPage, pageHead } from '../page-head.js'
import { concordStyle } from './style.js'
import {
  concordTotals,
  foundWords,
  hasSeveral,
  kindWords,
  nameOf,
  rowNames,
  sidesOf,
  versionNames,
} from './words.js'

export interface ConcordHtmlOptions {
  /** Names of the files, in the order of the texts. */
  files?: readonly string[]
  /** Language of the report's own words: ar, en, es, fr, ru or zh. Default en. */
  ui?: string | undefined
}

interface Page {
  concordance: Concordance
  names: string[]
  several: boolean
  places: ReadonlyMap<Correspondence, string>
  anchors: ReadonlyMap<Correspondence, string>
  say: Say
}

/**
 * Write a concordance as an HTML report.
 *
 * Ensures every paragraph of every text is in it, beside what corresponds,
 * in the direction of its language; what does not correspond comes first and is
 * marked in its place. All text is escaped, and the page's own policy forbids
 * whatever is not its own.
 */
export function concordToHtml(concordance: Concordance, { files = [], ui }: ConcordHtmlOptions = {}): string {
  const say = sayIn(ui)
  const kicker = say('languages_kicker')
  const page: Page = {
    concordance,
    say,
    names: versionNames(concordance, say),
    several: hasSeveral(concordance),
    places: rowNames(concordance, say),
    anchors: anchors(concordance.correspondences, say),
  }
  const [reference] = concordance.texts
  const title = clean(reference?.title ?? kicker)
  const head = pageHead([reference?.symbol, title].filter(Boolean).join(' – '), concordStyle)
  const body = h('body', [
    h('a.skip', { href: '#texts' }, say('skip_texts')),
    h('header', [
      h('p.kicker', kicker),
      h('h1', { lang: reference?.language ?? undefined, dir: 'auto' }, title),
      versions(page, files),
      h('p.totals', say('sentence', { words: concordTotals(concordance, say) })),
    ]),
    h('main', [...ledger(page), ...sideBySide(page)]),
  ])
  return htmlPage(say, head, body)
}

/** "p-OP4(b)" where the label says it and is the only one, else a number. */
function anchors(list: readonly Correspondence[], say: Say): Map<Correspondence, string> {
  const result = new Map<Correspondence, string>()
  const seen = new Set<string>()
  const visit = (each: Correspondence) => {
    const name = nameOf(each, false, say)
    const plain = /^[A-Z]{2}[\w().]+$/u.test(name) && !seen.has(name)
    seen.add(name)
    result.set(each, plain ? `p-${name}` : `row-${result.size + 1}`)
    each.parts?.forEach(visit)
  }
  list.forEach(visit)
  return result
}

function versions({ concordance, names, say }: Page, files: readonly string[]): Element {
  return h(
    'dl.versions',
    concordance.texts.map(({ symbol }, index) => {
      const said = [symbol, files[index], index === 0 ? say('the_reference') : null].flatMap((one) =>
        one ? [h('bdi', clean(one))] : [],
      )
      const parted = said.flatMap((one, at) => (at === 0 ? [one] : [' ', one]))
      return h('div', [h('dt', names[index]), h('dd', parted)])
    }),
  )
}

// ---------------------------------------------------------------- what does not correspond

function ledger(page: Page): ElementContent[] {
  const { say } = page
  const { front, correspondences } = page.concordance
  const rows = front.map((one) => ledgerRow(null, one, page))
  const visit = (each: Correspondence) => {
    rows.push(...each.discrepancies.map((one) => ledgerRow(each, one, page)))
    each.parts?.forEach(visit)
  }
  correspondences.forEach(visit)
  if (rows.length === 0) return []
  const heads = [say('paragraph'), say('what'), page.names[0] ?? '', say('other_version')]
  return [
    h('section', [
      h('h2#found', say('not_corresponding')),
      h('div.scroll', { tabIndex: 0, role: 'region', ariaLabelledBy: 'found' }, [
        h('table.found', [
          h(
            'thead',
            h(
              'tr',
              heads.map((name) => h('th', { scope: 'col' }, name)),
            ),
          ),
          h('tbody', rows),
        ]),
      ]),
    ]),
  ]
}

function ledgerRow(each: Correspondence | null, discrepancy: Discrepancy, page: Page): Element {
  const { say } = page
  const [one, other] = sidesOf(discrepancy, page.names, say)
  const name = each
    ? h('a', { href: `#${page.anchors.get(each)}` }, h('bdi', clean(page.places.get(each) ?? '')))
    : say('before_first')
  return h('tr', [
    h('th', { scope: 'row' }, name),
    h('td', clean(kindWords(discrepancy, say))),
    h('td', said(discrepancy, one.found, page.concordance.texts[0]?.language, say)),
    h('td', [
      say('told', { name: other.who, words: '' }),
      said(discrepancy, other.found, page.concordance.texts[other.texts[0] ?? 0]?.language, say),
    ]),
  ])
}

function said(
  discrepancy: Discrepancy,
  found: readonly Found[],
  language: string | null | undefined,
  say: Say,
): ElementContent {
  const words = foundWords(discrepancy, found, say)
  return words === null
    ? h('span.none', say('nothing'))
    : h('bdi', { lang: language ?? undefined }, clean(words))
}

// ---------------------------------------------------------------- side by side

function sideBySide(page: Page): ElementContent[] {
  const { say } = page
  const { texts, correspondences, summary } = page.concordance
  const columns = [h('col.names'), ...texts.map(() => h('col'))]
  const heads = page.names.map((name, index) =>
    h('th', { scope: 'col', dir: direction(texts[index]?.language ?? null) }, name),
  )
  const choice =
    summary.discrepancies === 0
      ? []
      : [
          h('p.controls', [
            h('label', [h('input', { type: 'checkbox', id: 'only' }), say('only_differing')]),
            ' ',
            h('label', [h('input', { type: 'checkbox', id: 'whole' }), say('print_whole')]),
          ]),
        ]
  return [
    h('h2#texts', { tabIndex: -1 }, upper(say('side'))),
    ...choice,
    h('div.side.scroll', { tabIndex: 0, role: 'region', ariaLabelledBy: 'texts' }, [
      h(
        'table.texts',
        {
          className: ['texts', `of-${texts.length}`, ...(summary.discrepancies === 0 ? [] : ['some'])],
        },
        [
          h('colgroup', columns),
          h('thead', h('tr', [h('th', { scope: 'col' }, say('paragraph')), ...heads])),
          h(
            'tbody',
            correspondences.flatMap((each) => rowsOf(each, page, false)),
          ),
        ],
      ),
    ]),
  ]
}

function rowsOf(each: Correspondence, page: Page, part: boolean): Element[] {
  const differs = each.discrepancies.length > 0
  const name = nameOf(each, page.several, page.say)
  const className = [
    ...(part ? ['part'] : []),
    ...(each.role === 'heading' ? ['heading'] : []),
    ...(differs ? ['differs'] : []),
  ]
  const cells = each.members.map((_, text) => cell(each, text, page))
  const label = h('th.label', { scope: 'row' }, each.role === 'heading' ? '' : h('bdi', clean(name)))
  return [
    h('tr', { id: page.anchors.get(each), className }, [label, ...cells]),
    ...(differs ? [saidRow(each, page)] : []),
    ...(each.parts ?? []).flatMap((one) => rowsOf(one, page, true)),
  ]
}

function cell({ members, discrepancies }: Correspondence, text: number, page: Page): Element {
  const member = members[text]
  const { language = null } = page.concordance.texts[text] ?? {}
  const own = discrepancies.filter(({ texts }) => text === 0 || texts.includes(text))
  if (!member) {
    const absent = own.some(({ kind }) => kind === 'missing' || kind === 'added')
    return absent ? h('td.empty', page.say('nothing_corresponds')) : h('td')
  }
  const marked = own
    .filter(({ kind }) => !['missing', 'added', 'structure', 'footnote', 'label', 'front'].includes(kind))
    .flatMap((one) => (text === 0 ? one.reference : one.other).map((found) => found.text))
  // A label of its own is shown where it is not that of the row.
  const [first] = members.filter((one) => one !== null)
  const label = member.labels.join(', ')
  const other = first && first.labels.join(', ') !== label ? [h('span.own', clean(label))] : []
  const paragraphs = clean(member.text)
    .split('\n')
    .map((line) => h('p', highlighted(line, marked)))
  return h('td', { lang: language ?? undefined, dir: direction(language), dataVersion: page.names[text] }, [
    ...other,
    ...paragraphs,
  ])
}

/** Mark words where they first are. */
function highlighted(line: string, words: readonly string[]): ElementContent[] {
  const places = words
    .map((word) => ({ start: line.indexOf(word), length: word.length }))
    .filter(({ start, length }) => start >= 0 && length > 0)
    .sort((a, b) => a.start - b.start)
  const result: ElementContent[] = []
  let end = 0
  for (const { start, length } of places) {
    if (start < end) continue
    result.push({ type: 'text', value: line.slice(end, start) }, h('mark', line.slice(start, start + length)))
    end = start + length
  }
  result.push({ type: 'text', value: line.slice(end) })
  return result
}

function saidRow(each: Correspondence, page: Page): Element {
  const items = each.discrepancies.map((discrepancy) => {
    const { say } = page
    const [one, other] = sidesOf(discrepancy, page.names, say)
    const sides = [one, other].flatMap(({ who, found, texts }, index) => [
      index === 0 ? '' : say('semicolon'),
      say('told', { name: who, words: '' }),
      said(discrepancy, found, page.concordance.texts[texts[0] ?? 0]?.language, say),
    ])
    return h('li', [clean(say('told', { name: kindWords(discrepancy, say), words: '' })), ...sides])
  })
  return h('tr.said', [h('td.label'), h('td', { colSpan: page.names.length }, h('ul', items))])
}
