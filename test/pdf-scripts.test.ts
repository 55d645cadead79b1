/** Pages of Arabic and Chinese, as printers set them: where lines begin, what fills them, what opens a note. */
import test from 'ava'
import { blocksOf } from '../src/formats/pdf/blocks.js'
import type { PageGlyphs, Run } from '../src/formats/pdf/glyphs.js'
import { linesOf } from '../src/formats/pdf/lines.js'
import { measureOf } from '../src/formats/pdf/measure.js'
import { partPages } from '../src/formats/pdf/running.js'
import type { AnyBlock } from './support/blocks.js'

const look = { bold: false, italic: false }

/** Signs half as wide as they are high, from left to right, as a run that ends or begins at `x`. */
function run(
  text: string,
  y: number,
  { x, right, size = 10, width = 5 }: { x?: number; right?: number; size?: number; width?: number },
): Run {
  const signs = [...text]
  const left = x ?? (right as number) - width * signs.length
  const glyphs = signs.map((sign, at) => ({
    text: sign,
    x: left + width * at,
    right: left + width * (at + 1),
  }))
  return { glyphs, x: left, right: left + width * signs.length, y, size, look, artifact: false }
}

function read(runs: Run[]) {
  const page: PageGlyphs = { number: 1, width: 612, height: 792, runs, turned: [], unseen: [], strokes: [] }
  const pages = [{ page, lines: linesOf(page), tables: [] }]
  const measure = measureOf(pages)
  return blocksOf(partPages(pages, measure), measure)
}
const paragraphs = (runs: Run[]) =>
  read(runs).flatMap(({ kind, text }) => (kind === 'paragraph' ? [text.value] : []))
const notes = (runs: Run[]) =>
  read(runs).flatMap(({ kind, label, text }: AnyBlock) => (kind === 'note' ? [[label, text.value]] : []))

const reversed = (text: string) => [...text].reverse().join('')
/** Arabic words, as they are on paper, set up to the right edge. */
const arabic = (text: string, y: number, options: { right?: number; size?: number } = {}) =>
  run(reversed(text), y, { right: 500, ...options })

test('a line of Arabic ends at the left: what is full there goes on', (t) => {
  const texts = paragraphs([
    arabic('وإذ تشير إلى تقارير حراس المنارات التي قدمت في كل سنة منذ بدء', 100, { right: 480 }),
    arabic('نفاذ الاتفاقية،', 112),
    arabic('وإذ تلاحظ حالة المصابيح،', 130, { right: 480 }),
  ])
  t.deepEqual(texts, [
    'وإذ تشير إلى تقارير حراس المنارات التي قدمت في كل سنة منذ بدء نفاذ الاتفاقية،',
    'وإذ تلاحظ حالة المصابيح،',
  ])
})

test('indentation of Arabic is counted from the right', (t) => {
  const blocks = read([
    arabic('وإذ تشير إلى تقارير حراس المنارات التي قدمت في كل سنة منذ بدء', 100, { right: 480 }),
    arabic('نفاذ الاتفاقية وإلى سجلات المصابيح التي حفظت منذ ذلك الوقت كلها', 112),
    arabic('في مكان جاف،', 124),
    arabic('المنارات', 160),
  ])
  t.deepEqual(
    blocks.map(({ indent }) => indent ?? 0),
    [4, 0],
  )
})

test('strokes that fill a line of Arabic are no text; one at the end of a word is', (t) => {
  t.deepEqual(paragraphs([arabic('وإذ تشــير إلى منارات القرن هـ،', 100)]), ['وإذ تشير إلى منارات القرن هـ،'])
})

test('the mark of a vowel is read behind its letter, wherever its own place is', (t) => {
  // Painted from the left: م, the mark, its letter ل.
  for (const x of [204, 205.3]) {
    const [left, right] = [run('م', 100, { x: 200 }), run(reversed('تسل'), 100, { x: 205 })]
    t.deepEqual(paragraphs([left, run('ّ', 97, { x, width: 0 }), right]), ['تسلّم'])
  }
})

test('a raised mark behind a year of Arabic is none of its figures', (t) => {
  const [block] = read([
    run(`،`, 100, { x: 165 }),
    run('1', 96, { x: 170, size: 6, width: 3 }),
    run('2000', 100, { x: 173 }),
    arabic('المعقود في عام ', 100, { right: 268 }),
  ])
  t.is(block?.text.value, 'المعقود في عام 20001،')
  t.deepEqual(block?.text.marks, [{ kind: 'superscript', start: 19, end: 20 }])
})

test('notes of Arabic open at the right, those of Latin letters too', (t) => {
  const body = [
    arabic('وإذ تشير إلى تقارير حراس المنارات التي قدمت في كل سنة منذ بدء', 100),
    arabic('نفاذ الاتفاقية،', 112),
  ]
  const label = (text: string, y: number) => run(text, y - 3, { x: 510, size: 5, width: 3 })
  const found = notes([
    ...body,
    label('1', 690),
    run('.A/CONF.999/3', 690, { right: 500, size: 8 }),
    label('2', 702),
    arabic('المرجع نفسه، الفصل الثاني.', 702, { size: 8 }),
    label('3', 714),
    run(`.${reversed('المرفق')} ،)A/CONF.999/20( 20 ${reversed('الملحق')}`, 714, { right: 500, size: 8 }),
  ])
  t.deepEqual(found, [
    ['1', 'A/CONF.999/3.'],
    ['2', 'المرجع نفسه، الفصل الثاني.'],
    ['3', 'الملحق 20 (A/CONF.999/20)، المرفق.'],
  ])
})

test('white beside figures in Chinese is the printer’s, and a line that is not full ends where it ends', (t) => {
  const han = (text: string, y: number, x: number) => run(text, y, { x, width: 10 })
  t.deepEqual(
    paragraphs([han('回顾', 100, 123), run('2031', 100, { x: 145.5 }), han('年的灯塔公约，', 100, 168)]),
    ['回顾2031年的灯塔公约，'],
  )
  const masthead = paragraphs([
    han('第十届会议', 100, 60),
    han('议程项目', 112, 60),
    han('灯塔的照明和维修以及沿海各国在这方面的合作并酌情提供技术援助', 180, 60),
  ])
  t.is(masthead[0], '第十届会议\n议程项目')
})

test('a space may be as wide as a line needs to be full: it parts no columns', (t) => {
  /** Words of one run, each behind a blank in the middle of the white before it. */
  const words = (y: number, places: [text: string, x: number][]): Run => {
    const glyphs = places.flatMap(([text, x], at) => {
      const before = places[at - 1]
      const end = before ? before[1] + 5 * before[0].length : x
      const blank = { text: ' ', x: (end + x) / 2 - 1, right: (end + x) / 2 + 1 }
      return [...(at > 0 ? [blank] : []), ...run(text, y, { x }).glyphs]
    })
    return {
      glyphs,
      x: glyphs[0]?.x ?? 0,
      right: glyphs.at(-1)?.right ?? 0,
      y,
      size: 10,
      look,
      artifact: false,
    }
  }
  t.deepEqual(
    paragraphs([
      words(100, [
        ['экономических,', 123],
        ['финансовых', 225],
        ['и', 300],
      ]),
      words(112, [
        ['продовольственных', 123],
        ['кризисов,', 260],
      ]),
    ]),
    ['экономических, финансовых и продовольственных кризисов,'],
  )
})
