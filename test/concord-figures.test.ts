/** What no translation changes: numbers, times, symbols, as each language prints them. */
import test from 'ava'
import { figuresOf } from '../src/concord/figures.js'
import { load } from '../src/language/load.js'
import { fromMarkdown } from '../src/pipeline.js'

const values = (language: string, text: string) =>
  figuresOf(text, load(language)).flatMap((figure) => figure.values)
/** Every required figure of one text is in the other. */
const has = (one: string, first: string, other: string, second: string) => {
  const there = new Set(values(other, second))
  return figuresOf(first, load(one)).every(
    (figure) => !figure.required || figure.values.some((value) => there.has(value)),
  )
}

const pairs: Record<string, [string, string, string, string]> = {
  'a time of the afternoon': ['en', 'from 3 to 4.30 p.m.', 'es', 'de las 15.00 a las 16.30 horas'],
  'a time with a colon': ['en', 'from 10 a.m. to 1 p.m.', 'ar', 'من الساعة 10:00 إلى الساعة 13:00'],
  'a resolution with a hyphen': ['en', 'resolution 57.10', 'ar', 'القرار 57-10'],
  'a sum without a figure': ['es', '1.000 millones de dólares', 'ar', 'بليون دولار'],
  'a sum in words': ['en', '5 million', 'fr', 'cinq millions'],
  'a month that is declined': ['zh', '7月和8月', 'ru', 'в июле и августе'],
  'a symbol typed with Cyrillic letters': ['en', 'UNEP/CBD/COP/12/29', 'ru', 'UNEP/CBD/СОР/12/29'],
}
for (const [name, [one, first, other, second]] of Object.entries(pairs)) {
  test(`${name} is the same in ${one} and ${other}`, (t) => {
    t.true(has(one, first, other, second), JSON.stringify([values(one, first), values(other, second)]))
    t.true(has(other, second, one, first), JSON.stringify([values(one, first), values(other, second)]))
  })
}

test('a changed figure is in no reading of the other', (t) => {
  t.false(has('en', 'resolution 57.10', 'ar', 'القرار 57-11'))
  t.false(has('en', '2 billion', 'fr', '1 milliard'))
  t.false(has('en', 'at 4.30 p.m.', 'es', 'a las 15.30 horas'))
})

test('the mark of a note behind a space at the end is kept', (t) => {
  const tree = fromMarkdown(
    '*The General Assembly*,\n\n*Recalling* the Convention on Lighthouses, [^1]\n\n1. *Decides* to pay.\n\n[^1]: One.',
  )
  t.regex(JSON.stringify(tree), /"footnoteReference"/u)
  t.notRegex(JSON.stringify(tree), /Lighthouses, /u)
})
