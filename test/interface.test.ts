/** The words of reports and of the page: every language has every word, and every word is said somewhere. */
import { readdirSync, readFileSync } from 'node:fs'
import test from 'ava'
import { sayIn } from '../src/language/interface.js'
import { readInterfaceWords } from '../src/language/sources.js'
import { sayFrom, type Template } from '../src/model/words.js'

const root = new URL('../', import.meta.url)
const tables = readInterfaceWords(new URL('grammars/', root))
const english = tables.en ?? {}
const sources = ['src/reports/', 'src/cli/', 'src/model/', 'page/src/'].flatMap((folder) =>
  readdirSync(new URL(folder, root), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/u.test(name))
    .map((name) => readFileSync(new URL(folder + name, root), 'utf8')),
)
const forms = (template: Template) => (typeof template === 'string' ? [template] : Object.values(template))
const places = (text: string) => [...text.matchAll(/\{(\w+)\}/gu)].map(([, name]) => name).sort()

test('the six languages have the same words, with the same places in them', (t) => {
  t.deepEqual(Object.keys(tables).sort(), ['ar', 'en', 'es', 'fr', 'ru', 'zh'])
  for (const [language, table] of Object.entries(tables)) {
    t.deepEqual(Object.keys(table), Object.keys(english), language)
    for (const [word, template] of Object.entries(table)) {
      const expected = places(forms(english[word] ?? '')[0] ?? '')
      for (const form of forms(template)) {
        t.not(form, '', `${language}: ${word}`)
        t.deepEqual(places(form), expected, `${language}: ${word}`)
      }
    }
  }
})

test('every word is said by a report or the page, and every word that they say is there', (t) => {
  const quoted = new Set(
    sources.flatMap((text) => [...text.matchAll(/'([a-z]\w*)'/giu)].map(([, one]) => one)),
  )
  const prefixes = sources.flatMap((text) =>
    [...text.matchAll(/`([a-z]+_)\$\{\w+(?:\.\w+)*\}`/gu)].map(([, one = '']) => one),
  )
  const said = sources.flatMap((text) => [...text.matchAll(/\bsay\(\s*'(\w+)'/gu)].map(([, one = '']) => one))
  t.true(said.length > 100)
  for (const word of Object.keys(english))
    t.true(quoted.has(word) || prefixes.some((prefix) => word.startsWith(prefix)), `nobody says ${word}`)
  for (const word of said) t.true(word in english, `there is no ${word}`)
  for (const prefix of prefixes)
    t.true(
      Object.keys(english).some((word) => word.startsWith(prefix)),
      prefix,
    )
})

test('a word takes its values, and the plural of its language', (t) => {
  const say = sayFrom({ found: { one: '{count} paragraph', other: '{count} paragraphs in {file}' } }, 'en')
  t.is(say('found', { count: 1 }), '1 paragraph')
  t.is(say('found', { count: 2, file: '$& {count}' }), '2 paragraphs in $& {count}')
  t.is(say('found', { count: 2 }), '2 paragraphs in {file}')
  t.throws(() => say('lost'), { message: /no word “lost”/u })
  t.throws(() => sayIn('eo'), { message: /“eo”/u })
  t.is(sayIn('fr')('paragraph_count', { count: 0 }), '0 paragraphe', 'French counts nought as one')
})
