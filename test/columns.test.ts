/** Lines for a terminal: columns of every script, and no line wider than asked. */
import test from 'ava'
import stringWidth from 'string-width'
import { fromMarkdown, outline, toText } from '../src/index.js'
import { outlineToTable } from '../src/reports/outline-formats.js'

const chinese = `缔约方大会，

回顾其关于灯塔看守人的第3/2号决议，

1. *敦促*所有缔约国重新点亮每一座熄灭的灯塔，并请秘书处保存一份公开的灯塔登记册，其中载有每一座灯塔的位置、高度和灯光特征，以及看守人的姓名；

2. *决定*继续处理此案。
`
const english =
  'The Conference of Lamps,\n\n1. *Urges* keepers to light every lamp of the coast that is dark at the time of the meeting of the Parties;\n'

test('no row of an outline, and no line of a text, is wider than asked', (t) => {
  for (const source of [chinese, english])
    for (const width of [60, 80]) {
      const tree = fromMarkdown(source)
      const table = outlineToTable({ file: 'x', ...outline(tree) }, { width })
      for (const line of [...table.split('\n'), ...toText(tree, { width }).split('\n')])
        t.true(stringWidth(line) <= width, line)
    }
})

test('the texts of an outline begin in one column, whatever the script', (t) => {
  const tree = fromMarkdown(chinese)
  const rows = outlineToTable({ file: 'x', ...outline(tree) }, { width: 200 })
    .split('\n')
    .filter((line) => /^OP/u.test(line))
  const starts = rows.map((row) => stringWidth(row.slice(0, row.search(/(?:所有|继续)/u))))
  t.is(new Set(starts).size, 1, rows.join('\n'))
})

test('a wrapped text holds all words of the paragraph, in order', (t) => {
  for (const source of [chinese, english]) {
    const tree = fromMarkdown(source)
    const bare = (text: string) => text.replace(/\s+/gu, '')
    t.is(bare(toText(tree, { width: 40 })), bare(toText(tree, { width: 0 })))
  }
  t.true(toText(fromMarkdown(english), { width: 60 }).includes('\n    1. Urges keepers'))
})
