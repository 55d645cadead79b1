/** Merge: several parties' versions of one draft in one text. */
import test from 'ava'
import fc from 'fast-check'
import { fromMarkdown, toMarkdown } from '../src/index.js'
import { mergeWords } from '../src/merge/hunks.js'
import { compareVersions, merge, mergeCompared } from '../src/merge/index.js'
import { check } from '../src/model/tree/check.js'
import { rows } from '../src/model/tree/rows.js'
import type { Root } from '../src/model/tree/types.js'
import { mergeToText } from '../src/reports/merge/to-text.js'
import { cases } from './support/fixtures.js'
import { runs } from './support/properties.js'

const head = 'The Conference of the Parties to the Convention on Lighthouses,\n\n'
const recital = '*Recalling* its resolution 5/2 on the lamps of the northern coast,\n\n'
const list = [
  '1. *Urges* States parties to relight every station that is dark before the winter;',
  '2. *Requests* the secretariat to keep a public register of lights and of buoys;',
  '3. *Decides* to establish a voluntary fund for the repair of lenses.',
]
const text = (paragraphs: readonly string[]) => head + recital + paragraphs.join('\n\n')
const read = (paragraphs: readonly string[]) => fromMarkdown(text(paragraphs))
const base = () => read(list)
const versions = (trees: Record<string, Root>) =>
  Object.entries(trees).map(([party, tree]) => ({ party, tree }))
const words = (tree: Root) => rows(tree).map((row) => `${row.label} ${row.text}`)
const withLine = (at: number, line: string) => list.map((one, index) => (index === at ? line : one))

test('what one party changed, added or cut is taken, and the result renumbered', (t) => {
  const result = merge(
    base(),
    versions({
      North: read(
        withLine(
          0,
          '1. *Encourages* States parties to relight every station that is dark before the winter;',
        ),
      ),
      South: read([
        list[0] as string,
        '2. *Invites* ship owners to report dark lights;',
        ...list.slice(1).map((line, at) => line.replace(/^\d/u, String(at + 3))),
      ]),
      West: read(list.slice(0, 2)),
    }),
  )
  t.deepEqual(words(result.tree).slice(1), [
    'OP1 Encourages States parties to relight every station that is dark before the winter;',
    'OP2 Invites ship owners to report dark lights;',
    'OP3 Requests the secretariat to keep a public register of lights and of buoys;',
  ])
  t.is(result.conflicts, 0)
  t.deepEqual(
    result.paragraphs.map(({ base: old, label, by }) => [old, label, by]),
    [
      ['PP1', 'PP1', []],
      ['OP1', 'OP1', ['North']],
      [null, 'OP2', ['South']],
      ['OP2', 'OP3', []],
      ['OP3', null, ['West']],
    ],
  )
})

test('edits in different words of a paragraph are all taken; the same edit by two is one', (t) => {
  const result = merge(
    base(),
    versions({
      North: read(
        withLine(1, '2. *Requests* the secretariat to keep a free public register of lights and of buoys;'),
      ),
      South: read(
        withLine(
          1,
          '2. *Requests* the secretariat to keep a public register of lights, towers and of buoys;',
        ),
      ),
      East: read(
        withLine(1, '2. *Requests* the secretariat to keep a free public register of lights and of buoys;'),
      ),
    }),
  )
  const merged = result.paragraphs.find((one) => one.base === 'OP2')
  t.is(
    merged?.text,
    'Requests the secretariat to keep a free public register of lights, towers and of buoys;',
  )
  t.deepEqual(merged?.by, ['North', 'South', 'East'])
  t.false(merged?.conflict)
})

test('edits that touch are a conflict, with every reading and in brackets in the text', (t) => {
  const result = merge(
    base(),
    versions({
      North: read(
        withLine(
          0,
          '1. *Encourages* States parties to relight every station that is dark before the winter;',
        ),
      ),
      South: read(
        withLine(0, '1. *Demands* that States parties relight every station that is dark before the winter;'),
      ),
    }),
  )
  const clash = result.paragraphs.find((one) => one.base === 'OP1')
  t.true(clash?.conflict)
  t.is(clash?.text, null)
  t.deepEqual(
    clash?.proposals?.map(({ by }) => by),
    ['North', 'South'],
  )
  const line = words(result.tree).find((one) => one.startsWith('OP1')) ?? ''
  for (const said of ['Urges', 'Encourages', 'Demands', 'North', 'South']) t.true(line.includes(said), line)
  t.regex(mergeToText(result), /OP1 · conflict · North, South\n {2}North: Encourages/u)
})

test('what is told of a merge names the sub-paragraph in conflict, and counts; no word is left to fill in', (t) => {
  const draft = (year: string) =>
    fromMarkdown(
      `*The Conference of the Parties*,\n\n1. *Requests* the secretariat:\n\n(a) To count lamps;\n\n(b) To meet the keepers in ${year};\n\n2. *Decides* to remain seized of the matter.\n`,
    )
  const result = merge(draft('2031'), versions({ North: draft('2032'), South: draft('2033') }))
  for (const ui of ['en', 'fr', 'es', 'ru', 'zh', 'ar']) {
    const told = mergeToText(result, { ui })
    t.notRegex(told, /[{}]/u)
    t.regex(told, /\(b\) North\P{L}+To meet the keepers in 2032/u)
    t.notRegex(told, /Requests/u)
  }
  t.regex(mergeToText(result), /1 changed, 1 in conflict, 1 as in the base/u)
})

test('an edit of what another party cuts is a conflict', (t) => {
  const result = merge(
    base(),
    versions({
      North: read(
        withLine(2, '3. *Decides* to establish a voluntary fund for the repair of lenses and towers.'),
      ),
      South: read(list.slice(0, 2)),
    }),
  )
  const clash = result.paragraphs.find((one) => one.base === 'OP3')
  t.true(clash?.conflict)
  t.deepEqual(clash?.proposals, [
    { by: 'North', text: 'Decides to establish a voluntary fund for the repair of lenses and towers.' },
    { by: 'South', text: null },
  ])
})

test('a compilation has every change in brackets with who proposed it, and all words of the base', (t) => {
  const parties = versions({
    North: read([
      list[0] as string,
      '2. *Requests* the secretariat to keep a public register of lights, towers and of buoys;',
      '3. *Invites* owners to report dark lights;',
      (list[2] as string).replace('3.', '4.'),
    ]),
    South: read([
      (list[0] as string).replace(' before the winter', ''),
      '2. *Directs* the secretariat to keep a public register of lights and of buoys;',
    ]),
  })
  const { tree } = merge(base(), parties, { brackets: true })
  t.deepEqual(words(tree).slice(1), [
    'OP1 Urges States parties to relight every station that is dark [before the winter – South delete];',
    'OP2 [Requests / Directs – South] the secretariat to keep a public register of lights[, towers – North] and of buoys;',
    'OP3 [Invites owners to report dark lights; – North]',
    'OP4 [Decides to establish a voluntary fund for the repair of lenses. – South delete]',
  ])
})

test('a note that one party adds to words that stay is taken, and is in the compilation', (t) => {
  const noted = read([
    '1. *Urges* States parties to relight every station that is dark before the winter;[^1]',
    ...list.slice(1),
    '[^1]: Document CLH/1.',
  ])
  for (const brackets of [false, true])
    t.regex(
      toMarkdown(merge(base(), versions({ North: noted }), { brackets }).tree),
      /\[\^1\][\s\S]*^\[\^1\]: Document CLH\/1\.$/mu,
    )
  t.is(merge(base(), versions({ North: noted, South: base() })).conflicts, 0)
})

test('with whole paragraphs asked for, two edits of one paragraph conflict wherever they are', (t) => {
  const parties = () =>
    versions({
      North: read(
        withLine(1, '2. *Requests* the secretariat to keep a free public register of lights and of buoys;'),
      ),
      South: read(
        withLine(
          1,
          '2. *Requests* the secretariat to keep a public register of lights, towers and of buoys;',
        ),
      ),
    })
  t.is(merge(base(), parties()).conflicts, 0)
  t.is(merge(base(), parties(), { paragraphs: true }).conflicts, 1)
})

test('sub-paragraphs are merged one by one, and lettered anew', (t) => {
  const withParts = (parts: readonly string[]) =>
    fromMarkdown(`${head}${recital}1. *Requests* the secretariat to list:\n\n${parts.join('\n\n')}`)
  const parts = [
    '(a) The position of each light;',
    '(b) The colour of each light;',
    '(c) The period of each light.',
  ]
  const result = merge(
    withParts(parts),
    versions({
      North: withParts([
        parts[0] as string,
        '(b) The height of each light;',
        '(c) The colour of each light;',
        '(d) The period of each light.',
      ]),
      South: withParts([parts[0] as string, '(b) The exact colour of each light;', parts[2] as string]),
    }),
  )
  t.deepEqual(words(result.tree).slice(2), [
    'OP1(a) The position of each light;',
    'OP1(b) The height of each light;',
    'OP1(c) The exact colour of each light;',
    'OP1(d) The period of each light.',
  ])
})

test('notes of an added paragraph come along, and all are numbered in the order of their marks', (t) => {
  const noted = (middle: string, notes: string) =>
    fromMarkdown(
      `${head}${recital}1. *Takes note* of the report;[^1]\n\n${middle}3. *Decides* to meet again.[^2]\n\n${notes}`,
    )
  const result = merge(
    noted('', '[^1]: Document CLH/1.\n\n[^2]: Document CLH/2.'),
    versions({
      North: noted(
        '2. *Welcomes* the fund;[^7]\n\n',
        '[^1]: Document CLH/1.\n\n[^2]: Document CLH/2.\n\n[^7]: Document CLH/7.',
      ),
    }),
  )
  const markdown = toMarkdown(result.tree)
  t.regex(markdown, /fund;\[\^2\]/u)
  t.regex(markdown, /again\.\[\^3\]/u)
  t.regex(markdown, /^\[\^2\]: Document CLH\/7\.$/mu)
  t.regex(markdown, /^\[\^3\]: Document CLH\/2\.$/mu)
})

test('word by word: what was cut by one and edited by another clashes over the whole stretch', (t) => {
  const { taken, clashes } = mergeWords(
    'lamps, buoys and towers of the coast',
    new Map([
      ['North', 'lamps of the coast'],
      ['South', 'lamps, red buoys and towers of the coast'],
    ]),
  )
  t.deepEqual(taken, [])
  t.is(clashes.length, 1)
  t.deepEqual(
    clashes[0]?.readings.map(({ by }) => by),
    [['North'], ['South']],
  )
})

const edited = fc
  .array(fc.constantFrom('keep', 'cut', 'edit', 'add'), { minLength: 3, maxLength: 3 })
  .map((acts) =>
    acts.flatMap((act, at) => {
      const line = list[at] as string
      if (act === 'cut') return []
      if (act === 'edit') return [line.replace(/ the (?=[a-z]+[;.])/u, ' the whole ')]
      return act === 'add'
        ? [line, `${at + 1}. *Notes* the work of the ${['keepers', 'pilots', 'masters'][at]};`]
        : [line]
    }),
  )
  .filter((lines) => lines.length > 0)
  .map((lines) => read(lines.map((line, at) => line.replace(/^\d/u, String(at + 1)))))

test('laws: one party’s version is the result; a text merged with itself does not change; order matters only to names', (t) => {
  fc.assert(
    fc.property(edited, edited, (one, other) => {
      const same = base()
      t.deepEqual(words(merge(same, versions({ A: same, B: same })).tree), words(same))
      t.deepEqual(words(merge(same, versions({ A: one, B: same })).tree), words(one))
      t.deepEqual(words(merge(same, versions({ A: one, B: one })).tree), words(one))
      const [ab, ba] = [
        merge(same, versions({ A: one, B: other })),
        merge(same, versions({ B: other, A: one })),
      ]
      t.is(ab.conflicts, ba.conflicts)
      t.deepEqual([...words(ab.tree)].length, [...words(ba.tree)].length)
    }),
    { numRuns: runs(60) },
  )
})

test('versions that were compared once are merged several times, each time as the first', (t) => {
  const all = versions({
    EU: read(withLine(0, '1. *Encourages* States parties to relight every station that is dark;')),
    G77: read([...list.slice(0, 2), '3. *Invites* owners to report dark lights;', list[2] as string]),
    US: read(withLine(0, '1. *Asks* States parties to relight every station before the winter;')),
  })
  const compared = compareVersions(base(), all)
  for (let count = 1; count <= all.length; count++)
    for (const renumbered of [false, true])
      t.deepEqual(
        mergeCompared({ ...compared, versions: compared.versions.slice(0, count) }, { renumbered }),
        merge(base(), all.slice(0, count), { renumbered }),
        `${count} versions`,
      )
})

test('the version of one party alone is the result, whatever its paragraphs became', (t) => {
  const alone = (old: Root, now: Root) =>
    words(merge(old, versions({ North: now }), { renumbered: false }).tree).map((line) =>
      line.replace(/^\S* /u, ''),
    )
  const texts = (tree: Root) => rows(tree).map((row) => row.text)
  // The only recital lost its verb, and the part that held it is gone.
  const old = fromMarkdown(`${head}*Noting* the hours of the keepers of the lights,\n\n${list[0]}`)
  const bare = fromMarkdown('Notbng the hours of the keepers of the lights,\n')
  t.deepEqual(alone(old, bare), texts(bare))
  // A recital became a paragraph without a word changed.
  const recitals = fromMarkdown(`${head}${recital}${list.join('\n\n')}`)
  const numbered = fromMarkdown(`${head}${list.join('\n\n')}\n\n4. ${recital}`)
  t.deepEqual(alone(recitals, numbered), texts(numbered))
})

test('what one party alone made of the order, the parts and the formula is taken, with the words of others', (t) => {
  const [first = '', second = '', third = ''] = list
  const heads = 'The Conference of the Parties to the Convention on Lighthouses and Buoys,\n\n'
  const parts = [
    '### I\n\n### Registers',
    second.replace('2.', '1.'),
    '### II\n\n### Stations',
    first.replace('1.', '2.'),
    third,
  ]
  const north = fromMarkdown(heads + recital + parts.join('\n\n'))
  const south = read(withLine(2, third.replace('lenses', 'lenses and of lamps')))
  for (const parties of [
    { North: north, South: south },
    { South: south, North: north },
  ]) {
    const { tree, conflicts } = merge(base(), versions(parties))
    t.is(conflicts, 0)
    t.deepEqual(
      rows(tree).map(({ text }) => text),
      rows(north).map(({ text }) => text.replace('lenses', 'lenses and of lamps')),
    )
    t.regex(toMarkdown(tree), /Lighthouses and Buoys/u)
  }
})

test('what two parties put in the place of a paragraph that both cut is there once', (t) => {
  const both = read([list[0] as string, '2. *Welcomes* gifts of oil from coastal towns;', list[2] as string])
  const { tree, paragraphs } = merge(base(), versions({ North: both, South: both, West: base() }))
  t.deepEqual(words(tree), words(both))
  t.deepEqual(
    paragraphs.filter(({ by }) => by.length > 0).map(({ by }) => by),
    [
      ['North', 'South'],
      ['North', 'South'],
    ],
  )
})

test('a paragraph that became a part of another is there once, and a part that became one is there', (t) => {
  const alone = (old: Root, now: Root) =>
    rows(merge(old, versions({ North: now }), { renumbered: false }).tree).map((row) => row.text)
  const texts = (tree: Root) => rows(tree).map((row) => row.text)
  const whole = fromMarkdown(`${head}${recital}${list.join('\n\n')}`)
  const ahead = '4. *Encourages* coastal towns to give oil, and requests the secretariat:\n\n'
  const moved = fromMarkdown(`${head}${ahead}${recital}${list.join('\n\n')}`)
  t.true(rows(moved).some(({ role }) => role === 'continuation'))
  t.deepEqual(alone(whole, moved), texts(moved))
  t.deepEqual(alone(moved, whole), texts(whole))
})

test('what one party added is where it put it, between paragraphs of whatever part', (t) => {
  const added = (at: number, ...lines: string[]) => read(list.toSpliced(at, 0, ...lines))
  const now = added(1, '### Oil', '4. *Thanks* coastal towns for oil;')
  t.deepEqual(
    words(merge(base(), versions({ North: now, South: base() }), { renumbered: false }).tree),
    words(now),
  )
})

test('what a paragraph was divided into is in the parts where its version has it', (t) => {
  const last = '*Recalling* the lists of the lamps of the northern coast, which were last'
  const whole = fromMarkdown(`The General Assembly,\n\n${last} printed in 2039,\n\n${list.join('\n\n')}`)
  // The end of the recital stands in front of all, where no part holds it.
  const torn = fromMarkdown(`The General Assembly, printed in 2039,\n\n${last}\n\n${list.join('\n\n')}`)
  t.deepEqual(
    torn.children.map(({ type }) => type),
    ['unknown', 'resolution'],
  )
  for (const other of [whole, torn]) {
    const { tree } = merge(whole, versions({ North: torn, South: other }), { renumbered: false })
    t.deepEqual(check(tree), [])
    t.deepEqual(words(tree), words(torn))
  }
})

test('what one party spelt otherwise is taken where nobody changed the words, and clashes with no words', (t) => {
  const quoted = (marks: string, fund: string) =>
    read(withLine(2, `3. *Decides* to establish ${marks[0]}a voluntary fund${marks[1]} for the ${fund}.`))
  const old = quoted('""', 'repair of lenses')
  const north = quoted('“”', 'repair of lenses')
  const south = quoted('""', 'repair of lenses and lamps')
  for (const paragraphs of [false, true]) {
    const alone = merge(old, versions({ North: north, South: old }), { paragraphs })
    t.deepEqual([alone.conflicts, words(alone.tree)], [0, words(north)])
    const both = merge(old, versions({ North: north, South: south }), { paragraphs })
    t.deepEqual([both.conflicts, words(both.tree)], [0, words(south)])
  }
})

test('what stays behind a paragraph that several became is there once', (t) => {
  const text = cases().find(({ name }) => name === 'parse/markdown/tables-around-formula')?.input ?? ''
  const whole = fromMarkdown(text)
  // The formula is cut in its middle, and stands in front of all.
  const torn = fromMarkdown(text.slice(0, text.indexOf('n Buoys,')))
  for (const other of [whole, torn])
    t.deepEqual(
      words(merge(whole, versions({ North: torn, South: other }), { renumbered: false }).tree),
      words(torn),
    )
})
