/** Italic stops that are glued to their words, as converters of published texts write them. */
import test from 'ava'
import { visit } from 'unist-util-visit'
import { fromMarkdown, rows, toMarkdown } from '../src/index.js'
import { withoutPositions } from './support/laws.js'

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

test('a note that begins with a sign of Markdown keeps it', (t) => {
  for (const words of ['> A/67/11, annex.', '# 4 of the report.', '[^ibid.']) {
    const tree = fromMarkdown(`The Assembly,\n\n1. *Urges* all to row.[^1]\n\n[^1]: \\${words}\n`)
    t.true(JSON.stringify(tree).includes(`"${words}"`))
    t.false(toMarkdown(tree).includes('plenary:tree'))
    t.deepEqual(withoutPositions(fromMarkdown(toMarkdown(tree))), withoutPositions(tree))
  }
})

test('a mark that a line begins with is of that line alone, where the line begins a paragraph', (t) => {
  const marks: string[] = []
  visit(
    fromMarkdown('*The General Assembly*,\n<sup>2</sup> *Recalling* the Code,\n\n1. *Urges* States.'),
    'footnoteReference',
    ({ identifier }) => {
      marks.push(identifier)
    },
  )
  t.deepEqual(marks, ['2'])
})
