/** What damaged documents showed: characters that XML cannot hold, marks at the end of a text. */
import test from 'ava'
import { escapeXml, writable } from '../src/formats/xml/characters.js'
import {
  apply,
  build,
  diff,
  fromMarkdown,
  fromText,
  parse,
  revert,
  rows,
  toAkn,
  toDocx,
  toMarkdown,
  toText,
} from '../src/index.js'
import { withoutPositions } from './support/laws.js'

test('a character that XML cannot hold is U+FFFD in the tree, with a message, and stays so in AKN', async (t) => {
  const { tree, messages } = await parse(
    'The General Assembly,\n\n1. *Urges* ports\u0007 to ring\ufffe bells;\n',
    {
      format: 'markdown',
    },
  )
  t.is(rows(tree)[0]?.text, 'Urges ports\ufffd to ring\ufffd bells;')
  t.deepEqual(
    messages.filter(({ ruleId }) => ruleId === 'broken-character').map(({ line }) => line),
    [3, 3],
  )
  const again = await parse(toAkn(tree), { format: 'akn' })
  t.is(rows(again.tree)[0]?.text, rows(tree)[0]?.text)
})

test('one escaping of XML keeps a place for what it cannot hold, and what it can as it is', (t) => {
  t.is(writable('a\u0000b\ud800c\tд\u0085😀'), 'a\ufffdb\ufffdc\tд\u0085😀')
  t.is(escapeXml('<a "b" & c\u001b>'), '&lt;a &quot;b&quot; &amp; c\ufffd&gt;')
})

test('marks of direction and spaces at the end of a text are in its edits', (t) => {
  const text = (end: string) => `The General Assembly,\n\n1. *Urges* ports to ring bells;${end}\n`
  const [old, revised] = [fromMarkdown(text('\u200f')), fromMarkdown(text(''))]
  const [before, after] = [old, revised].map((tree) => rows(tree).map((row) => row.text))
  t.true(before?.[0]?.endsWith('\u200f'))
  const result = diff(old, revised)
  t.deepEqual(apply(result, before ?? []), after)
  t.deepEqual(revert(result, after ?? []), before)
})

test('the mark of a note before the words of a line is kept', (t) => {
  for (const read of [fromText, fromMarkdown]) {
    const tree = read(
      'The General Assembly,\n\n[^1] *Urges* ports to ring bells;\n\n2. [^2] *Decides* to row.\n',
    )
    t.regex(JSON.stringify(tree), /"identifier":"1"/u)
    t.regex(JSON.stringify(tree), /"identifier":"2"/u)
  }
})

test('a text that does not tell its language keeps it', (t) => {
  const tree = { ...fromMarkdown('12–16. 7/4\n'), language: 'ru' }
  t.is(fromMarkdown('12–16. 7/4\n').language, null)
  const markdown = toMarkdown(tree)
  t.regex(markdown, /\n<!-- plenary:language ru -->\n$/u)
  t.deepEqual(withoutPositions(fromMarkdown(markdown)), withoutPositions(tree))
  t.notRegex(
    toMarkdown(fromMarkdown('The General Assembly,\n\n1. *Urges* ports to ring bells;\n')),
    /plenary:/u,
  )
})

test('a damaged text written as Word is read as it was, and keeps nothing where it need not', async (t) => {
  const texts = [
    'Harbours\nq',
    '3.\n0 декабря 2041 года\n;\ni)\n',
    'Distr.: Limited\n\nThe General Assembly,\n\nNoting the lamps,[^7]\n\n1. Urges ports to ring bells;\n\n2. Decides to row.\n',
    '4. *Invite* les ports à sonner les cloches ;\n\n*Prenant acte* du plan des phares[^4],\n\n2. *Décide* de fêter les phares chaque année ;\n',
  ]
  for (const text of texts) {
    const tree = fromText(text)
    const again = (await parse(await toDocx(tree), { name: 'written.docx' })).tree
    t.deepEqual(
      rows(again).map((row) => [row.label, row.text]),
      rows(tree).map((row) => [row.label, row.text]),
    )
  }
  const clean = await toDocx(fromMarkdown('The General Assembly,\n\n1. *Urges* ports to ring bells;\n'))
  t.false(new TextDecoder('latin1').decode(clean).includes('customXml'))
})

test('a mark without a printed sign has its name in plain text', (t) => {
  const tree = build.root({ language: 'en', kind: 'draft' }, [
    build.resolution({}, [
      build.operative([
        build.operativeParagraph({ ordinal: 1 }, [
          build.clause(['Urges all to row', { type: 'footnoteReference', identifier: 'oars' }]),
        ]),
      ]),
    ]),
  ])
  t.is(toText(tree).trim(), 'Urges all to rowoars')
})
