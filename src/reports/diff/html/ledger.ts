/** What changed in verbs and before the first paragraph, as tables. */
import type { ElementContent } from 'hast'
import { h } from 'hastscript'
import {
  type Change,
  type Diff,
  type FrontChange,
  flatten,
  type MatterChange,
  type PhraseChange,
  type Shift,
} from '../../../model/change.js'
import { isRoutine } from '../../../model/routine.js'
import { type Say, upper } from '../../../model/words.js'
import { clean } from '../../clean.js'
import { arrow } from '../../direction.js'
import { fieldWords, foldRepetitions, phraseNote, placeName, proposers } from '../words.js'
import { factNodes } from './facts.js'
import { nameOf, type Page, withEnds } from './page.js'
import { redlineOf } from './redline.js'

const signs: Record<Shift, string> = {
  weaker: '↓',
  stronger: '↑',
  lateral: '↔',
  stance: '◇',
  enumerator: '·',
  contested: '?',
  added: '+',
  dropped: '−',
  demoted: '⇓',
  promoted: '⇑',
}

/** The verbs that changed, with links to their paragraphs; nothing if none did. */
export function verbLedger({ changes }: Diff, page: Page): ElementContent[] {
  const { say } = page
  const { told, repeated } = foldRepetitions(
    flatten(changes).flatMap((change) => change.phrases.map((phrase) => ({ change, phrase }))),
  )
  const rows = told.map(({ change, phrase }) =>
    h('tr', { className: [phrase.shift] }, [
      link(change, page),
      h('td', shift(change, phrase, page)),
      h('td', words(phrase.old, page)),
      h('td', words(phrase.new, page)),
    ]),
  )
  return section(
    'verbs',
    say('f_verbs'),
    [say('paragraph'), say('change'), say('old'), say('new')],
    [...rows, ...repetitions(repeated, page)],
  )
}

/** Words of repetition in one row that opens: half of a ledger, and not what it is read for. */
function repetitions(
  repeated: readonly { change: Change; phrase: PhraseChange }[],
  page: Page,
): ElementContent[] {
  const { say } = page
  if (repeated.length === 0) return []
  const items = repeated.map(({ change, phrase }) =>
    h('li', [
      anchor(change, page),
      ': ',
      words(phrase.old, page),
      ` ${arrow(say.language)} `,
      words(phrase.new, page),
      ...(phraseNote(phrase, say) === '' ? [] : [` (${phraseNote(phrase, say)})`]),
    ]),
  )
  const many = say('paragraph_count', { count: repeated.length })
  return [
    h('tr.enumerator', [
      h('th', { scope: 'row' }, many),
      h('td', h('span.shift', [h('span.sign', { ariaHidden: 'true' }, signs.enumerator), say('enumerator')])),
      h('td', { colSpan: 2 }, h('details', [h('summary', say('repetitions')), h('ul', items)])),
    ]),
  ]
}

function shift(change: Change, phrase: PhraseChange, page: Page): ElementContent[] {
  const { say } = page
  const notes = [phrase.lead ? '' : say('later'), phraseNote(phrase, say)].filter((note) => note !== '')
  const sign = h('span.sign', { ariaHidden: 'true' }, signs[phrase.shift])
  return [
    h('span.shift', [sign, say(phrase.shift)]),
    ...(notes.length > 0
      ? [h('span.note', withEnds(notes.join(say('semicolon')), change, [phrase], page))]
      : []),
  ]
}

function words(value: string | null, page: Page): ElementContent {
  return value === null ? h('span.none', page.say('none')) : h('bdi', { lang: page.lang }, clean(value))
}

/** What renumbering and moves left behind, with links; nothing if all still fits. */
export function checkList({ changes }: Diff, page: Page): ElementContent[] {
  const rows = flatten(changes).flatMap((change) =>
    change.facts
      .filter(({ op }) => op === 'stale')
      .map((fact) => h('tr', [link(change, page), h('td', factNodes(fact, page))])),
  )
  return section('check', page.say('check'), [page.say('paragraph'), page.say('no_longer_fits')], rows)
}

function link(change: Change, page: Page): ElementContent {
  return h('th', { scope: 'row' }, anchor(change, page))
}

function anchor(change: Change, page: Page): ElementContent {
  return h('a', { href: `#${page.anchors.get(change)}` }, h('bdi', nameOf(change, page)))
}

/** Symbol, dates, agenda, title, sponsors; nothing if none changed. */
export function frontTable({ front }: Diff, page: Page): ElementContent[] {
  const { say } = page
  const rows = front.map((change) =>
    h('tr', [
      h('th', { scope: 'row' }, upper(say(`field_${change.field}`))),
      ...sides(change, say).map((side, at) =>
        h('td', [...listed(side, page), ...(at === 1 ? proposed(change, say) : [])]),
      ),
    ]),
  )
  return section('front', say('front'), [say('field'), say('old'), say('new')], rows)
}

/** A name that left is on the old side, one that joined on the new. */
function sides(change: FrontChange, say: Say): [old: Listed, now: Listed] {
  if (change.field === 'sponsors')
    return [
      { values: change.left, note: say('left'), none: say('no_one_left') },
      { values: change.joined, note: say('joined'), none: say('no_one_joined') },
    ]
  const one = (value: string | null): Listed => {
    const values = value === null ? [] : [fieldWords(change, value, say)]
    return { values, note: '', none: say('none') }
  }
  return [one(change.old), one(change.new)]
}

interface Listed {
  values: readonly string[]
  note: string
  none: string
}

function listed({ values, note, none }: Listed, page: Page): (ElementContent | string)[] {
  if (values.length === 0) return [h('span.none', none)]
  const names = values.flatMap((value, index) => [
    ...(index === 0 ? [] : [page.say('comma')]),
    h('bdi', { lang: page.lang }, clean(value)),
  ])
  return note === '' ? names : [...names, h('span.note', note)]
}

/** Titles, enacting formulas, notes, closings: words outside paragraphs; nothing if none changed. */
export function matterTable({ matter }: Diff, page: Page): ElementContent[] {
  const { say } = page
  const row = (change: MatterChange) =>
    h('tr', [
      h('th', { scope: 'row' }, upper(clean(placeName(change, say)))),
      h('td', [redlineOf(change.edits, page), ...proposed(change, say)]),
    ])
  const routine = matter.filter(isRoutine)
  const rows = matter.filter((change) => !isRoutine(change)).map(row)
  const items = routine.map((change) =>
    h('li', [upper(clean(placeName(change, say))), redlineOf(change.edits, page)]),
  )
  const fold = h('tr.routine', [
    h('th', { scope: 'row' }, say('routine_some', { count: routine.length })),
    h('td', h('details', [h('summary', say('routine_changes', { count: routine.length })), h('ul', items)])),
  ])
  return section(
    'outside',
    say('outside'),
    [say('place'), say('the_words')],
    routine.length === 0 ? rows : [...rows, fold],
  )
}

function proposed(change: { by?: readonly string[] }, say: Say): ElementContent[] {
  const by = proposers(change, say)
  return by === '' ? [] : [h('span.note', clean(by))]
}

function section(id: string, title: string, heads: string[], rows: ElementContent[]): ElementContent[] {
  if (rows.length === 0) return []
  const head = h(
    'tr',
    heads.map((name) => h('th', { scope: 'col' }, name)),
  )
  return [
    h('section', [
      h('h2', { id }, title),
      // What scrolls must be within reach of the keyboard, so it needs a name.
      h('div', { className: ['table', id], tabIndex: 0, role: 'region', ariaLabelledBy: id }, [
        h('table', [h('thead', head), h('tbody', rows)]),
      ]),
    ]),
  ]
}
