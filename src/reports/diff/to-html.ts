/** A diff as a page of its own: nothing is fetched, and no script is needed to read it. */
import { toHtml } from 'hast-util-to-html'
import { h } from 'hastscript'
import { sayIn } from '../../language/interface.js'
import type { Diff } from '../../model/change.js'
import { factsOf } from '../../model/tree/facts.js'
import type { Root } from '../../model/tree/types.js'
import { clean } from '../clean.js'
import { htmlPage, pageHead } from '../page-head.js'
import { text, walk } from './html/changes.js'
import { controls, legend } from './html/controls.js'
import { header, type Sources, titleOf } from './html/header.js'
import { checkList, frontTable, matterTable, verbLedger } from './html/ledger.js'
import { noteList } from './html/notes.js'
import { pageOf } from './html/page.js'
import { richSides } from './html/rich.js'
import { script } from './html/script.js'
import { styleOf } from './html/style.js'

export interface DiffHtmlOptions extends Omit<Sources, 'days'> {
  /** The documents, whose days, italics, bold and notes are then shown as they have them. */
  trees?: Readonly<{ old: Root; new: Root }> | undefined
  /** Language of the texts, ISO 639-1. */
  language?: string | null
  /** Language of the report's own words: ar, en, es, fr, ru or zh. Default en. */
  ui?: string | undefined
  /** Write what is in the page alone, for another page that has the style and the script. Default false. */
  fragment?: boolean
}

/**
 * Write a diff as an HTML report.
 *
 * Ensures every paragraph of both texts is in it; verbs come first, changes
 * inline and side by side, unchanged paragraphs folded. All text is escaped, and
 * the page's own policy forbids whatever is not its own.
 */
export function diffToHtml(diff: Diff, options: DiffHtmlOptions = {}): string {
  const { trees, ui, language = null, fragment = false } = options
  const say = sayIn(ui)
  const page = { ...pageOf(diff, language, say), rich: trees && richSides(trees) }
  const days = trees && { old: factsOf(trees.old).published, new: factsOf(trees.new).published }
  const own = h('div.page', [
    header(diff, { ...options, days }, page, fragment ? 2 : 1),
    h(fragment ? 'div' : 'main', [
      ...verbLedger(diff, page),
      ...checkList(diff, page),
      ...frontTable(diff, page),
      ...matterTable(diff, page),
      h('h2', { id: 'paragraphs' }, say('paragraphs')),
      controls(diff.summary, say),
      legend(say),
      h('div.reading', [
        ...walk(diff.changes, page),
        h('section#text', { tabIndex: -1, ariaLabelledBy: 'paragraphs' }, text(diff.changes, page)),
      ]),
      ...noteList(page),
    ]),
  ])
  if (fragment) return toHtml(own)
  const name = [diff.new.symbol ?? diff.old.symbol, titleOf(diff) ?? say('two_texts')]
    .filter(Boolean)
    .join(' – ')
  const head = pageHead(clean(name), styleOf(say), script)
  return htmlPage(
    say,
    head,
    h('body', [h('a.skip', { href: '#text' }, say('skip')), own, h('script', script)]),
  )
}
