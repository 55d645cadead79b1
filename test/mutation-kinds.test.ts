/** What damaged documents showed: characters that XML cannot hold, marks at the end of a text. */
import test from 'ava'
import { escapeXml, writable } from '../src/formats/xml/characters.js'
import { apply, diff, fromMarkdown, parse, revert, rows, toAkn } from '../src/index.js'

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
