/** What changed before the first paragraph, and every change of verb, as tables. */
import type { ElementContent } from 'hast'
import { h } from 'hastscript'
import { type Diff, type FrontChange, flatten, type PhraseChange, type Shift } from '../../change.js'
import { spaced } from '../diff-words.js'
import { clean } from '../redline.js'
import type { Anchors } from './changes.js'

const signs: Record<Shift, string> = {
  weaker: '↓',
  stronger: '↑',
  lateral: '↔',
  stance: '◇',
  enumerator: '·',
  contested: '?',
  added: '+',
  dropped: '−',
}

/** The verbs that changed, with links to their paragraphs; nothing if none did. */
export function verbLedger(diff: Diff, at: Anchors): ElementContent[] {
  const rows = flatten(diff.changes).flatMap((change) =>
    change.phrases.map((phrase) => {
      const label = change.new[0] ?? change.old[0] ?? change.role
      return h('tr', [
        h('th', { scope: 'row' }, h('a', { href: `#${at.get(change)}` }, clean(label))),
        h('td', { className: ['shift', phrase.shift] }, `${signs[phrase.shift]} ${phrase.shift}`),
        h('td', words(phrase)),
      ])
    }),
  )
  return rows.length === 0 ? [] : [section('verbs', 'Verbs', ['Paragraph', 'Change', 'Old → new'], rows)]
}

function words({ old, new: now, scales, explained }: PhraseChange): (ElementContent | string)[] {
  const both = [
    ...(old === null ? [] : [h('del', clean(old))]),
    ...(old !== null && now !== null ? [' → '] : []),
    ...(now === null ? [] : [h('ins', clean(now))]),
  ]
  const note = scales
    ? ` (${scales.join(', ')} disagree)`
    : explained === false
      ? ' (not explained by its neighbours)'
      : ''
  return note === '' ? both : [...both, h('span.what', note)]
}

/** Symbol, dates, agenda, title, sponsors; nothing if none changed. */
export function frontTable({ front }: Diff): ElementContent[] {
  const rows = front.map((change) =>
    h('tr', [h('th', { scope: 'row' }, spaced(change.field)), h('td', values(change))]),
  )
  return rows.length === 0 ? [] : [section('front', 'Front matter', ['Field', 'Old → new'], rows)]
}

function values(change: FrontChange): (ElementContent | string)[] {
  const list =
    change.field === 'sponsors'
      ? [
          ...change.joined.map((name) => h('ins', clean(name))),
          ...change.left.map((name) => h('del', clean(name))),
        ]
      : [
          ...(change.old === null ? [] : [h('del', clean(shown(change.field, change.old)))]),
          ...(change.new === null ? [] : [h('ins', clean(shown(change.field, change.new)))]),
        ]
  const joint = change.field === 'sponsors' ? ', ' : ' → '
  return list.flatMap((one, index) => (index === 0 ? [one] : [joint, one]))
}

/** A kind of proposal is a name of the tree's, not words of the text. */
function shown(field: FrontChange['field'], value: string): string {
  return field === 'proposal' ? spaced(value) : value
}

function section(id: string, title: string, heads: string[], rows: ElementContent[]): ElementContent {
  return h('section', { ariaLabelledBy: id }, [
    h('h2', { id }, title),
    h('div.table', { tabIndex: 0, role: 'region', ariaLabelledBy: id }, [
      h('table', [
        h(
          'thead',
          h(
            'tr',
            heads.map((head) => h('th', { scope: 'col' }, head)),
          ),
        ),
        h('tbody', rows),
      ]),
    ]),
  ])
}
