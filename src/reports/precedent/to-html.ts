/** Precedents as a page of its own: the draft at the left, its sources at the right, the redlines between. */
import type { Element, ElementContent } from 'hast'
import { h } from 'hastscript'
import { sayIn } from '../../language/interface.js'
import { type Edit, sideText } from '../../model/change.js'
import type { Match, Precedent, Precedents } from '../../model/precedent.js'
import type { Say } from '../../model/words.js'
import { clean } from '../clean.js'
import { nodes } from '../nodes.js'
import { marked, page } from './frame.js'
import { labelOf, shareLines, sourceLine, verbShifts } from './words.js'

export interface PrecedentsHtmlOptions {
  /** Language of the report's own words: ar, en, es, fr, ru or zh. Default en. */
  ui?: string | undefined
}

/**
 * Write precedents as an HTML report.
 *
 * @param file name of the draft, as readers are to see it
 */
export function precedentsToHtml(
  found: Precedents,
  file: string,
  { ui }: PrecedentsHtmlOptions = {},
): string {
  const say = sayIn(ui)
  const { title, language, library, paragraphs, summary } = found
  const { documents, paragraphs: count } = library
  return page(
    { kicker: say('agreed_language'), title: title ?? file, language, say },
    [
      h('p.quiet', [h('bdi', clean(file)), say('comma'), say('against', { documents, paragraphs: count })]),
      h(
        'ul.shares',
        shareLines(summary, say).map((line) => h('li', line)),
      ),
      h('p.controls', [h('label', [h('input', { type: 'checkbox', id: 'only' }), say('only_substance')])]),
    ],
    paragraphs.map((paragraph) => section(paragraph, language, say)),
  )
}

function section(paragraph: Precedent, language: string | null, say: Say): Element {
  const { kind, routine, text, matches, phrases } = paragraph
  const shown = kind === 'composed' ? matches.filter(({ isSource }) => isSource) : matches.slice(0, 1)
  const said = [say(`precedent_${kind}`), ...(routine ? [say('routine')] : [])]
  const isCompared = kind === 'edited' || kind === 'composed'
  return h('section.paragraph', { className: [kind, ...(routine ? ['routine'] : [])] }, [
    h('h2', [
      h('bdi', clean(labelOf(paragraph))),
      ` · ${said.join(' · ')}`,
      ...verbShifts(phrases).map(({ shift, words }) => {
        const own = h('bdi', { lang: language ?? '' }, clean(words))
        return h('span', { className: [shift] }, [
          ' · ',
          ...nodes(say('than_agreed'), { shift: say(shift), words: own }),
        ])
      }),
    ]),
    column(say('draft'), marked([{ op: 'equal', text }], language)),
    column('', isCompared ? shown.flatMap(({ edits }) => marked(edits, language)) : []),
    column(
      say(kind === 'new' ? 'nearest' : 'source'),
      shown.flatMap((match) => source(match, language, say)),
    ),
    ...(matches.length > shown.length
      ? [
          others(
            matches.filter((one) => !shown.includes(one)),
            say,
          ),
        ]
      : []),
  ])
}

function column(title: string, content: readonly ElementContent[]): Element {
  return h('div', [...(title === '' ? [] : [h('h3', title)]), ...content])
}

function source(match: Match, language: string | null, say: Say): ElementContent[] {
  const old: Edit = { op: 'equal', text: sideText(match.edits, 'delete') }
  return [
    h('p.source', [
      clean(sourceLine(match, say)),
      ...(match.title === null ? [] : [' · ', h('bdi', { lang: language ?? '' }, clean(match.title))]),
    ]),
    ...marked([old], language),
  ]
}

function others(matches: readonly Match[], say: Say): Element {
  return h('details', [
    h('summary.source', say('more_sources', { count: matches.length })),
    h(
      'ul.source',
      matches.map((match) => h('li', clean(sourceLine(match, say)))),
    ),
  ])
}
