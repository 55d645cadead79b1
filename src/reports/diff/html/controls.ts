/** What a reader can choose in the report; style sheets do it, no script is needed. */
import type { Element } from 'hast'
import { h } from 'hastscript'
import type { Summary } from '../../../model/change.js'

/** Kinds of change that can be hidden, and the counts they stand for. */
const filters: readonly (readonly [id: string, label: string, counts: readonly (keyof Summary)[]])[] = [
  ['modified', 'modified', ['modified']],
  ['inserted', 'inserted', ['inserted']],
  ['deleted', 'deleted', ['deleted']],
  ['regrouped', 'split and merged', ['split', 'merged']],
  ['moved', 'moved', ['moved']],
  ['unchanged', 'unchanged', ['unchanged']],
  ['routine', 'routine', ['routine']],
]

/** The view, the filters, and the keys, which stay hidden until a script can read them. */
export function controls(summary: Summary): Element {
  const present = filters.flatMap(([id, label, counts]) => {
    const count = counts.reduce((total, key) => total + Number(summary[key]), 0)
    return count === 0 ? [] : [checkbox(`show-${id}`, true, [label, ' ', h('span.count', String(count))])]
  })
  const verbs = Object.values(summary.verbs).some((count) => count > 0)
  return h('div.controls', { role: 'group', ariaLabel: 'How to show the paragraphs' }, [
    h('fieldset', [
      h('legend', 'View'),
      choice({ type: 'radio', id: 'view-inline', name: 'view', checked: true }, ['inline']),
      choice({ type: 'radio', id: 'view-side', name: 'view' }, ['side by side']),
    ]),
    h('fieldset', [
      h('legend', 'Show'),
      ...present,
      ...(verbs ? [checkbox('show-verbs', false, ['only where a verb changed'])] : []),
    ]),
    h('fieldset.keys', { hidden: true }, [
      h('legend', 'Keys'),
      checkbox('use-keys', true, [
        ...key('n', 'next change, '),
        ...key('p', 'previous, '),
        ...key('s', 'side by side, '),
        ...key('i', 'inline, '),
        ...key('?', 'these keys'),
      ]),
    ]),
  ])
}

/** How to read the marks. */
export function legend(): Element {
  return h('p.legend', [
    'Words that were cut are ',
    h('del', 'struck'),
    ', words that were added ',
    h('ins', 'underlined'),
    '.',
  ])
}

function key(name: string, meaning: string): (Element | string)[] {
  return [h('kbd', name), ` ${meaning}`]
}

function checkbox(id: string, checked: boolean, label: (Element | string)[]): Element {
  return choice({ type: 'checkbox', id, checked }, label)
}

function choice(input: Record<string, string | boolean>, label: (Element | string)[]): Element {
  return h('label', [h('input', input), h('span', label)])
}
