/**
 * Violations of each rule in other words, forms and places than its examples have, and words that only look like
 * one: none of them was looked at when the rules were first written.
 */
import test from 'ava'
import { fixSource, fromMarkdown, lint } from '../src/index.js'
import { clean, nearMisses, violations } from './support/lint-violations.js'
import { some } from './support/properties.js'

const linted = (source: string) => lint(fromMarkdown(source, { language: 'en' }), { source }).messages
const said = (source: string) => linted(source).map(({ rule, at, text }) => `${rule} ${at} ${text}`)

test('the text that violations are put into is in good form', (t) => {
  t.deepEqual(said(clean), [])
})

for (const [rule, from, to, mends = true] of some(violations))
  test(`${rule}: ${JSON.stringify(to)} for ${JSON.stringify(from)} is told`, (t) => {
    const bad = clean.replace(from, to)
    t.not(bad, clean)
    t.true(
      linted(bad).some((message) => message.rule === rule),
      said(bad).join('; ') || 'nothing is said',
    )
    const mended = fixSource(bad, linted).source
    if (mends) t.is(mended, clean)
    t.is(fixSource(mended, linted).source, mended, 'mending it again changes it')
  })

for (const [from, to] of some(nearMisses))
  test(`${JSON.stringify(to)} is no fault`, (t) => {
    const text = clean.replace(from, to)
    t.not(text, clean)
    t.deepEqual(said(text), [])
  })

test('mending many faults at once, in any order that they come, changes nothing when done again', (t) => {
  for (let first = 0; first < 12; first++) {
    let bad = clean
    for (const [, from, to] of violations.filter((_, at) => at % 12 === first)) bad = bad.replace(from, to)
    const once = fixSource(bad, linted).source
    t.is(fixSource(once, linted).source, once)
  }
})

const resolution = `*The Conference of the Parties*,

*Noting* the report,

1. *Decides* to meet;

2. *Requests* a report.
`

test('a declaration that the organ adopts is no part of its sentence', (t) => {
  const declaration = `*The Conference of the Parties*

*Adopts* the following declaration:

**Declaration on lights**

We, the keepers of the lights, gathered in the Great Hall,

1. Reaffirm that a light burns from dusk to dawn. We recall the great storm.

2. Recognize the work of all keepers.

3. Welcome those who join them.

4. Commit ourselves to keep the lights burning.
`
  t.deepEqual(said(declaration), [])
})

test('numbers that begin again may follow a full stop or a semicolon', (t) => {
  const sections = `${resolution}
**II**

*Noting* the lamps,

1. *Decides* to light them;

2. *Requests* oil.
`
  t.deepEqual(said(sections), [])
  t.deepEqual(said(sections.replace('a report.', 'a report;')), [])
  t.deepEqual(said(sections.replace('oil.', 'oil;')), ['PUN-003 OP2 Requests oil;'])
})

test('a paragraph that leads to a table or to a quoted text ends as what leads', (t) => {
  const table = resolution.replace(
    '1. *Decides* to meet;',
    '1. *Decides* to keep the lights in the table below:\n\n| Light | Period |\n|---|---|\n| North | 5 |',
  )
  t.deepEqual(said(table), [])
  t.deepEqual(said(resolution.replace('to meet;', 'to meet:')), ['PUN-002 OP1 Decides to meet:'])
})

test('a quoted sentence has the last stop inside its marks, a printed number of a note stands behind a mark', (t) => {
  t.deepEqual(said(resolution.replace('a report.', 'that the rule read: “A light burns.”')), [])
  t.deepEqual(said(resolution.replace('to meet;', 'to meet;12')), [])
  t.deepEqual(said(resolution.replace('to meet;', 'to meet in 12')), ['PUN-002 OP1 ecides to meet in 12'])
})

test('“or” joins what may be chosen: it is never cut, and “and” is told once', (t) => {
  const list = (joint: string) =>
    resolution.replace('to meet;', `to light:\n\n(a) The north tower;${joint}\n\n(b) The south tower;`)
  t.deepEqual(said(list(' or')), [])
  t.deepEqual(said(list(' and')), ['PUN-005 OP1(a) ; and'])
  const security = lint(fromMarkdown(list(' and'), { language: 'en' }), { profile: 'SC' })
  t.deepEqual(security.messages, [])
})

test('a participle before the verb of the paragraph is no wrong form of it', (t) => {
  t.deepEqual(said(resolution.replace('*Requests*', '*Conscious* of the dark, requests')), [])
  t.true(said(resolution.replace('*Requests*', '*Requesting*')).some((one) => one.startsWith('WRD-036 OP2')))
})

test('words that only look like a verb are no misprint of one', (t) => {
  for (const word of ['States', 'Expenses', 'Draft', 'Migrants'])
    t.deepEqual(
      said(resolution.replace('1. *Decides* to', `1. ${word} to`)).filter((one) => one.startsWith('OPN')),
      [],
    )
  t.true(said(resolution.replace('*Decides*', '*Dceides*')).some((one) => one.startsWith('OPN-001')))
})
