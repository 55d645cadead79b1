/** Precedents as a page of its own: the draft at the left, its sources at the right, the redlines between. */
import type { Element, ElementContent } from 'hast'
import { h } from 'hastscript'
import { type Edit, sideText } from '../../model/change.js'
import type { Match, Precedent, Precedents } from '../../model/precedent.js'
import { clean } from '../clean.js'
import { marked, page } from './frame.js'
import { labelOf, shareLines, sourceLine, verbShifts } from './words.js'

/**
 * Write precedents as an HTML report.
 *
 * @param file name of the draft, as readers are to see it
 */
export function precedentsToHtml(found: Precedents, file: string): string {
  const { title, language, library, paragraphs, summary } = found
  const { documents, paragraphs: count } = library
  return page(
    { kicker: 'Agreed language', title: title ?? file, language },
    [
      h('p.quiet', clean(`${file}, against ${documents} documents, ${count} paragraphs`)),
      h(
        'ul.shares',
        shareLines(summary).map((line) => h('li', line)),
      ),
      h('p.controls', [
        h('label', [
          h('input', { type: 'checkbox', id: 'only' }),
          'only what was edited in substance, composed or new',
        ]),
      ]),
    ],
    paragraphs.map((paragraph) => section(paragraph, language)),
  )
}

function section(paragraph: Precedent, language: string | null): Element {
  const { kind, routine, text, matches, phrases } = paragraph
  const shown = kind === 'composed' ? matches.filter(({ isSource }) => isSource) : matches.slice(0, 1)
  const said = [labelOf(paragraph), kind, ...(routine ? ['routine'] : [])]
  const isCompared = kind === 'edited' || kind === 'composed'
  return h('section.paragraph', { className: [kind, ...(routine ? ['routine'] : [])] }, [
    h('h2', [
      clean(said.join(' · ')),
      ...verbShifts(phrases).map(({ shift, line }) => h('span', { className: [shift] }, clean(` · ${line}`))),
    ]),
    column('Draft', marked([{ op: 'equal', text }], language)),
    column('', isCompared ? shown.flatMap(({ edits }) => marked(edits, language)) : []),
    column(
      kind === 'new' ? 'The nearest' : 'Source',
      shown.flatMap((match) => source(match, language)),
    ),
    ...(matches.length > shown.length ? [others(matches.filter((one) => !shown.includes(one)))] : []),
  ])
}

function column(title: string, content: readonly ElementContent[]): Element {
  return h('div', [...(title === '' ? [] : [h('h3', title)]), ...content])
}

function source(match: Match, language: string | null): ElementContent[] {
  const old: Edit = { op: 'equal', text: sideText(match.edits, 'delete') }
  return [
    h('p.source', clean([sourceLine(match), match.title ?? ''].filter(Boolean).join(' · '))),
    ...marked([old], language),
  ]
}

function others(matches: readonly Match[]): Element {
  return h('details', [
    h('summary.source', `${matches.length} more`),
    h(
      'ul.source',
      matches.map((match) => h('li', clean(sourceLine(match)))),
    ),
  ])
}
