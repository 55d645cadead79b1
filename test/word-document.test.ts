/** A whole draft in Word's form, through all stages: it is the same resolution as in Markdown. */
import test from 'ava'
import { check, diff, outline, parse } from '../src/index.js'
import { levels, numbered, p, r, word } from './support/word.js'

const italic = (text: string) => r(text, '<w:i/>')
const reference = (id: number) => `<w:r><w:footnoteReference w:id="${id}"/></w:r>`
const cell = (content: string) => `<w:tc>${content}</w:tc>`
const gone = '<w:rPr><w:del w:id="1" w:author="Keeper"/></w:rPr>'
const deleted = (text: string) =>
  `<w:del w:id="1" w:author="Keeper"><w:r><w:delText xml:space="preserve">${text}</w:delText></w:r></w:del>`

const draft = word({
  numbering:
    `<w:abstractNum w:abstractNumId="0">${levels(['decimal', '%1.'], ['lowerLetter', '(%2)'])}</w:abstractNum>` +
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>',
  pages: {
    header1: `<w:tbl><w:tr>${cell(p('United Nations'))}${cell(p('A/C.2/86/L.7'))}</w:tr><w:tr>${cell(p(r('General Assembly', '<w:b/>')))}${cell(p('Distr.: Limited') + p('14 October 2031') + p('Original: English'))}</w:tr></w:tbl>`,
    header2: p('A/C.2/86/L.7'),
    footer1: p('31-04711 (E)    151031'),
  },
  body: [
    p(r('Eighty-sixth session', '<w:b/>')),
    p(r('Second Committee', '<w:b/>')),
    p('Agenda item 21'),
    p(r('Sustainable development', '<w:b/>')),
    p(r('Chile, Kenya and Norway: draft resolution', '<w:b/>')),
    p(r('Lighthouses and the safety of coastal navigation', '<w:b/>')),
    p(`${italic('The General Assembly')}${r(',')}`),
    p(`${italic('Recalling')}${r(' its resolution 80/12 of 4 December 2025,')}${reference(4)}`),
    p(`${italic('Deeply concerned')}${r(' about the number of lights that go out each winter,')}`),
    p('<w:r><w:t>I</w:t><w:br/><w:t>Keepers</w:t></w:r>'),
    p(`${italic('Urges')}${r(' Member States:')}`, numbered(1)),
    p('To train keepers;', numbered(1, 1)),
    p(deleted('To paint towers;'), numbered(1, 1) + gone),
    p('To keep fog signals in repair;', numbered(1, 1)),
    p(
      `${italic('Requests')}${r(' the Secretary-General to report to it at its eighty-eighth session.')}`,
      numbered(1),
    ),
    '<w:sectPr><w:headerReference w:type="first" r:id="header1"/><w:headerReference w:type="default" r:id="header2"/><w:footerReference w:type="first" r:id="footer1"/><w:titlePg/></w:sectPr>',
  ].join(''),
  footnotes: `<w:footnote w:id="4">${p(`<w:r><w:footnoteRef/></w:r>${r(' See also A/85/301.')}`)}</w:footnote>`,
})

const markdown = `United Nations

A/C.2/86/L.7

**General Assembly**

Distr.: Limited

14 October 2031

Original: English

**Eighty-sixth session**

**Second Committee**

Agenda item 21

**Sustainable development**

**Chile, Kenya and Norway: draft resolution**

**Lighthouses and the safety of coastal navigation**

*The General Assembly*,

*Recalling* its resolution 80/12 of 4 December 2025,[^1]

*Deeply concerned* about the number of lights that go out each winter,

I Keepers

1. *Urges* Member States:

(a) To train keepers;

(b) To keep fog signals in repair;

2. *Requests* the Secretary-General to report to it at its eighty-eighth session.

[^1]: See also A/85/301.
`

test('a draft in Word is the same resolution as in Markdown', async (t) => {
  const { tree, messages, format } = await parse(draft, { name: 'draft.docx' })
  t.is(format, 'docx')
  t.deepEqual(check(tree), [])
  t.deepEqual(
    messages.filter(({ ruleId }) => ruleId !== 'tracked-paragraphs'),
    [],
  )
  const same = await parse(markdown, { name: 'draft.md' })
  t.deepEqual(outline(tree), outline(same.tree))
  t.like(outline(tree), {
    symbol: 'A/C.2/86/L.7',
    title: 'Lighthouses and the safety of coastal navigation',
    sponsors: ['Chile', 'Kenya', 'Norway'],
    footnotes: 1,
  })
  t.deepEqual(
    outline(tree).rows.map(({ label, role, text }) => label || `${role} ${text}`),
    ['PP1', 'PP2', 'heading I Keepers', 'OP1', 'OP1(a)', 'OP1(b)', 'OP2'],
  )
})

test('what the page added is furniture, and the job number is read', async (t) => {
  const { tree } = await parse(draft)
  const kinds = tree.children.map((node) =>
    node.type === 'furniture' ? `${node.kind} ${node.value}` : node.type,
  )
  t.deepEqual(kinds, [
    'masthead',
    'proposal',
    'resolution',
    'runningHeader A/C.2/86/L.7',
    'footnoteDefinition',
  ])
  const masthead = tree.children.find((node) => node.type === 'masthead')
  t.true(masthead?.children.some((node) => node.type === 'jobNumber'))
})

test('the sides of its tracked changes differ in what was changed', async (t) => {
  const original = await parse(draft, { revisions: 'original' })
  const final = await parse(draft, { revisions: 'final' })
  const labels = (tree: typeof final.tree) =>
    outline(tree)
      .rows.filter(({ role }) => role === 'subparagraph')
      .map(({ label, text }) => `${label} ${text}`)
  t.deepEqual(labels(original.tree), [
    'OP1(a) To train keepers;',
    'OP1(b) To paint towers;',
    'OP1(c) To keep fog signals in repair;',
  ])
  t.deepEqual(labels(final.tree), ['OP1(a) To train keepers;', 'OP1(b) To keep fog signals in repair;'])
  const { summary } = diff(original.tree, final.tree)
  t.like(summary, { modified: 1, unchanged: 4, inserted: 0, deleted: 0 })
})
