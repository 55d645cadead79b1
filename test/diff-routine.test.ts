/** What a year does to a text: counted, folded in reports, and left out where one asks. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import test from 'ava'
import {
  diff,
  diffToHtml,
  diffToMarkdown,
  diffToText,
  fromMarkdown,
  fromText,
  withoutRoutine,
} from '../src/index.js'
import { faults, hasChanges } from '../src/model/change.js'
import { folder, plenary } from './support/command.js'

const draft = (symbol: string, acts: readonly string[]) =>
  [
    symbol,
    '**Pilots of the outer channels**',
    '*The General Assembly*,',
    '*Recalling* its resolution 88/4 of 2 December 2033 on pilots,',
    ...acts.map((act, at) => `${at + 1}. ${act}`),
  ].join('\n\n')

const old = draft('A/C.2/91/L.7', [
  '*Decides* to meet on pilots at its ninety-second session;',
  '*Urges* States to train pilots;',
  '*Further urges* ports to mark their channels;',
  '*Further invites* ferries to keep a log;',
])
const now = draft('A/C.2/92/L.3', [
  '*Decides* to meet on pilots at its ninety-third session;',
  '*Urges* States to pay pilots;',
  '*Also urges* ports to mark their channels;',
  '*Also invites* ferries to keep a log;',
])
const result = diff(fromMarkdown(old), fromMarkdown(now))

test('routine changes are counted, and the rest can be had without them', (t) => {
  t.is(result.summary.routine, 4)
  const left = withoutRoutine(result)
  t.deepEqual(
    left.changes.filter(({ kind }) => kind !== 'unchanged').map(({ new: [label] }) => label),
    ['OP2'],
  )
  t.deepEqual([left.front, left.summary], [[], result.summary])
  const year = diff(fromMarkdown(old), fromMarkdown(old.replace('ninety-second', 'ninety-third')))
  t.deepEqual([hasChanges(year), hasChanges(withoutRoutine(year))], [true, false])
})

test('reports fold what is routine, and words of repetition, and lose no word of them', (t) => {
  const text = diffToText(result)
  t.regex(text, /^~ OP1 routine {2}\[-ninety-second-\]\{\+ninety-third\+\}$/mu)
  t.regex(text, /^~ OP3 routine .*\n~ OP4 routine /mu)
  t.regex(text, /^Verbs\n {2}· 2 enumerator: OP3, OP4$/mu)
  t.regex(text, /4 of these routine/u)
  const page = diffToHtml(result)
  t.regex(
    page,
    /<details class="is-routine"><summary><span><bdi>OP3<\/bdi>, <bdi>OP4<\/bdi><\/span>: 2 routine changes<\/summary>/u,
  )
  t.regex(page, /<summary>words of repetition<\/summary><ul><li>.*Further urges.*Also urges/u)
  t.regex(page, /id="show-routine"/u)
  t.regex(diffToMarkdown(result), /\| OP3, OP4 +\| enumerator +\| 2 paragraphs/u)
})

test('a bracket put around words is not routine', (t) => {
  const bracketed = diff(fromMarkdown(old), fromMarkdown(old.replace('to train pilots', '[to train pilots]')))
  t.is(bracketed.summary.routine, 0)
})

test('--ignore routine: reports and exit status leave it out', async (t) => {
  const at = folder(t)
  const write = (name: string, text: string) => {
    writeFileSync(join(at, name), text)
    return join(at, name)
  }
  const [first, second] = [write('old.md', old), write('new.md', now)]
  const year = write('year.md', old.replace('ninety-second', 'ninety-third'))
  const ignoring = ['diff', '--ignore', 'routine', '--exit-code']
  t.is((await plenary(['diff', '--exit-code', first, year])).status, 1)
  t.is((await plenary([...ignoring, first, year])).status, 0)
  t.is((await plenary([...ignoring, first, second])).status, 1)
  t.is((await plenary([...ignoring, '--fail-on', 'enumerator', first, year])).status, 0)
  const { changes, summary } = JSON.parse(
    (await plenary(['diff', '--ignore', 'routine', '--format', 'json', first, second])).out,
  )
  t.is(summary.routine, 4)
  t.is(changes.length, 2)
  const { out } = await plenary(['diff', '--ignore', 'routine', first, second])
  t.notRegex(out, /ninety|Also/u)
})

test('a series of earlier resolutions that goes on, and notes of another year, are routine', (t) => {
  const text = (recital: string, act: string, note: string) =>
    fromMarkdown(
      ['*The General Assembly*,', recital, `1. ${act}`, '2. *Decides* to remain seized.', note].join('\n\n'),
    )
  const sides = [
    text(
      '*Recalling* its resolutions 82/1 of 2 May 2027, 84/3 of 3 May 2029 and 86/2 of 4 May 2031,',
      '*Welcomes* the report of the Board;[^1]',
      '[^1]: Official Records of the Board, Eighty-sixth Session, Supplement No. 5 (A/86/5).',
    ),
    text(
      '*Recalling* its resolutions 82/1 of 2 May 2027, 84/3 of 3 May 2029, 86/2 of 4 May 2031 and 88/6 of 5 May 2033,',
      '*Welcomes* the report of the Board;[^1]',
      '[^1]: Official Records of the Board, Eighty-eighth Session, Supplement No. 5 (A/88/5).',
    ),
  ] as const
  // The mirror of what is routine is routine.
  for (const found of [diff(...sides), diff(sides[1], sides[0])])
    t.deepEqual(
      [...found.changes.slice(0, 1), ...found.matter].map(({ routine }) => routine),
      [true, true],
    )
  const one = text('*Recalling* its resolution 82/1 of 2 May 2027,', '*Urges* ports to ring;', '')
  const two = text(
    '*Recalling* its resolutions 82/1 of 2 May 2027 and 84/3 of 3 May 2029,',
    '*Urges* ports to ring;',
    '',
  )
  t.false(diff(one, two).changes[0]?.routine)
  const notes = (symbols: readonly string[]) =>
    text(
      '*Recalling* the lamps,',
      '*Urges*[^1] ports[^2] to ring;',
      symbols.map((symbol, at) => `[^${at + 1}]: ${symbol}.`).join('\n\n'),
    )
  const rolled = diff(notes(['A/86/74', 'S/2031/9']), notes(['A/88/61', 'S/2033/4']))
  t.deepEqual(
    rolled.matter.map(({ kind, routine }) => [kind, routine]),
    [
      ['modified', true],
      ['modified', true],
    ],
  )
})

test('what stands aside of whom a verb asks is no addressee', (t) => {
  const act = (text: string) => fromMarkdown(draft('A/C.2/91/L.7', [text]))
  const { changes } = diff(
    act('*Requests* the Keeper-General, in discharging her functions as keeper, to print the list;'),
    act('*Requests* the Keeper-General, in discharging his functions as keeper, to print the list;'),
  )
  t.deepEqual(changes.at(-1)?.facts, [])
})

test('routine: years that passed since an event are, years of a term are not', (t) => {
  const read = (words: string) =>
    fromMarkdown(`*The General Assembly*,\n\n*Noting* that ${words},\n\n1. *Decides* to act.`)
  const routine = (words: (years: number) => string) =>
    diff(read(words(23)), read(words(24))).changes[0]?.routine
  t.true(routine((years) => `${years} years after its entry into force the Convention is kept`))
  t.false(routine((years) => `the Keeper serves a term of ${years} years`))
})

test('a recital that becomes operative word for word is unchanged, moved and promoted, as the laws of a comparison allow', (t) => {
  const old = '大会，\n\n回顾《看守人守则》，\n\n重申灯塔的重要性；\n\n1. 敦促各国保护灯塔。'
  const now = '大会，\n\n回顾《看守人守则》，\n\n1. 重申灯塔的重要性；\n\n2. 敦促各国保护灯塔。'
  const result = diff(fromText(old), fromText(now))
  t.deepEqual(faults(result), [])
  const change = result.changes.find(({ oldRole }) => oldRole === 'preambular')
  t.like(change, { kind: 'unchanged', old: ['PP2'], new: ['OP1'] })
  t.deepEqual(
    change?.phrases.map(({ shift }) => shift),
    ['promoted'],
  )
})

test('a session in Chinese that goes on is routine, whatever its figures', (t) => {
  const of = (session: string) =>
    fromText(
      `大会，\n\n回顾《看守人守则》，\n\n1. 敦促各国保护灯塔；\n\n2. 决定将“灯塔”项目列入大会第${session}届会议议程。`,
    )
  const change = diff(of('七十九'), of('八十')).changes.at(-1)
  t.true(change?.routine)
  t.like(change?.facts[0], { kind: 'session', old: '第七十九届会议', new: '第八十届会议' })
})

for (const [language, old, now] of [
  [
    'zh',
    '大会，\n\n回顾《看守人守则》，\n\n关切地注意到许多灯塔年久失修，\n\n1. 敦促各国保护灯塔。',
    '大会，\n\n回顾《看守人守则》，\n\n1. 关切地注意到许多灯塔年久失修；\n\n2. 敦促各国保护灯塔。',
  ],
  [
    'ar',
    'إن الجمعية العامة،\n\nإذ تشير إلى مدونة الحراس،\n\nوإذ تؤكد من جديد أهمية المنارات،\n\n1 - تحث الدول على حماية المنارات.',
    'إن الجمعية العامة،\n\nإذ تشير إلى مدونة الحراس،\n\n1 - تؤكد من جديد أهمية المنارات؛\n\n2 - تحث الدول على حماية المنارات.',
  ],
] as const)
  test(`${language}: a recital that became operative is promoted, and not routine`, (t) => {
    const change = diff(fromText(old), fromText(now)).changes.find(({ oldRole }) => oldRole === 'preambular')
    t.like(change, { old: ['PP2'], new: ['OP1'], routine: false })
    t.deepEqual(
      change?.phrases.map(({ lead, shift }) => [lead, shift]),
      [[true, 'promoted']],
    )
  })

test('a paragraph that a year changed is told with the reference that the numbers left behind', (t) => {
  const report = '*Requests* a report at its ninety-second session on paragraph 1 above.'
  const before = draft('A/C.2/91/L.7', ['*Urges* States to train pilots;', report])
  const after = draft('A/C.2/92/L.3', [
    '*Calls upon* ferries to carry a log of every crossing;',
    '*Urges* States to train pilots;',
    report.replace('ninety-second', 'ninety-third'),
  ])
  const stale = diff(fromMarkdown(before), fromMarkdown(after))
  t.regex(
    diffToText(stale, { width: 80 }),
    /^~ OP2 → OP3 · routine\n {4}· stale reference: paragraph 1 above, now OP2\n/mu,
  )
  t.true(withoutRoutine(stale).changes.some(({ new: [label] }) => label === 'OP3'))
  t.false(diffToHtml(stale).includes('details class="is-routine"'))
})
