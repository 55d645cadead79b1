/** Italic stops that are glued to their words, as converters of published texts write them. */
import test from 'ava'
import { fromMarkdown, rows, toMarkdown } from '../src/index.js'

const text = (line: string) =>
  rows(
    fromMarkdown(
      `The Conference of the Parties,\n\n*Recalling* its resolution 5/2,\n\n${line}\n\n2. *Decides* to meet.`,
      { language: 'en' },
    ),
  ).map((row) => row.text)[1]

test('the signs of an italic stop behind a word are no text', (t) => {
  t.is(text('1. *Urges* the keepers of the Mission*;*'), 'Urges the keepers of the Mission;')
  t.is(text('1. *Urges* keepers*,* pilots and masters**;**'), 'Urges keepers, pilots and masters;')
})

test('escaped signs are text, and stay it', (t) => {
  t.is(text('1. *Urges* keepers\\*,\\* and pilots;'), 'Urges keepers*,* and pilots;')
  const tree = fromMarkdown('The Conference of the Parties,\n\n1. *Urges* keepers\\*,\\* and pilots.', {
    language: 'en',
  })
  t.regex(rows(fromMarkdown(toMarkdown(tree), { language: 'en' }))[0]?.text ?? '', /keepers\*,\* and/u)
})
