import test from 'ava'
import { apply, diff, revert } from '../src/diff/index.js'
import { required } from '../src/diff/required.js'
import { load } from '../src/language/load.js'
import { loadScale, readScale, type Scale } from '../src/language/scales.js'
import { faults, flatten, sideText } from '../src/model/change.js'
import * as build from '../src/model/tree/build.js'
import { check } from '../src/model/tree/check.js'
import { rows } from '../src/model/tree/rows.js'
import { fromMarkdown } from '../src/pipeline.js'
import { base, brief, changed, redline, renumber, run } from './support/diffs.js'
import { draft } from './support/drafts.js'

const english = load('en')

test('the same draft twice is all unchanged', (t) => {
  const result = run(base, base)
  t.is(result.summary.unchanged, base.length)
  t.deepEqual(changed(result), [])
  t.deepEqual(result.front, [])
  t.deepEqual(
    flatten(result.changes).flatMap(({ facts, phrases }) => [...facts, ...phrases]),
    [],
  )
})

test('words: an edit is marked on whole words', (t) => {
  const after = base.map((line) => line.replace('every second year', 'every third year'))
  const result = run(base, after)
  t.deepEqual(changed(result), ['modified OP4>OP4'])
  t.is(
    redline(result.changes[6]),
    'Requests the Keeper-General to publish a list of wrecks every [-second-]{+third+} year;',
  )
  t.true(required(result.changes, 6).similarity > 0.9 && required(result.changes, 6).similarity < 1)
})

test('a number alone is no change of text', (t) => {
  const after = renumber([
    ...base.slice(0, 4),
    '9. Invites sailors to report lamps that are dark;',
    ...base.slice(4),
  ])
  const result = run(base, after)
  t.deepEqual(brief(result.changes).slice(3), [
    'unchanged OP1>OP1',
    'inserted >OP2',
    'unchanged OP2>OP3 renumbered',
    'unchanged OP3>OP4 renumbered',
    'unchanged OP4>OP5 renumbered',
    'unchanged OP5>OP6 renumbered',
  ])
  t.is(result.summary.renumbered, 4)
})

test('preambular paragraphs have no number to lose', (t) => {
  const result = run(base, ['PP Welcoming the new light at Cape Wrath,', ...base])
  t.is(result.summary.renumbered, 0)
})

test('bis is a renumbering', (t) => {
  const result = run(
    base,
    base.map((line) => line.replace(/^5\./u, '4 bis.')),
  )
  t.deepEqual(brief(result.changes).at(-1), 'unchanged OP5>OP4bis renumbered')
})

test('a deletion stands where it stood', (t) => {
  const result = run(base, renumber(base.filter((line) => !line.startsWith('3.'))))
  t.deepEqual(brief(result.changes).slice(3), [
    'unchanged OP1>OP1',
    'unchanged OP2>OP2',
    'deleted OP3>',
    'unchanged OP4>OP3 renumbered',
    'unchanged OP5>OP4 renumbered',
  ])
})

test('only what left its order has moved', (t) => {
  const result = run(base, renumber([...base.slice(0, 3), ...base.slice(-1), ...base.slice(3, -1)]))
  t.deepEqual(changed(result), ['unchanged OP5>OP1 moved renumbered'])
})

test('a paragraph may move and change', (t) => {
  const edited = required(base, 5).replace('young keepers', 'all new keepers')
  const result = run(base, renumber([...base.slice(0, 5), ...base.slice(6), edited]))
  t.deepEqual(changed(result), ['modified OP3>OP5 moved renumbered'])
})

test('a paragraph that was edited in its place did not move to its copy, seen from either side', (t) => {
  const copied = required(base, 5)
  const edited = copied.replace('young keepers', 'all new keepers')
  const after = [...base.slice(0, 5), edited, ...base.slice(6), copied.replace(/^\d+/u, String(base.length))]
  const told = changed(run(base, after))
  t.deepEqual(
    told.map((one) => one.split(' ')[0]),
    ['modified', 'inserted'],
  )
  t.deepEqual(
    changed(run(after, base))
      .map((one) => one.split(' ')[0])
      .sort(),
    ['deleted', 'modified'],
  )
})

test('a short boilerplate text elsewhere is no move', (t) => {
  const after = [...base.filter((line) => !line.startsWith('1.')), '6. Notes the adoption of the Rules;']
  const before = base.map((line) => line.replace(/^1\. .*/u, '1. Welcomes the adoption of the Rules;'))
  t.deepEqual(changed(run(before, after)), ['deleted OP1>', 'inserted >OP6'])
})

test('a split is one change with both pieces', (t) => {
  const whole =
    '2. Urges States parties to replace cracked lenses before the winter storms, and encourages lightships to carry a second bell;'
  const before = base.map((line) => (line.startsWith('2.') ? whole : line))
  const pieces = [required(base, 4), '3. Encourages lightships to carry a second bell;']
  const after = renumber([...base.slice(0, 4), ...pieces, ...base.slice(5)])
  const result = run(before, after)
  t.deepEqual(changed(result), ['split OP2>OP2+OP3'])
  const split = result.changes.find((change) => change.kind === 'split')
  t.is(sideText(split?.edits ?? [], 'insert').split('\n').length, 2)
  t.deepEqual(changed(run(after, before)), ['merged OP2+OP3>OP2'])
  // The verb is the same in both, only written large.
  t.deepEqual(split?.phrases, [])
})

test('a short piece is found in a long paragraph', (t) => {
  const long = `2. Urges ${Array.from({ length: 12 }, (_, i) => `the keeper of lamp ${i} at cape ${i * 7} to oil wheel ${i * 3}`).join(', ')}`
  const before = base.map((line) =>
    line.startsWith('2.') ? `${long}, and encourages lightships to carry two bells;` : line,
  )
  const after = renumber([
    ...base.slice(0, 4),
    `${long};`,
    '3. Encourages lightships to carry two bells;',
    ...base.slice(5),
  ])
  t.deepEqual(changed(run(before, after)), ['split OP2>OP2+OP3'])
})

test('boilerplate beside its like is no piece of it', (t) => {
  const after = renumber([
    ...base.slice(0, 7),
    '6. Requests the Keeper-General to publish a list of wrecks;',
    required(base, 7),
  ])
  t.deepEqual(changed(run(base, after)), ['inserted >OP5'])
})

test('equal texts keep their company', (t) => {
  const twin = 'Decides to keep this matter under review;'
  const before = [
    '1. Urges ports to ring bells in fog;',
    `2. ${twin}`,
    '3. Invites pilots to chart the reefs;',
    `4. ${twin}`,
  ]
  const after = ['1. Invites pilots to chart the reefs;', `2. ${twin}`]
  t.deepEqual(brief(run(before, after).changes), [
    'deleted OP1>',
    'deleted OP2>',
    'unchanged OP3>OP1 renumbered',
    'unchanged OP4>OP2 renumbered',
  ])
})

test('a paragraph rewritten in its place is a change, not a pair of strangers', (t) => {
  const after = base.map((line) =>
    line.startsWith('3.')
      ? '3. Encourages ports and island communities to teach clockwork to apprentice keepers;'
      : line,
  )
  t.deepEqual(changed(run(base, after)), ['modified OP3>OP3'])
})

test('a recital that became operative is a transfer', (t) => {
  const recital = required(base, 2).replace('PP Recognizing', '1. Recognizes').replace(/,$/u, ';')
  const result = run(base, renumber([...base.slice(0, 2), recital, ...base.slice(3)]))
  const transfer = result.changes.find((change) => change.oldRole !== undefined)
  t.deepEqual(
    [transfer?.oldRole, transfer?.role, ...(transfer?.old ?? [])],
    ['preambular', 'operative', 'PP3'],
  )
  t.is(transfer?.renumbered, false)
})

// ---------------------------------------------------------------- parts

const chapeau = '2. Urges States parties:'
const parts = [
  '(a) To replace cracked lenses before the winter storms;',
  '(b) To ring bells in fog at every harbour mouth;',
  '(c) To pay keepers on the first day of each month;',
]
const nested = [...base.slice(0, 4), chapeau, ...parts, ...base.slice(5)]

test('an added sub-paragraph modifies its paragraph and relabels the rest', (t) => {
  const after = [
    ...nested.slice(0, 6),
    '(b) To whitewash towers by midsummer;',
    '(c) To ring bells in fog at every harbour mouth;',
    '(d) To pay keepers on the first day of each month;',
    ...base.slice(5),
  ]
  const result = run(nested, after)
  t.deepEqual(changed(result), ['modified OP2>OP2'])
  const change = result.changes.find(({ old }) => old[0] === 'OP2')
  t.deepEqual(change?.edits, [{ op: 'equal', text: 'Urges States parties:' }])
  t.deepEqual(brief(change?.parts ?? []), [
    'unchanged OP2(a)>OP2(a)',
    'inserted >OP2(b)',
    'unchanged OP2(b)>OP2(c) renumbered',
    'unchanged OP2(c)>OP2(d) renumbered',
  ])
})

test('a sub-paragraph that changed paragraph is found', (t) => {
  const after = [
    ...base.slice(0, 4),
    chapeau,
    required(parts, 0),
    required(parts, 1),
    '3. Encourages ports:',
    '(a) To train young keepers in the care of clockwork;',
    '(b) To pay keepers on the first day of each month;',
    ...base.slice(6),
  ]
  const before = [
    ...base.slice(0, 4),
    chapeau,
    ...parts,
    '3. Encourages ports:',
    '(a) To train young keepers in the care of clockwork;',
    ...base.slice(6),
  ]
  const result = run(before, after)
  t.deepEqual(changed(result), ['modified OP2>OP2', 'modified OP3>OP3'])
  t.deepEqual(brief(result.changes[5]?.parts ?? []), [
    'unchanged OP3(a)>OP3(a)',
    'unchanged OP2(c)>OP3(b) moved renumbered',
  ])
})

test('text resumed after sub-paragraphs, and a paragraph without text of its own, are compared', (t) => {
  const before = ['1. -', '(a) To light the lamps at dusk;', '… and to keep them lit until dawn;']
  const after = ['1. -', '(a) To light the lamps at dusk;', '… and to keep them lit until noon;']
  const result = run(before, after)
  t.deepEqual(brief(result.changes), ['modified OP1>OP1'])
  t.deepEqual(result.changes[0]?.oldRows, [])
  t.deepEqual(brief(result.changes[0]?.parts ?? []), ['unchanged OP1(a)>OP1(a)', 'modified OP1>OP1'])
})

test('headings are compared and bear no label', (t) => {
  const result = run(['# Lamps and oil', ...base.slice(3)], ['# Lamps and lantern oil', ...base.slice(3)])
  const [heading] = result.changes
  t.deepEqual([heading?.role, heading?.kind, heading?.old, heading?.new], ['heading', 'modified', [], []])
})

// ---------------------------------------------------------------- verbs

const shifts: [string, string, string][] = [
  ['Urges', 'Encourages', 'weaker'],
  ['Encourages', 'Calls upon', 'stronger'],
  ['Encourages', 'Invites', 'lateral'],
  ['Notes', 'Welcomes', 'stronger'],
  ['Notes with concern', 'Notes', 'stance'],
  ['Condemns', 'Deplores', 'weaker'],
  ['Strongly condemns', 'Condemns', 'weaker'],
  ['Requests', 'Also requests', 'enumerator'],
  ['Requests', 'Calls upon', 'contested'],
]
for (const [old, now, shift] of shifts) {
  test(`verbs: ${old} → ${now} is ${shift}`, (t) => {
    const body = 'the ports of the northern capes to whitewash their towers;'
    const result = run([...base.slice(0, 3), `1. ${old} ${body}`], [...base.slice(0, 3), `1. ${now} ${body}`])
    const [phrase, ...others] = result.changes[3]?.phrases ?? []
    t.deepEqual([phrase?.lead, phrase?.old, phrase?.new, phrase?.shift], [true, old, now, shift])
    t.is(others.length, 0)
    t.is(phrase?.scales !== undefined, shift === 'contested')
    t.is(phrase && result.summary.verbs[phrase.shift], 1)
  })
}

test('verbs: a later one is compared in its own clause', (t) => {
  const body =
    '2. Notes the work of pilots, and urges lightships to carry a bell, and invites ports to pay for it;'
  const result = run([body], [body.replace('urges', 'encourages')])
  t.like(result.changes[0]?.phrases, {
    0: { lead: false, old: 'urges', new: 'encourages', shift: 'weaker' },
    length: 1,
  })
})

test('verbs: one that goes with its clause is dropped, one that comes is added', (t) => {
  const short = '2. Notes the work of pilots along the coast of the northern capes;'
  const long = short.replace(';', ', and urges lightships to carry a bell;')
  t.like(run([long], [short]).changes[0]?.phrases, {
    0: { old: 'urges', new: null, shift: 'dropped' },
    length: 1,
  })
  t.like(run([short], [long]).changes[0]?.phrases, {
    0: { old: null, new: 'urges', shift: 'added' },
    length: 1,
  })
})

// ---------------------------------------------------------------- apply

test('apply refuses a text that was not compared', (t) => {
  const result = run(base, base.slice(1))
  const texts = rows(draft(base)).map((row) => row.text)
  t.throws(
    () =>
      apply(
        result,
        texts.map((text, at) => (at === 2 ? 'Something else' : text)),
      ),
    { message: /Row 2/ },
  )
  t.throws(() => apply(result, texts.slice(1)))
  t.notThrows(() => revert(result, texts.slice(1)))
})

test('faults are found', (t) => {
  const result = run(base, base)
  t.deepEqual(faults(result), [])
  const twice = { ...result, changes: [required(result.changes, 0), required(result.changes, 0)] }
  t.true(faults(twice).some((fault) => fault.includes('stands twice')))
  const empty = {
    ...result,
    changes: [{ ...required(result.changes, 0), edits: [{ op: 'equal' as const, text: '' }] }],
  }
  t.true(faults(empty).some((fault) => fault.includes('empty')))
})

// ---------------------------------------------------------------- scales and enumerators

const verbChange = (old: string, now: string, scale?: Scale) => {
  const body = 'the ports of the northern capes to whitewash their towers;'
  return run([`1. ${old} ${body}`], [`1. ${now} ${body}`], { grammar: english, scale }).changes[0]?.phrases[0]
}

test('scales: the one that is chosen decides, a published or one’s own', (t) => {
  t.is(verbChange('Requests', 'Calls upon')?.shift, 'contested')
  t.is(verbChange('Requests', 'Calls upon', loadScale('mun-es'))?.shift, 'stronger')
  t.is(verbChange('Requests', 'Calls upon', loadScale('gruenberg-2009'))?.shift, 'weaker')
  const own = readScale('{"steps": [["urge"], ["encourage"]]}', 'own.json')
  t.is(verbChange('Urges', 'Encourages', own)?.shift, 'stronger')
  t.is(
    verbChange('Encourages', 'Calls upon', own)?.shift,
    'stronger',
    'what it does not rank, the grammar does',
  )
  t.throws(() => loadScale('none'), { message: /gruenberg-2009/u })
  t.throws(() => readScale('{"steps": "urge"}', 'bad.json'), { message: /bad\.json/u })
  t.throws(() => readScale('[', 'bad.json'), { message: /bad\.json/u })
})

test('degrees: a graver word of the same kind is stronger', (t) => {
  const change = (old: string, now: string) => {
    const compared = diff(
      fromMarkdown(`The General Assembly,\n\n${old} that lights are dark,\n\n1. Decides to rest.`),
      fromMarkdown(`The General Assembly,\n\n${now} that lights are dark,\n\n1. Decides to rest.`),
    )
    return compared.changes[0]?.phrases[0]?.shift
  }
  t.is(change('Deeply concerned', 'Gravely concerned'), 'stronger')
  t.is(change('Expressing grave concern', 'Expressing serious concern'), 'weaker')
  t.is(change('Deeply concerned', 'Concerned'), 'weaker')
  t.is(change('Concerned', 'Alarmed'), 'stronger')
})

test('enumerators: explained where the paragraph before has the same opener and addressee', (t) => {
  const oil = 'ports to keep a year of oil in store;'
  const glass = 'ports to keep a year of glass in store, and to say so in the register of the coast;'
  const changes = (before: string[], after: string[]) =>
    run(before, after, { grammar: english }).changes.flatMap(({ phrases }) =>
      phrases.map(({ shift, explained }) => [shift, explained]),
    )
  const urge = (...words: string[]) => words.map((text, index) => `${index + 1}. ${text}`)
  t.deepEqual(
    changes(urge(`Invites ${oil}`, `Urges ${glass}`), urge(`Urges ${oil}`, `Also urges ${glass}`)),
    [
      ['stronger', undefined],
      ['enumerator', true],
    ],
  )
  t.deepEqual(
    changes(urge(`Invites ${oil}`, `Urges ${glass}`), urge(`Invites ${oil}`, `Also urges ${glass}`)),
    [['enumerator', false]],
  )
  t.deepEqual(
    changes(
      urge(`Urges ${oil}`, `Also urges ${glass}`),
      urge(`Urges ${oil}`, '# Glass', `Urges ${glass}`).map((line) =>
        line.replace(/^\d+\. #/u, '#').replace('3.', '2.'),
      ),
    ),
    [['enumerator', true]],
  )
})

test('a request is an instruction to the organ’s own secretariat', (t) => {
  const compared = (now: string) =>
    diff(
      fromMarkdown(
        'The General Assembly,\n\n1. Requests the Secretary-General to report on lights;\n\n2. Decides to rest.',
      ),
      fromMarkdown(
        `The General Assembly,\n\n1. ${now} the Secretary-General to report on lights;\n\n2. Decides to rest.`,
      ),
    ).changes[0]?.phrases[0]?.shift
  t.is(compared('Calls upon'), 'weaker')
  t.is(compared('Invites'), 'weaker')
})

test('a paragraph may become a sub-paragraph, and a sub-paragraph a paragraph', (t) => {
  const list = '2. Decides that the register of lights shall hold:'
  const text = 'the name of the keeper who answers for the lamp of every northern cape'
  const before = [
    ...base.slice(0, 4),
    `2. Notes ${text};`,
    list.replace('2.', '3.'),
    '(a) The place of each light;',
  ]
  const after = [...base.slice(0, 4), list, '(a) The place of each light;', `(b) Also ${text};`]
  const [demoted, promoted] = [run(before, after), run(after, before)]
  const part = demoted.changes[4]?.parts?.[1]
  t.like(part, { old: ['OP2'], new: ['OP2(b)'], moved: true, role: 'subparagraph', oldRole: 'operative' })
  t.is(demoted.summary.deleted, 0)
  t.like(promoted.changes[4], { old: ['OP2(b)'], new: ['OP2'], oldRole: 'subparagraph', moved: true })
  t.is(promoted.summary.inserted, 0)
  t.deepEqual(faults(demoted), [])
  t.deepEqual(
    apply(
      demoted,
      rows(draft(before)).map((row) => row.text),
    ),
    rows(draft(after)).map((row) => row.text),
  )
})

test('a section that moved takes its paragraphs with it, also those that stand in another alike', (t) => {
  const section = (name: string, first: number, topic: string) => [
    `# ${name}`,
    `${first}. Notes the report of the inspectors on the ${topic} of the northern capes;`,
    `${first + 1}. Decides to keep the question under review at its next session in the harbour;`,
    `${first + 2}. Requests the Keeper-General to report on the ${topic} before the winter storms;`,
  ]
  const before = [
    ...section('Lamps', 1, 'lamps'),
    ...section('Buoys', 4, 'buoys'),
    ...section('Bells', 7, 'bells'),
  ]
  const after = [
    ...section('Bells', 1, 'bells'),
    ...section('Lamps', 4, 'lamps'),
    ...section('Buoys', 7, 'buoys'),
  ]
  const result = run(before, after)
  t.is(result.summary.unchanged, 12)
  t.deepEqual(
    result.changes.filter(({ moved }) => moved).flatMap(({ old }) => old),
    ['OP7', 'OP8', 'OP9'],
  )
})

test('rows of a table are compared with rows', (t) => {
  const text = (oil: number) =>
    `The General Assembly,\n\n1. Adopts the table of lamps;\n\n2. Decides to rest.\n\nAnnex\n\n| Station | Oil |\n|---|---|\n| Skerry Vore | ${oil} barrels |\n| Cape Gull | 7 barrels |\n`
  const result = diff(fromMarkdown(text(12)), fromMarkdown(text(14)))
  t.deepEqual(result.changes.filter(({ kind }) => kind !== 'unchanged').map(redline), [
    'Skerry Vore | [-12-]{+14+} barrels',
  ])
  t.is(result.changes.filter(({ role }) => role === 'table').length, 3)
})

test('enumerators: one that lost its reason is stale', (t) => {
  const oil = 'ports to keep a year of oil in store;'
  const glass = 'ports to keep a year of glass in store, and to say so in the register;'
  const before = [`1. Urges ${oil}`, `2. Also urges ${glass}`]
  const stale = (after: string[]) =>
    run(before, after, { grammar: english }).changes.flatMap(({ facts }) =>
      facts.filter(({ op }) => op === 'stale'),
    )
  t.deepEqual(stale([`1. Invites ${oil}`, `2. Also urges ${glass}`]), [
    { kind: 'enumerator', op: 'stale', text: 'Also urges' },
  ])
  t.deepEqual(stale(before), [])
})

test('verbs: a form that renders several verbs is no change from one of them', (t) => {
  const lead = (verb: string, words: string, alternatives?: string[]) => {
    const clause = build.phrase(
      { role: 'operative', lead: true, verb, ...(alternatives && { alternatives }) },
      [words],
    )
    const paragraph = build.operativeParagraph({ label: null, number: null, ordinal: 1 }, [
      build.clause([clause, ' that lamps are dear.']),
    ])
    return build.root([build.resolution([build.operative([paragraph])])])
  }
  const both = lead('recognize', 'Deems', ['consider'])
  t.is(diff(both, lead('consider', 'Considers')).changes[0]?.phrases[0]?.shift, 'lateral')
  t.deepEqual(check(both), [])
  t.is(check(lead('recognize', 'Deems', 'consider' as unknown as string[])).length, 1)
})

test('a section that comes is told by its heading alone', (t) => {
  const acts = ['1. *Urges* ports to light their lamps;', '2. *Decides* to meet again.']
  const text = (...lines: string[]) =>
    fromMarkdown(['*The General Assembly*,', '*Recalling* its resolution 88/4,', ...lines].join('\n\n'))
  const result = diff(text(...acts), text('**I. Lamps**', acts[0] ?? '', '**II. Meetings**', acts[1] ?? ''))
  t.deepEqual(result.matter, [])
  t.is(result.changes.filter(({ kind, role }) => kind === 'inserted' && role === 'heading').length, 2)
})

test('moves: one word of a list, and a short recital behind the same verb', (t) => {
  const text = (recitals: string[], items: string[]) =>
    fromMarkdown(
      [
        '*The General Assembly*,',
        ...recitals,
        '1. *Requests* the Keeper to hold every year:',
        ...items.map((item, at) => `(${'abc'[at]}) ${item}`),
        '2. *Decides* to meet again.',
      ].join('\n\n'),
    )
  const [first, second] = ['*Deeply concerned* at wrecked ferries,', '*Noting* the guild of pilots,']
  const { changes } = diff(
    text([first, second], ['Counts of lamps;', 'Inspections of buoys and bells;', 'Drills;']),
    text(
      [second, first.replace('Deeply concerned', 'Concerned').replace('ferries', 'ferries and lost buoys')],
      ['Drills;', 'Counts of lamps;', 'Inspections of buoys and bells;'],
    ),
  )
  const shown = (change?: (typeof changes)[number]) =>
    change && [change.kind, change.moved, ...change.phrases.map(({ shift }) => shift)]
  t.deepEqual(shown(changes.find(({ new: [label] }) => label === 'PP2')), ['modified', true, 'weaker'])
  const drills = changes.find(({ new: [label] }) => label === 'OP1')?.parts?.[0]
  t.deepEqual([shown(drills), drills?.old], [['unchanged', true], ['OP1(c)']])
})
