/** The head of the report: which two texts, and how much changed. */
import type { Element } from 'hast'
import { h } from 'hastscript'
import type { Diff, Side } from '../../../model/change.js'
import { clean } from '../../clean.js'
import type { DiffFiles } from '../to-json.js'
import { totals, verbTotals } from '../words.js'
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

/** What the report is, where no title says of what. */
export const kind = 'Comparison of two texts'

/** Write symbols, files, title and totals. */
export function header(diff: Diff, { files, only }: Sources, page: Page): Element {
  const title = titleOf(diff)
  const verbs = verbTotals(diff)
  return h('header', [
    ...(title === undefined
      ? [h('h1', kind)]
      : [h('p.kicker', kind), h('h1', { lang: page.lang, dir: 'auto' }, title)]),
    h('dl.texts', [...side('Old', diff.old, files?.old), ...side('New', diff.new, files?.new)]),
    h('p.totals', [`${totals(diff)}.`, ...(verbs === '' ? [] : [h('br'), `Verbs: ${verbs}.`])]),
    ...(only ? [h('p.totals', `Only this is shown below: ${clean(only.join(', '))}.`)] : []),
  ])
}

function side(name: string, { symbol }: Side, file: string | undefined): Element[] {
  const parts = [
    ...(symbol === null ? [] : [h('b', h('bdi', clean(symbol)))]),
    ...(file === undefined ? [] : [h('bdi.file', clean(file))]),
  ]
  return parts.length === 0 ? [] : [h('div', [h('dt', name), h('dd', parts)])]
}
