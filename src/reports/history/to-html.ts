/** A history as a page of its own: the matrix, and for each paragraph its redlines; nothing is fetched, no script. */
import type { Element, ElementContent } from 'hast'
import { h } from 'hastscript'
import { sayIn } from '../../language/interface.js'
import type { Edit } from '../../model/change.js'
import type { CompareWords, History, Life } from '../../model/history.js'
import { listed, type Say } from '../../model/words.js'
import { clean } from '../clean.js'
import { timeOf } from '../day.js'
import { direction } from '../direction.js'
import { htmlPage, pageHead } from '../page-head.js'
import { historyStyle } from './style.js'
import {
  type Cell,
  cellNotes,
  cellsOf,
  chainOf,
  fateTotals,
  hasSeveral,
  isChain,
  lastText,
  lifeName,
  versionNames,
} from './words.js'

export interface HistoryHtmlOptions {
  /** Names of the files, in the order of the versions. */
  files?: readonly string[]
  /** Language of the report's own words: ar, en, es, fr, ru or zh. Default en. */
  ui?: string | undefined
}

interface Page {
  history: History
  names: string[]
  several: boolean
  compare: CompareWords
  say: Say
}

/**
 * Write a history as an HTML report.
 *
 * Ensures a row for each paragraph and a column for each version; a row opens
 * on the redline of each step and, where there were several, on the redline of
 * any two versions in which its words differ.
 */
export function historyToHtml(
  history: History,
  compare: CompareWords,
  { files = [], ui }: HistoryHtmlOptions = {},
): string {
  const say = sayIn(ui)
  const kicker = say('versions_kicker')
  const page = {
    history,
    compare,
    say,
    names: versionNames(history.versions).map(clean),
    several: hasSeveral(history),
  }
  const last = history.versions.findLast(({ title }) => title !== null)
  const title = clean(last?.title ?? kicker)
  const head = pageHead(title, historyStyle)
  const body = h('body', [
    h('header', [
      h('p.kicker', kicker),
      h('h1', { lang: last?.language ?? undefined, dir: 'auto' }, title),
      versions(page, files),
      h('p.totals', say('sentence', { words: fateTotals(history, say) })),
    ]),
    h('main', [
      h('p.controls', [
        h('label', [h('input', { type: 'checkbox', id: 'only' }), say('only_changed')]),
        ' ',
        h('label', [h('input', { type: 'checkbox', id: 'whole' }), say('print_whole')]),
      ]),
      h('div.scroll', { tabIndex: 0, role: 'region', ariaLabel: say('by_version') }, [matrix(page)]),
    ]),
  ])
  return htmlPage(say, head, body)
}

function versions({ history, say }: Page, files: readonly string[]): Element {
  return h(
    'ol.versions',
    history.versions.map(({ symbol, date }, at) => {
      const day = date ? timeOf(date, say) : null
      const said = [symbol && clean(symbol), day, clean(files[at] ?? '')].flatMap((one) =>
        one ? [h('bdi', one)] : [],
      )
      return h('li', said.length > 0 ? said.flatMap((one, index) => (index ? [' ', one] : [one])) : '–')
    }),
  )
}

function matrix(page: Page): Element {
  const heads = [...page.names, page.say('the_words')].map((name) => h('th', { scope: 'col' }, name))
  return h('table.matrix', [
    h('thead', h('tr', heads)),
    h(
      'tbody',
      page.history.paragraphs.map((life, at) => row(life, at, page)),
    ),
  ])
}

function row(life: Life, at: number, page: Page): Element {
  const cells = cellsOf(life)
  const still = cells.every(({ state, moved }) => state === 'same' && !moved)
  return h('tr', { id: `paragraph-${at + 1}`, className: still ? ['unchanged'] : [] }, [
    ...cells.map((one) => cell(one, page.say)),
    h('td.words', words(life, page)),
  ])
}

const signs: Record<Cell['state'], string> = { absent: '–', new: '+ ', same: '', changed: '~ ' }
const said = { absent: 'absent', new: 'came', same: null, changed: 'changed' } as const

function cell(one: Cell, say: Say): Element {
  const { labels, state, moved, shift } = one
  const word = said[state]
  const title = listed([...(word === null ? [] : [say(word)]), ...cellNotes(one, say)], say)
  const properties = { className: [state], title: title === '' ? undefined : title }
  if (state === 'absent') return h('td', properties, signs.absent)
  const marks: ElementContent[] = [
    { type: 'text', value: `${signs[state]}${moved ? '↕ ' : ''}${clean(labels)}` },
  ]
  if (shift !== null) marks.push(h('span', { className: [shift] }, ` ${say(shift)}`))
  return h('td', properties, marks)
}

/** The opening words; where they changed, all redlines behind them. */
function words(life: Life, page: Page): ElementContent[] {
  const chain = chainOf(life)
  const opening = clean(isChain(chain) ? chain : lastText(life))
  const language = page.history.versions.findLast((_, at) => life.texts[at] !== null)?.language ?? null
  const lang = { lang: language ?? undefined, dir: direction(language) }
  if (life.changed.length === 0) return [h('span', lang, opening)]
  return [
    h('details.life', [
      h('summary', lang, `${clean(lifeName(life, page.several))} ${opening}`),
      ...pairs(life).flatMap(([old, now]) => [
        h('p.step', `${page.names[old]} → ${page.names[now]}`),
        h('p', lang, page.compare(life.texts[old] ?? '', life.texts[now] ?? '').flatMap(marked)),
      ]),
    ]),
  ]
}

/** Beyond so many wordings, redlines of any two would outweigh the page: then each is shown against the first. */
const mostWordings = 8

/** The steps at which words changed, then other two versions with different words. */
function pairs({ texts, changed }: Life): [old: number, now: number][] {
  const before = (version: number) => texts.findLastIndex((text, at) => at < version && text !== null)
  const steps = changed.map((version): [number, number] => [before(version), version])
  const kept = [texts.findIndex((text) => text !== null), ...changed]
  const firsts = kept.length > mostWordings ? kept.slice(0, 1) : kept
  const others = firsts.flatMap((old, at) =>
    kept.slice(at + 2).flatMap((now): [number, number][] => (texts[old] === texts[now] ? [] : [[old, now]])),
  )
  return [...steps, ...others]
}

function marked({ op, text }: Edit): ElementContent[] {
  const value = clean(text)
  if (op === 'equal') return [{ type: 'text', value }]
  return [h(op === 'delete' ? 'del' : 'ins', value)]
}
