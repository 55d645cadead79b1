import test from 'ava'
import { diffDocument, diffToJson } from '../src/render/diff-to-json.js'
import { diffToText } from '../src/render/diff-to-text.js'
import { base, renumber, run } from './support/diffs.js'

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
  t.deepEqual(Object.keys(document), ['format', 'version', 'old', 'new', 'front', 'changes', 'summary'])
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
