/** Scripts: what is folded is folded for comparing only, and every offset leads back. */
import test from 'ava'
import fc from 'fast-check'
import { tokens } from '../src/diff/tokens.js'
import { load } from '../src/language/load.js'
import { folded, foldedAt, foldScript, latinDigits, withoutMarks } from '../src/language/script.js'
import { rows } from '../src/model/tree/rows.js'
import { fromMarkdown } from '../src/pipeline.js'

const arabic = load('ar')
/** Letters with and without marks, digits of three scripts, marks of direction, punctuation. */
const written = fc.string({
  unit: fc.constantFrom(...'إأآاؤئتقررةهـ ًَّْ،؛()12٣٤۵\u200f\u200e\u202b\u202c\u0640\u0670 abé'),
  maxLength: 40,
})

test('digits of every script are written as 0–9, one for one', (t) => {
  t.is(latinDigits('٧٧/٢١٠'), '77/210')
  t.is(latinDigits('۱۲ and １２ and १२'), '12 and 12 and 12')
  t.is(latinDigits('½ ² 77'), '½ ² 77')
})

test('letters fold to their skeleton, whatever marks they bear', (t) => {
  t.is(foldScript('إنّ الجمعيّة العامّة'), foldScript('ان الجمعية العامة'))
  t.is(foldScript('تقــرّر أيضاً'), 'تقرر ايضا')
  t.is(foldScript('Réaffirmant й'), 'Réaffirmant й')
  t.is(withoutMarks('أنّ ١٢'), 'أن 12')
})

test('a folded text knows where its characters stand', (t) => {
  fc.assert(
    fc.property(written, (text) => {
      const plain = folded(text)
      const place = (at: number) => plain.offsets?.[at] ?? at
      t.is(plain.value, foldScript(text))
      t.is(place(plain.value.length), text.length)
      for (let at = 0; at < plain.value.length; at++) {
        t.is(foldScript(text[place(at)] as string), plain.value.charAt(at))
        t.is(foldedAt(plain, place(at)), at)
      }
    }),
  )
})

test('a pattern gives back the words as they are printed', (t) => {
  const line = '\u200fإنّ الجمعيّة العامّة،\u200f'
  const match = arabic.match('organLine', line)
  t.is(match?.[0], line)
  t.is(match?.groups?.name, 'الجمعيّة العامّة')
  const found = arabic.findAll('date', 'المؤرَّخ ٣ أيّار/مايو ٢٠٤١، و 1 تموز/يوليه 2040')
  t.deepEqual(
    found.map(({ 0: words, index }) => [words, index]),
    [
      ['٣ أيّار/مايو ٢٠٤١', 9],
      ['1 تموز/يوليه 2040', 30],
    ],
  )
  t.is(arabic.isoDate('٣ أيّار/مايو ٢٠٤١'), '2041-05-03')
})

test('an opening is found with its vowel marks, and reaches as far as without', (t) => {
  for (const [text, lead, verb] of [
    ['تقــرّر أن تُنير الساحل', 'تقــرّر', 'decide'],
    ['وإذ تُشير أيضاً إلى قرارها', 'وإذ تُشير أيضاً', 'recall'],
    ['واذ تؤكد من جديد التزامها بالحراس', 'واذ تؤكد من جديد التزامها', 'reaffirm'],
    ['يعرب عن بالغ قلقه من الضباب', 'يعرب عن بالغ قلقه', 'express'],
    ['نؤكّد من جديد عزمنا', 'نؤكّد من جديد عزمنا', 'reaffirm'],
  ] as const) {
    const found = arabic.lead(text, 'any')
    t.is(found && text.slice(0, found.end), lead)
    t.is(found?.verb, verb)
  }
})

test('numbers of resolutions are cited in the form that all languages share', (t) => {
  const targets = (text: string) =>
    arabic.citations(text, 'الجمعية العامة').map(({ kind, target }) => `${kind} ${target}`)
  t.deepEqual(targets('قراراتها ٤٨/١٠٤ المؤرخ ٢٠ كانون الأول/ديسمبر ١٩٩٣ و 217 ألف (د-3) و دإط-10/13'), [
    'resolution A/RES/48/104',
    'resolution A/RES/217 A (III)',
    'resolution A/RES/ES-10/13',
  ])
  t.deepEqual(targets('قرار مجلس الأمن ١٣٢٥ (٢٠٠٠) والفقرة ٣ (ب) أعلاه والمادة 51'), [
    'resolution S/RES/1325 (2000)',
    'paragraph paragraph 3 (b) above',
    'article article 51',
  ])
})

test('the joint that is written with a name is no part of it', (t) => {
  t.deepEqual(
    arabic
      .sponsors('آيسلندا، والبرتغال* وترينيداد وتوباغو، وتونغا وفيجي')
      .map(({ name, marks }) => name + marks),
    ['آيسلندا', 'البرتغال*', 'ترينيداد وتوباغو', 'تونغا', 'فيجي'],
  )
})

test('labels count in the order of the language, and keep what is printed', (t) => {
  const tree = fromMarkdown(`*إن الجمعية العامة*،

١ - *تحث* الدول على ما يلي:

(أ) الإنارة؛

(ب) التدريب:

‘١’ ليلا؛

‘٢’ نهارا؛

(ج) التبادل؛

٢ - *تقرر* ذلك.
`)
  t.deepEqual(
    rows(tree).map(({ label, number }) => [label, number]),
    [
      ['OP1', '١'],
      ['OP1(أ)', '(أ)'],
      ['OP1(ب)', '(ب)'],
      ['OP1(ب)‘١’', '‘١’'],
      ['OP1(ب)‘٢’', '‘٢’'],
      ['OP1(ج)', '(ج)'],
      ['OP2', '٢'],
    ],
  )
})

test('vowel marks and digits do not tell words apart, marks of direction are no words', (t) => {
  // The end of a text may be a token of its own, which says nothing.
  const keys = (text: string) => tokens(text).flatMap(({ key }) => (key === '' ? [] : [key]))
  t.deepEqual(keys('تقــرّر أنْ ١٢،\u200f'), keys('تقرر أن 12،'))
  t.not(keys('أن')[0], keys('إن')[0])
})
