import test from 'ava'
import { fromText, outline } from '../src/index.js'

test('a year that a wrapped title ends with is of the title', (t) => {
  const text = [
    'قرار اتخذته الجمعية العامة في 9 أيار/مايو 2034',
    '',
    '          باء - المسائل المتصلة بالمنارات والعوامات لعام',
    '          2034',
    '',
    '     إن الجمعية العامة،',
    '',
    '     إذ تشير إلى قرارها 98/3 المؤرخ 4 أيار/مايو 2033،',
    '',
    '     1 - تحث الدول على صيانة المنارات؛',
    '',
    '     2 - تقرر أن تبقي المسألة قيد النظر.',
  ].join('\n')
  const found = outline(fromText(text, { language: 'ar' }))
  t.regex(found.title ?? '', /لعام 2034$/u)
  t.deepEqual(
    found.rows.map(({ role }) => role),
    ['preambular', 'operative', 'operative'],
  )
})

test('a heading of a section that ends in an article goes on in the line below', (t) => {
  const text = [
    'The General Assembly,',
    '',
    'Recalling its resolution 98/3,',
    '',
    '        I Keeping of the Lamps of the Northern Strait and the',
    '        Southern Buoys near it',
    '',
    '1. Urges States to light their lamps;',
    '',
    '        II Costs',
    '        Funds for lamps',
    '',
    '2. Decides to remain seized of the matter.',
  ].join('\n')
  const headings = outline(fromText(text, { language: 'en' })).rows.filter(({ role }) => role === 'heading')
  t.deepEqual(
    headings.map((row) => row.text),
    [
      'I Keeping of the Lamps of the Northern Strait and the Southern Buoys near it',
      'II Costs',
      'Funds for lamps',
    ],
  )
})
