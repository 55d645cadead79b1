import test from 'ava'
import { fromMarkdown, fromText, outline } from '../src/index.js'
import type { AnyNode } from '../src/model/tree/types.js'

/** Labels, verbs and languages: `1)` is a paragraph's number where the document counts so. */
const styles: [name: string, language: string, text: string][] = [
  [
    '一、',
    'zh',
    '大会，\n\n回顾其关于浮标的第98/3号决议，\n\n一、促请各国设置浮标；\n\n二、决定继续处理此案。',
  ],
  [
    '（1）',
    'zh',
    '大会，\n\n回顾其关于浮标的第98/3号决议，\n\n（1）促请各国设置浮标；\n\n（2）决定继续处理此案。',
  ],
  [
    '-1',
    'ar',
    'إن الجمعية العامة،\n\nإذ تشير إلى قرارها 98/3،\n\n-1 تحث الدول على وضع العوامات؛\n\n-2 تقرر أن تبقي المسألة قيد النظر.',
  ],
  [
    '№ 1',
    'ru',
    'Генеральная Ассамблея,\n\nссылаясь на свою резолюцию 98/3,\n\n№ 1 призывает государства установить буи;\n\n№ 2 постановляет продолжать заниматься этим вопросом.',
  ],
  [
    '1.-',
    'es',
    'La Asamblea General,\n\nRecordando su resolución 98/3,\n\n1.- Pide a los Estados que instalen boyas;\n\n2.- Decide seguir ocupándose de la cuestión.',
  ],
  [
    '1°',
    'fr',
    'L’Assemblée générale,\n\nRappelant sa résolution 98/3,\n\n1° Prie les États de mouiller des bouées ;\n\n2° Décide de rester saisie de la question.',
  ],
  [
    'Primero.',
    'es',
    'La Asamblea General,\n\nRecordando su resolución 98/3,\n\nPrimero. Pide a los Estados que instalen boyas;\n\nSegundo. Decide seguir ocupándose de la cuestión.',
  ],
  [
    'One.',
    'en',
    'The General Assembly,\n\nRecalling its resolution 98/3,\n\nOne. Urges States to moor buoys;\n\nTwo. Decides to remain seized.',
  ],
  [
    'أولا -',
    'ar',
    'إن الجمعية العامة،\n\nإذ تشير إلى قرارها 98/3،\n\nأولا - تحث الدول على وضع العوامات؛\n\nثانيا - تقرر أن تبقي المسألة قيد النظر.',
  ],
  [
    'Thirdly,',
    'en',
    'The General Assembly,\n\nRecalling its resolution 98/3,\n\nFirstly, urges States to moor buoys;\n\nSecondly, decides to remain seized.',
  ],
  [
    'Premièrement,',
    'fr',
    'L’Assemblée générale,\n\nRappelant sa résolution 98/3,\n\nPremièrement, prie les États de mouiller des bouées ;\n\nDeuxièmement, décide de rester saisie de la question.',
  ],
  [
    'Первое.',
    'ru',
    'Генеральная Ассамблея,\n\nссылаясь на свою резолюцию 98/3,\n\nПервое. Призывает государства установить буи;\n\nВторое. Постановляет продолжать заниматься этим вопросом.',
  ],
  [
    'Во-первых,',
    'ru',
    'Генеральная Ассамблея,\n\nссылаясь на свою резолюцию 98/3,\n\nВо-первых, призывает государства установить буи;\n\nВо-вторых, постановляет продолжать заниматься этим вопросом.',
  ],
  [
    '第一，',
    'zh',
    '大会，\n\n回顾其关于浮标的第98/3号决议，\n\n第一，促请各国设置浮标；\n\n第二，决定继续处理此案。',
  ],
  [
    'a bullet before the number',
    'en',
    'The General Assembly,\n\nRecalling its resolution 98/3,\n\n1. Urges States to moor buoys;\n\n\uf0b7 2. Decides to remain seized.',
  ],
  [
    'l. and 2.Decides',
    'en',
    'The General Assembly,\n\nRecalling its resolution 98/3,\n\nl. Urges States to moor buoys;\n\n2.Decides to remain seized.',
  ],
  [
    'marks that are not seen',
    'en',
    'The General Assembly,\n\n\u200FRe\u00ADcalling its resolution 98/3,\n\n\u200E1. Urges States to moor buoys;\n\n2. Decides to remain seized.',
  ],
  [
    'controls',
    'en',
    'The General Assembly,\n\nRecall\u0081ing its resolution 98/3,\n\n1. Ur\u007Fges States to moor buoys;\n\n2. Decides to remain seized.',
  ],
  [
    'letters that look alike',
    'en',
    'The General Assembly,\n\nR\u0435calling its resolution 98/3,\n\n1. Urg\u0435s States to moor buoys;\n\n2. Decides to remain seized.',
  ],
]

for (const [name, language, text] of styles)
  test(`${language}: ${name}`, (t) => {
    const { rows } = outline(fromText(text, { language }))
    t.deepEqual(
      rows.map(({ label }) => label),
      ['PP1', 'OP1', 'OP2'],
    )
    for (const { phrase, verb } of rows) {
      t.truthy(verb)
      t.regex(phrase ?? '', /^\p{L}/u)
    }
  })

test('what numbers parts in one document numbers paragraphs in another', (t) => {
  const text =
    'The General Assembly,\n\n1. Urges States:\n\n(1) To moor buoys;\n\n(2) To report;\n\n2. Decides to remain seized.'
  const { rows } = outline(fromText(text))
  t.deepEqual(
    rows.map(({ label }) => label),
    ['OP1', 'OP1(1)', 'OP1(2)', 'OP2'],
  )
})

test('a document may be a piece of one', (t) => {
  const { rows } = outline(fromText('10. Urges States to moor buoys;\n\n11. Requests a report;'))
  t.deepEqual(
    rows.map(({ label }) => label),
    ['OP10', 'OP11'],
  )
})

const recital = 'The General Assembly,\n\nRecalling its resolution 98/3,\n\n'
/** How a first and a second paragraph may be numbered; the count alone tells that they are. */
const shapes: readonly (readonly [string, string])[] = [
  ['1 – ', '2 – '],
  ['1/ ', '2/ '],
  ['[1] ', '[2] '],
  ['1.º ', '2.º '],
  ['1\t', '2\t'],
  ['No. 1 ', 'No. 2 '],
  ['Para. 1. ', 'Para. 2. '],
  ['(OP1) ', '(OP2) '],
  ['O.P. 1 ', 'O.P. 2 '],
  ['op1 – ', 'op2 – '],
  ['① ', '② '],
  ['I. ', 'II. '],
  ['I – ', 'II – '],
  ['A. ', 'B. '],
  ['(a) ', '(b) '],
]

for (const [first, second] of shapes)
  test(`numbers in a shape of their own: ${first.trim()}`, (t) => {
    const text = `${recital}${first}Urges States to moor buoys;\n\n${second}Decides to remain seized.`
    const { rows } = outline(fromText(text))
    t.deepEqual(
      rows.map(({ label, verb }) => [label, verb]),
      [
        ['PP1', 'recall'],
        ['OP1', 'urge'],
        ['OP2', 'decide'],
      ],
    )
  })

test('letters count parts where a colon or a paragraph announces them', (t) => {
  for (const chapeau of ['Decides:', 'Decides to meet;']) {
    const { rows } = outline(
      fromText(`${recital}${chapeau}\n\n(a) Requests for buoys are granted;\n\n(b) Notes.`),
    )
    t.false(rows.some(({ label }) => label === 'OP2' || label === 'OP3'))
  }
})

test('bullets below recitals are paragraphs where they ask, and their like is one too', (t) => {
  const text = `${recital}• Urges States to moor buoys;\n\n• Blesses the keepers;\n\n• Requests them:\n\n• To rest.`
  t.deepEqual(
    outline(fromText(text)).rows.map(({ label }) => label),
    ['PP1', 'OP1', 'OP2', 'OP3', 'OP3(•)'],
  )
})

test('the small circle that Word exports as a letter opens an item', (t) => {
  const text =
    'The General Assembly,\n\nRecalling its resolution 98/3,\n\n1. Urges States:\n\no Moor buoys;\no Light lamps;\n\n2. Decides to meet.'
  t.deepEqual(
    outline(fromText(text)).rows.map(({ role, text: words }) => [role, words]),
    [
      ['preambular', 'Recalling its resolution 98/3,'],
      ['operative', 'Urges States:'],
      ['subparagraph', 'Moor buoys;'],
      ['subparagraph', 'Light lamps;'],
      ['operative', 'Decides to meet.'],
    ],
  )
})

test('a body whose name is typed in letters that look alike is that body', (t) => {
  const tree = fromText('The General \u0410ssembly,\n\nRecalling its resolution 98/3,\n\n1. Decides to meet.')
  t.true(JSON.stringify(tree).includes('"A/RES/98/3"'))
})

test('what no one sees in a formula and in a note of provenance is not in what they say', (t) => {
  const tree = fromText(
    'Resolution adopted by the Economic and Social Council on 14 September 2044\n\n[on the recommendation of the Commission on Small Ports (E/20\u200b44/2\u00ad9)]\n\n2044/7. Buoys\n\nTh\u00ade Economic and\u200b Social\u0081 Council,\n\n1. Urges States to moor buoys.\n',
    { language: 'en' },
  )
  const found: string[] = []
  const visit = (node: object): void => {
    const {
      type,
      name,
      symbols = [],
      children = [],
    } = node as { type: string; name?: string; symbols?: string[]; children?: object[] }
    if (type === 'organLine') found.push(name ?? '')
    found.push(...symbols)
    children.forEach(visit)
  }
  visit(tree)
  t.deepEqual(found, ['E/2044/29', 'Economic and Social Council'])
})

for (const [label, expected] of [
  ['PP1bis.', 'PP1bis'],
  ['PP 1 bis', 'PP1bis'],
  ['(PP7)', 'PP7'],
  ['PP2 alt', 'PP2alt'],
] as const)
  test(`the recital that prints ${label} is labelled by it`, (t) => {
    const text = `The Human Rights Council,\n\nPP1. Recalling its resolution 98/3,\n\n${label} Noting the state of the buoys,\n\nOP1. Urges States to mend the buoys.`
    t.deepEqual(
      outline(fromText(text)).rows.map((row) => row.label),
      ['PP1', expected, 'OP1'],
    )
  })

test('the mark of a note before a number, or within it, stands behind it and is not lost', (t) => {
  const note = '\n\n[^7]: A/98/12.\n'
  for (const [line, row] of [
    ['[^7]3. Urges States to moor buoys;', '3. [7]Urges'],
    ['[^7] 3. Urges States to moor buoys;', '3. [7]Urges'],
    ['3.[^7] Urges States to moor buoys;', '3. [7]Urges'],
    ['3.[^7] (a) Requests States to moor buoys;', '3. [7](a) Requests'],
    ['3. (a)[^7] Requests States to moor buoys;', '3. (a) [7]Requests'],
  ]) {
    const tree = fromMarkdown(
      `The General Assembly,\n\n2. Decides to sail;\n\n${line}\n\n4. Decides to row.${note}`,
    )
    const told: string[] = []
    const visit = (node: AnyNode): void => {
      if (node.type === 'footnoteReference') told.push(`[${(node as { identifier: string }).identifier}]`)
      if ('label' in node && /paragraph$/iu.test(node.type)) told.push(`${node.label} `)
      if ('value' in node) told.push(String(node.value))
      else if ('children' in node) for (const child of node.children as AnyNode[]) visit(child)
    }
    const [resolution] = tree.children
    visit(resolution as AnyNode)
    const whole = told.join('')
    t.true(whole.includes(row as string), whole)
    t.is(whole.match(/\[7\]/gu)?.length, 1, whole)
  }
})

test('what OCR makes of the signs around labels is no part of them', (t) => {
  const text =
    'The General Assembly,\n\nRecalling its resolution 98/3,\n\n1 . Urges States:\n\n{a) To moor buoys;\n\n(b ) To count them;\n\n2 . Decides to remain seized.'
  t.deepEqual(
    outline(fromText(text)).rows.map(({ label, number }) => [label, number]),
    [
      ['PP1', undefined],
      ['OP1', '1'],
      ['OP1(a)', '(a)'],
      ['OP1(b)', '(b)'],
      ['OP2', '2'],
    ],
  )
})
