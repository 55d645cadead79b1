import test from 'ava'
import { compare, toEdits } from '../src/diff/compare.js'
import { compareStretches, diff } from '../src/diff/index.js'
import { simplify, type Verbs } from '../src/diff/simplify.js'
import { canonical, tokens } from '../src/diff/tokens.js'
import { load } from '../src/language/load.js'
import { sideText } from '../src/model/change.js'
import { fromMarkdown } from '../src/pipeline.js'
import { redline } from './support/diffs.js'

test('tokens: words, numbers and symbols are whole', (t) => {
  const text = 'Recalls A/C.3/80/L.12/Rev.1, 1,000 keep-alive lamps’ (72/178) 2011–2020.'
  t.deepEqual(
    tokens(text).map((token) => token.text),
    [
      'Recalls',
      'A/C.3/80/L.12/Rev.1',
      ',',
      '1,000',
      'keep-alive',
      'lamps',
      '’',
      '(',
      '72/178',
      ')',
      '2011',
      '–',
      '2020',
      '.',
    ],
  )
})

test('tokens: scripts without spaces are cut into words', (t) => {
  const words = tokens('请秘书长提交第72/178号报告').map((token) => token.text)
  t.true(words.includes('72/178') && words.includes('报告') && words.length > 5)
  t.is(words.join(''), '请秘书长提交第72/178号报告')
})

test('compare: white space is no word', (t) => {
  const spans = compare('the lamp , and the bell', 'the  lamp, and the bell')
  t.is(spans.length, 1)
  t.is(sideText(toEdits(spans), 'delete'), 'the lamp , and the bell')
  t.is(sideText(toEdits(spans), 'insert'), 'the  lamp, and the bell')
})

test('compare: texts with nothing in common, however long, end in one replacement', (t) => {
  const words = (prefix: string) => Array.from({ length: 6000 }, (_, index) => `${prefix}${index}`).join(' ')
  const spans = compare(words('a'), words('b'))
  t.deepEqual(
    spans.map(({ same }) => same),
    [false],
  )
})

function simplified(before: string, after: string, level: 'raw' | 'words' | 'phrases' | 'clause'): string {
  return redline({ edits: toEdits(simplify(compare(before, after), level)) })
}

test('simplify: an edit slides to the edge of a phrase', (t) => {
  const [before, after] = ['the lamp, bell and horn', 'the lamp, the horn, bell and horn']
  t.is(simplified(before, after, 'words'), 'the lamp{+, the horn+}, bell and horn')
})

test('simplify: a lone word between edits is taken in, a number is not', (t) => {
  const before = 'every keeper shall oil the great lamp and wind 12 clocks at the old tower'
  const after = 'every keeper shall trim the small lamp or set 12 bells at the old tower'
  t.is(
    simplified(before, after, 'raw'),
    'every keeper shall [-oil-]{+trim+} the [-great-]{+small+} lamp [-and wind-]{+or set+} 12 [-clocks-]{+bells+} at the old tower',
  )
  t.is(
    simplified(before, after, 'phrases'),
    'every keeper shall [-oil the great lamp and wind-]{+trim the small lamp or set+} 12 [-clocks-]{+bells+} at the old tower',
  )
})

test('simplify: a changed verb stands alone', (t) => {
  const [before, after] = [
    'and urges ports to whitewash all towers',
    'and invites ports in the north to paint all towers',
  ]
  const spans = compare(before, after)
  const read = (verbs?: Verbs) => redline({ edits: toEdits(simplify(spans, 'phrases', verbs)) })
  const verbs = { old: [{ start: 4, end: 9 }], new: [{ start: 4, end: 11 }] }
  t.true(read(verbs).startsWith('and [-urges-]{+invites+} ports '))
  t.true(read().startsWith('and [-urges ports'))
})

test('simplify: what kept little is written anew', (t) => {
  const [before, after] = ['oil the lamp of the tower', 'ring a bell, and the bell of that old ship']
  t.is(simplified(before, after, 'clause').match(/\[-/gu)?.length, 1)
  t.is(simplified(before, after, 'clause').match(/\{\+/gu)?.length, 1)
})

test('paragraphs are alike whatever the sentence does to the ends and beginnings of their words', (t) => {
  const [russian, arabic] = [load('ru').stem, load('ar').stem]
  t.is(new Set(['маяк', 'маяка', 'маяками', 'маяки'].map(russian)).size, 1)
  t.is(russian('государства'), russian('государствами'))
  t.is(new Set(['الدول', 'وللدول', 'بالدول', 'دول'].map(arabic)).size, 1)
  t.is(russian('а/с.3'), 'а/с.3')
  t.is(load('en').stem('lamps'), 'lamps')
  const text = (...lines: string[]) => fromMarkdown(['Генеральная Ассамблея,', ...lines].join('\n\n'))
  const { changes } = diff(
    text(
      '1. *призывает* государство — участник Конвенции обеспечить освещение опасного рифа;',
      '2. *просит* Генерального хранителя представить доклад;',
    ),
    text(
      '1. *просит* Генерального хранителя представить доклад;',
      '2. *приветствует* прилив;',
      '3. *настоятельно призывает* все государства — участников Конвенций при освещении опасных рифов помогать друг другу;',
    ),
  )
  t.deepEqual(
    changes.map(({ kind, old, new: now }) => `${kind} ${old}>${now}`),
    ['unchanged OP2>OP1', 'inserted >OP2', 'modified OP1>OP3'],
  )
})

test('letters that look alike are no change in a Russian text', (t) => {
  // The first letter of the second is Latin.
  t.is(canonical('ссылаясь на всё'), canonical('cсылаясь на все'))
  t.not(canonical('cape'), canonical('саре'))
})

test('simplify: a list of which every item was replaced is one edit, not a salad of items', (t) => {
  t.is(
    simplified(
      'barriers, such as poverty, market distortions, infrastructure gaps, and, in this regard, efforts',
      'barriers, and challenges of, job creation, resource management, and, in this regard, efforts',
      'phrases',
    ),
    'barriers, [-such as poverty, market distortions, infrastructure gaps-]{+and challenges of, job creation, resource management+}, and, in this regard, efforts',
  )
  // One item alone keeps the marks around it.
  t.is(
    simplified('lamps, towers, buoys and bells', 'lamps, stations, buoys and bells', 'phrases'),
    'lamps, [-towers-]{+stations+}, buoys and bells',
  )
})

test('words that come or go at the beginning take the space behind them, and a tab stays where it is', (t) => {
  const [short, long] = ['1.\tпринимает к сведению', '1.\tс признательностью принимает к сведению']
  const shown = (old: string, now: string) =>
    compareStretches(old, now).map(({ same, old: from, new: to }) => [
      same,
      old.slice(...from),
      now.slice(...to),
    ])
  t.deepEqual(
    shown(short, long).filter(([same]) => !same),
    [[false, '', 'с признательностью ']],
  )
  t.deepEqual(
    shown(long, short).filter(([same]) => !same),
    [[false, 'с признательностью ', '']],
  )
  for (const [old, now] of [
    [short, long],
    [long, short],
  ] as const) {
    t.is(
      shown(old, now)
        .map(([, one]) => one)
        .join(''),
      old,
    )
    t.is(
      shown(old, now)
        .map(([, , one]) => one)
        .join(''),
      now,
    )
  }
})
