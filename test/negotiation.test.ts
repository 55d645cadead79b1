/** Negotiating texts: brackets, options, who wants what, and the texts that choices give. */
import test from 'ava'
import fc from 'fast-check'
import {
  type Choice,
  cleanText,
  compareNegotiations,
  type Negotiation,
  type NegotiationComparison,
  parseNegotiation,
  rows,
} from '../src/index.js'
import { readGrammar } from '../src/language/files.js'
import { loadNegotiating } from '../src/language/negotiating.js'
import { negotiationDocument } from '../src/reports/negotiation/to-json.js'
import { runs } from './support/properties.js'
import { schemaFaults } from './support/schema.js'
import { word as docx, p, r } from './support/word.js'

const read = async (text: string): Promise<Negotiation> =>
  (await parseNegotiation(text, { format: 'markdown', name: 'rolling.md' })).negotiation

const front = '*The Conference of the Parties*,\n\n'
/** One operative paragraph with its preamble. */
const inParagraph = (words: string) => `${front}*Noting* the lamps,\n\n1. *Urges* all States ${words};\n`

/** What is told of each point, in short. */
const told = ({ points }: Negotiation) =>
  points.map(({ at, kind, options, by }) =>
    [at, kind, options.join(' | '), by.map(({ who, act }) => `${who} ${act}`).join(', ')]
      .filter((one) => one !== '')
      .join(': '),
  )

const clean = (
  negotiation: Negotiation,
  choose: Choice,
  points: Parameters<typeof cleanText>[1]['points'] = [],
) => rows(cleanText(negotiation, { choose, points }).tree).map(({ label, text }) => `${label} ${text}`.trim())

for (const language of ['en', 'fr', 'es'])
  test(`${language}: words match their examples, whole, and none of their counterexamples`, (t) => {
    const records = readGrammar(language).negotiation
    if (!records) return t.fail('there are words of negotiating texts')
    const words = loadNegotiating(language)
    for (const { id, examples, counterexamples } of [
      ...records.states,
      ...records.acts,
      ...records.patterns,
    ]) {
      for (const text of examples) t.true(words.matches(id, text), `${id} misses ${text}`)
      for (const text of counterexamples) t.false(words.matches(id, text), `${id} finds ${text}`)
    }
  })

// ------------------------------------------------------------- reading

const notations: readonly [words: string, point: string][] = [
  ['[in 2045]', 'OP1: optional: in 2045'],
  ['[to light][to dim] lamps', 'OP1: alternatives: to light | to dim'],
  ['[to light]/[to dim] lamps', 'OP1: alternatives: to light | to dim'],
  ['[shall/should] light lamps', 'OP1: alternatives: shall | should'],
  ['and[ more ]lamps', 'OP1: optional: more'],
  ['ratify[ing]', 'OP1: optional: ing'],
  ['[, where possible,] to act', 'OP1: optional: , where possible,'],
  ['[to act - Norland]', 'OP1: insert: to act: Norland propose'],
  ['[to act – Norland; G77 delete]', 'OP1: insert: to act: Norland propose, G77 delete'],
  [
    '[, as appropriate -G77; US, Canada, EU delete.]',
    'OP1: insert: , as appropriate: G77 propose, US delete, Canada delete, EU delete',
  ],
  [
    '[to act - EU, G77 retain / to wait - US]',
    'OP1: alternatives: to act | to wait: EU retain, G77 retain, US propose',
  ],
  ['[to act / to wait – CARICOM]', 'OP1: alternatives: to act | to wait: CARICOM propose'],
  ['[EU: to act]', 'OP1: insert: to act: EU propose'],
  ['[EU add: to act]', 'OP1: insert: to act: EU propose'],
  ['[to act][LMDC: to wait]', 'OP1: alternatives: to act | to wait: LMDC propose'],
  ['[to act] (US delete)', 'OP1: delete: to act: US delete'],
  ['[to act - US delete] now', 'OP1: delete: to act: US delete'],
  ['[to act - US and 3 others]', 'OP1: insert: to act: US and 3 others propose'],
  ['[INSERT: to act; DELETE: to wait]', 'OP1: alternatives: to wait | to act'],
  ['[DELETE: to wait]', 'OP1: delete: to wait'],
  ['[to act (EU)]', 'OP1: insert: to act: EU propose'],
  ['[five] [ten (India)] lamps', 'OP1: alternatives: five | ten: India propose'],
  ['[2031] [2032 – EU, Japan]', 'OP1: alternatives: 2031 | 2032: EU propose, Japan propose'],
  ['[shall] [should – US] act', 'OP1: alternatives: shall | should: US propose'],
  ['[to act] [US, Japan: reserve]', 'OP1: optional: to act: US object, Japan object'],
  ['[EU: to act / US: to wait]', 'OP1: alternatives: to act | to wait: EU propose, US propose'],
  ['to see the [need/importance]', 'OP1: alternatives: need | importance'],
  ['to act [and/or wait]', 'OP1: optional: and/or wait'],
  ['to see **new lamps** (EU) and buoys', 'OP1: insert: new lamps: EU propose'],
  ['[to act – US: retain agreed language]', 'OP1: optional: to act: US retain'],
  ['[to act, (EU, CANZ) (US: delete)] now', 'OP1: insert: to act,: EU propose, CANZ propose, US delete'],
  ['[to act] [delete – US, RF; EU retain]', 'OP1: delete: to act: US delete, RF delete, EU retain'],
  ['to act[.]/[; and]', 'OP1: alternatives: . | ; and'],
  ['~~to wait~~ (EU)', 'OP1: delete: to wait: EU delete'],
]
for (const [words, point] of notations)
  test(`read ${words}`, async (t) => {
    t.deepEqual(told(await read(inParagraph(words))), [point])
  })

test('two brackets that a space parts are two points', async (t) => {
  t.deepEqual(told(await read(inParagraph('[, each] [and every one,] to act'))), [
    'OP1: optional: , each',
    'OP1: optional: and every one,',
  ])
})

test('the opening words of a paragraph may be alternatives', async (t) => {
  const text = `${front}1. [Welcomes/Takes note of] the lamps;\n\n2. *[Urges* all States][*Invites* the harbours] to act;\n`
  t.deepEqual(told(await read(text)), [
    'OP1: alternatives: Welcomes | Takes note of',
    'OP2: alternatives: Urges all States | Invites the harbours',
  ])
})

test('opening words between strokes are alternatives, in italics too, and are proposed once', async (t) => {
  const lamps = async (words: string) =>
    told(await read(`${front}*Noting* the lamps,\n\n1. ${words} States to light lamps;\n`))
  t.deepEqual(await lamps('[*Urges*/*Encourages*/*Invites*]'), [
    'OP1: alternatives: Urges | Encourages | Invites',
  ])
  for (const words of ['[*Urges*][*Encourages* (EU)]', '[*Urges* / *Encourages* (EU)]'])
    t.deepEqual(await lamps(words), ['OP1: alternatives: Urges | Encourages: EU propose'], words)
})

test('a comma behind the names of parties is of the words that they propose', async (t) => {
  const negotiation = await read(inParagraph('[, within existing resources (EU, Japan),] to light lamps'))
  t.deepEqual(told(negotiation), ['OP1: insert: , within existing resources,: EU propose, Japan propose'])
  const [, keep] = clean(negotiation, 'keep')
  t.is(keep, 'OP1 Urges all States, within existing resources, to light lamps;')
})

test('points nest, and tell how deep', async (t) => {
  const { points } = await read(inParagraph('[to act [in 2045 [or 2046]]]'))
  t.deepEqual(
    points.map(({ id, depth, parent, options }) => [id, depth, parent, options[0]]),
    [
      ['p1', 1, null, 'to act in 2045 or 2046'],
      ['p2', 2, 'p1', 'in 2045 or 2046'],
      ['p3', 3, 'p2', 'or 2046'],
    ],
  )
})

test('brackets of notes, links, old numbers, blanks and marks are no points', async (t) => {
  const text = `${front}1. [17] *Urges* all States to act;[^1] [Agreed ad ref]

2. *Notes* [the report](https://example.org/report) in annex [x], by [year x], [Placeholder for a reference];

3. *Requests* a report. (agreed)

[^1]: A note.
`
  const negotiation = await read(text)
  t.deepEqual(told(negotiation), [])
  t.deepEqual(
    negotiation.blanks.map((blank) => blank.text),
    ['[x]', '[year x]', '[Placeholder for a reference]'],
  )
  t.deepEqual(
    negotiation.paragraphs.filter(({ state }) => state === 'agreed').map(({ at }) => at),
    ['OP1', 'OP3'],
  )
})

test('what a paragraph was numbered, and that it is new, are no words of it', async (t) => {
  const negotiation = await read(
    `*[The Conference of the Parties*,\n\n*Noting* the lamps,]\n\n1. [17] *Urges* States to act; (silence broken by Norland)\n\n1 bis NEW [EU: *Welcomes* the report;]\n\nOP2 [former OP3]. *Requests* a report.\n`,
  )
  t.deepEqual(
    negotiation.paragraphs.map(({ at, state }) => `${at} ${state ?? ''}`.trim()),
    ['', 'PP1', 'OP1 pending', 'OP1 bis', 'OP2'],
  )
  t.deepEqual(told(negotiation).slice(1), ['OP1 bis: insert: Welcomes the report;: EU propose'])
  t.deepEqual(clean(negotiation, 'keep'), [
    'PP1 Noting the lamps,',
    'OP1 Urges States to act;',
    'OP2 Welcomes the report;',
    'OP3 Requests a report.',
  ])
})

test('paragraphs that are put in, and those for others', async (t) => {
  const text = `${front}PP1. *Noting* the lamps,

PP1 bis. [*Recalling* the buoys,]

OP1. *Urges* States to act;

OP1 alt. [*Invites* States to act; - EU]

OP1 bis. [Norland: *Welcomes* the report;]

2. *Requests* a report.
`
  t.deepEqual(told(await read(text)), [
    'PP1 bis: optional: Recalling the buoys,',
    'OP1: alternative-paragraph: Urges States to act; | Invites States to act;: EU propose',
    'OP1 bis: insert: Welcomes the report;: Norland propose',
  ])
})

test('names may stand behind the label of a paragraph, or say what they want of all of it', async (t) => {
  const text = `${front}1. *Urges* States to act; [US: delete para]

1 alt (EU) *Invites* States to act;

1 bis. Norway and Iceland: *Welcomes* the report;

2. *Requests* a report. (G77: delete)
`
  t.deepEqual(told(await read(text)), [
    'OP1: alternative-paragraph: Urges States to act; | Invites States to act;: EU propose',
    'OP1: delete: Urges States to act;: US delete',
    'OP1 bis: insert: Welcomes the report;: Norway propose, Iceland propose',
    'OP2: delete: Requests a report.: G77 delete',
  ])
})

test('numbers of a text without an enacting formula are as printed', async (t) => {
  const text = '62. We keep the lamps. (Agreed)\n\nNew 65A. We keep the buoys [lit]. [pending]\n'
  const negotiation = await read(text)
  t.deepEqual(told(negotiation), ['65A: optional: lit'])
  t.deepEqual(
    negotiation.paragraphs.map(({ at, state }) => `${at} ${state}`),
    ['62 agreed', '65A pending'],
  )
})

test('without numbers a paragraph is counted, a text for it is not', async (t) => {
  const text = `${front}*Noting* the lamps,

Alt. [*Recalling* the lamps, - EU]

*Aware* of [the] buoys,

1. *Requests* a report.
`
  t.deepEqual(told(await read(text)), [
    'PP1: alternative-paragraph: Noting the lamps, | Recalling the lamps,: EU propose',
    'PP2: optional: the',
  ])
})

test('options hold what stands behind them, and end where the first one did', async (t) => {
  const text = `${front}1. *Urges* States

   **Option 1:** to light lamps,

   **Option 2:** to lay buoys [at once],

2. *Requests* a report.

**Option I:**

3. *Welcomes* the lamps;

4. *Notes* the buoys;

**Option II:** No text.

5. *Decides* to meet.
`
  t.deepEqual(told(await read(text)), [
    'OP1: options: to light lamps, | to lay buoys at once,',
    'OP1: optional: at once',
    'OP3: options: Welcomes the lamps; Notes the buoys; | No text.',
  ])
})

test('items of a list that each end the sentence are alternatives', async (t) => {
  const text = `${front}1. *Decides* that lamps should be lit

a) [by the States.]

b) [by the harbours.]
`
  t.deepEqual(told(await read(text)), ['OP1(a): alternatives: by the States. | by the harbours.'])
})

test('a bracket may go over several paragraphs', async (t) => {
  const text = `${front}*Noting* the lamps,\n\n1. [*Urges* States to act;\n\n2. *Invites* harbours [to wait];]\n\n3. *Requests* a report.\n`
  const negotiation = await read(text)
  t.deepEqual(told(negotiation), [
    'OP1: optional: Urges States to act; Invites harbours to wait;',
    'OP2: optional: to wait',
  ])
  t.deepEqual(negotiation.messages, [])
})

test('a bracket that does not pair is told with its paragraph, and costs no other its brackets', async (t) => {
  const text = `${front}*Noting* the [lamps,\n\n*Aware* of [the] buoys],\n\n1. *Urges* States [to act];\n`
  const negotiation = await read(text)
  t.deepEqual(told(negotiation), ['PP2: optional: the', 'OP1: optional: to act'])
  t.deepEqual(
    negotiation.messages.map(({ id, at }) => `${at} ${id}`),
    ['PP1 never-closed', 'PP2 never-opened'],
  )
  t.true(clean(negotiation, 'keep').includes('PP1 Noting the [lamps,'))
})

test('abbreviations that the text defines are names of parties', async (t) => {
  const text = `ABBREVIATIONS: NL = Norland; SL = Sudland\n\n${inParagraph('[to act - NL]')}`
  t.deepEqual(told(await read(text)), ['OP1: insert: to act: NL propose'])
})

test('a command in brackets is about words of its paragraph', async (t) => {
  const negotiation = await read(
    `${front}1. *Urges* all coastal States to act; [US: delete “coastal”] [EU: replace “act” with “light lamps”] [JPN: add “, where possible,” after “States”]

2. *Requests* a report [CH: insert “each year”]. [RF: delete “soon”]
`,
  )
  t.deepEqual(told(negotiation), [
    'OP1: delete: coastal: US delete',
    'OP1: replace: act | light lamps: EU propose',
    'OP1: insert: , where possible,: JPN propose',
    'OP2: insert: each year: CH propose',
  ])
  t.deepEqual(
    negotiation.messages.map(({ id, at }) => `${at} ${id}`),
    ['OP2 words-not-found'],
  )
  const first = (choose: Choice) => clean(negotiation, choose)[0]
  t.is(first('base'), 'OP1 Urges all coastal States to act;')
  t.is(first('all'), 'OP1 Urges all States, where possible, to light lamps;')
  t.is(first({ party: ['JPN'] }), 'OP1 Urges all coastal States, where possible, to act;')
  // What was not read stays as it was.
  t.is(clean(negotiation, 'all')[1], 'OP2 Requests a report each year. [RF: delete “soon”]')
})

test('texts for a paragraph that is not there are for each other, and have its number', async (t) => {
  const negotiation = await read(
    `${front}OP1. *Notes* the lamps;

OP2 alt 1 (EU) *Invites* harbours to act;

OP2 alt 2 (US) *Invites* harbours to wait;

OP3. *Requests* a report.
`,
  )
  t.deepEqual(told(negotiation), [
    'OP2: alternative-paragraph: Invites harbours to act; | Invites harbours to wait;: EU propose, US propose',
  ])
  for (const [party, words] of [
    ['EU', 'act'],
    ['US', 'wait'],
  ] as const)
    t.deepEqual(clean(negotiation, { party: [party] }), [
      'OP1 Notes the lamps;',
      `OP2 Invites harbours to ${words};`,
      'OP3 Requests a report.',
    ])
})

test('a number in brackets is a number, and a stroke in brackets touches the word before it', async (t) => {
  const negotiation = await read(
    `${front}5. *Urges* States to act and [/or] wait;

[5 bis.] *Notes* the lamps;

6. *Requests* a report.
`,
  )
  t.deepEqual(told(negotiation), ['OP5: optional: /or'])
  t.deepEqual(
    negotiation.paragraphs.map(({ at }) => at),
    ['', 'OP5', 'OP5 bis', 'OP6'],
  )
  t.deepEqual(clean(negotiation, 'keep'), [
    'OP5 Urges States to act and/or wait;',
    'OP6 Notes the lamps;',
    'OP7 Requests a report.',
  ])
})

test('an option that there be no text leaves none, and one that was not taken counts nothing', async (t) => {
  const negotiation = await read(
    `${front}1. *Notes* the lamps;

## Option 1

2. *Welcomes* the report;

3. *Decides* to meet;

## Option 2

[no paragraph]

4. *Requests* a report.
`,
  )
  t.deepEqual(told(negotiation), ['OP2: options: Welcomes the report; Decides to meet; | no paragraph'])
  t.deepEqual(clean(negotiation, 'last'), ['OP1 Notes the lamps;', 'OP2 Requests a report.'])
  const two = await read(
    `${front}1. *Notes* the lamps;

**Option 1:**

2. *Welcomes* the report;

3. *Decides* to meet;

**Option 2:**

2. *Welcomes* the lamps;

3. *Decides* to wait;

4. *Requests* a report.
`,
  )
  for (const choose of ['keep', 'last'] as const)
    t.deepEqual(
      clean(two, choose).map((line) => line.split(' ')[0]),
      ['OP1', 'OP2', 'OP3', 'OP4'],
    )
})

test('French and Spanish texts have words of their own, and English ones of the room', async (t) => {
  const french = await read(`*La Conférence des Parties*,

*Notant* les feux, [convenu ad ref]

1. *Prie* tous les États [d’agir – UE et Norvège ; G77 supprimer] [d’attendre – Suisse conserver] [US: delete];

2. *Invite* les ports [doivent/devraient] [Espace réservé au rapport]; [UE : remplacer « ports » par « quais »]

**Option 1 :** *Décide* de se réunir;

**Option 2 :** [pas de texte]

3. *Demande* un rapport.
`)
  t.deepEqual(french.language, 'fr')
  t.deepEqual(told(french), [
    'OP1: insert: d’agir: UE propose, Norvège propose, G77 delete',
    'OP1: delete: d’attendre: Suisse retain, US delete',
    'OP2: replace: ports | quais: UE propose',
    'OP2: alternatives: doivent | devraient',
    'OP2: options: Décide de se réunir; | pas de texte',
  ])
  const spanish = await read(`*La Conferencia de las Partes*,

*Observando* los faros, [acordado ad ref]

1. *Insta* a todos los Estados [a actuar – UE y Noruega; G77 suprimir] [deben/deberían] [Espacio reservado para el informe];

**Opción 1:** *Decide* reunirse;

**Opción 2:** Sin texto

2. *Pide* un informe.
`)
  t.deepEqual(spanish.language, 'es')
  t.deepEqual(told(spanish), [
    'OP1: insert: a actuar: UE propose, Noruega propose, G77 delete',
    'OP1: alternatives: deben | deberían',
    'OP1: options: Decide reunirse; | Sin texto',
  ])
  for (const text of [french, spanish])
    t.deepEqual(
      [text.blanks.length, text.paragraphs.filter(({ state }) => state === 'agreed').map(({ at }) => at)],
      [1, ['PP1']],
    )
})

// ------------------------------------------------------------- choosing

const rolling = `${front}*Noting* the lamps [and buoys], (agreed)

*Noting also* the harbours,

1. *Urges* States [, as appropriate,] to light [all][most] lamps;

1 bis. [EU: *Welcomes* the report;]

2. *[Invites* harbours to act; - US delete]

2 alt. [*Requests* harbours to act; - G77]

3. *Decides* to [meet - US] in 2045.
`
const outcomes: readonly [choose: Choice, text: string[]][] = [
  [
    'keep',
    [
      'lamps and buoys,',
      'States, as appropriate, to light all lamps;',
      'Welcomes the report;',
      'Invites harbours to act;',
      'to meet in 2045.',
    ],
  ],
  ['drop', ['lamps,', 'States to light all lamps;', 'Invites harbours to act;', 'to in 2045.']],
  [
    'last',
    [
      'lamps and buoys,',
      'States, as appropriate, to light most lamps;',
      'Welcomes the report;',
      'Requests harbours to act;',
      'to meet in 2045.',
    ],
  ],
  [
    'base',
    [
      'lamps and buoys,',
      'States, as appropriate, to light all lamps;',
      'Invites harbours to act;',
      'to in 2045.',
    ],
  ],
  [
    'all',
    [
      'lamps and buoys,',
      'States, as appropriate, to light most lamps;',
      'Welcomes the report;',
      'Requests harbours to act;',
      'to meet in 2045.',
    ],
  ],
  [
    { party: ['G77', 'EU'] },
    [
      'lamps and buoys,',
      'States, as appropriate, to light all lamps;',
      'Welcomes the report;',
      'Requests harbours to act;',
      'to in 2045.',
    ],
  ],
]
for (const [choose, text] of outcomes)
  test(`choose ${JSON.stringify(choose)}`, async (t) => {
    const lines = clean(await read(rolling), choose)
    const said = text.map((words) => lines.find((line) => line.endsWith(words)))
    t.deepEqual(
      said.filter((line) => line === undefined),
      [],
      lines.join('\n'),
    )
    t.is(lines.length, text.length + 1)
    t.deepEqual(
      lines.map((line) => line.split(' ')[0]),
      ['PP1', 'PP2', ...text.slice(1).map((_, index) => `OP${index + 1}`)],
    )
  })

test('one point may be chosen, and the choice holds in the next version of the text', async (t) => {
  const negotiation = await read(rolling)
  const point = negotiation.points.find(({ kind }) => kind === 'alternatives')
  if (!point) return t.fail('There are alternatives')
  const choice = { at: point.at, kind: point.kind, options: point.options, option: 2 }
  t.true(clean(negotiation, 'base', [choice]).some((line) => line.includes('light most lamps')))
  const next = await read(rolling.replace('[and buoys]', 'and buoys'))
  const { choices, unused } = cleanText(next, { choose: 'base', points: [choice] })
  t.is(choices.find(({ kind }) => kind === 'alternatives')?.option, 2)
  t.deepEqual(unused, [])
  const settled = await read(rolling.replace('[all][most]', 'all'))
  t.deepEqual(cleanText(settled, { choose: 'base', points: [choice] }).unused, [choice])
})

test('a paragraph that stands for another has its number', async (t) => {
  const text = `${front}OP1. *Urges* States to act;

OP2. [*Notes* the lamps; - EU]

**Option 1:**

OP3. *Decides* to meet;

**Option 2:**

OP3. *Decides* to wait;

OP3 bis alt (EU) *Invites* harbours to act;

OP4. *Requests* a report.
`
  t.deepEqual(clean(await read(text), { party: ['US'] }), [
    'OP1 Urges States to act;',
    'OP2 Decides to meet;',
    'OP3 Requests a report.',
  ])
  t.deepEqual(clean(await read(text), 'all').slice(2), [
    'OP3 Decides to wait;',
    'OP4 Invites harbours to act;',
    'OP5 Requests a report.',
  ])
})

test('an option in the middle of a sentence is joined to it', async (t) => {
  const text = `${front}1. *Urges* States to\n\n   **Option 1:** light lamps,\n\n   **Option 2:** lay buoys,\n\n2. *Requests* a report.\n`
  t.deepEqual(clean(await read(text), 'last'), ['OP1 Urges States to lay buoys,', 'OP2 Requests a report.'])
})

// ------------------------------------------------------------- versions

const became = ({ points }: NegotiationComparison) =>
  points.map(({ change, old, new: now, outcome }) => {
    const how = outcome ? `: ${outcome.how}${outcome.how === 'option' ? ` ${outcome.option}` : ''}` : ''
    return `${(now ?? old)?.options.join('/')} ${change}${how}`
  })

test('what became of each point in the next version, and who joined', async (t) => {
  const old = await read(`${front}*Noting* the lamps [and buoys],

1. *Urges* all States [, as appropriate,] to light [all][most][some] lamps [each night - Norland];

2. [*Invites* the harbours to act on their own account; - US delete]

3. *Decides* to meet [again - US] in 2045.
`)
  const next = await read(`${front}*Noting* the lamps and buoys, (agreed)

1. *Urges* all States [, as appropriate,] to light [all][most] lamps [each night - Norland, EU];

1 bis. [Sudland: *Welcomes* the report of the keepers;]

3. *Decides* to meet in 2045.
`)
  const comparison = compareNegotiations(old, next)
  t.deepEqual(became(comparison), [
    'and buoys closed: option 1',
    ', as appropriate, same',
    'all/most narrowed',
    'each night widened',
    'Invites the harbours to act on their own account; closed: cut',
    'Welcomes the report of the keepers; opened',
    'again closed: out',
  ])
  t.deepEqual(comparison.points[3]?.joined, [{ who: 'EU', act: 'propose' }])
  t.deepEqual([comparison.agreed, comparison.added, comparison.cut], [['PP1'], ['OP1 bis'], ['OP2']])
})

test('the outcome says which option was taken', async (t) => {
  const old = await read(
    `${front}1. [*Urges*][*Invites*] all States to light [every lamp][some lamps] in 2045;\n`,
  )
  const outcome = await read(`${front}1. *Invites* all States to light every lamp in 2045;\n`)
  t.deepEqual(became(compareNegotiations(old, outcome)), [
    'Urges/Invites closed: option 2',
    'every lamp/some lamps closed: option 1',
  ])
})

test('law: a text compared with itself has changed nothing, and every point of both texts is told once', async (t) => {
  await fc.assert(
    fc.asyncProperty(texts, texts, async (one, other) => {
      const [old, next] = [await read(one), await read(other)]
      t.true(compareNegotiations(old, old).points.every(({ change }) => change === 'same'))
      const { points } = compareNegotiations(old, next)
      t.is(points.filter((point) => point.old).length, old.points.length)
      t.is(points.filter((point) => point.new).length, next.points.length)
    }),
    { numRuns: runs(30) },
  )
})

// ------------------------------------------------------------- other formats

test('HTML: what is struck, deleted and inserted is a proposal', async (t) => {
  const page =
    '<p><i>The Conference of the Parties</i>,</p><p>1. <i>Urges</i> States <del>to wait</del><ins>to act</ins> <s>soon</s> (EU);</p>'
  const { negotiation } = await parseNegotiation(page, { format: 'html', name: 'rolling.html' })
  t.deepEqual(told(negotiation), ['OP1: replace: to wait | to act', 'OP1: delete: soon: EU delete'])
  t.deepEqual(clean(negotiation, 'all'), ['OP1 Urges States to act;'])
  t.deepEqual(clean(negotiation, 'base'), ['OP1 Urges States to wait soon;'])
})

const tracked = (change: 'ins' | 'del', author: string, inside: string) =>
  `<w:${change} w:id="1" w:author="${author}" w:date="2044-05-12T10:00:00Z">${inside}</w:${change}>`
const gone = (words: string) => r(words).replace(/w:t\b/gu, 'w:delText')

test('Word: tracked changes are proposals of their authors, and struck words are to go', async (t) => {
  const mark = '<w:pPr><w:rPr><w:ins w:id="9" w:author="Norland"/></w:rPr></w:pPr>'
  const bytes = docx(
    [
      p('The Conference of the Parties,'),
      p(
        `${r('1. Urges States')}${tracked('del', 'EU', gone(' to wait'))}${tracked('ins', 'EU', r(' to act'))}${r(' in 2045;')}`,
      ),
      `<w:p>${mark}${tracked('ins', 'Norland', r('Welcomes the report;'))}</w:p>`,
      p(`${r('2. Requests ')}<w:r><w:rPr><w:strike/></w:rPr><w:t>a report</w:t></w:r>${r(' [soon - US].')}`),
      p(`${r('3. ')}${tracked('del', 'G77', gone('Decides to meet.'))}`),
      p(
        `${r('4. Notes the lamps')}${tracked('ins', 'EU', tracked('del', 'G77', gone(' and buoys')))}${r('.')}`,
      ),
    ].join(''),
  )
  const { negotiation, messages } = await parseNegotiation(bytes, { name: 'rolling.docx' })
  t.deepEqual(told(negotiation), [
    'OP1: replace: to wait | to act: EU propose',
    'OP1 bis: insert: Welcomes the report;: Norland propose',
    'OP2: delete: a report',
    'OP2: insert: soon: US propose',
    'OP3: delete: Decides to meet.: G77 delete',
    'OP4: insert: and buoys: EU propose, G77 delete',
  ])
  t.deepEqual(
    messages.filter(({ ruleId }) => ruleId !== 'unknown-block'),
    [],
  )
  t.deepEqual(clean(negotiation, { party: ['Norland'] }), [
    'OP1 Urges States to wait in 2045;',
    'OP2 Welcomes the report;',
    'OP3 Requests a report.',
    'OP4 Decides to meet.',
    'OP5 Notes the lamps.',
  ])
})

test('Word: struck and underlined words are theirs whose names follow, brackets may go over runs', async (t) => {
  const run = (look: string, words: string) =>
    `<w:r><w:rPr>${look}</w:rPr><w:t xml:space="preserve">${words}</w:t></w:r>`
  const [italic, bold, line] = ['<w:i/>', '<w:b/>', '<w:u w:val="single"/>']
  const cut = '<w:pPr><w:rPr><w:del w:id="10" w:author="Egypt"/></w:rPr></w:pPr>'
  const bytes = docx(
    [
      p('The General Assembly,'),
      p(
        `${run(line, 'Recalling')}${r(' its resolution 78/12 [')}${run(italic, 'and')}${r(' 79/')}${r('3')}${r('], ')}${run(bold, '[Agreed ad ref]')}`,
      ),
      p(
        `${r('Noting the ')}${run('<w:strike/>', 'alarming ')}${run(line, 'worrying')}${r(' (EU) state of lamps,')}`,
      ),
      p(`${r('1. Urges States to [')}${tracked('ins', 'US', r('promptly '))}${r('light] lamps;')}`),
      p(
        `${r('2. Calls upon ')}${run(bold + line, 'the keepers and ')}${r('(JPN, ROK) the secretariat to report;')}`,
      ),
      `<w:p>${cut}${tracked('del', 'Egypt', gone('3. Requests the keepers to sing;'))}</w:p>`,
      p('3 alt. [EU: Invites the keepers to sing;]'),
      p(
        `${r('4. Decides to meet')}${tracked('ins', 'EU', r(' in 20'))}${tracked('ins', 'EU', r('46'))}${r('.')}`,
      ),
    ].join(''),
  )
  const { negotiation } = await parseNegotiation(bytes, { name: 'rolling.docx' })
  t.deepEqual(told(negotiation), [
    'PP1: optional: and 79/3',
    'PP2: replace: alarming | worrying: EU propose',
    'OP1: optional: promptly light',
    'OP1: insert: promptly: US propose',
    'OP2: insert: the keepers and: JPN propose, ROK propose',
    'OP3: delete: Requests the keepers to sing;: Egypt delete',
    'OP3: alternative-paragraph: Requests the keepers to sing; | Invites the keepers to sing;: EU propose',
    'OP4: insert: in 2046: EU propose',
  ])
  t.deepEqual(clean(negotiation, { party: ['EU'] }), [
    'PP1 Recalling its resolution 78/12 and 79/3,',
    'PP2 Noting the worrying state of lamps,',
    'OP1 Urges States to light lamps;',
    'OP2 Calls upon the secretariat to report;',
    'OP3 Invites the keepers to sing;',
    'OP4 Decides to meet in 2046.',
  ])
})

// ------------------------------------------------------------- laws

const word = fc.constantFrom('lamps', 'buoys', 'and', 'harbours', 'to light', 'all', 'in 2045', 'the keepers')
/** Words with brackets in them, which pair. */
const phrase: fc.Arbitrary<string> = fc.letrec<{ phrase: string }>((tie) => ({
  phrase: fc
    .array(
      fc.oneof(
        { weight: 4, arbitrary: word },
        { weight: 1, arbitrary: tie('phrase').map((inner) => `[${inner}]`) },
      ),
      { minLength: 1, maxLength: 5 },
    )
    .map((parts) => parts.join(' ')),
})).phrase
const texts = fc
  .array(phrase, { minLength: 1, maxLength: 5 })
  .map(
    (all) =>
      `${front}*Noting* the lamps,\n\n${all.map((one, at) => `${at + 1}. *Urges* States ${one};`).join('\n\n')}\n`,
  )

test('law: every bracket is in a point, and brackets taken out and put back give the text', async (t) => {
  await fc.assert(
    fc.asyncProperty(texts, async (text) => {
      const { paragraphs, points, messages } = await read(text)
      t.deepEqual(messages, [])
      const signs = points.flatMap((point) => point.signs)
      t.is(signs.length, text.replace(/[^[\]]/gu, '').length)
      paragraphs.forEach(({ text: { value } }, paragraph) => {
        const own = signs.filter((sign) => sign.paragraph === paragraph).sort((a, b) => a.start - b.start)
        t.is(own.map(({ start, end }) => value.slice(start, end)).join(''), value.replace(/[^[\]]/gu, ''))
      })
      const kept = clean(await read(text), 'keep')
      const bare = clean(await read(text.replace(/[[\]]/gu, '')), 'keep')
      t.deepEqual(kept, bare)
    }),
    { numRuns: runs(60) },
  )
})

test('law: a text with nothing open stays as it is, whatever is chosen', async (t) => {
  const bare = texts.map((text) => text.replace(/[[\]]/gu, ''))
  await fc.assert(
    fc.asyncProperty(
      bare,
      fc.constantFrom<Choice>('keep', 'drop', 'last', 'base', 'all', { party: ['EU'] }),
      async (text, choose) => {
        const negotiation = await read(text)
        t.deepEqual(negotiation.points, [])
        const { blocks } = { blocks: negotiation.paragraphs.map(({ text: one }) => one.value) }
        const result = clean(negotiation, choose)
        t.is(result.length, blocks.length - 1)
        for (const line of result)
          t.true(
            blocks.some((block) => block.endsWith(line.replace(/^\S+ /u, ''))),
            line,
          )
      },
    ),
    { numRuns: runs(40) },
  )
})

test('a text that is built to exhaust is read', async (t) => {
  const deep = await read(inParagraph(`${'['.repeat(5000)}lamps${']'.repeat(5000)}`))
  t.true(deep.points.length <= 50)
  t.true(deep.messages.length > 0)
  const wide = await read(inParagraph('[a]'.repeat(2000)))
  t.is(wide.points.length, 1)
})

test('law: what pairs nothing is never lost', async (t) => {
  const broken = fc
    .array(fc.constantFrom('[', ']', 'lamps', ' ', ' - EU', 'buoys', '/', '(US delete)', '[x]'), {
      minLength: 1,
      maxLength: 14,
    })
    .map((parts) => parts.join(''))
  await fc.assert(
    fc.asyncProperty(broken, async (words) => {
      const negotiation = await read(inParagraph(words))
      t.deepEqual(schemaFaults('brackets', negotiationDocument(negotiation, 'rolling.md')), [])
      const value = negotiation.paragraphs.map(({ text }) => text.value).join('')
      for (const letter of words.replace(/\s/gu, '')) t.true(value.includes(letter))
      const count = (of: string) => of.replace(/[^[\]]/gu, '').length
      const inPoints = new Set(
        negotiation.points.flatMap(({ signs }) =>
          signs.flatMap(({ paragraph, start, end }) =>
            Array.from({ length: end - start }, (_, at) => `${paragraph}:${start + at}`),
          ),
        ),
      )
      const paragraphs = negotiation.paragraphs.map(({ text }) => text.value)
      const told = [...inPoints].filter((one) =>
        /[[\]]/u.test(paragraphs[Number(one.split(':')[0])]?.[Number(one.split(':')[1])] ?? ''),
      ).length
      const blank = negotiation.blanks.reduce((sum, { text }) => sum + count(text), 0)
      t.true(told + blank + negotiation.messages.length <= count(value))
    }),
    { numRuns: runs(100) },
  )
})

// ------------------------------------------------------------- names that are apart

test('brackets that a space parts are one choice where both open the paragraph', async (t) => {
  const text = `${front}1. [*Requests*] [*Invites* – Norway] States to act;\n\n2. *Urges* [coastal] [and island – US] States to act;\n`
  t.deepEqual(told(await read(text)), [
    'OP1: alternatives: Requests | Invites: Norway propose',
    'OP2: optional: coastal',
    'OP2: insert: and island: US propose',
  ])
})

test('names alone in brackets behind a bracket, or behind an alternative, say who proposes it', async (t) => {
  const negotiation = await read(
    `${front}PP1 *Noting* the lamps,\n\nPP2 [*Recalling* the buoys,] [EU, Japan]\n\nPP2 bis [*Mindful* of masts,] [Holy See]\n\nOP1 *Urges* States to light lamps;\n\nOP1 alt *Encourages* States to light lamps; (EU)\n\nOP2 *Requests* [keepers] [EU] to report by [date], in [2041] [2042];\n`,
  )
  t.deepEqual(told(negotiation), [
    'PP2: insert: Recalling the buoys,: EU propose, Japan propose',
    'PP2 bis: insert: Mindful of masts,: Holy See propose',
    'OP1: alternative-paragraph: Urges States to light lamps; | Encourages States to light lamps;: EU propose',
    'OP2: insert: keepers: EU propose',
    'OP2: alternatives: 2041 | 2042',
  ])
  t.deepEqual(
    negotiation.blanks.map(({ text }) => text),
    ['[date]'],
  )
  // A new paragraph of the preamble is numbered as its neighbours are.
  t.deepEqual(clean(negotiation, { party: ['Holy See'] }).slice(0, 2), [
    'PP1 Noting the lamps,',
    'PP2 Mindful of masts,',
  ])
  t.deepEqual(clean(negotiation, { party: ['EU'] }).slice(0, 3), [
    'PP1 Noting the lamps,',
    'PP2 Recalling the buoys,',
    'OP1 Encourages States to light lamps;',
  ])
})
