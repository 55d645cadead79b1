/** Diffs as Markdown. */
import test from 'ava'
import fc from 'fast-check'
import type { Nodes, PhrasingContent, Root } from 'mdast'
import { gfmStrikethroughFromMarkdown } from 'mdast-util-gfm-strikethrough'
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table'
import { gfmStrikethrough } from 'micromark-extension-gfm-strikethrough'
import { gfmTable } from 'micromark-extension-gfm-table'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { visit } from 'unist-util-visit'
import { diff, fromMarkdown, outline } from '../src/index.js'
import { type Change, flatten, sideText } from '../src/model/change.js'
import { diffToMarkdown } from '../src/reports/diff/to-markdown.js'
import { isQuiet } from '../src/reports/diff/words.js'
import { outlineToMarkdown } from '../src/reports/outline-formats.js'
import { base, run } from './support/diffs.js'
import { bare, hostileDiff, hostileEdits, hostileText } from './support/hostile-diffs.js'
import { runs } from './support/properties.js'
import { result, twice } from './support/report.js'

/** Markdown as those read it who get it: an empty comment behind @ is not seen. */
function read(value: string): Root {
  return unified()
    .use(remarkParse)
    .data('micromarkExtensions', [gfmStrikethrough(), gfmTable()])
    .data('fromMarkdownExtensions', [gfmStrikethroughFromMarkdown(), gfmTableFromMarkdown()])
    .parse(value.replaceAll('@<!-- -->', '@'))
}

/** Words of a node, without those in nodes of a type. */
function words(node: Nodes, leave?: 'delete' | 'strong'): string {
  if (node.type === leave) return ''
  if ('children' in node) return node.children.map((child: Nodes) => words(child, leave)).join('')
  return 'value' in node ? node.value : ''
}

/** The texts that are under the name of each change shown. */
function paragraphs({ children }: Root): { name: string; old: string; new: string }[] {
  const found: { name: string; old: string; new: string }[] = []
  for (const node of children) {
    if (node.type !== 'paragraph') continue
    const [first, second] = node.children as [PhrasingContent?, PhrasingContent?]
    // A name stands alone, or with what is said of the paragraph in brackets.
    const isName =
      first?.type === 'strong' && (!second || (second.type === 'text' && second.value.startsWith(' (')))
    // Where a paragraph was is said in italics.
    if (first?.type === 'emphasis' && !second) continue
    const last = found.at(-1)
    if (isName && /^(?:[A-Z], )?(?:PP|OP|heading)/u.test(words(first)))
      found.push({ name: words(first), old: '', new: '' })
    else if (last) {
      last.old += words(node, 'strong')
      last.new += words(node, 'delete')
    }
  }
  return found.map(({ name, old, new: now }) => ({ name, old: bare(old), new: bare(now) }))
}

test('markdown: what changed can be read back, and what did not is counted only', (t) => {
  const text = diffToMarkdown(result)
  const expected = result.changes
    .filter((change) => !isQuiet(change))
    .map(({ edits }) => ({ old: bare(sideText(edits, 'delete')), new: bare(sideText(edits, 'insert')) }))
  t.true(expected.length > 5)
  t.deepEqual(
    paragraphs(read(text)).map(({ old, new: now }) => ({ old, new: now })),
    expected,
  )
  t.false(text.includes('Welcoming'))
  t.true(text.includes('11 unchanged'))
})

test('markdown: a heading, totals, verbs, front matter, then paragraphs', (t) => {
  const { children } = read(diffToMarkdown(result))
  t.deepEqual(
    children.slice(0, 6).map(({ type }) => type),
    ['heading', 'paragraph', 'paragraph', 'table', 'list', 'paragraph'],
  )
  const text = diffToMarkdown(result)
  t.regex(text, /^## Celebrating/u)
  t.true(text.includes('~~Urges~~ **Encourages** States parties'))
  t.true(text.includes('- sponsors: **Fiji**, ~~Tonga~~'))
  t.true(text.includes('| OP3 | weaker | Urges → Encourages |'))
  t.true(diffToMarkdown(result, { only: ['verbs'] }).includes('Only this is shown below: verbs.'))
  t.false(text.includes('Only'))
})

test('markdown: marks beside a comma are marks, and letters stay letters', (t) => {
  const text = diffToMarkdown(result)
  t.true(text.includes('relight **, as appropriate**, before'))
  t.notRegex(text, /&#x/u)
  const [first] = result.changes
  const edits = [
    { op: 'equal' as const, text: 'lamps' },
    { op: 'insert' as const, text: ', (lit)' },
    { op: 'equal' as const, text: 'and ' },
    { op: 'delete' as const, text: '“bells”' },
    { op: 'equal' as const, text: 'or buoys' },
  ]
  const changes: Change[] = [{ ...(first as Change), kind: 'modified', edits }]
  t.true(diffToMarkdown({ ...result, changes }).includes('lamps **, (lit)** and ~~“bells”~~ or buoys'))
})

test('markdown: sub-paragraphs are shown at every depth, and seams marked', (t) => {
  const made = run(base, [...base.slice(0, -1), base.at(-1)?.replace('Skerry Vore', 'Bell Rock') ?? ''])
  const changed = made.changes.at(-1) as Change
  const deep: Change = { ...changed, old: ['OP5(a)(i)'], new: ['OP5(a)(i)'], role: 'subparagraph' }
  const part: Change = { ...deep, old: ['OP5(a)'], new: ['OP5(a)'], parts: [deep] }
  const merged: Change = {
    ...changed,
    kind: 'merged',
    edits: [
      { op: 'equal', text: 'one' },
      { op: 'delete', text: ';\n' },
      { op: 'equal', text: 'two' },
    ],
  }
  const text = diffToMarkdown({ ...made, changes: [{ ...changed, parts: [part] }, merged] })
  t.regex(text, /^- OP5\(a\): .*Bell Rock.*\n(?:\s*\n)? {2}- OP5\(a\)\(i\): .*Bell Rock/mu)
  t.true(text.includes('one ~~;¶~~\n\ntwo'))
})

test('markdown: paragraphs of several resolutions are named with them', (t) => {
  const text = diffToMarkdown(twice())
  t.true(text.includes('**B, OP2**'))
  t.true(text.includes('| A, OP2 | weaker |'))
})

test('markdown: no text of a document becomes markup', (t) => {
  const allowed = [
    'root',
    'heading',
    'paragraph',
    'text',
    'strong',
    'delete',
    'list',
    'listItem',
    'table',
    'tableRow',
    'tableCell',
  ]
  t.notThrows(() =>
    fc.assert(
      fc.property(hostileEdits, hostileText, (edits, word) => {
        const made = hostileDiff(edits, word)
        const tree = read(diffToMarkdown(made))
        const types = new Set<string>()
        visit(tree, ({ type }) => {
          types.add(type)
        })
        const cells = flatten(made.changes).flatMap(({ phrases }) => phrases).length
        const table = tree.children.find(({ type }) => type === 'table')
        return (
          [...types].every((type) => allowed.includes(type)) &&
          table?.type === 'table' &&
          table.children.length === cells + 1 &&
          tree.children.filter(({ type }) => type === 'heading').length <= 1
        )
      }),
      { numRuns: runs(100) },
    ),
  )
})

test('markdown: words beside marks can be read back, whatever they are', (t) => {
  t.notThrows(() =>
    fc.assert(
      fc.property(hostileEdits, (edits) => {
        const made = hostileDiff(edits, 'OP1')
        const [first] = made.changes
        const shown = paragraphs(
          read(diffToMarkdown({ ...made, changes: [{ ...(first as Change), parts: [] }] })),
        )
        const [old, now] = [bare(sideText(edits, 'delete')), bare(sideText(edits, 'insert'))]
        return shown.map((one) => one.old).join('') === old && shown.map((one) => one.new).join('') === now
      }),
      { numRuns: runs(300) },
    ),
  )
})

test('a report calls nobody: a name behind @ is parted from it', (t) => {
  const text = (who: string) => `The General Assembly,\n\n1. *Urges* @${who} and keeper@example.org to row;\n`
  const [old, now] = ['octopus/crew', 'squid'].map((who) => fromMarkdown(text(who)))
  if (!old || !now) throw new Error('two texts')
  for (const report of [
    diffToMarkdown(diff(old, now)),
    outlineToMarkdown({ file: '@all.md', ...outline(now) }),
  ]) {
    t.notRegex(report, /@\w/u)
    t.regex(report, /@<!-- -->squid/u)
  }
})
