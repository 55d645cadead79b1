/** Each instruction with what it made of the draft beside it: for a terminal, and as a page of its own. */
import { h } from 'hastscript'
import { sayIn } from '../../language/interface.js'
import type {
  Amended,
  AmendmentEffect,
  Instruction,
  InstructionOutcome,
  StaleWords,
} from '../../model/amendment.js'
import { clean } from '../clean.js'
import { tokens } from '../diff/html/style.js'
import { htmlPage, pageHead } from '../page-head.js'
import { paint, redline } from '../terminal.js'
import { type AmendmentWordsOptions, outcomeToText, staleToText } from './to-text.js'

/** An amended draft, with the instructions of all its documents in the order of their outcomes. */
export interface Effects extends Pick<Amended, 'outcomes'> {
  instructions: readonly Pick<Instruction, 'source'>[]
  stale: readonly StaleWords[]
}

export interface EffectsTextOptions extends AmendmentWordsOptions {
  /** Columns of a line. */
  width: number
  /** ANSI colours. Default false. */
  color?: boolean
}

const indent = 4

/** Write for a terminal what each instruction did. */
export function effectsToText(
  { outcomes, instructions, stale }: Effects,
  { width, color = false, ui }: EffectsTextOptions,
): string {
  const parts = outcomes.map((outcome, at) => {
    const effects = outcome.effects.flatMap(({ label, edits }) => [
      paint(`  ${clean(label)}`, 'dim', color),
      ...redline(edits, { width, color, indent }),
    ])
    const said = redline([{ op: 'equal', text: instructions[at]?.source ?? '' }], {
      width,
      color: false,
      indent: 0,
    })
    return [
      ...said.map((line) => paint(line, 'bold', color)),
      `  ${outcomeToText(outcome, { ui })}`,
      ...effects,
    ].join('\n')
  })
  const left = stale.map((one) => staleToText(one, { ui })).join('\n')
  return `${[...parts, ...(left === '' ? [] : [left])].join('\n\n')}\n`
}

const style = `
:root { color-scheme: light dark; ${tokens('light')} --sans: system-ui, "Segoe UI", Roboto, "Helvetica Neue", Arial, "Noto Sans", sans-serif; }
@media (prefers-color-scheme: dark) { :root { ${tokens('dark')} } }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 72rem; padding: 2rem 1.25rem 4rem; background: var(--paper); color: var(--ink); font: 1rem/1.5 var(--sans); overflow-wrap: anywhere; }
h1 { font-size: 1.5rem; margin: 0 0 1rem; }
table { border-collapse: collapse; width: 100%; } th, td { border-bottom: 1px solid var(--line); padding: .6rem .8rem .6rem 0; text-align: start; vertical-align: top; width: 50%; }
.quiet { color: var(--quiet); font-size: .875rem; margin: .2rem 0 0; } p { margin: 0 0 .4rem; }
del { color: var(--cut); background: var(--cut-paper); } ins { color: var(--added); background: var(--added-paper); text-decoration: underline; text-underline-offset: .2em; }
@media print { body { padding: 0; font-size: 10pt; } tr { break-inside: avoid; } }
`

/** Write what each instruction did as a page: nothing is fetched, no script. */
export function effectsToHtml(
  { outcomes, instructions, stale }: Effects,
  title: string,
  { ui = 'en' }: AmendmentWordsOptions = {},
): string {
  const say = sayIn(ui)
  const head = pageHead(clean(title), style)
  const rows = outcomes.map((outcome, at) => row(outcome, instructions[at]?.source ?? '', ui))
  const table = h('table', [
    h(
      'thead',
      h('tr', [h('th', { scope: 'col' }, say('amendment')), h('th', { scope: 'col' }, say('effect'))]),
    ),
    h('tbody', rows),
  ])
  const left =
    stale.length === 0
      ? []
      : [
          h(
            'ul',
            stale.map((one) => h('li', staleToText(one, { ui }))),
          ),
        ]
  const body = h('body', h('main', [h('h1', clean(title)), table, ...left]))
  return `${htmlPage(say, head, body)}\n`
}

function row(outcome: InstructionOutcome, source: string, ui: string) {
  return h('tr', [
    h('td', [h('p', { dir: 'auto' }, clean(source)), h('p.quiet', outcomeToText(outcome, { ui }))]),
    h('td', outcome.effects.map(effect)),
  ])
}

const tags = { delete: 'del', insert: 'ins', equal: 'span' } as const

function effect({ label, edits }: AmendmentEffect) {
  return h('div', [
    h('p.quiet', clean(label)),
    h(
      'p',
      { dir: 'auto' },
      edits.map(({ op, text }) => h(tags[op], clean(text))),
    ),
  ])
}
