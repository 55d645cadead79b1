/** The head of the report: which two texts, and how much changed. */
import type { Element } from 'hast'
import { h } from 'hastscript'
import type { Diff, Side } from '../../../model/change.js'
import { clean } from '../../clean.js'
import type { DiffFiles } from '../to-json.js'
import { selectionWords, totals, verbTotals } from '../words.js'
import type { Page } from './page.js'

export interface Sources {
  /** Names of the files compared. */
  files?: DiffFiles
  /** What alone is shown, in names of `selections`. */
  only?: readonly string[]
}

/** "Promoting the lighting of coasts", as the newer text has it. */
export function titleOf({ old, new: now }: Diff): string | undefined {
  const title = now.title ?? old.title
  return title === null ? undefined : clean(title)
}

/** Write symbols, files, title and totals. */
export function header(diff: Diff, { files, only }: Sources, page: Page): Element {
  const title = titleOf(diff)
  const { say } = page
  const verbs = verbTotals(diff, say)
  const kind = say('two_texts')
  return h('header', [
    ...(title === undefined
      ? [h('h1', kind)]
      : [h('p.kicker', kind), h('h1', { lang: page.lang, dir: 'auto' }, title)]),
    h('dl.texts', [...side(say('old'), diff.old, files?.old), ...side(say('new'), diff.new, files?.new)]),
    h('p.totals', [
      say('sentence', { words: totals(diff, say) }),
      ...(verbs === ''
        ? []
        : [h('br'), say('sentence', { words: say('told', { name: say('f_verbs'), words: verbs }) })]),
    ]),
    ...(only ? [h('p.totals', clean(selectionWords(only, say)))] : []),
  ])
}

function side(name: string, { symbol }: Side, file: string | undefined): Element[] {
  const parts = [
    ...(symbol === null ? [] : [h('b', h('bdi', clean(symbol)))]),
    ...(file === undefined ? [] : [h('bdi.file', clean(file))]),
  ]
  return parts.length === 0 ? [] : [h('div', [h('dt', name), h('dd', parts)])]
}
