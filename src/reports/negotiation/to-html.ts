/** A negotiating text as a page of its own: the text with its open points in place, and the report beside it. */
import type { Element, ElementContent } from 'hast'
import { h } from 'hastscript'
import { sayIn } from '../../language/interface.js'
import type { Extent, Negotiation, NegotiationComparison, OpenPoint } from '../../model/negotiation.js'
import type { Say } from '../../model/words.js'
import { clean } from '../clean.js'
import { direction } from '../direction.js'
import { nodes } from '../nodes.js'
import { htmlPage, pageHead } from '../page-head.js'
import { negotiationStyle } from './style.js'
import { type Summary, summaryOf } from './summary.js'
import type { NegotiationReportOptions } from './to-markdown.js'
import { changeWords, kindWords, optionWords, partyWords, sinceWords, totalWords } from './words.js'

/**
 * Write a report on a negotiating text as HTML; nothing is fetched, no script.
 *
 * Ensures each paragraph with its open points marked where they are, under it their texts and who wants
 * them, and what the report in Markdown has.
 */
export function negotiationToHtml(
  negotiation: Negotiation,
  { file, since, ui }: NegotiationReportOptions,
): string {
  const say = sayIn(ui)
  const summary = summaryOf(negotiation)
  const title = clean(file)
  const head = pageHead(say('open_points_of', { file: title }), negotiationStyle)
  const agreed = summary.paragraphs.filter(({ state }) => state === 'agreed')
  const body = h('body', [
    h('header', [
      h('p.kicker', say('open_points_kicker')),
      h('h1', { dir: 'auto' }, h('bdi', title)),
      h('p.totals', say('sentence', { words: totalWords(summary, say) })),
      ...(agreed.length > 0
        ? [
            h(
              'p.agreed',
              nodes(say('agreed_list'), {
                words: h('bdi', clean(agreed.map(({ label }) => label).join(', '))),
              }),
            ),
          ]
        : []),
    ]),
    h('main', [
      ...(since ? [sinceSection(since, say)] : []),
      ...parties(negotiation, summary, say),
      h('section', [h('h2', say('the_text')), ...paragraphs(negotiation, say)]),
      ...unread(negotiation, say),
    ]),
  ])
  return htmlPage(say, head, body)
}

function sinceSection(
  { file, comparison }: { file: string; comparison: NegotiationComparison },
  say: Say,
): Element {
  const told = comparison.points.filter(({ change }) => change !== 'same')
  return h('section', [
    h('h2', nodes(say('since'), { file: h('bdi', clean(file)) })),
    h('p', say('sentence', { words: sinceWords(comparison, say) })),
    told.length > 0
      ? tableOf(
          [say('paragraph'), say('became'), say('text')],
          told.map((one) => {
            const point = (one.new ?? one.old) as OpenPoint
            const place = one.new ? link(point) : h('bdi', clean(point.at))
            return [
              place,
              h('span', { className: [one.change] }, clean(changeWords(one, say))),
              h('bdi', clean(point.options.join(' / '))),
            ]
          }),
        )
      : '',
  ])
}

function parties({ points }: Negotiation, { byParty }: Summary, say: Say): Element[] {
  const names = Object.entries(byParty)
  if (names.length === 0) return []
  const rows = names.map(([name, wants]) => {
    const own = points.filter(({ by }) => by.some(({ who }) => who === name))
    const where = own.flatMap((point, at): ElementContent[] => [...(at > 0 ? [text(', ')] : []), link(point)])
    return [h('bdi', clean(name)), partyWords(wants, say), h('span', where)]
  })
  return [
    h('section', [
      h('h2', say('by_delegation')),
      tableOf([say('delegation'), say('points'), say('where')], rows),
    ]),
  ]
}

function paragraphs(negotiation: Negotiation, say: Say): Element[] {
  const { paragraphs: all, points, language } = negotiation
  const told = new Set<string>()
  return all.map(({ text: { value }, at, state, block }, index) => {
    const own = points.filter((point) => firstParagraph(point) === index)
    const labels = told.has(at) ? '' : at
    told.add(at)
    const words = marked(value, index, points)
    const says = h(block.kind === 'heading' ? 'h3' : 'p', { lang: language, dir: direction(language) }, words)
    const sides = own.map((point) => pointOf(point, say))
    return h('article', { className: own.length > 0 ? ['open'] : state === 'agreed' ? ['settled'] : [] }, [
      h('div.label', [
        labels === 'title' || labels === 'heading' ? '' : h('bdi', clean(labels)),
        state ? h('span.state', say(`state_${state}`)) : '',
      ]),
      h('div.words', [says, ...(sides.length > 0 ? [h('ul.points', sides)] : [])]),
    ])
  })
}

/** The text with the extents of its points marked, one in another. */
function marked(value: string, paragraph: number, points: readonly OpenPoint[]): ElementContent[] {
  const extents = points
    .flatMap(({ id, kind, places }) => places.flat().map((extent) => ({ ...extent, id, kind })))
    .filter((extent) => extent.paragraph === paragraph)
    .sort((a, b) => a.start - b.start || b.end - a.end)
  const inside = (from: number, to: number, list: typeof extents): ElementContent[] => {
    const result: ElementContent[] = []
    let at = from
    for (let index = 0; index < list.length; index++) {
      const extent = list[index] as (typeof extents)[number]
      if (extent.start < at || extent.end > to) continue
      const within = list.slice(index + 1).filter((one) => isIn(one, extent))
      result.push(text(clean(value.slice(at, extent.start))))
      const children = inside(extent.start, extent.end, within)
      result.push(h('mark', { className: [extent.kind], title: extent.id }, children))
      at = extent.end
    }
    result.push(text(clean(value.slice(at, to))))
    return result
  }
  return inside(0, value.length, extents)
}

function isIn(one: Extent, other: Extent): boolean {
  return one.start >= other.start && one.end <= other.end
}

function pointOf(point: OpenPoint, say: Say): Element {
  const several = point.options.length > 1
  const options = optionWords(point, say).map(({ text: words, who }) => [
    h('span.option', h('bdi', clean(words))),
    who === '' ? '' : h('span.who', [' – ', h('bdi', { dir: direction(say.language) }, clean(who))]),
  ])
  return h('li', { id: point.id }, [
    h('span.id', h('bdi', point.id)),
    h('span.kind', ` ${kindWords(point, say)}`),
    several
      ? h(
          'ol',
          options.map((one) => h('li', one)),
        )
      : h('span', [': ', ...(options[0] ?? [])]),
  ])
}

function unread({ messages, blanks }: Negotiation, say: Say): Element[] {
  const list = (title: string, all: readonly { at: string; text: string }[]) =>
    all.length === 0
      ? []
      : [
          h('section', [
            h('h2', title),
            h(
              'ul',
              all.map((one) => h('li', h('bdi', clean(`${one.at}: ${one.text}`)))),
            ),
          ]),
        ]
  return [...list(say('to_fill'), blanks), ...list(say('unread_brackets'), messages)]
}

function tableOf(heads: readonly string[], rows: readonly (readonly (ElementContent | string)[])[]): Element {
  return h('div.scroll', { tabIndex: 0, role: 'region', ariaLabel: heads.join(', ') }, [
    h('table', [
      h(
        'thead',
        h(
          'tr',
          heads.map((head) => h('th', { scope: 'col' }, head)),
        ),
      ),
      h(
        'tbody',
        rows.map((row) =>
          h(
            'tr',
            row.map((cell) => h('td', [typeof cell === 'string' ? text(cell) : cell])),
          ),
        ),
      ),
    ]),
  ])
}

function firstParagraph({ places, signs }: OpenPoint): number {
  return Math.min(...[...places.flat(), ...signs].map(({ paragraph }) => paragraph))
}

function link({ id, at }: OpenPoint): Element {
  return h('a', { href: `#${id}` }, h('bdi', clean(`${at} (${id})`)))
}

function text(value: string): ElementContent {
  return { type: 'text', value }
}
