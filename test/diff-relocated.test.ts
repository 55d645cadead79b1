/** A clause that left for another paragraph is told at both ends, and what it took along is not dropped. */
import test from 'ava'
import { diff, diffToCsv, diffToHtml, diffToMarkdown, diffToText, fromMarkdown } from '../src/index.js'

const text = (...acts: string[]) =>
  fromMarkdown(
    [
      '*The General Assembly*,',
      '*Recalling* the lamps of the northern coast,',
      ...acts.map((act, at) => `${at + 1}. ${act}`),
    ].join('\n\n'),
  )
const welcomed =
  '*Welcomes* the report of the Keeper-General on fog signals, the register of wrecks and the training of pilots in the outer channels'
const decided = 'that every port shall keep a lamp lit through the winter months'
const others = ['*Urges* States to train pilots;', '*Decides* to meet again.']
const joined = text(`${welcomed}, and decides ${decided};`, ...others)
const apart = text(`${welcomed};`, others[0] ?? '', `*Decides* ${decided};`, others[1] ?? '')

test('a clause that became a paragraph elsewhere says where it is, and the paragraph whence it came', (t) => {
  const { changes } = diff(joined, apart)
  const [left, came] = ['OP1', 'OP3'].map((label) => changes.find(({ new: [one] }) => one === label))
  t.deepEqual(
    left?.phrases.map(({ old, shift, wentTo }) => [old, shift, wentTo]),
    [['decides', 'dropped', 'OP3']],
  )
  // The "shall" went with its clause.
  t.deepEqual(left?.facts, [])
  t.deepEqual([came?.kind, came?.cameFrom], ['inserted', 'OP1'])
})

test('a paragraph that became a clause of another mirrors it, in every report', (t) => {
  const result = diff(apart, joined)
  const [grown, gone] = [
    result.changes.find(({ new: [one] }) => one === 'OP1'),
    result.changes.find(({ old: [one] }) => one === 'OP3'),
  ]
  t.deepEqual(
    grown?.phrases.map(({ new: now, shift, cameFrom }) => [now, shift, cameFrom]),
    [['decides', 'added', 'OP3']],
  )
  t.deepEqual([gone?.kind, gone?.wentTo], ['deleted', 'OP1'])
  const shown = diffToText(result)
  t.regex(shown, /^~ OP1 · verb added \(was in OP3\)$/mu)
  t.regex(shown, /^- OP3 · deleted, now in OP1$/mu)
  t.regex(diffToMarkdown(result), /was in OP3[\s\S]*now in OP1/u)
  const rows = diffToCsv(result).split('\r\n')
  t.regex(rows.find((row) => row.startsWith('modified,operative,OP1,')) ?? '', /,OP3,/u)
  t.regex(rows.find((row) => row.startsWith('deleted,operative,OP3,')) ?? '', /,OP1,/u)
})

test('in HTML both ends of a clause that left are links to each other, in the ledger too', (t) => {
  const page = diffToHtml(diff(apart, joined))
  const [grown = '', gone = ''] = ['p-OP1', 'p-old-OP3'].map(
    (id) => page.match(new RegExp(`<article id="${id}".*?</h4>`, 'u'))?.[0],
  )
  t.regex(grown, /was in <a href="#p-old-OP3"><bdi>OP3<\/bdi><\/a>/u)
  t.regex(gone, /now in <a href="#p-OP1"><bdi>OP1<\/bdi><\/a>/u)
  t.regex(page.match(/<section><h2 id="verbs">.*?<\/section>/u)?.[0] ?? '', /was in <a href="#p-old-OP3">/u)
})

test('clauses of a few words, and of other words, are not linked', (t) => {
  const short = diff(
    text('*Welcomes* the lamps of the coast, and urges ports to ring;', ...others),
    text('*Welcomes* the lamps of the coast;', ...others, '*Urges* pilots to ring at dawn;'),
  )
  t.deepEqual(
    short.changes
      .flatMap(({ phrases, cameFrom }) => [cameFrom, ...phrases.map(({ wentTo }) => wentTo)])
      .filter(Boolean),
    [],
  )
})

test('pieces that stand apart: the one in its place answers the whole, and what nobody touched is not moved', (t) => {
  const [urged, asked] = [
    'States to train pilots in the handling of heavy vessels',
    'the Keeper-General to publish the charts of the outer channels in all languages of the coast',
  ]
  const whole = text(`*Urges* ${urged}, and requests ${asked};`, '*Welcomes* the school of pilots of Bergen;')
  const pieces = text(
    `*Urges* ${urged};`,
    '*Welcomes* the school of pilots of Bergen;',
    `*Requests* ${asked};`,
  )
  const said = (changes: ReturnType<typeof diff>['changes']) =>
    changes.flatMap(({ kind, moved, old, new: now, wentTo, cameFrom }) =>
      kind === 'unchanged' && !moved ? [] : [[kind, moved, old[0], now[0], wentTo ?? cameFrom]],
    )
  t.deepEqual(said(diff(whole, pieces).changes), [
    ['modified', false, 'OP1', 'OP1', undefined],
    ['inserted', false, undefined, 'OP3', 'OP1'],
  ])
  t.deepEqual(said(diff(pieces, whole).changes), [
    ['modified', false, 'OP1', 'OP1', undefined],
    ['deleted', false, 'OP3', undefined, 'OP1'],
  ])
})

test('a short clause that left is linked where it is the same to the word', (t) => {
  const rest = 'the Keeper-General to publish the charts of the outer channels and to keep them up to date'
  const { changes } = diff(
    text(`*Welcomes* the report, and requests ${rest};`),
    text('*Welcomes* the report;', `*Requests* ${rest};`),
  )
  t.is(changes.find(({ kind }) => kind === 'inserted')?.cameFrom, 'OP1')
})

test('a verb in the second part of a split is told at its own paragraph', (t) => {
  const listed = text(
    '*Calls upon* flag States:\n\n(a) To inspect their vessels;\n\n(b) To cooperate with port States;',
  )
  const promoted = text(
    '*Calls upon* flag States:\n\n(a) To inspect their vessels;',
    '*Calls upon* flag States to cooperate with port States;',
  )
  const result = diff(listed, promoted)
  const split = result.changes.find(({ kind }) => kind === 'split')
  t.deepEqual(
    split?.phrases.map(({ shift, paragraph, cameFrom }) => [shift, paragraph, cameFrom]),
    [['added', 'OP2', 'OP1(b)']],
  )
  t.is(split?.parts?.find(({ kind }) => kind === 'deleted')?.wentTo, 'OP2')
  t.regex(diffToText(result), /OP2 {2}\+ added +Calls upon \(was in OP1\(b\)\)/u)
})
