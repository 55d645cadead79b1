import test from 'ava'
import { compareStretches, compareTexts, diff } from '../src/diff/index.js'
import { readFacts } from '../src/diff/read-facts.js'
import { required } from '../src/diff/required.js'
import { fromText } from '../src/index.js'
import { load } from '../src/language/load.js'
import { sideText } from '../src/model/change.js'
import { base, renumber, run } from './support/diffs.js'
import { draft } from './support/drafts.js'

test('facts: numbers that came and went', (t) => {
  const result = run(
    base,
    base.map((line) => line.replace('2044', '2046')),
  )
  t.deepEqual(result.changes.at(-1)?.facts, [
    { kind: 'date', op: 'replace', old: '2044', new: '2046', text: '2046' },
  ])
})

const english = load('en')
const factsOf = (before: string, after: string) =>
  run([before], [after], { grammar: english }).changes[0]?.facts.map((fact) =>
    fact.op === 'replace' ? `${fact.kind} ${fact.old} > ${fact.new}` : `${fact.kind} ${fact.op} ${fact.text}`,
  )

test('facts: hedges, words of obligation and dates, by the grammar', (t) => {
  t.deepEqual(
    factsOf(
      '1. Decides that ports shall report to the Keeper-General before 4 May 2044;',
      '1. Decides that ports should report, as appropriate, to the Keeper-General before 5 May 2044;',
    ),
    ['obligation shall > should', 'date 4 May 2044 > 5 May 2044', 'hedge insert as appropriate'],
  )
  t.deepEqual(
    factsOf(
      '1. Urges States to ensure that every lamp of the northern capes is lit;',
      '1. Urges States to consider ensuring that every lamp of the northern capes is lit;',
    ),
    ['hedge insert to consider'],
  )
})

test('facts: whom a verb addresses, and sums of money', (t) => {
  t.deepEqual(
    factsOf(
      '1. Requests the Keeper-General to mend the lamps of the northern capes for $2 million;',
      '1. Requests Member States to mend the lamps of the northern capes for $1.5 million;',
    ),
    ['money $2 million > $1.5 million', 'addressee the Keeper-General > Member States'],
  )
})

test('facts: Ibid. that now points elsewhere is stale', (t) => {
  const lines = [
    'PP Recalling the Convention on Lighthouses,[^1]',
    'PP Recalling also the Protocol on buoys thereto,[^2]',
    '1. Decides to meet.',
  ]
  const notes = (first: string) => ({ notes: { 1: first, 2: 'Ibid., No. 70113.' } })
  const compare = (first: string) =>
    diff(draft(lines, notes('A/90/14.')), draft(lines, notes(first)), { grammar: english }).changes
  const [, second] = compare('A/90/15.')
  t.is(second?.kind, 'unchanged')
  t.deepEqual(second?.facts, [{ kind: 'footnote', op: 'stale', text: 'Ibid., No. 70113.' }])
  t.deepEqual(compare('A/90/14.')[1]?.facts, [])
})

test('facts: a citation is one fact, its digits are none', (t) => {
  const before = ['PP Recalling its resolution 4/7 on buoys and the 12 lamps of the northern capes,']
  const result = run(
    before,
    before.map((line) => line.replace('4/7', '5/7')),
  )
  t.deepEqual(result.changes[0]?.facts, [
    { kind: 'citation', op: 'replace', old: 'resolution 4/7', new: 'resolution 5/7', text: 'resolution 5/7' },
  ])
})

test('facts: an aside at the end of those who are asked is none of them, nor is another case of their name', (t) => {
  t.deepEqual(
    factsOf(
      '1. Requests the Keeper-General to mend lamps;',
      '1. Requests the Keeper-General, within the programme of work and budget and subject to the availability of resources, to mend lamps;',
    ),
    [
      'resources insert within the programme of work and budget',
      'resources insert subject to the availability of resources',
    ],
  )
  const told = (code: string, before: string, after: string) =>
    run([before], [after], { grammar: load(code) }).changes[0]?.facts.map(({ kind }) => kind)
  t.deepEqual(
    told(
      'es',
      '1. Pide a la Oficina del Guardián que: a) Repare las lámparas;',
      '1. Pide a la Oficina del Guardián que, dentro de los límites de los recursos existentes: a) Repare las lámparas;',
    ),
    ['resources'],
  )
  t.deepEqual(
    told(
      'ru',
      '1. настоятельно призывает государства-члены починить маяки;',
      '1. рекомендует государствам-членам починить маяки;',
    ),
    [],
  )
})

test('facts: a citation that stays is in the place of none that went, whatever leads to it', (t) => {
  const recalling = (cited: string) =>
    fromText(
      `L'Assemblée générale,\n\nRappelant ${cited},\n\n1. Invite les ports à allumer leurs feux;\n\n2. Décide de rester saisie de la question.\n`,
    )
  const { changes } = diff(
    recalling('ses résolutions 83/12 du 3 décembre 2028 et 84/9 du 9 décembre 2029'),
    recalling('sa résolution 84/9 du 9 décembre 2029'),
  )
  t.deepEqual(changes[0]?.facts, [
    { kind: 'citation', op: 'delete', text: 'ses résolutions 83/12' },
    { kind: 'date', op: 'delete', text: '3 décembre 2028' },
  ])
})

test('facts: a number of days is a cycle in words and in figures', (t) => {
  t.deepEqual(
    factsOf(
      '1. Requests the Keeper-General to report every ninety days;',
      '1. Requests the Keeper-General to report every one hundred and twenty days;',
    ),
    ['cycle every ninety days > every one hundred and twenty days'],
  )
})

test('facts: a form with an apostrophe or spaces is found however these are typed', (t) => {
  const french = load('fr')
  const found = (text: string) =>
    readFacts({ text, citations: [] }, french).map(({ kind, key }) => `${kind} ${key}`)
  for (const apostrophe of ['’', "'"])
    t.deepEqual(found(`Invite les ports à baliser, selon qu${apostrophe}il convient, les chenaux;`), [
      'hedge as-appropriate',
    ])
  t.deepEqual(found('Invite les ports à agir à\u00a0leur demande;'), ['hedge upon-request'])
})

test('facts: a reference that renumbering has broken is stale, one that was mended is not', (t) => {
  const pointer = '6. Invites pilots to report on the clockwork named in paragraph 3 above;'
  const before = [...base, pointer]
  const inserted = [
    ...base.slice(0, 4),
    '9. Invites sailors to report lamps that are dark;',
    ...base.slice(4),
  ]
  const stale = run(before, renumber([...inserted, pointer])).changes.at(-1)
  t.is(stale?.kind, 'unchanged')
  t.deepEqual(stale?.facts, [{ kind: 'reference', op: 'stale', text: 'paragraph 3 above', should: 'OP4' }])
  const mended = run(before, renumber([...inserted, pointer.replace('3 above', '4 above')])).changes.at(-1)
  t.false(mended?.facts.some(({ op }) => op === 'stale'))
  const cut = run(before, renumber([...base.slice(0, 5), ...base.slice(6), pointer])).changes.at(-1)
  t.deepEqual(cut?.facts, [{ kind: 'reference', op: 'stale', text: 'paragraph 3 above' }])
})

test('a footnote is no change of text, its words are a fact', (t) => {
  const lines = ['1. Welcomes the Rules on Lantern Oil[^1] of the Assembly of Keepers;']
  const before = draft(lines, { notes: { 1: 'See document K/12.' } })
  const after = draft(lines, { notes: { 1: 'See document K/13.' } })
  const none = draft(lines.map((line) => line.replace('[^1]', '')))
  t.like(diff(before, none, { grammar: null }).changes[0], {
    kind: 'unchanged',
    facts: [{ kind: 'footnote', op: 'delete' }],
  })
  t.is(diff(before, after, { grammar: null }).changes[0]?.facts.length, 1)
  t.is(diff(before, before, { grammar: null }).changes[0]?.facts.length, 0)
})

test('typography is no change, and is not lost', (t) => {
  const before = ['1. Welcomes the “Rules on Lantern Oil” – first edition – of the Keepers’ Assembly;']
  const after = ['1. Welcomes the "Rules on Lantern Oil" - first edition - of the Keepers\' Assembly;']
  const result = run(before, after)
  t.like(result.changes[0], { kind: 'unchanged', facts: [{ kind: 'typography' }] })
  t.deepEqual(after, [`1. ${sideText(required(result.changes, 0).edits, 'insert')}`])
})

test('typography is no edit beside words that changed, and both settings are kept', (t) => {
  const pairs = [
    [
      '1. Welcomes the lamp-oil survey of 2031-2033, and urges keepers to dim lanterns;',
      '1. Welcomes the lamp\u2011oil survey of 2031–2033, and urges keepers to trim lanterns;',
    ],
    [
      '1. Salue les « phares », et prie les gardiens; de veiller',
      '1. Salue les «\u00A0phares\u00A0», et prie les gardiens\u00A0; de dormir',
    ],
    ['1. يرحب بتقرير الحراس عن المنارات القديمة؛', '1. يرحـــب بتقرير الحـراس عن المنارات الجديدة؛'],
  ] as const
  for (const [before, after] of pairs) {
    const edits = compareTexts(before, after)
    t.is(edits.filter(({ op }) => op !== 'equal').length, 2, JSON.stringify(edits))
    t.is(sideText(edits, 'delete'), before)
    t.is(sideText(edits, 'insert'), after)
    for (const { op, text } of edits) if (op !== 'equal') t.regex(text, /^\p{L}+$/u)
  }
  // The seam of two paragraphs is no space between words.
  t.deepEqual(
    compareTexts('dim lamps;\nring bells', 'dim lamps; ring bells').map(({ op }) => op),
    ['equal', 'delete', 'insert', 'equal'],
  )
  const stretches = compareStretches('of 2031-2033, dim lanterns', 'of 2031–2033, trim lanterns')
  t.deepEqual(
    stretches.filter(({ same }) => !same),
    [{ same: false, old: [14, 17], new: [14, 18] }],
  )
})

test('front matter: symbol, title and sponsors whatever their order', (t) => {
  const before = draft(base, { symbol: 'CL/9/L.4', title: 'Lights', sponsors: ['Aland', 'Faroe', 'Skye'] })
  const after = draft(base, {
    symbol: 'CL/9/L.4/Rev.1',
    title: 'Lights',
    sponsors: ['Skye', 'Aland', 'Jura'],
  })
  const result = diff(before, after, { grammar: null })
  t.deepEqual(result.front, [
    { field: 'symbol', old: 'CL/9/L.4', new: 'CL/9/L.4/Rev.1' },
    { field: 'sponsors', joined: ['Jura'], left: ['Faroe'] },
  ])
  t.deepEqual(result.old, { symbol: 'CL/9/L.4', title: 'Lights' })
})

test('facts: a sum is the same however its currency is written, in each language', (t) => {
  const same: Record<string, [string, string, ...string[]]> = {
    en: [
      'Notes that USD 4 trillion are owed to keepers;',
      'Notes that 4 trillion United States dollars are owed to keepers;',
      'Notes that four trillion dollars are owed to keepers;',
    ],
    fr: ['Note que 4 millions de dollars des États-Unis sont dus ;', 'Note que $4 000 000 sont dus ;'],
    es: [
      'Observa que se deben 4 millones de dólares de los Estados Unidos;',
      'Observa que se deben USD 4.000.000;',
    ],
    ru: ['отмечает, что нужны 4 млн долл. США;', 'отмечает, что нужны 4 000 000 долларов США;'],
    zh: ['注意到需要500万美元；', '注意到需要5 000 000美元；'],
    ar: ['تلاحظ أن 4 ملايين دولار لازمة؛', 'تلاحظ أن 4 ملايين من دولارات الولايات المتحدة لازمة؛'],
  }
  for (const [language, [first, ...others]] of Object.entries(same)) {
    const grammar = load(language)
    const sum = (text: string) =>
      readFacts({ text, citations: [] }, grammar).flatMap(({ kind, key }) => (kind === 'money' ? key : []))
    t.is(sum(first).length, 1, first)
    for (const other of others) t.deepEqual(sum(other), sum(first), other)
  }
  t.deepEqual(factsOf('1. Decides to spend 500,000 dollars;', '1. Decides to spend $600,000;'), [
    'money 500,000 dollars > $600,000',
  ])
})

test('facts: days from one to another, and times of a year, are one date each', (t) => {
  t.deepEqual(
    factsOf(
      '1. Decides to meet from 5 to 9 May 2044, and to report by the end of September 2044;',
      '1. Decides to meet from 12 to 16 June 2044, and to report in the first quarter of 2045;',
    ),
    [
      'date from 5 to 9 May 2044 > from 12 to 16 June 2044',
      'date end of September 2044 > first quarter of 2045',
    ],
  )
  t.deepEqual(factsOf('1. Decides to report by May 2044;', '1. Decides to report by mid-2044;'), [
    'date May 2044 > mid-2044',
  ])
})

test('facts: a number that takes the place of another is told, although both sides have both', (t) => {
  t.deepEqual(
    factsOf(
      '1. Decides to appoint two pilots, one from a northern port and one from a southern port;',
      '1. Decides to appoint three pilots, two from northern ports and one from a southern port;',
    ),
    ['number two > three', 'number one > two'],
  )
})

test('facts: hundreds, tens and ones that a word joins are one number', (t) => {
  for (const [language, text] of [
    ['es', 'Lamenta la pérdida de cuarenta y cinco buques;'],
    ['fr', 'Déplore la perte de vingt et un navires ;'],
    ['en', 'Deplores the loss of one hundred and forty-five ships;'],
  ] as const) {
    const found = readFacts({ text, citations: [] }, load(language))
    t.deepEqual(
      found.filter(({ kind }) => kind === 'number').map(({ key }) => key),
      [{ es: '45', fr: '21', en: '145' }[language]],
    )
  }
})

test('facts: bodies that change places are told, and one that is asked beside others', (t) => {
  t.deepEqual(
    factsOf(
      '1. Requests the Keeper-General to bring the register to the attention of Governments;',
      '1. Requests Governments to bring the register to the attention of the Keeper-General;',
    ),
    ['addressee the Keeper-General > Governments'],
  )
  t.deepEqual(
    factsOf(
      '1. Encourages all relevant actors to support the Programme of Lamps;',
      '1. Encourages Member States and other relevant actors to support the Programme of Lamps;',
    ),
    ['quantifier delete all', 'addressee insert Member States'],
  )
})

test('facts: another form of a word for how much is owed, or how many are meant, is none', (t) => {
  const keys = (language: string, text: string) =>
    readFacts({ text, citations: [] }, load(language)).map(({ kind, key }) => `${kind} ${key}`)
  const same = (language: string, ...texts: string[]) => {
    const [first, ...others] = texts.map((text) => keys(language, text))
    t.true((first?.length ?? 0) > 0, texts[0])
    for (const other of others) t.deepEqual(other, first, texts.join(' / '))
  }
  same('en', 'the Board is to meet', 'the Boards are to meet')
  same('fr', 'tous les États doivent payer', 'toute ville doit payer')
  same('es', 'todos los puertos deben pagar', 'toda ciudad debe pagar')
  same('ru', 'все суда должны войти', 'всем судно должно войти')
  same('zh', '各国应在港口停泊', '各国应于港口停泊')
  same('ar', 'جميع الموانئ', 'لجميع الموانئ')
})

test('facts: what turns a sentence is told once, however many words do it', (t) => {
  const negations = (language: string, text: string) =>
    readFacts({ text, citations: [] }, load(language)).flatMap(({ kind, text: words }) =>
      kind === 'negation' ? words : [],
    )
  t.deepEqual(negations('fr', 'aucun navire n’entre et nul ne paie'), ['aucun', 'nul'])
  t.deepEqual(negations('fr', 'les navires n’entrent jamais'), ['jamais'])
  t.deepEqual(negations('es', 'no se pague nunca'), ['nunca'])
  t.deepEqual(negations('ru', 'ни одно судно не входит'), ['ни'])
  t.deepEqual(negations('ar', 'ألا تدخل السفن'), ['ألا'])
})

test('facts: Chinese words of obligation stand alone, and inside other words are none', (t) => {
  const found = (text: string) =>
    readFacts({ text, citations: [] }, load('zh')).flatMap(({ kind, key }) =>
      kind === 'obligation' ? key : [],
    )
  t.deepEqual(found('理事会应每年举行会议'), ['should'])
  t.deepEqual(found('理事会可每两年举行会议'), ['may'])
  t.deepEqual(found('应各国的请求，支持可持续的相应措施'), [])
})

test('facts: numbers in names, and words that count nothing, are no numbers', (t) => {
  t.deepEqual(
    factsOf(
      '1. Recalls the Decade of Lamps, which the Group of 20 and the 2030 Agenda support;',
      '1. Recalls the decades of lamps, which the Group of 77 and the 2063 Agenda support;',
    ),
    [],
  )
  const numbers: Record<string, string> = {
    en: 'the Group of 77 and the 2030 Agenda',
    fr: 'le Groupe des 77 et le Programme 2030',
    es: 'el Grupo de los 77 y la Agenda 2030',
    ru: 'Группы 77',
    zh: '77国集团和2030年可持续发展议程',
    ar: 'مجموعة ال 77 وخطة عام 2030',
  }
  for (const [language, text] of Object.entries(numbers))
    t.deepEqual(readFacts({ text, citations: [] }, load(language)), [], text)
})

test('facts: a text that is named before its paragraph is known as this one, whatever else was cited before', (t) => {
  const chinese = load('zh')
  const pointer = '回顾第4/7号决议，请各国报告本决议第2段所述的灯'
  const lines = ['敦促各国油漆浮标', '请各国维护灯塔的灯', pointer]
  const text = (all: readonly string[]) =>
    fromText(`大会，\n\n${all.map((one, at) => `${at + 1}. ${one}；`).join('\n\n')}`, { language: 'zh' })
  const compare = (own: string) => {
    const side = lines.map((one) => one.replace('本决议', own))
    const result = diff(text(side), text(['决定设立灯塔日', ...side]), { grammar: chinese })
    return result.changes.at(-1)?.facts.filter(({ kind }) => kind === 'reference')
  }
  t.deepEqual(compare('本决议'), [{ kind: 'reference', op: 'stale', text: '第2段', should: 'OP3' }])
  t.deepEqual(compare('该决议'), [])
})
