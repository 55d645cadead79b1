/** A negotiating text as a page of its own: the text with its open points in place, and the report beside it. */
import type { Element, ElementContent } from 'hast'
import { toHtml } from 'hast-util-to-html'
import { h } from 'hastscript'
import type { Extent, Negotiation, NegotiationComparison, OpenPoint } from '../../model/negotiation.js'
import { clean } from '../clean.js'
import { direction } from '../direction.js'
import { pageHead } from '../page-head.js'
import { negotiationStyle } from './style.js'
import { type Summary, summaryOf } from './summary.js'
import type { NegotiationReportOptions } from './to-markdown.js'
import { changeWords, kindWords, optionWords, partyWords, sinceWords, totalWords } from './words.js'

/**
 * Write a report on a negotiating text as HTML; nothing is fetched, no script.
 *
 * Ensures each paragraph with its open points marked where they stand, under it their texts and who wants
 * them, and what the report in Markdown has.
 */
export function negotiationToHtml(
  negotiation: Negotiation,
  { file, since }: NegotiationReportOptions,
): string {
  const summary = summaryOf(negotiation)
  const title = clean(file)
  const head = pageHead(`Open points: ${title}`, negotiationStyle)
  const agreed = summary.paragraphs.filter(({ state }) => state === 'agreed')
  const body = h('body', [
    h('header', [
      h('p.kicker', 'Open points of a negotiating text'),
      h('h1', { dir: 'auto' }, title),
      h('p.totals', `${totalWords(summary)}.`),
      ...(agreed.length > 0
        ? [h('p.agreed', `Agreed: ${clean(agreed.map(({ label }) => label).join(', '))}.`)]
        : []),
    ]),
    h('main', [
      ...(since ? [sinceSection(since)] : []),
      ...parties(negotiation, summary),
      h('section', [h('h2', 'The text'), ...paragraphs(negotiation)]),
      ...unread(negotiation),
    ]),
  ])
  return toHtml({ type: 'root', children: [{ type: 'doctype' }, h('html', { lang: 'en' }, [head, body])] })
}

function sinceSection({ file, comparison }: { file: string; comparison: NegotiationComparison }): Element {
  const told = comparison.points.filter(({ change }) => change !== 'same')
  return h('section', [
    h('h2', ['Since ', h('bdi', clean(file))]),
    h('p', `${sinceWords(comparison)}.`),
    told.length > 0
      ? tableOf(
          ['Paragraph', 'What became of it', 'Text'],
          told.map((one) => {
            const point = (one.new ?? one.old) as OpenPoint
            const place = one.new ? link(point) : clean(point.at)
            return [
              place,
              h('span', { className: [one.change] }, clean(changeWords(one))),
              clean(point.options.join(' / ')),
            ]
          }),
        )
      : '',
  ])
}

function parties({ points }: Negotiation, { byParty }: Summary): Element[] {
  const names = Object.entries(byParty)
  if (names.length === 0) return []
  const rows = names.map(([name, wants]) => {
    const own = points.filter(({ by }) => by.some(({ who }) => who === name))
    const where = own.flatMap((point, at): ElementContent[] => [...(at > 0 ? [text(', ')] : []), link(point)])
    return [h('bdi', clean(name)), partyWords(wants), h('span', where)]
  })
  return [h('section', [h('h2', 'By delegation'), tableOf(['Delegation', 'Points', 'Where'], rows)])]
}

function paragraphs(negotiation: Negotiation): Element[] {
  const { paragraphs: all, points, language } = negotiation
  const told = new Set<string>()
  return all.map(({ text: { value }, at, state, block }, index) => {
    const own = points.filter((point) => firstParagraph(point) === index)
    const labels = told.has(at) ? '' : at
    told.add(at)
    const words = marked(value, index, points)
    const says = h(block.kind === 'heading' ? 'h3' : 'p', { lang: language, dir: direction(language) }, words)
    const sides = own.map((point) => pointOf(point))
    return h('article', { className: own.length > 0 ? ['open'] : state === 'agreed' ? ['settled'] : [] }, [
      h('div.label', [
        labels === 'title' || labels === 'heading' ? '' : clean(labels),
        state ? h('span.state', state) : '',
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

function pointOf(point: OpenPoint): Element {
  const several = point.options.length > 1
  const options = optionWords(point).map(({ text: words, who }) => [
    h('span.option', clean(words)),
    who === '' ? '' : h('span.who', ` – ${clean(who)}`),
  ])
  return h('li', { id: point.id }, [
    h('span.id', point.id),
    h('span.kind', ` ${kindWords(point)}`),
    several
      ? h(
          'ol',
          options.map((one) => h('li', one)),
        )
      : h('span', [': ', ...(options[0] ?? [])]),
  ])
}

function unread({ messages, blanks }: Negotiation): Element[] {
  const list = (title: string, all: readonly { at: string; text: string }[]) =>
    all.length === 0
      ? []
      : [
          h('section', [
            h('h2', title),
            h(
              'ul',
              all.map((one) => h('li', clean(`${one.at}: ${one.text}`))),
            ),
          ]),
        ]
  return [...list('To be filled in', blanks), ...list('Brackets that could not be read', messages)]
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
  return h('a', { href: `#${id}` }, clean(`${at} (${id})`))
}

function text(value: string): ElementContent {
  return { type: 'text', value }
}
