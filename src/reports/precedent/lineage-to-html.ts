/** The chain of a paragraph as a page: a table of the years, and a redline from each to the next. */
import { h } from 'hastscript'
import { sayIn } from '../../language/interface.js'
import type { Lineage } from '../../model/precedent.js'
import { clean } from '../clean.js'
import { timeOf } from '../day.js'
import { marked, page } from './frame.js'
import { changeWords } from './lineage-to-text.js'
import type { PrecedentsHtmlOptions } from './to-html.js'
import { placeName } from './words.js'

/** Write the chain of a paragraph as an HTML report. */
export function lineageToHtml({ asked, chain }: Lineage, { ui }: PrecedentsHtmlOptions = {}): string {
  const say = sayIn(ui)
  const title = chain.at(-1)?.title ?? placeName(asked)
  const rows = chain.map((one) =>
    h('tr', [
      h('td', one.date === null ? [] : [timeOf(one.date, say)]),
      h('th', { scope: 'row' }, clean(placeName(one))),
      h('td', changeWords(one, say)),
      h('td.words', marked(one.score === null ? [{ op: 'equal', text: one.text }] : one.edits, null)),
    ]),
  )
  const heads = [say('date'), say('paragraph'), say('change'), say('the_words')].map((name) =>
    h('th', { scope: 'col' }, name),
  )
  return page(
    { kicker: clean(say('years_of', { place: placeName(asked) })), title, language: null, say },
    [],
    [
      h('div.scroll', { tabIndex: 0, role: 'region', ariaLabel: say('years') }, [
        h('table.matrix', [h('thead', h('tr', heads)), h('tbody', rows)]),
      ]),
    ],
  )
}
