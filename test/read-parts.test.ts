/** Pages and parts of documents, and what keyboards make of them. */
import test from 'ava'
import { fromText, outline } from '../src/index.js'

test('notes of a page in the middle of a volume go on with its count', (t) => {
  const text = [
    '1. Requests a report of the keepers.',
    '3274 (XXIX). Question of the lamps of islands',
    'The General Assembly,',
    'Considering the Convention on Lamps of 28 August 2061 and the report of the keepers,',
    'Having considered the note of the Secretary-General,57',
    '57 Official Records of the General Assembly, Ninth Session, Annexes, document A/9691.',
    '58 Resolution 2542 (XXIV).',
    'Resolving to light the islands58 of the north,',
    '1. Urges States to light their islands;',
    '2. Decides to review the matter.',
  ].join('\n\n')
  const found = outline(fromText(text, { language: 'en' }))
  t.is(found.footnotes, 2)
  t.deepEqual(
    found.rows.slice(-5).map(({ label, text: words }) => `${label} ${words}`),
    [
      'PP1 Considering the Convention on Lamps of 28 August 2061 and the report of the keepers,',
      'PP2 Having considered the note of the Secretary-General,',
      'PP3 Resolving to light the islands of the north,',
      'OP1 Urges States to light their islands;',
      'OP2 Decides to review the matter.',
    ],
  )
})

test('a paragraph whose number lost its stop is no note, also where its figure is glued to a word', (t) => {
  const text =
    'The General Assembly,\n\nRecalling its resolution3 and its reports2,\n\n1. Urges States to light lamps;\n\n2 Condemns the sinking of boats.\n\n3 Decides to meet again.'
  const found = outline(fromText(text, { language: 'en' }))
  t.deepEqual(
    found.rows.map(({ label }) => label),
    ['PP1', 'OP1', 'OP2', 'OP3'],
  )
})

test('letters of a Persian keyboard are those of Arabic words', (t) => {
  const text =
    'إن الجمعية العامة،\n\nإذ تشير إلى قرارها 98/3،\n\n1 - تؤكد أهمية المنائر؛\n\n2 - تقرر أن تبقي المسألة قيد النظر.'
  const typed = text.replaceAll('ي', 'ی').replaceAll('ك', 'ک')
  const phrases = (words: string) => outline(fromText(words, { language: 'ar' })).rows.map(({ verb }) => verb)
  t.not(typed, text)
  t.deepEqual(phrases(typed), phrases(text))
  t.false(phrases(typed).includes(undefined))
})

test('a Chinese page that ends between the words of a list ends no paragraph', (t) => {
  const text =
    '大会，\n\n回顾其第98/3号决议，\n\n1. 促请各国在海岸、岛屿、\f港口点亮灯塔；\n\n2. 决定继续处理此案。'
  const { rows } = outline(fromText(text, { language: 'zh' }))
  t.deepEqual(
    rows.map(({ text: words }) => words),
    ['回顾其第98/3号决议，', '促请各国在海岸、岛屿、港口点亮灯塔；', '决定继续处理此案。'],
  )
})
