/** A diff as a page of its own: nothing is fetched, and no script is needed to read it. */
import { toHtml } from 'hast-util-to-html'
import { h } from 'hastscript'
import type { Diff } from '../../model/change.js'
import { clean } from '../clean.js'
import { pageHead } from '../page-head.js'
import { text } from './html/changes.js'
import { controls, legend } from './html/controls.js'
import { header, kind, type Sources, titleOf } from './html/header.js'
import { checkList, frontTable, matterTable, verbLedger } from './html/ledger.js'
import { pageOf } from './html/page.js'
import { script } from './html/script.js'
import { style } from './html/style.js'

export interface DiffHtmlOptions extends Sources {
  /** Language of the texts, ISO 639-1. */
  language?: string | null
}

/**
 * Write a diff as an HTML report.
 *
 * Ensures every paragraph of both texts stands in it; verbs come first, changes
 * inline and side by side, unchanged paragraphs folded. All text is escaped, and
 * the page's own policy forbids whatever is not its own.
 */
export function diffToHtml(diff: Diff, options: DiffHtmlOptions = {}): string {
  const page = pageOf(diff, options.language ?? null)
  const name = [diff.new.symbol ?? diff.old.symbol, titleOf(diff) ?? kind].filter(Boolean).join(' – ')
  const head = pageHead(clean(name), style, script)
  const body = h('body', [
    h('a.skip', { href: '#text' }, 'Skip to the text'),
    h('div.page', [
      header(diff, options, page),
      h('main', [
        ...verbLedger(diff, page),
        ...checkList(diff, page),
        ...frontTable(diff, page),
        ...matterTable(diff, page),
        h('h2', { id: 'paragraphs' }, 'Paragraphs'),
        controls(diff.summary),
        legend(),
        h('section#text', { tabIndex: -1, ariaLabelledBy: 'paragraphs' }, text(diff.changes, page)),
      ]),
    ]),
    h('script', script),
  ])
  return toHtml({ type: 'root', children: [{ type: 'doctype' }, h('html', { lang: 'en' }, [head, body])] })
}
