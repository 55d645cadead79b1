/** What a diff says of invented pairs: all that changed, and nothing that is not so. */
import test from 'ava'
import { apply, diff, revert } from '../src/diff/index.js'
import { type Fact, flatten, hasChanges } from '../src/model/change.js'
import { rows } from '../src/model/tree/rows.js'
import { fromMarkdown } from '../src/pipeline.js'
import { diffToMarkdown } from '../src/reports/diff/to-markdown.js'
import { diffToText } from '../src/reports/diff/to-text.js'

interface Draft {
  masthead?: string
  organ?: string
  recital?: string
  act?: string
  notes?: string
}

const draft = ({ masthead = '', organ = 'General Assembly', recital, act, notes = '' }: Draft) =>
  fromMarkdown(
    [
      'A/C.2/91/L.7',
      masthead,
      '**Pilots of the outer channels**',
      `*The ${organ}*,`,
      recital ?? '*Recalling* its resolution 88/4 of 2 December 2033 on pilots,',
      `1. ${act ?? '*Urges* States to train pilots;'}`,
      '2. *Decides* to remain seized of the matter.',
      notes,
    ]
      .filter((line) => line !== '')
      .join('\n\n'),
  )
const compare = (old: Draft, now: Draft) => diff(draft(old), draft(now))
const acts = (old: string, now: string) =>
  compare({ act: old }, { act: now }).changes.find(({ old: [label] }) => label === 'OP1')
const phrases = (old: string, now: string) =>
  acts(old, now)?.phrases.map((each) => [each.lead, each.old, each.new, each.shift])
const told = (fact: Fact) =>
  `${fact.kind} ${fact.op === 'replace' ? `${fact.old} > ${fact.new}` : `${fact.op} ${fact.text}`}`
const facts = (old: string, now: string) => acts(old, now)?.facts.map(told)

test('verbs: one that was put before is added, and the old one lives on', (t) => {
  t.deepEqual(
    phrases(
      '*Urges* the masters of ferries to take a pilot on board at the outer buoy;',
      '*Takes note* of the report of the harbour board, and urges the masters of ferries to take a pilot on board at the outer buoy;',
    ),
    [[true, null, 'Takes note', 'added']],
  )
})

test('verbs: an opening that fell away is dropped, and what it preceded leads', (t) => {
  t.deepEqual(
    phrases(
      '*Recalls* the storm of the winter, and invites ports to lend their tugs to the islands;',
      '*Invites* ports to lend their tugs to the islands;',
    ),
    [[true, 'Recalls', null, 'dropped']],
  )
})

test('verbs: openings answer each other where the object stays with the first', (t) => {
  t.deepEqual(
    phrases(
      '*Taking note* of the charter of the Pilots’ Union of Bergen;',
      '*Recalling* the charter of the Pilots’ Union of Bergen, and taking note of the accession of two islands;',
    )?.[0],
    [true, 'Taking note', 'Recalling', 'stance'],
  )
})

test('verbs: clauses in another order are no change of verb', (t) => {
  t.deepEqual(
    phrases(
      '*Welcomes* the new charts of the northern reefs, and encourages masters to buy the tide tables;',
      '*Encourages* masters to buy the tide tables, and welcomes the new charts of the northern reefs;',
    ),
    [],
  )
})

test('verbs: italics that reach further are no change', (t) => {
  t.deepEqual(
    phrases(
      '*Notes with concern* that up to forty pilots are idle;',
      '*Notes* with concern that up to fifty pilots are idle;',
    ),
    [],
  )
})

test('facts: a month and a noun are no obligation', (t) => {
  t.deepEqual(
    facts(
      '*Welcomes* the meeting of pilots held on 3 and 4 April 2041 and their political will to train;',
      '*Welcomes* the meeting of pilots held on 3 and 4 May 2041 and their need to train;',
    ),
    ['date 3 and 4 April 2041 > 3 and 4 May 2041'],
  )
  t.deepEqual(facts('*Decides* that a pilot may wait;', '*Decides* that a pilot shall wait;'), [
    'obligation may > shall',
  ])
})

test('facts: sessions, cycles, quantifiers, negations and resources', (t) => {
  t.deepEqual(
    facts(
      '*Requests* the Secretary-General to report every year to all ports at its ninety-second session;',
      '*Requests* the Secretary-General to report every second year to some ports at its ninety-fourth session, within existing resources;',
    ),
    [
      'cycle every year > every second year',
      'quantifier all > some',
      'session ninety-second session > ninety-fourth session',
      'resources insert within existing resources',
    ],
  )
  t.deepEqual(facts('*Decides* that no pilot may sleep;', '*Decides* that a pilot may sleep;'), [
    'negation delete no',
  ])
  t.deepEqual(facts('*Notes* report No. 12 not only on tugs;', '*Notes* report No. 12 only on tugs;'), [])
})

test('facts: a body named shorter, or asked by a verb that moved, is no other addressee', (t) => {
  t.deepEqual(
    facts(
      '*Requests* the secretariat of the Union to print the charts;',
      '*Requests* the secretariat to print the charts;',
    ),
    [],
  )
  t.deepEqual(
    facts(
      '*Urges* Member States and the harbour boards to pay the pilots;',
      '*Urges* Member States to pay the pilots;',
    ),
    ['addressee delete the harbour boards'],
  )
})

test('references: those of this text become stale, those into other texts never', (t) => {
  const text = (first: string) =>
    fromMarkdown(
      [
        '*The General Assembly*,',
        '*Recalling* the fog,',
        ...[
          first,
          '*Urges* States to buoy every reef of the outer channel;',
          '*Requests* the board of buoys to print the list that paragraph 1 above names;',
          '*Requests* the board of tugs to print the list that paragraph 1 of the present resolution names;',
          '*Requests* the board of fees to print the list that paragraph 1 of its resolution 88/4 names;',
          '*Requests* the board of maps to print the list that paragraph 1 of the report on fog names;',
        ]
          .filter((line) => line !== '')
          .map((line, index) => `${index + 1}. ${line}`),
      ].join('\n\n'),
    )
  const { changes } = diff(text(''), text('*Welcomes* the new bell of the northern mole;'))
  t.deepEqual(
    changes.flatMap(({ old, facts: list }) => list.map((fact) => [old[0], told(fact)])),
    [
      ['OP2', 'reference stale paragraph 1 above'],
      ['OP3', 'reference stale paragraph 1'],
    ],
  )
})

test('notes: Ibid. means its own source, however the note before it changed', (t) => {
  const notes = (...list: string[]) => list.map((note, index) => `[^${index + 1}]: ${note}`).join('\n\n')
  const act = (count: number) =>
    `*Recalls* the reports of the board${Array.from({ length: count }, (_, at) => `[^${at + 1}]`).join('')};`
  const full = 'Records of the Board, Third Session, Supplement No. 5 (A/86/5).'
  const same = compare(
    { act: act(1), notes: notes(full) },
    {
      act: act(2),
      notes: notes(
        'Records of the Board, Fourth Session (A/87/5).',
        'Ibid., Third Session, Supplement No. 5 (A/86/5).',
      ),
    },
  )
  t.deepEqual(
    flatten(same.changes).flatMap((change) => change.facts.map(told)),
    ['footnote insert Records of the Board, Fourth Session (A/87/5).'],
  )
})

test('matter: whatever word changed outside paragraphs is a change, in the summary and in every report', (t) => {
  const cases: [Draft, Draft, string][] = [
    [{}, { organ: 'Security Council' }, 'organLine'],
    [{ notes: '54th plenary meeting' }, { notes: '55th plenary meeting' }, 'closing'],
    [
      { act: '*Urges* States[^1] to train pilots;', notes: '[^1]: See the charter of pilots.' },
      { act: '*Urges* States[^1] to train pilots;', notes: '[^1]: See the charter of tugs.' },
      'footnote',
    ],
  ]
  for (const [old, now, place] of cases) {
    const result = compare(old, now)
    t.deepEqual(
      result.matter.map((change) => change.place),
      [place],
    )
    t.true(hasChanges(result))
    t.is(result.summary.matter, 1)
    t.notRegex(diffToText(result), /No change of text/u)
    t.regex(diffToMarkdown(result), /1 outside paragraphs/u)
  }
  const none = compare({}, {})
  t.false(hasChanges(none))
  t.deepEqual(none.matter, [])
})

test('routine: what a year does, and nothing else', (t) => {
  const routine = (old: string, now: string) => acts(old, now)?.routine
  t.true(
    routine(
      '*Recalls* its resolution 88/4 of 2 December 2033, and decides to meet at its ninety-second session;',
      '*Recalls* its resolution 90/7 of 5 December 2035, and decides to meet at its ninety-fourth session;',
    ),
  )
  t.true(routine('*Further invites* ports to join;', '*Also invites* ports to join;'))
  t.false(routine('*Urges* ten ports to join;', '*Urges* nine ports to join;'))
  t.false(routine('*Urges* ports to join;', '*Invites* ports to join;'))
  t.false(
    routine(
      '*Decides* to meet at its ninety-second session on fog;',
      '*Decides* to meet at its ninety-fourth session on tugs;',
    ),
  )
  t.is(
    compare({ act: '*Further invites* ports to join;' }, { act: '*Also invites* ports to join;' }).summary
      .routine,
    1,
  )
})

test('verbs: an act that became a recital is demoted, whatever verb it has now', (t) => {
  const text = (...lines: string[]) => fromMarkdown(['*The General Assembly*,', ...lines].join('\n\n'))
  const old = text(
    '*Recalling* the fog of the winter,',
    '1. *Urges* ports to ring their bells;',
    '2. *Requests* States to pay for the dredging of the inner channel and its two basins;',
    '3. *Decides* to remain seized of the matter.',
  )
  const now = text(
    '*Recalling* the fog of the winter,',
    '*Recognizing* the need for States to pay for the dredging of the inner channel and its two basins,',
    '1. *Urges* ports to ring their bells;',
    '2. *Decides* to remain seized of the matter.',
  )
  const [down, up] = [diff(old, now), diff(now, old)]
  t.deepEqual([down.summary.verbs.demoted, up.summary.verbs.promoted], [1, 1])
  t.deepEqual(
    flatten(down.changes).flatMap(({ moved, old: labels }) => (moved ? labels : [])),
    ['OP2'],
  )
})

test('hidden: a mark that turns the order of letters is a change, and is named', (t) => {
  const result = acts(
    '*Urges* ports to pay 100 or 200 dollars;',
    '*Urges* ports to pay \u202e100 or 200\u202c dollars;',
  )
  t.is(result?.kind, 'modified')
  t.deepEqual(result?.facts.map(told), ['hidden insert U+202E', 'hidden insert U+202C'])
})

test('words: what ends a text unseen is lost on neither side', (t) => {
  const act = (end: string) => draft({ act: `*Urges* ports to act;${end}` })
  for (const [old, now] of [
    [act('\u200f'), act('')],
    [act(''), act('\u200f')],
  ] as const) {
    const [before, after] = [old, now].map((tree) => rows(tree).map(({ text }) => text))
    t.deepEqual(apply(diff(old, now), before ?? []), after)
    t.deepEqual(revert(diff(old, now), after ?? []), before)
  }
})

test('verbs: two clauses of one verb that changed places neither came nor went', (t) => {
  t.deepEqual(
    phrases(
      '*Requests* the secretariat to report to the Council of Ports, and also requests the secretariat to consult the pilots;',
      '*Requests* the secretariat to consult the pilots, and also requests the secretariat to report to the Council of Ports;',
    ),
    [],
  )
})

test('hedges: what the organ decides to consider is its own act', (t) => {
  t.deepEqual(
    facts(
      '*Requests* the secretariat to examine the charts of the reefs;',
      '*Decides* to consider the charts of the reefs;',
    ),
    [],
  )
})

test('addressees: a pronoun is nobody’s name', (t) => {
  t.deepEqual(
    facts(
      '*Takes note* of the report of the secretariat on pilots, and requests it to publish the charts of the reefs;',
      '*Takes note* of the report of the secretariat on pilots, and requests the secretariat to publish the charts of the reefs;',
    ),
    [],
  )
})

test('sponsors and the kind of a proposal are told once', (t) => {
  const places = (old: string, now: string) => {
    const { front, matter } = compare({ masthead: old }, { masthead: now })
    return [...front.map(({ field }) => field), ...matter.map(({ place }) => place)]
  }
  const line = 'Norway, Chile and Fiji: draft resolution'
  t.deepEqual(places(line, 'Norway, Chile, Fiji and Ghana: revised draft resolution'), [
    'proposal',
    'sponsors',
  ])
})

test('notes: one that took the place of another in its paragraph is an edited note', (t) => {
  const recital = '*Taking note* of the report of the Keeper-General,[^1]'
  const { matter } = compare(
    { recital, notes: '[^1]: A/90/12.' },
    { recital, notes: '[^1]: A/91/15 and Corr.1.' },
  )
  t.deepEqual(
    matter.map(({ kind, place }) => [kind, place]),
    [['modified', 'footnote']],
  )
})

test('reports: a negation inside a word of obligation is told once', (t) => {
  const result = compare(
    { act: '*Decides* that ports must keep a pilot;' },
    { act: '*Decides* that ports must not keep a pilot;' },
  )
  const text = diffToText(result)
  t.regex(text, /obligation: must → must not/)
  t.notRegex(text, /negation/)
})

test('notes: of several that are new, each answers the one that it is but for its numbers', (t) => {
  const recital = '*Recalling* the Decade of Pilots[^1] and the Charter of Pilots,[^2]'
  const { changes } = compare(
    {
      recital,
      notes: '[^1]: See resolution 65/119.\n\n[^2]: Official Records, Supplement No. 23 (A/74/23).',
    },
    {
      recital,
      notes: '[^1]: Official Records, Supplement No. 23 (A/75/23).\n\n[^2]: See resolution 75/123.',
    },
  )
  t.deepEqual(changes.find(({ new: [label] }) => label === 'PP1')?.facts.map(told), [
    'footnote Official Records, Supplement No. 23 (A/74/23). > Official Records, Supplement No. 23 (A/75/23).',
    'footnote See resolution 65/119. > See resolution 75/123.',
  ])
})

test('verbs: one that the other text has too, in words that were not read as a verb, is no other verb there', (t) => {
  const first = '*Welcomes* the work of the pilots, recognizes the role that healthy channels have in trade'
  t.deepEqual(
    phrases(
      `${first}, and calls for measures to dredge them, noting the session held in Bergen;`,
      `${first}, calls for measures to dredge them, and welcomes the session held in Oslo;`,
    ),
    [[false, null, 'welcomes', 'added']],
  )
})

test('verbs: a later verb of Arabic is told, although "and" is one word with it', (t) => {
  const read = (act: string) =>
    fromMarkdown(
      `*إن الجمعية العامة*،\n\n*إذ تشير* إلى قرارها 88/4،\n\n1. ${act}\n\n2. *تقرر* أن تبقي المسألة قيد النظر.`,
      { language: 'ar' },
    )
  const { changes } = diff(
    read('*تهيب* بالدول أن تتعاون، وتشجع الموانئ على تبادل الخرائط؛'),
    read('*تحث* الدول على أن تتعاون، وتهيب بالموانئ أن تتبادل الخرائط؛'),
  )
  t.deepEqual(
    changes.flatMap(({ phrases }) => phrases.map(({ lead, old, shift }) => [lead, old, shift])),
    [
      [true, 'تهيب', 'stronger'],
      [false, 'تشجع', 'stronger'],
    ],
  )
})

test('verbs: full support that is support alone is weaker', (t) => {
  t.deepEqual(
    phrases(
      '*Expresses its full support* for the work of the Harbour Board;',
      '*Expresses its support* for the work of the Harbour Board;',
    ),
    [[true, 'Expresses its full support', 'Expresses its support', 'weaker']],
  )
})

test('facts: each year is a cycle', (t) => {
  t.deepEqual(facts('*Urges* ports to report each year;', '*Urges* ports to report every second year;'), [
    'cycle each year > every second year',
  ])
})
