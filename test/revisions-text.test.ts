/** Deletions and insertions outside of Word: of each, one side is read, and the other is named in a message. */
import test from 'ava'
import { fromHtml } from '../src/formats/html/from-html.js'
import { fromMarkdown as readMarkdown } from '../src/formats/markdown/from-markdown.js'
import { fromMarkdown, toMarkdown } from '../src/index.js'
import type { Revisions, Source } from '../src/model/block.js'

const textOf = ({ blocks }: Source) => blocks.map(({ text }) => text.value)
const leftIn = ({ notices = [] }: Source) => notices.map(({ values }) => values.text)

const forms: [name: string, read: (text: string, side: Revisions) => Source, source: string][] = [
  [
    'HTML',
    fromHtml,
    '<p>1. <del>Asks</del><ins>Urges</ins> keepers to light <s>every</s> <ins>each</ins> lamp;</p>',
  ],
  [
    'HTML of a style sheet',
    fromHtml,
    '<style>.cut{text-decoration:line-through}</style><p>1. <span class=cut>Asks</span><ins>Urges</ins> keepers to light <strike>every</strike> <ins>each</ins> lamp;</p>',
  ],
  ['Markdown', readMarkdown, '1. ~~Asks~~<ins>Urges</ins> keepers to light ~~every~~ <ins>each</ins> lamp;'],
  [
    'Markdown with tags',
    readMarkdown,
    '1. <del>Asks</del><ins>Urges</ins> keepers to light <s>every</s> <ins>each</ins> lamp;',
  ],
  [
    'Markdown of pandoc',
    readMarkdown,
    '1. [Asks]{.deletion author="K. Lampe"}[Urges]{.insertion author="K. Lampe" date="2031-05-04T00:00:00Z"} keepers to light [every]{.deletion} [each]{.insertion} lamp;',
  ],
]

for (const [name, read, source] of forms)
  test(`${name}: either side is read, and the other is told`, (t) => {
    t.deepEqual(textOf(read(source, 'final')), ['1. Urges keepers to light each lamp;'])
    t.deepEqual(textOf(read(source, 'original')), ['1. Asks keepers to light every lamp;'])
    const [cut, gone] = leftIn(read(source, 'final'))
    t.regex(String(cut), /Asks/u)
    t.regex(String(gone), /every/u)
    t.is(leftIn(read(source, 'original')).length, 2)
  })

test('a paragraph that is deleted is not there, and the text of one that is not closed stays', (t) => {
  t.deepEqual(textOf(readMarkdown('~~2. Asks for a report;~~\n\n3. Decides.')), ['3. Decides.'])
  t.deepEqual(textOf(fromHtml('<p><del>2. Asks for a report;</del></p><p>3. Decides.</p>')), ['3. Decides.'])
  t.deepEqual(textOf(readMarkdown('1. <del>Urges keepers.')), ['1. Urges keepers.'])
  t.deepEqual(textOf(readMarkdown('The rate of ~5 lamps ~ and [a]{b} stays.')), [
    'The rate of ~5 lamps ~ and [a]{b} stays.',
  ])
})

test('a text with two tildes is written so that it stays text', (t) => {
  const tree = fromMarkdown('1. *Urges* keepers to light \\~~every\\~~ [lamp]\\{.deletion};')
  const again = fromMarkdown(toMarkdown(tree))
  t.true(JSON.stringify(again).includes('~~every~~ [lamp]{.deletion}'), toMarkdown(tree))
})
