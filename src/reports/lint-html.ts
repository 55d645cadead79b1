/** What drafting rules said as a page of its own: nothing is fetched, no script. */
import { toHtml } from 'hast-util-to-html'
import { h } from 'hastscript'
import { sayIn } from '../language/interface.js'
import type { LintMessage } from '../model/lint.js'
import type { Say } from '../model/words.js'
import { clean, cleanName } from './clean.js'
import { tokens } from './diff/html/style.js'
import { direction } from './direction.js'
import { type LintFile, severityCounts } from './lint.js'
import { pageHead } from './page-head.js'

const style = `
:root { color-scheme: light dark; ${tokens('light')} --sans: system-ui, "Segoe UI", Roboto, "Helvetica Neue", Arial, "Noto Sans", sans-serif; }
@media (prefers-color-scheme: dark) { :root { ${tokens('dark')} } }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 62rem; padding: 2rem 1.25rem 4rem; background: var(--paper); color: var(--ink); font: 1rem/1.5 var(--sans); overflow-wrap: anywhere; }
h1 { font-size: 1.5rem; margin: 0 0 1rem; } h2 { font-size: 1.1rem; margin-block: 2rem .25rem; }
.quiet { color: var(--quiet); font-size: .875rem; margin: 0 0 .5rem; }
ol { list-style: none; margin: 0; padding: 0; } li { border-bottom: 1px solid var(--line); padding: .6rem 0; }
.place { color: var(--quiet); font-size: .875rem; font-variant-numeric: tabular-nums; }
.error { color: var(--cut); font-weight: 650; } .warning { font-weight: 600; } .info { color: var(--quiet); }
del { color: var(--cut); background: var(--cut-paper); } ins { color: var(--added); background: var(--added-paper); text-decoration: underline; text-underline-offset: .2em; }
bdi { white-space: pre-wrap; } p { margin: .2rem 0 0; }
@media print { body { padding: 0; font-size: 10pt; } li { break-inside: avoid; } }
`

/** What is around the sections of all documents. */
export function lintHtmlFrame(ui?: string) {
  const say = sayIn(ui)
  const title = say('drafting_rules')
  const html = `<html lang="${say.language}" dir="${direction(say.language)}">`
  return {
    open: `<!doctype html>\n${html}${toHtml(pageHead(title, style))}<body><main><h1>${title}</h1>\n`,
    between: '\n',
    close: '\n</main></body></html>\n',
    empty: '',
  }
}

/** Write what was said of one document as a section of the page. */
export function lintHtml({ file, messages, summary }: LintFile, ui?: string): string {
  const say = sayIn(ui)
  return toHtml(
    h('section', [
      h('h2', h('bdi', cleanName(file))),
      h('p.quiet', severityCounts(summary, say)),
      h(
        'ol',
        messages.map((message) => item(message, say)),
      ),
    ]),
  )
}

function item({ rule, severity, at, line, column, message, text, fix }: LintMessage, say: Say) {
  const place = [at, line === null ? '' : `${line}:${column ?? 1}`].filter((part) => part !== '').join(', ')
  return h('li', [
    h('div.place', [
      h(`span.${severity}`, say(`severity_${severity}`)),
      ' ',
      h('bdi', `${rule}${place === '' ? '' : `, ${place}`}`),
    ]),
    h('p', { lang: 'en', dir: 'ltr' }, clean(message)),
    h('p', [
      h(fix === undefined ? 'span' : 'del', h('bdi', clean(text))),
      ...(fix === undefined || fix.text === '' ? [] : [' ', h('ins', h('bdi', clean(fix.text)))]),
    ]),
  ])
}
