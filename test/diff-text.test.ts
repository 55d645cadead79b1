import { readFileSync } from 'node:fs'
import test from 'ava'
import { diff as compare } from '../src/diff/index.js'
import type { Root } from '../src/model/tree/types.js'
import { fromMarkdown } from '../src/pipeline.js'
import { select, selections } from '../src/reports/diff/select.js'
import { diffToHtml } from '../src/reports/diff/to-html.js'
import { diffDocument, diffToJson } from '../src/reports/diff/to-json.js'
import { diffToMarkdown } from '../src/reports/diff/to-markdown.js'
import { diffToStat } from '../src/reports/diff/to-stat.js'
import { diffToText } from '../src/reports/diff/to-text.js'
import { base, changed, renumber, run } from './support/diffs.js'
import { schemaFaults } from './support/schema.js'

const revised = renumber([
  ...base.slice(0, 4),
  ...base.slice(4, 5).map((line) => line.replace('Urges', 'Encourages')),
  '9. Invites sailors to report lamps that are dark;',
  ...base.slice(6),
])

test('text: a redline without colour', (t) => {
  const text = diffToText(run(base, revised))
  t.true(text.includes('  PP1–OP1 unchanged'))
  t.true(text.includes('~ OP2 · verb weaker\n  [-Urges-]{+Encourages+} States parties'))
  t.true(text.includes('- OP3 · deleted\n  [-Encourages ports'))
  t.regex(text, /Verbs\n {2}OP2 {2}↓ weaker {2}Urges → Encourages\n/u)
  t.true(text.endsWith('1 modified, 1 inserted, 1 deleted, 6 unchanged\n'))
  t.false(text.includes('\u001B'))
})

test('text: colour marks instead of brackets, and every line closes what it opens', (t) => {
  const text = diffToText(run(base, revised), { color: true, width: 40 })
  t.false(text.includes('[-'))
  for (const line of text.split('\n')) {
    t.is(line.split('\u001B[31;9m').length, line.split('\u001B[39;29m').length)
  }
})

test('text: no line is wider than asked', (t) => {
  for (const width of [40, 60, 100]) {
    const lines = diffToText(run(base, revised), { width }).split('\n')
    t.deepEqual(
      lines.filter((line) => line.length > width),
      [],
    )
    t.true(lines.some((line) => line.length > width * 0.7))
  }
})

test('text: a fold names only what is in it', (t) => {
  const text = diffToText(
    run(base, [...base.slice(0, 1), ...base.slice(2, 3), ...base.slice(1, 2), ...base.slice(3)]),
  )
  t.false(/PP1–PP3/u.test(text))
})

test('text: what would command the terminal is left out', (t) => {
  const result = run(
    base,
    base
      .map((line) => line.replace('oil', '\u001B[2Joil'))
      .map((line) => line.replace('Oil', '\u001B[2JOil')),
  )
  t.false(diffToText(result).includes('\u001B'))
})

test('text: nothing changed is said', (t) => {
  t.is(diffToText(run(base, base)), '  PP1–OP5 unchanged\n\nNo change of text: 8 unchanged\n')
})

test('json: the contract’s names', (t) => {
  const result = run(base, revised)
  const document = JSON.parse(diffToJson(result, { old: 'a.md', new: 'b.md' }))
  t.deepEqual(Object.keys(document), [
    'format',
    'version',
    'old',
    'new',
    'front',
    'matter',
    'changes',
    'summary',
  ])
  t.deepEqual(
    [document.format, document.version, document.old.file, document.new.file],
    ['plenary-diff', 1, 'a.md', 'b.md'],
  )
  t.deepEqual(document, diffDocument(result, { old: 'a.md', new: 'b.md' }))
  for (const key of [
    'kind',
    'role',
    'old',
    'new',
    'moved',
    'renumbered',
    'similarity',
    'phrases',
    'facts',
    'edits',
  ]) {
    t.true(
      document.changes.every((change: object) => Object.hasOwn(change, key)),
      key,
    )
  }
})

test('json: the schema that is shipped holds, for every pair of these tests', (t) => {
  const texts = ['old', 'new'].map((name) =>
    fromMarkdown(readFileSync(new URL(`../fixtures/sample/${name}.md`, import.meta.url), 'utf8')),
  )
  const [old, now] = texts as [Root, Root]
  for (const diff of [
    run(base, revised),
    run(revised, base),
    run(base, base),
    compare(old, now),
    compare(now, old),
  ]) {
    t.deepEqual(schemaFaults('diff', diffDocument(diff, { old: 'a.md', new: 'b.md' })), [])
  }
  t.not(schemaFaults('diff', { format: 'plenary-diff', version: 1 }).length, 0)
})

test('text: context shows the neighbours of a change whole', (t) => {
  const bare = diffToText(run(base, revised), { width: 0 })
  const context = diffToText(run(base, revised), { width: 0, context: 1 })
  t.false(bare.includes('Decides to meet again'))
  t.regex(bare, /unchanged/u)
  t.true(context.length > bare.length)
  t.true(
    diffToText(run(base, revised), { width: 0, context: 99 }).includes(
      'Recalling the Convention on Lighthouses',
    ),
  )
})

test('stat: a line for each change, none wider than asked', (t) => {
  const result = run(base, revised)
  const changes = result.changes.filter((change) => change.kind !== 'unchanged' || change.moved)
  for (const width of [40, 60, 100]) {
    const lines = diffToStat(result, { width }).trimEnd().split('\n')
    t.is(lines.length, changes.length + 1)
    t.true(
      lines.slice(0, -1).every((line) => line.length <= width),
      lines.join('\n'),
    )
  }
  t.true(diffToStat(result, { color: true }).includes('\u001B[32m+'))
  t.is(diffToStat(run(base, base)), ' No change of text: 8 unchanged\n')
})

test('select: places and events narrow one another, and the summary counts the whole', (t) => {
  const result = run(base, revised)
  const kept = (...names: string[]) => select(result, names).changes
  t.true(kept('preambular').every(({ role }) => role === 'preambular'))
  t.true(kept('operative', 'verbs').every(({ role, phrases }) => role === 'operative' && phrases.length > 0))
  t.is(
    kept('unchanged').length + kept('modified', 'inserted', 'deleted', 'split', 'merged').length,
    result.changes.length,
  )
  t.is(select(result, ['verbs']).summary, result.summary)
  for (const name of selections) t.notThrows(() => select(result, [name]))
})

test('what was cut is listed in its part of the text, whatever was put before it', (t) => {
  const old = [...base.slice(0, 3), ...base.slice(3)]
  const now = renumber([
    ...base.slice(0, 3),
    'PP Bearing in mind that gulls nest in the lanterns of the western isles,',
    ...base.slice(4),
  ])
  t.deepEqual(changed(run(old, now)), ['inserted >PP4', 'deleted OP1>'])
})

test('a move is shown in both places, in the terminal and in Markdown', (t) => {
  const now = renumber([...base.slice(0, 3), ...base.slice(-1), ...base.slice(3, -1)])
  const result = run(base, now)
  t.regex(diffToText(result), /OP5 → OP1 · moved\n[\s\S]*↕ OP5 moved up: now OP1\n/u)
  t.regex(diffToMarkdown(result), /\*\*OP5 → OP1\*\* \(moved\)[\s\S]*\*OP5 moved up: now OP1\*/u)
  const back = run(now, base)
  t.regex(diffToText(back), /↕ OP1 moved down: now OP5\n[\s\S]*OP1 → OP5 · moved/u)
})

test('numbers in brackets, and those of alternatives, are named as printed', (t) => {
  const text = (...acts: string[]) =>
    fromMarkdown(['*The General Assembly*,', '*Recalling* its resolution 85/12,', ...acts].join('\n\n'))
  const result = compare(
    text('1. *Urges* ports to ring their bells;', '2. *Requests* the Keeper-General to report on lamps.'),
    text(
      '1. *Urges* ports to ring their bells;',
      '[2. *Requests* the Keeper-General to report on lamps.]',
      '[2 alt. *Invites* the Keeper-General to think of wrecks.]',
    ),
  )
  const shown = diffToText(result)
  t.regex(shown, /^~ OP2 → \[OP2$/mu)
  t.regex(shown, /^\+ \[OP2 alt · inserted$/mu)
  t.deepEqual(result.changes.at(-1)?.printed, { new: '[2 alt' })
  t.is(result.summary.renumbered, 1)
})

test('a paragraph of which little was kept is shown as it was and as it is, in every report', (t) => {
  const old =
    'Urges the masters of ferries to take pilots on board at the outer buoy whenever fog hides the northern channel from view;'
  const now =
    'Urges harbour masters to publish before winter, in plain words, how many buoys of the northern channel sank, and at what cost to the fund of pilots;'
  const line = (text: string) => [...base.slice(0, 3), `1. ${text}`, base.at(-1)?.replace('5.', '2.') ?? '']
  const result = run(line(old), line(now))
  t.regex(diffToText(result, { width: 0 }), new RegExp(`\\[-${old}-\\]\\n +\\{\\+${now}\\+\\}`, 'u'))
  t.regex(diffToMarkdown(result), new RegExp(`~~${old}~~\\n\\n\\*\\*${now}\\*\\*`, 'u'))
  t.regex(
    diffToHtml(result),
    new RegExp(`<p[^>]*><del[^>]*>${old}</del></p><p[^>]*><ins[^>]*>${now}</ins></p>`, 'u'),
  )
})
