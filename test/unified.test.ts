import test from 'ava'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { visit } from 'unist-util-visit'
import type { Root } from '../src/index.js'
import { plenaryFromMdast, plenaryParse, plenaryStringify } from '../src/unified.js'

const draft = `# The Conference of the Parties to the Convention on Lighthouses

*The Conference of the Parties to the Convention on Lighthouses*,

*Recalling* its resolution 3/2,

1. *Urges* States parties to keep their lamps lit;

2. *Requests* the secretariat:

(a) To list the lighthouses;

(b) To report to the Conference.
`

test('a processor parses and writes Markdown, and the result parses to the same text', async (t) => {
  const processor = unified().use(plenaryParse).use(plenaryStringify)
  const once = String(await processor.process(draft))
  t.regex(once, /^1\. \*Urges\* States parties/mu)
  t.is(String(await processor.process(once)), once)
})

test('unist utilities walk the tree', (t) => {
  const tree = unified().use(plenaryParse).parse(draft) as Root
  const verbs: (string | null)[] = []
  visit(tree, 'phrase', (node) => {
    verbs.push(node.verb)
  })
  t.deepEqual(verbs, ['recall', 'urge', 'request'])
})

test('messages of the parser go to the file', async (t) => {
  const file = await unified().use(plenaryParse).use(plenaryStringify).process('A note on tea.\n')
  t.true(file.messages.some((message) => message.ruleId === 'not-a-resolution'))
})

test('the tree of another Markdown parser keeps the numbers it printed', async (t) => {
  // remark reads lists; their numbers come back from the source.
  const processor = unified().use(remarkParse).use(plenaryFromMdast).use(plenaryStringify)
  const text = String(await processor.process(draft.replace('2. *Requests*', '4. *Requests*')))
  t.regex(text, /^4\. \*Requests\*/mu)
  t.regex(text, /^\(b\) To report/mu)
})
