/** The head of the report: which two texts, and how much changed. */
import type { Element, ElementContent } from 'hast'
import { h } from 'hastscript'
import type { Diff, Side } from '../../../model/change.js'
import type { Say } from '../../../model/words.js'
import { clean } from '../../clean.js'
import { dayWords, timeOf } from '../../day.js'
import { nodes } from '../../nodes.js'
import type { DiffFiles } from '../to-json.js'
import { selectionWords, totals, verbTotals } from '../words.js'
import type { Page } from './page.js'

export interface Sources {
  /** Names of the files compared. */
  files?: DiffFiles
  /** Days of the documents, ISO 8601, where they print one. */
  days?: Readonly<Record<'old' | 'new', string | null>> | undefined
  /** What made the report, and when: version of plenary, and a day, ISO 8601. */
  made?: Readonly<{ version: string; on?: string | undefined }> | undefined
  /** The scale of verbs, where it is not plenary's own. */
  scale?: string | undefined
  /** What alone is shown, in names of `selections`. */
  only?: readonly string[]
}

/** "Promoting the lighting of coasts", as the newer text has it. */
export function titleOf({ old, new: now }: Diff): string | undefined {
  const title = now.title ?? old.title
  return title === null ? undefined : clean(title)
}

/** Write symbols, files, title and totals. */
export function header(diff: Diff, sources: Sources, page: Page, level: 1 | 2 = 1): Element {
  const { files, only, days } = sources
  const title = titleOf(diff)
  const { say } = page
  const verbs = verbTotals(diff, say)
  const kind = say('two_texts')
  return h('header', [
    ...(title === undefined
      ? [h(`h${level}.name`, kind)]
      : [h('p.kicker', kind), h(`h${level}.name`, { lang: page.lang, dir: 'auto' }, title)]),
    h('dl.texts', [
      ...side('old', diff.old, files?.old, days?.old, say),
      ...side('new', diff.new, files?.new, days?.new, say),
    ]),
    h('p.totals', [
      say('sentence', { words: totals(diff, say) }),
      ...(verbs === ''
        ? []
        : [h('br'), say('sentence', { words: say('told', { name: say('f_verbs'), words: verbs }) })]),
    ]),
    ...(only ? [h('p.totals', clean(selectionWords(only, say)))] : []),
    h('p.made', makingOf(sources, say)),
  ])
}

function side(
  name: 'old' | 'new',
  { symbol }: Side,
  file: string | undefined,
  day: string | null | undefined,
  say: Say,
): Element[] {
  const parts = [
    ...(symbol === null ? [] : [h('b', h('bdi', clean(symbol)))]),
    ...(day ? [timeOf(day, say)] : []),
    ...(file === undefined ? [] : [h('bdi.file', clean(file))]),
  ]
  return parts.length === 0 ? [] : [h('div', [h('dt', say(name)), h('dd', parts)])]
}

/** "plenary 1.2.0", the day, and by which scale verbs were weighed. */
function makingOf({ made, scale = 'plenary' }: Sources, say: Say): (ElementContent | string)[] {
  const parts = [
    ...(made ? [[h('bdi', clean(`plenary ${made.version}`))]] : []),
    ...(made?.on === undefined ? [] : [[dayWords(made.on, say)]]),
    nodes(say('told', { name: say('scale') }), { words: h('bdi', clean(scale)) }),
  ]
  return parts.flatMap((part, at) => (at === 0 ? part : [' · ', ...part]))
}
