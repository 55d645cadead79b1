/** A diff as a page of its own: nothing is fetched, and no script is needed to read it. */
import type { ElementContent } from 'hast'
import { toHtml } from 'hast-util-to-html'
import { h } from 'hastscript'
import type { Diff } from '../change.js'
import { totals } from './diff-words.js'
import { clean } from './redline.js'
import { anchors, paragraphs } from './report/changes.js'
import { frontTable, verbLedger } from './report/ledger.js'
import { policy } from './report/policy.js'
import { script } from './report/script.js'
import { style } from './report/style.js'

export interface DiffHtmlOptions {
  /** Language of the texts, ISO 639-1. */
  language?: string | null
}

/** Kinds of change that can be hidden. */
const filters = [
  ['modified', 'modified'],
  ['inserted', 'inserted'],
  ['deleted', 'deleted'],
  ['regrouped', 'split and merged'],
  ['moved', 'moved'],
  ['unchanged', 'unchanged'],
] as const

/**
 * Write a diff as an HTML report.
 *
 * Ensures every paragraph of both texts stands in it; verbs come first, changes
 * inline and side by side, unchanged paragraphs folded. All text is escaped, and
 * the page's own policy forbids whatever is not its own.
 */
export function diffToHtml(diff: Diff, options: DiffHtmlOptions = {}): string {
  const title = clean(diff.new.title ?? diff.old.title ?? 'Comparison')
  const symbols = [...new Set([diff.old.symbol, diff.new.symbol])]
    .flatMap((symbol) => symbol ?? [])
    .map(clean)
  const at = anchors(diff.changes)
  const language = options.language ?? undefined
  const head = h('head', [
    h('meta', { charSet: 'utf-8' }),
    h('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
    h('meta', { httpEquiv: 'Content-Security-Policy', content: policy }),
    h('meta', { name: 'generator', content: 'plenary' }),
    h('title', [symbols.at(-1), title].filter(Boolean).join(' – ')),
    h('style', style),
  ])
  const body = h('body', [
    h('a.skip', { href: '#text' }, 'Skip to the text'),
    h('div.page', [
      h('header', [
        h('p.kicker', 'Comparison of two texts'),
        h('h1', { lang: language, dir: 'auto' }, title),
        ...(symbols.length > 0 ? [h('p.symbols', symbols.join(' → '))] : []),
        h('p.totals', totals(diff)),
      ]),
      h('main', [...verbLedger(diff, at), ...frontTable(diff), ...text(diff, at, language)]),
    ]),
    h('script', script),
  ])
  return toHtml({ type: 'root', children: [{ type: 'doctype' }, h('html', { lang: 'en' }, [head, body])] })
}

function text(diff: Diff, at: ReturnType<typeof anchors>, language: string | undefined): ElementContent[] {
  return [
    h('h2', { id: 'paragraphs' }, 'Paragraphs'),
    controls(),
    h('p.keys', { hidden: true }, [
      h('kbd', 'n'),
      ' next change, ',
      h('kbd', 'p'),
      ' previous, ',
      h('kbd', 's'),
      ' side by side, ',
      h('kbd', 'i'),
      ' inline',
    ]),
    h('section#text', { lang: language, ariaLabelledBy: 'paragraphs' }, paragraphs(diff.changes, at)),
  ]
}

function controls(): ElementContent {
  const choice = (type: 'radio' | 'checkbox', id: string, name: string, checked: boolean, label: string) =>
    h('label', [h('input', { type, id, name, checked }), label])
  return h('form.controls', [
    h('fieldset', [
      h('legend', 'View'),
      choice('radio', 'view-inline', 'view', true, 'inline'),
      choice('radio', 'view-side', 'view', false, 'side by side'),
    ]),
    h('fieldset', [
      h('legend', 'Show'),
      ...filters.map(([id, label]) => choice('checkbox', `show-${id}`, 'show', true, label)),
      choice('checkbox', 'show-verbs', 'verbs', false, 'only where a verb changed'),
    ]),
  ])
}
