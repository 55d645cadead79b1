/** Edits of a tree's words, its numbers and its notes. */
import test from 'ava'
import fc from 'fast-check'
import { fromMarkdown, rows, toMarkdown } from '../src/index.js'
import { load } from '../src/language/load.js'
import { renumber } from '../src/language/renumber.js'
import * as build from '../src/model/tree/build.js'
import { spliceWords } from '../src/model/tree/edit.js'
import { plainText } from '../src/model/tree/text.js'
import type { Clause, PhrasingContent } from '../src/model/tree/types.js'

const text = (value: string): PhrasingContent => ({ type: 'text', value })
const emphasis = (value: string): PhrasingContent => ({
  type: 'emphasis',
  children: [{ type: 'text', value }],
})
const clause = (...children: PhrasingContent[]): Clause => ({ type: 'clause', children })

test('words are replaced inside italics, and italics stay', (t) => {
  const result = spliceWords(clause(emphasis('Urges'), text(' States to act;')), [
    { start: 0, end: 5, text: 'Invites' },
  ])
  t.deepEqual(result, clause(emphasis('Invites'), text(' States to act;')))
})

test('words that come between italics and text go into the text', (t) => {
  const result = spliceWords(clause(emphasis('Urges'), text(' States;')), [
    { start: 5, end: 5, text: ' all' },
  ])
  t.deepEqual(result, clause(emphasis('Urges'), text(' all States;')))
})

test('a mark of a note inside what is cut goes with it; one beside it stays', (t) => {
  const mark = build.footnoteReference('1')
  const whole = clause(text('the report'), mark, text(' of the fund, and the rest'))
  t.deepEqual(
    spliceWords(whole, [{ start: 0, end: 22, text: '' }]).children.map(({ type }) => type),
    ['text'],
  )
  t.true(
    spliceWords(whole, [{ start: 3, end: 10, text: ' text' }]).children.includes(
      whole.children[1] as never,
    ) ||
      spliceWords(whole, [{ start: 3, end: 10, text: ' text' }]).children.some(
        ({ type }) => type === 'footnoteReference',
      ),
  )
})

test('splices that overlap or reach beyond the text are refused', (t) => {
  const whole = clause(text('the report'))
  t.throws(
    () =>
      spliceWords(whole, [
        { start: 0, end: 5, text: '' },
        { start: 3, end: 6, text: '' },
      ]),
    { instanceOf: RangeError },
  )
  t.throws(() => spliceWords(whole, [{ start: 4, end: 99, text: '' }]), { instanceOf: RangeError })
})

const pieces = fc.array(
  fc.tuple(
    fc.constantFrom('text', 'emphasis', 'note', 'break'),
    fc.string({ unit: fc.constantFrom('a', 'b', ' ', '\n'), maxLength: 6 }),
  ),
  { maxLength: 5 },
)

test('the plain text after a splice is the plain text with the splice', (t) => {
  fc.assert(
    fc.property(
      pieces,
      fc.nat(40),
      fc.nat(10),
      fc.string({ unit: fc.constantFrom('x', 'y'), maxLength: 4 }),
      (made, from, length, words) => {
        const whole = clause(
          ...made.map(([kind, value]): PhrasingContent => {
            if (kind === 'note') return build.footnoteReference('1')
            if (kind === 'break') return { type: 'break' }
            return kind === 'text' ? text(value) : emphasis(value)
          }),
        )
        const before = plainText(whole)
        const start = Math.min(from, before.length)
        const end = Math.min(start + length, before.length)
        const after = plainText(spliceWords(whole, [{ start, end, text: words }]))
        t.is(after, (before.slice(0, start) + words + before.slice(end)).replace(/\s+/gu, ' ').trim())
      },
    ),
  )
})

const labels = (markdown: string, language = 'en') => {
  const tree = fromMarkdown(markdown, { language })
  renumber(tree, load(language), tree)
  return rows(fromMarkdown(toMarkdown(tree), { language })).map(({ number, label }) => number ?? label)
}

test('paragraphs and sub-paragraphs are numbered in their own form', (t) => {
  const head = 'The Conference of the Parties,\n\n*Recalling* its resolution 5/2,\n\n'
  t.deepEqual(
    labels(
      `${head}1. *Urges* States to act;\n\n4. *Requests* the secretariat to list:\n\n(a) Lights;\n\n(d) Towers;\n\n(e) Buoys;\n\n9. *Decides* to meet.`,
    ),
    ['PP1', '1', '2', '(a)', '(b)', '(c)', '3'],
  )
})

test('Arabic figures stay Arabic', (t) => {
  const tree = fromMarkdown(
    'إن مؤتمر الأطراف،\n\n*إذ يشير* إلى قراره،\n\n١ - *يحث* الدول على العمل؛\n\n٥ - *يقرر* أن يجتمع.',
    { language: 'ar' },
  )
  renumber(tree, load('ar'), tree)
  t.regex(toMarkdown(tree), /^٢ - /mu)
})
