/** What a reader can choose in the report; style sheets do it, no script is needed. */
import type { Element } from 'hast'
import { h } from 'hastscript'
import type { Summary } from '../../../model/change.js'
import type { Say } from '../../../model/words.js'
import { nodes } from '../../nodes.js'
import { fallen } from '../words.js'

/** Kinds of change that can be hidden, and the counts they stand for. */
const filters: readonly (readonly [word: string, counts: readonly (keyof Summary)[]])[] = [
  ['modified', ['modified']],
  ['inserted', ['inserted']],
  ['deleted', ['deleted']],
  ['regrouped', ['split', 'merged']],
  ['moved', ['moved']],
  ['unchanged', ['unchanged']],
  ['routine', ['routine']],
]

/** The view, the filters, and the keys, which stay hidden until a script can read them. */
export function controls(summary: Summary, say: Say): Element {
  const present = filters.flatMap(([id, counts]) => {
    const count = counts.reduce((total, key) => total + Number(summary[key]), 0)
    return count === 0 ? [] : [checkbox(`show-${id}`, true, [say(id), ' ', h('span.count', String(count))])]
  })
  const weaker = fallen.some((shift) => summary.verbs[shift] > 0)
  const verbs = Object.values(summary.verbs).some((count) => count > 0)
  return h('div.controls', { role: 'group', ariaLabel: say('how_shown') }, [
    h('fieldset', [
      h('legend', say('view')),
      choice({ type: 'radio', id: 'view-inline', name: 'view', checked: true }, [say('inline')]),
      choice({ type: 'radio', id: 'view-side', name: 'view' }, [say('side')]),
    ]),
    h('fieldset', [
      h('legend', say('show')),
      ...present,
      ...(verbs ? [checkbox('show-verbs', false, [say('only_verb_changed')])] : []),
      ...(weaker ? [checkbox('show-weaker', false, [say('only_verb_weaker')])] : []),
    ]),
    h('fieldset', [h('legend', say('print')), checkbox('whole', false, [say('print_whole')])]),
    h('fieldset.keys', { hidden: true }, [
      h('legend', say('keys')),
      checkbox('use-keys', true, [
        ...key('n', say('next')),
        say('comma'),
        ...key('p', say('previous')),
        say('comma'),
        ...key('s', say('side')),
        say('comma'),
        ...key('i', say('inline')),
        say('comma'),
        ...key('?', say('these_keys')),
      ]),
    ]),
  ])
}

/** How to read the marks. */
export function legend(say: Say): Element {
  const marks = { cut: h('del', say('struck')), added: h('ins', say('underlined')) }
  return h('p.legend', nodes(say('legend'), marks))
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
