/** Drafting rules: what each says of a text, and what it mends. */
import { readFileSync } from 'node:fs'
import test from 'ava'
import { unified } from 'unified'
import { VFile } from 'vfile'
import { fromMarkdown } from '../src/index.js'
import { loadDrafting } from '../src/language/drafting.js'
import { readGrammar } from '../src/language/files.js'
import { asPlugin, fixSource, lint, lintRules } from '../src/lint/index.js'
import { lintDocument, lintText, sarifFrame, sarifResults, workflowCommands } from '../src/reports/lint.js'
import { rulesPage } from '../src/reports/lint-rules.js'

const clean = `*The Conference of the Parties to the Convention on Lighthouses*,

*Recalling* its resolution 5/2 of 9 October 2031,

*Recalling also* its resolution 5/7 of 12 October 2031,[^1]

*Noting* that eleven stations went dark,

1. *Urges* States parties to relight every station, as set out in the present resolution;

2. *Requests* the secretariat to keep a register of lights, which contains:

(a) The position of each light;

(b) Its period and colour;

3. *Decides* to meet again.

[^1]: CLH/COP/5/INF.3.
`

const read = (source: string) => fromMarkdown(source, { language: 'en' })
const linted = (source: string) => lint(read(source), { source })
const said = (source: string) => linted(source).messages.map(({ rule, at }) => `${rule} ${at}`)

test('a text in good form gets no message', (t) => {
  t.deepEqual(said(clean), [])
})

/** The clean text with one thing in bad form: what the rule says, where, and the text mended. */
const faults: [rule: string, at: string, from: string, to: string, mends?: boolean][] = [
  ['PUN-001', 'PP3', 'went dark,', 'went dark;'],
  ['PUN-001', 'PP2', '12 October 2031,[^1]', '12 October 2031;[^1]'],
  ['PUN-002', 'OP1', 'resolution;\n', 'resolution,\n'],
  ['PUN-002', 'OP1', 'resolution;\n', 'resolution\n'],
  ['PUN-003', 'OP3', 'again.', 'again;'],
  ['PUN-004', 'OP2(a)', 'each light;', 'each light,'],
  ['PUN-004', 'OP2(b)', 'colour;', 'colour.'],
  ['PUN-005', 'OP2(a)', 'each light;', 'each light; and'],
  ['PUN-006', 'OP2(b)', 'Its period', 'its period'],
  ['PUN-007', 'OP2', 'contains:', 'contains;'],
  ['PUN-014', 'PP2', '2031,[^1]', '2031[^1],'],
  ['STR-003', 'organ', 'Lighthouses*,', 'Lighthouses*'],
  ['STR-006', 'OP2', '2. *Requests', '3. *Requests'],
  ['STR-008', 'OP2(a)(b)', '(b) Its', 'b) Its'],
  ['STR-021', 'OP1', 'every station', '[every] station', false],
  ['ITA-001', 'PP3', '*Noting* that', 'Noting that'],
  [
    'ITA-002',
    'organ',
    '*The Conference of the Parties to the Convention on Lighthouses*,',
    'The Conference of the Parties to the Convention on Lighthouses,',
  ],
  ['REP-001', 'PP2', '*Recalling also*', '*Recalling*'],
  ['REP-002', 'PP2', '*Recalling also*', '*Also recalling*'],
  ['REP-006', 'OP3', '*Decides*', '*Also decides*'],
  ['WRD-035', 'OP1', '*Urges*', '*Urge*'],
  ['WRD-036', 'PP3', '*Noting* that', '*Notes* that'],
  ['STR-009', 'OP2(a)', '(b) Its period and colour;\n\n', '', false],
  ['PUN-009', 'OP3', 'to meet again', 'to meet again. It will be soon', false],
  ['OPN-001', 'PP3', '*Noting*', '*Nothing*'],
  ['FTN-001', 'PP2', '2031,[^1]', '2031,[^9]'],
  ['FTN-002', 'note', 'INF.3.\n', 'INF.3\n'],
  ['XRF-001', 'OP1', 'as set out in the present resolution', 'as set out in paragraph 99 above', false],
]

test('a reference is mended where one figure makes it right', (t) => {
  const good = clean.replace('to meet again', 'to meet again on the register of paragraph 2 above')
  const bad = good.replace('paragraph 2 above', 'paragraph 82 above')
  t.is(fixSource(bad, (text) => linted(text).messages).source, good)
})

test('a gap in the numbers is told once, and all behind it are mended', (t) => {
  const bad = clean.replace('2. *Requests', '4. *Requests').replace('3. *Decides', '5. *Decides')
  t.deepEqual(said(bad), ['STR-006 OP2'])
  t.is(fixSource(bad, (text) => linted(text).messages).source, clean)
})

test('a comma behind the formula, and a number, where there is but one operative paragraph', (t) => {
  const formula = '*The Conference of the Parties*'
  t.deepEqual(said(`${formula},\n\n1. *Decides* to meet;\n\n2. *Requests* a report.\n`), ['STR-004 organ'])
  const single = `${formula},\n\n*Noting* the report,\n\n1. *Decides* to meet.\n`
  t.deepEqual(said(single), ['STR-007 OP1'])
  t.is(fixSource(single, (text) => linted(text).messages).source, single.replace('1. ', ''))
})

test('the rarer of two forms of one term is told', (t) => {
  const bad = clean
    .replace('again.', 'again with all States parties.')
    .replace('*Urges* States parties', '*Urges* States Parties')
    .replace('stations went', 'stations of States parties went')
  t.deepEqual(said(bad), ['WRD-017 OP1'])
})

const drafted = `A/C.2/86/L.7

Eighty-sixth session

**Ardania, Costal and Brenland: draft resolution**

**Lights**

*The General Assembly*,

*Noting* the report,

1. *Urges* States to act;

2. *Decides* to meet again.
`

test('the symbol is of the session of the head, and sponsors are in their order', (t) => {
  const names = (source: string) =>
    said(source).filter((one) => one.startsWith('STR-016') || one.startsWith('STR-022'))
  t.deepEqual(names(drafted), [])
  t.deepEqual(names(drafted.replace('/86/', '/85/')), ['STR-022 symbol'])
  t.deepEqual(names(drafted.replace('Ardania, Costal', 'Costal, Ardania')), ['STR-016 sponsors'])
})

for (const [rule, at, from, to, mends = true] of faults)
  test(`${rule}: “${to.replace(/\n/gu, '')}” is told${mends ? ', and mended' : ''}`, (t) => {
    const bad = clean.replace(from, to)
    t.not(bad, clean)
    t.true(said(bad).includes(`${rule} ${at}`), said(bad).join(', '))
    if (mends) t.is(fixSource(bad, (text) => linted(text).messages).source, clean)
  })

test('fixes compose: a text with many faults is mended, and mending it again changes nothing', (t) => {
  const bad = faults
    .filter(([, , , , mends = true]) => mends && true)
    .reduce((text, [, , from, to]) => text.replace(from, to), clean)
  const once = fixSource(bad, (text) => linted(text).messages)
  t.true(once.fixed > 5)
  t.deepEqual(
    fixSource(once.source, (text) => linted(text).messages),
    { source: once.source, fixed: 0, mended: [] },
  )
})

for (const language of ['en', 'fr', 'es', 'ru', 'zh', 'ar'])
  test(`words that break rules are found in the examples of ${language}, are mended, and not found in the counterexamples`, (t) => {
    const { lint: records } = readGrammar(language)
    const rules = loadDrafting(language)?.words ?? []
    t.true(rules.length >= 5)
    records?.words.forEach((record, at) => {
      const rule = rules[at]
      for (const [bad, good] of record.examples) {
        const [found] = rule?.find(bad) ?? []
        t.truthy(found, `${record.id} misses ${bad}`)
        if (found && good !== null) t.is(bad.slice(0, found.start) + found.fix + bad.slice(found.end), good)
        if (good !== null) t.deepEqual(rule?.find(good), [], `${record.id} finds what it wrote: ${good}`)
      }
      for (const text of record.counterexamples)
        t.deepEqual(rule?.find(text), [], `${record.id} finds ${text}`)
    })
  })

/** A text in good form in each language, and ways to spoil it. */
const others: Record<string, { good: string; faults: [rule: string, from: string, to: string][] }> = {
  fr: {
    good: `*La Conférence des Parties*,

*Rappelant* sa résolution 5/2 du 9 octobre 2031[^1],

1. *Prie* le secrétariat de tenir un registre des feux, qui indique\u00a0:

a) La position de chaque feu\u00a0;

b) Sa période\u00a0;

2. *Décide* de se réunir de nouveau.

[^1]: CLH/COP/5/INF.3.
`,
    faults: [
      ['PUN-001', '[^1],', '[^1];'],
      ['PUN-004', 'chaque feu\u00a0;', 'chaque feu,'],
      ['PUN-003', 'nouveau.', 'nouveau\u00a0;'],
      ['PUN-007', 'indique\u00a0:', 'indique\u00a0;'],
      ['PUN-014', '2031[^1],', '2031,[^1]'],
      ['STR-008', 'b) Sa', '(b) Sa'],
      ['WRD-036', '*Prie*', '*Priant*'],
    ],
  },
  es: {
    good: `*La Conferencia de las Partes*,

*Recordando* su resolución 5/2, de 9 de octubre de 2031[^1],

1. *Solicita* a la secretaría que lleve un registro de faros;

2. *Decide* volver a reunirse.

[^1]: CLH/COP/5/INF.3.
`,
    faults: [
      ['PUN-002', 'faros;', 'faros,'],
      ['PUN-014', '2031[^1],', '2031,[^1]'],
      ['STR-006', '2. *Decide', '3. *Decide'],
    ],
  },
  ru: {
    good: `*Конференция Сторон*,

*ссылаясь* на свою резолюцию 5/2 от 9 октября 2031 года[^1],

1. *просит* секретариат вести реестр огней;

2. *постановляет* собраться вновь.

[^1]: CLH/COP/5/INF.3.
`,
    faults: [
      ['PUN-001', '[^1],', '[^1];'],
      ['PUN-002', 'огней;', 'огней,'],
    ],
  },
  zh: {
    good: `*缔约方会议*，

*回顾*其2031年10月9日第5/2号决议，

1. *请*秘书处保存灯塔登记册；

2. *决定*再次举行会议。
`,
    faults: [
      ['PUN-001', '第5/2号决议，', '第5/2号决议,'],
      ['PUN-002', '登记册；', '登记册;'],
      ['PUN-003', '会议。', '会议；'],
    ],
  },
  ar: {
    good: `*إن مؤتمر الأطراف*،

*إذ يشير* إلى قراره 5/2 المؤرخ 9 تشرين الأول/أكتوبر 2031،

1 - *يطلب* إلى الأمانة أن تمسك سجلا للمنارات؛

2 - *يقرر* أن يجتمع مرة أخرى.
`,
    faults: [
      ['PUN-001', '2031،', '2031؛'],
      ['PUN-002', 'للمنارات؛', 'للمنارات،'],
    ],
  },
}

for (const [language, { good, faults }] of Object.entries(others))
  test(`${language}: a text in good form gets no message, each fault does, and is mended`, (t) => {
    const messages = (source: string) => lint(fromMarkdown(source, { language }), { source }).messages
    t.deepEqual(
      messages(good).map(({ rule, text }) => `${rule} ${text}`),
      [],
    )
    for (const [rule, from, to] of faults) {
      const bad = good.replace(from, to)
      t.not(bad, good)
      t.true(
        messages(bad).some((one) => one.rule === rule),
        `${rule} misses ${to}`,
      )
      t.is(fixSource(bad, messages).source, good, rule)
    }
  })

test('words between quotation marks are another text’s', (t) => {
  t.false(
    said(clean.replace('eleven stations went dark', 'the report “Lights of the UN system” was issued')).some(
      (one) => one.startsWith('WRD-013'),
    ),
  )
  t.true(said(clean.replace('eleven stations', 'stations of the UN system')).includes('WRD-013 PP3'))
})

test('a source without italics gets no message about them', (t) => {
  t.deepEqual(said(clean.replaceAll('*', '')), [])
})

test('severities: a profile’s, those asked for, and a comment that turns a rule off', (t) => {
  const bad = clean.replace('the present resolution', 'this resolution')
  const rules = (options: object) =>
    lint(read(bad), { source: bad, ...options }).messages.map(({ rule, severity }) => `${rule} ${severity}`)
  t.deepEqual(rules({}), ['WRD-001 warning'])
  t.deepEqual(rules({ profile: 'SC' }), [])
  t.deepEqual(rules({ severities: { 'WRD-001': 'error' } }), ['WRD-001 error'])
  t.deepEqual(said(`${bad}\n<!-- plenary-disable WRD-001 -->\n`), [])
})

test('a message says line and column of the words', (t) => {
  const bad = clean.replace('eleven stations', 'stations of the UN system')
  const [message] = linted(bad).messages
  const line = bad.split('\n')[(message?.line ?? 0) - 1] ?? ''
  t.is(line.slice((message?.column ?? 0) - 1).slice(0, 2), 'UN')
})

test('rules run as plugins of unified', (t) => {
  const bad = clean.replace('again.', 'again;')
  const rule = lintRules.find(({ id }) => id === 'PUN-003')
  t.truthy(rule)
  const file = new VFile(bad)
  unified()
    .use(asPlugin(rule as NonNullable<typeof rule>))
    .runSync(read(bad), file)
  t.is(file.messages.length, 1)
  t.like(file.messages[0], { ruleId: 'pun-003', source: 'plenary-lint', expected: ['cides to meet again.'] })
})

test('reports say the same, and nothing in them commands a terminal or a runner', (t) => {
  const bad = clean.replace('again.', 'again;').replace('eleven', 'eleven\u001B\u0007')
  const file = { file: 'a%,b:\n.md', ...linted(bad) }
  t.regex(lintText(file), /1 errors, 0 warnings/u)
  t.is(lintDocument(file).summary.error, 1)
  const sarif = JSON.parse(sarifFrame.open + JSON.stringify(sarifResults(file)[0]) + sarifFrame.close)
  t.is(sarif.runs[0].results[0].ruleId, 'PUN-003')
  t.deepEqual(JSON.parse(sarifFrame.empty).runs[0].results, [])
  t.regex(workflowCommands(file), /^::error file=a%25%2Cb%3A%0A\.md,line=\d+,col=\d+,title=PUN-003::/u)
  for (const text of [lintText(file), workflowCommands(file)])
    for (const character of ['\u001B', '\u0007']) t.false(text.includes(character))
})

test('docs/rules.md has every rule', (t) => {
  const page = readFileSync(new URL('../docs/rules.md', import.meta.url), 'utf8')
  t.is(page, rulesPage(lintRules), 'npm run rules writes it')
})

test('sponsors in Arabic are in order by their names without the article', (t) => {
  const text = (sponsors: string) =>
    `**${sponsors}: مشروع قرار**\n\n*إن الجمعية العامة*،\n\n*إذ تشير* إلى قرارها 84/1،\n\n1 - *تحث* الدول على أن تضيء مناراتها.\n`
  const found = (sponsors: string) =>
    lint(fromMarkdown(text(sponsors), { language: 'ar' }), { source: text(sponsors) }).messages.filter(
      ({ rule }) => rule === 'STR-016',
    )
  t.deepEqual(found('تونس والسنغال وعمان'), [])
  t.is(found('عمان والسنغال وتونس').length, 1)
})

test('the right form of an opener is the one that has its other words', (t) => {
  const { rightForm } = loadDrafting('fr') ?? {}
  t.is(rightForm?.('Prend acte du rapport,', 'preambular')?.form, 'Prenant acte')
})
