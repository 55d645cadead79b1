/** Comments of Word documents: data beside the text, kept through Markdown. */
import test from 'ava'
import { fromMarkdown, toMarkdown, toText } from '../src/index.js'
import { check } from '../src/model/tree/check.js'
import type { Comment, Root } from '../src/model/tree/types.js'
import { parse } from '../src/pipeline.js'
import { withoutPositions } from './support/laws.js'
import { p, r, word } from './support/word.js'

const start = (id: number) => `<w:commentRangeStart w:id="${id}"/>`
const end = (id: number) => `<w:commentRangeEnd w:id="${id}"/><w:r><w:commentReference w:id="${id}"/></w:r>`
const by = (id: number, author: string, content: string, date = '2041-11-26T09:30:00Z') =>
  `<w:comment w:id="${id}" w:author="${author}" w:date="${date}">${content}</w:comment>`

const draft = (comments: string) =>
  word({
    body: [
      p('The General Assembly,'),
      p(
        `${r('1. Urges the keepers of ')}${start(0)}${r('all ')}${r('lights', '<w:i/>')}${end(0)}${r(' to keep logs;')}`,
      ),
      p(`${r('2. Requests the Secretary-General ')}${start(1)}${r('to report;')}`),
      p(`${r('3. Decides')}${end(1)}${r(' to meet.')}<w:r><w:commentReference w:id="2"/></w:r>`),
    ].join(''),
    comments,
  })
const all = [
  by(0, 'Fiji', p('Only those of ports -- or <all> & more?') + p('See L.4.')),
  by(1, ' ', p('Two paragraphs.'), 'yesterday'),
  by(2, 'Malta', p('A point.')),
  by(9, 'Tonga', p('')),
].join('')

const commentsOf = (tree: Root) => tree.children.filter((node): node is Comment => node.type === 'comment')

test('a comment has its author, time, words, and the words that it is on', async (t) => {
  const { tree } = await parse(draft(all.replace('<all>', '&lt;all&gt;').replace('& more', '&amp; more')))
  t.deepEqual(check(tree), [])
  t.deepEqual(
    commentsOf(tree).map(({ author, date, quote, value }) => [author, date, quote, value]),
    [
      ['Fiji', '2041-11-26T09:30:00Z', 'all lights', 'Only those of ports -- or <all> & more?\nSee L.4.'],
      [null, null, 'to report; 3. Decides', 'Two paragraphs.'],
      ['Malta', '2041-11-26T09:30:00Z', '', 'A point.'],
      ['Tonga', '2041-11-26T09:30:00Z', '', ''],
    ],
  )
  t.deepEqual(
    commentsOf(tree).map(({ data }) => [
      data?.source?.map(({ part, paragraph }) => `${part} ${paragraph}`),
      data?.anchor?.map(({ part, paragraph }) => `${part} ${paragraph}`),
    ]),
    [
      [['word/comments.xml 1'], ['word/document.xml 2']],
      [['word/comments.xml 3'], ['word/document.xml 3', 'word/document.xml 4']],
      [['word/comments.xml 4'], ['word/document.xml 4']],
      [['word/comments.xml'].map((part) => `${part} undefined`), undefined],
    ],
  )
})

test('comments are no text: the rest of the tree is as it is without them', async (t) => {
  const bare = await parse(draft(''))
  const { tree } = await parse(draft(all.replace('<all>', '').replace('& more', '')))
  t.is(commentsOf(bare.tree).length, 0)
  t.deepEqual({ ...tree, children: tree.children.filter(({ type }) => type !== 'comment') }, bare.tree)
  t.false(toText(tree).includes('L.4'))
})

test('Markdown keeps comments out of sight', async (t) => {
  const { tree } = await parse(draft(all.replace('<all>', '&lt;all&gt;').replace('& more', '&amp; more')))
  const markdown = toMarkdown(tree)
  t.notRegex(markdown.replace(/<!--[\s\S]*?-->/gu, ''), /ports/u)
  const plain = (comments: Comment[]) => comments.map(({ data: _, ...fields }) => fields)
  const again = fromMarkdown(markdown)
  t.deepEqual(plain(commentsOf(again)), plain(commentsOf(tree)))
  t.is(toMarkdown(again), markdown)
  t.deepEqual(withoutPositions(fromMarkdown(toMarkdown(again))), withoutPositions(again))
})

test('what only looks like a kept comment says nothing', (t) => {
  for (const json of ['{', '[]', 'null', '7', '{"value":7}', '{"author":"Fiji"}'])
    t.deepEqual(commentsOf(fromMarkdown(`The General Assembly,\n\n<!-- plenary:comment ${json} -->\n`)), [])
  const [odd] = commentsOf(
    fromMarkdown('<!-- plenary:comment {"value":"a","author":[],"date":"7 May"} -->\n'),
  )
  t.deepEqual(odd, { type: 'comment', author: null, date: null, quote: '', value: 'a' })
})
