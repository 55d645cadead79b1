/** Markdown that would make a reader wait is read as text, in time that grows with it, and a message says so. */
import test from 'ava'
import { fromMarkdown as read } from '../src/formats/markdown/from-markdown.js'
import { fromMarkdown, fromText, toMarkdown } from '../src/index.js'

const length = 50_000
/** On one processor alone each takes below a second; without the bounds they take 14 to 110. */
const most = 10_000

for (const unit of ['<!--', '<?', '<!A ', '<![CDATA[', '> > > > > > x\n\n'])
  test(`${JSON.stringify(unit)} without end is read in time, as text`, (t) => {
    const start = performance.now()
    const { blocks, notices = [] } = read(unit.repeat(length / unit.length))
    t.true(performance.now() - start < most)
    t.is(notices[0]?.id, 'overmarked')
    t.true(
      blocks
        .map(({ text }) => text.value)
        .join('')
        .replace(/\s/gu, '').length >
        length / 3,
    )
  })

test('a text with a literal tag of raised text keeps it through Markdown', (t) => {
  for (const source of ['<sup>', 'The lamps <sup>1 of </sup> the cape', 'a &lt;sup>b']) {
    const tree = fromText(source)
    t.deepEqual(
      JSON.stringify(fromMarkdown(toMarkdown(tree)), (key, value) =>
        key === 'position' ? undefined : value,
      ),
      JSON.stringify(tree, (key, value) => (key === 'position' ? undefined : value)),
    )
  }
})
