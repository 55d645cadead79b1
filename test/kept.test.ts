/** The tree that a document keeps beside its text, where the text alone would be read otherwise. */
import test from 'ava'
import { diff, diffToAkn, fromMarkdown, parse, rows, toAkn, toMarkdown } from '../src/index.js'
import { check } from '../src/model/tree/check.js'
import type { Root } from '../src/model/tree/types.js'
import { invalid, whyNot } from './support/akn.js'
import { cases, read as readCase } from './support/fixtures.js'
import { misplaced, withoutPositions } from './support/laws.js'

/** A symbol in the middle is a heading here, and would be a running header of the text written again. */
const odd = `*The General Assembly*,

*Convinced* of the value of long-

2/9

term agreements with the owners of the self-righting boats,

1. *Encourages* non-

A/RES/97/42
2. *Decides* to review.
governmental keepers to take part in decision-making;
`
const clean =
  'The General Assembly,\n\n*Recalling* its resolution 96/12,\n\n1. *Urges* ports to ring bells.\n'
const texts = (tree: Root) => rows(tree).map(({ text }) => text)
const read = async (akn: string, revisions?: 'original' | 'final') =>
  (await parse(akn, { format: 'akn', ...(revisions ? { revisions } : {}) })).tree

test('a text that would be read otherwise keeps its tree, and no other does', async (t) => {
  const tree = fromMarkdown(odd)
  t.regex(toMarkdown(tree), /<!-- plenary:tree /u)
  t.deepEqual(withoutPositions(fromMarkdown(toMarkdown(tree))), withoutPositions(tree))
  t.regex(toAkn(tree), /<plenary:tree side="both">/u)
  t.deepEqual(withoutPositions(await read(toAkn(tree))), withoutPositions(tree))
  if (whyNot() === undefined) t.deepEqual(invalid([{ name: 'kept', xml: toAkn(tree) }]), [])
  t.notRegex(toMarkdown(fromMarkdown(clean)) + toAkn(fromMarkdown(clean)), /plenary:tree/u)
})

test('the mark of a note that is not there is a word of its text, and the tree is kept', (t) => {
  const tree = fromMarkdown(
    'The General Assembly,\n\n*Recalling* the lamps,[^1] and the bells,\n\n1. *Urges* States to keep glass in each store,[^2] and films.[^3]\n\n[^1]: A/97/5.\n\n[^3]: A/97/8.\n',
  )
  // A formula that no rule placed would be read as one.
  const [resolution] = tree.children
  const words = {
    type: 'unknown',
    children: [{ type: 'text', value: 'The General Assembly “met,' }],
  } as const
  if (resolution?.type === 'resolution') resolution.children[0] = { ...words, children: [...words.children] }
  t.regex(toMarkdown(tree), /store,\[\^2\] and .*<!-- plenary:tree /su)
  t.deepEqual(withoutPositions(fromMarkdown(toMarkdown(tree))), withoutPositions(tree))
})

test('no fixture needs it', (t) => {
  const needs = cases().flatMap(({ name, format, input }) => {
    if (input === undefined) return []
    const { tree } = readCase(input, format)
    return /plenary:tree/u.test(toMarkdown(tree) + toAkn(tree)) ? [name] : []
  })
  t.deepEqual(needs, [])
})

test('a long text keeps its tree: its signs are no marks of a text that has too many', (t) => {
  const many = Array.from(
    { length: 300 },
    (_, index) => `${index + 3}. *Urges* ports to ring bell ${index};\n`,
  )
  const tree = fromMarkdown(`${odd}\n${many.join('\n')}`)
  t.regex(toMarkdown(tree), /<!-- plenary:tree /u)
  t.deepEqual(withoutPositions(fromMarkdown(toMarkdown(tree))), withoutPositions(tree))
})

test('the leaves of a tree that is kept have their places in the text', (t) => {
  const markdown = toMarkdown(fromMarkdown(odd))
  t.deepEqual(misplaced(fromMarkdown(markdown), markdown, 'markdown'), [])
  t.truthy(rows(fromMarkdown(markdown)).at(-1)?.node.position)
})

test('a kept tree holds for the words of its text alone', (t) => {
  const markdown = toMarkdown(fromMarkdown(odd))
  const edited = markdown.replace('*Encourages*', '*Urges*')
  t.true(texts(fromMarkdown(edited)).some((text) => text.startsWith('Urges non-')))
  const forged = markdown.replace(/(plenary:tree .*)Convinced/u, '$1Unconvinced')
  t.false(texts(fromMarkdown(forged)).join(' ').includes('Unconvinced'))
  const cut = markdown.replace(/(plenary:tree .*?)" of the value/u, '$1" ofthe value')
  t.false(texts(fromMarkdown(cut)).join(' ').includes('ofthe'))
  for (const broken of ['{', '[]', 'null', '{"type":"root"}', '&#91;'.repeat(50_000)])
    t.deepEqual(
      texts(fromMarkdown(`${clean}\n<!-- plenary:tree ${broken} -->\n`)),
      texts(fromMarkdown(clean)),
    )
})

test('each side of a comparison of a fragment is read as it was', async (t) => {
  const old = `76/9. Lamps

The General Assembly,

I

Lamps of the north

*Recalling* its resolution 96/12,

1. *Requests* the Secretary-General:

(a) To print the tables;

(b) To print those of the south, namely:

(i) Ports with a bar;

(ii) Ports without one;

2. *Decides* to review the tables.

59th plenary meeting
16 April 2041
`
  const damaged = old
    .replace(/[\s\S]*\n\nI\n/u, 'I\n')
    .replace('(i) Ports', '(b) To print those of the south, namely:\n\n(i) Ports')
  for (const [one, other] of [
    [old, damaged],
    [damaged, old],
    [old, old.replace(/\n59th[\s\S]*/u, '')],
    [old.replace(/\n59th[\s\S]*/u, ''), old],
  ] as const) {
    const [was, is] = [fromMarkdown(one), fromMarkdown(other)]
    const akn = diffToAkn(diff(was, is), { old: was, new: is })
    t.deepEqual(texts(await read(akn, 'original')), texts(was))
    t.deepEqual(texts(await read(akn, 'final')), texts(is))
    if (whyNot() === undefined) t.deepEqual(invalid([{ name: 'comparison', xml: akn }]), [])
  }
})

test('what a file of ours says is of no known kind is out of sight, and not lost', (t) => {
  const tree = fromMarkdown(
    'The Assembly,\n\n1. *Urges* all to row.\n\n<!-- plenary:runningHeadr A/97/L.1 -->\n',
  )
  t.deepEqual(check(tree), [])
  t.deepEqual(
    tree.children.flatMap((node) => (node.type === 'furniture' ? [`${node.kind} ${node.value}`] : [])),
    ['outOfSight A/97/L.1'],
  )
})

test('the old side of a comparison has its text alone, whatever the front of the new one says', async (t) => {
  const two = `United Nations

A/RES/97/128 A-B

Resolutions adopted by the General Assembly on 12 December 2041

[on the report of the Fourth Committee (A/97/406, para. 9)]

## 97/128. Questions relating to buoys

## A

## Buoys in the service of ferries

*The General Assembly*,

*Taking note* of the report on ferries,

1. *Urges* ferries to report lost buoys;

2. *Decides* to reward them;

## B

## Moorings of buoys

*The General Assembly*,

*Emphasizing* the role of chains,

1. *Requests* ports to publish their chains;

2. *Decides* to review them.

49th plenary meeting
12 December 2041
`
  // The title is behind the note, the formula is there twice, and the closing is no closing.
  const torn = two
    .replace(/(\n\[on[^\n]*\n)\n(## 97[^\n]*\n)/u, '$2$1')
    .replace('*The General Assembly*,\n', '*The General Assembly*,\n\n*The General Assembly*,\n')
    .replace('## B\n\n## Moorings of buoys\n\n*The ', '## B\n\n## Moorings of buoys\n\n*')
    .replace('meeting\n', 'ing ')
  const [was, is] = [fromMarkdown(two), fromMarkdown(torn)]
  const akn = diffToAkn(diff(was, is), { old: was, new: is })
  t.regex(akn, /<plenary:tree side="original">/u)
  t.deepEqual(texts(await read(akn, 'original')), texts(was))
  t.deepEqual(texts(await read(akn, 'final')), texts(is))
  if (whyNot() === undefined) t.deepEqual(invalid([{ name: 'two', xml: akn }]), [])
})

test('blocks of the same letters in other words are each the line that has those', (t) => {
  const tree = fromMarkdown(
    `${odd}\nThe lig hts of the coast\n\nThe lights of the coa st\n\nThe lights of the coast\n`,
  )
  const kept = toMarkdown(tree)
  t.regex(kept, /plenary:tree/u)
  // The lines are in another order than the tree has them: each is looked for.
  const turned = kept.replace(/(#* ?The lig hts of the coast)\n\n(#* ?The lights of the coa st)/u, '$2\n\n$1')
  t.not(turned, kept)
  t.deepEqual(withoutPositions(fromMarkdown(turned)), withoutPositions(tree))
})

test('a paragraph without words of its own keeps its number on the old side of a comparison', async (t) => {
  const list = '4. (a) *Requests* the pilots to report;\n\n(b) *Decides* to review the reports.\n'
  const was = fromMarkdown(
    `*The General Assembly*, *having considered* the depth of the inner banks,\n\n*Noting* the buoys,\n\n1. *Invites* States to moor buoys;\n\n2. *Calls upon* the pilots to return;\n\n3. *Hopes* that they stay moored;\n\n${list}`,
  )
  // The formula runs on into the number behind it.
  const is = fromMarkdown(
    `*Noting* the buoys,\n3. *Hopes* that they stay moored;\n1. *Invites* States to moor buoys;\n\n2. *Calls upon* the pilots to return;\n\n*The General Assembly*, *having considered* the depth of the inner banks,\n${list}`,
  )
  const akn = diffToAkn(diff(was, is), { old: was, new: is })
  const numbered = (tree: Root) => rows(tree).map(({ label, text }) => `${label} ${text}`)
  t.deepEqual(numbered(await read(akn, 'original')), numbered(was))
  t.deepEqual(texts(await read(akn, 'final')), texts(is))
})

test('a label with a backslash, as copies of Markdown have it, is written so that it is read again', (t) => {
  const { tree } = readCase(
    'The Keepers,\n\n1\\. Urges States to light lamps.\n\n2\\. Decides to meet.\n',
    'text',
  )
  const markdown = toMarkdown(tree)
  t.regex(markdown, /^1\\\\\. /mu)
  t.deepEqual(toMarkdown(fromMarkdown(markdown)), markdown)
})
