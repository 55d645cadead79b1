import test from 'ava'
import fc from 'fast-check'
import { type Change, type ChangeKind, type Diff, faults, flatten, sideText } from '../src/change.js'
import { compare, toEdits } from '../src/diff/compare.js'
import { apply, diff, revert } from '../src/diff/index.js'
import { simplify } from '../src/diff/simplify.js'
import { tokens } from '../src/diff/tokens.js'
import { rows } from '../src/tree/rows.js'
import type { Root } from '../src/tree/types.js'
import { draft } from './support/drafts.js'

// Few words, so that texts are alike, repeat each other and fall apart in every way.
const word = fc.constantFrom(
  ...'lamp lens oil tower keeper harbour fog bell buoy storm reef pilot the of and to in, as “north” 12 72/178'.split(
    ' ',
  ),
)
const text = fc.array(word, { minLength: 1, maxLength: 24 }).map((words) => words.join(' '))
const opening = fc.constantFrom('Urges ', 'Encourages ', 'Notes ', 'Also requests ', 'Welcomes ', '')
const later = fc.constantFrom('', ', and invites ports to wait', ', and urges ports to wait', '[^1]')
const body = fc.tuple(opening, text, later).map((each) => each.join(''))
const paragraph = fc.record({
  kind: fc.constantFrom('PP', 'OP', 'OP', 'OP', '#'),
  body,
  parts: fc.oneof(
    { weight: 3, arbitrary: fc.constant<string[]>([]) },
    { weight: 1, arbitrary: fc.array(text, { maxLength: 4 }) },
  ),
  resumed: fc.option(text, { freq: 8, nil: undefined }),
})
type Paragraph = typeof paragraph extends fc.Arbitrary<infer T> ? T : never

const edit = fc.record({
  op: fc.constantFrom('words', 'delete', 'insert', 'move', 'split', 'merge', 'part', 'copy', 'kind'),
  at: fc.nat(),
  to: fc.nat(),
  with: paragraph,
  text,
})
type Edit = typeof edit extends fc.Arbitrary<infer T> ? T : never

function revise(paragraphs: readonly Paragraph[], edits: readonly Edit[]): Paragraph[] {
  let list = [...paragraphs]
  for (const each of edits) {
    const at = list.length === 0 ? 0 : each.at % list.length
    const to = each.to % (list.length + 1)
    const here = list[at]
    if (each.op === 'insert' || !here) list.splice(to, 0, each.with)
    else if (each.op === 'delete') list.splice(at, 1)
    else if (each.op === 'copy') list.splice(to, 0, here)
    else if (each.op === 'move') list.splice(to, 0, ...list.splice(at, 1))
    else if (each.op === 'part') list[at] = { ...here, parts: [...here.parts, each.text].reverse() }
    else if (each.op === 'kind') list[at] = { ...here, kind: each.with.kind }
    else {
      const words = here.body.split(' ')
      const cut = each.to % (words.length + 1)
      const [head, tail] = [words.slice(0, cut).join(' '), words.slice(cut).join(' ')]
      const next = list[at + 1]
      if (each.op === 'words') list[at] = { ...here, body: `${head} ${each.text} ${tail}` }
      else if (each.op === 'split')
        list = [
          ...list.slice(0, at),
          { ...here, body: head },
          { ...here, body: tail, parts: [] },
          ...list.slice(at + 1),
        ]
      else if (next)
        list = [...list.slice(0, at), { ...here, body: `${here.body} ${next.body}` }, ...list.slice(at + 2)]
    }
  }
  return list
}

function tree(paragraphs: readonly Paragraph[], shift = 0): Root {
  let number = shift
  const lines = paragraphs.flatMap(({ kind, body, parts, resumed }) => {
    const own = body.trim() === '' ? 'the' : body
    if (kind === '#') return [`# ${own}`]
    const first = kind === 'PP' ? `PP ${own}` : `${++number}. ${own}`
    const inner = parts.map((part, index) => `(${'abcdefghijklmnopqrstuvwxyz'[index % 26]}) ${part}`)
    return [first, ...inner, ...(resumed === undefined || inner.length === 0 ? [] : [`… ${resumed}`])]
  })
  return draft(lines, { notes: { 1: 'A note.' } })
}

const version = fc.array(paragraph, { maxLength: 9 })
const revision = fc.tuple(version, fc.array(edit, { maxLength: 6 })).map(([paragraphs, edits]) => ({
  old: paragraphs,
  new: revise(paragraphs, edits),
}))
const options = { grammar: null }
const compareTrees = (old: Root, now: Root): Diff => diff(old, now, options)
const texts = (root: Root) => rows(root).map((row) => row.text)
const runs = { numRuns: 400 }

test('a text compared with itself has no changes', (t) => {
  fc.assert(
    fc.property(version, (paragraphs) => {
      const result = compareTrees(tree(paragraphs), tree(paragraphs))
      for (const change of flatten(result.changes)) {
        t.is(change.kind, 'unchanged')
        t.false(change.moved || change.renumbered)
        t.deepEqual([change.phrases, change.facts, change.old], [[], [], change.new])
      }
      t.deepEqual(result.front, [])
    }),
    runs,
  )
  t.pass()
})

test('applying gives exactly the new texts, reverting exactly the old', (t) => {
  fc.assert(
    fc.property(revision, (pair) => {
      const [old, now] = [tree(pair.old), tree(pair.new)]
      const result = compareTrees(old, now)
      t.deepEqual(apply(result, texts(old)), texts(now))
      t.deepEqual(revert(result, texts(now)), texts(old))
    }),
    runs,
  )
  t.pass()
})

test('every paragraph is in exactly one change, the new ones in order', (t) => {
  fc.assert(
    fc.property(revision, (pair) => {
      const [old, now] = [tree(pair.old), tree(pair.new)]
      const result = compareTrees(old, now)
      t.deepEqual(faults(result), [])
      // A split names the rows of all its pieces first, then those of their parts.
      const places = (side: 'oldRows' | 'newRows') =>
        result.changes.flatMap((change) =>
          flatten([change])
            .flatMap((each) => each[side])
            .sort((a, b) => a - b),
        )
      t.deepEqual(
        places('oldRows').sort((a, b) => a - b),
        rows(old).map((_, at) => at),
      )
      t.deepEqual(
        places('newRows'),
        rows(now).map((_, at) => at),
      )
      const kinds: ChangeKind[] = ['unchanged', 'modified', 'inserted', 'deleted', 'split', 'merged']
      t.is(
        kinds.reduce((total, kind) => total + result.summary[kind], 0),
        result.changes.length,
      )
    }),
    runs,
  )
  t.pass()
})

const opposite: Record<ChangeKind, ChangeKind> = {
  unchanged: 'unchanged',
  modified: 'modified',
  inserted: 'deleted',
  deleted: 'inserted',
  split: 'merged',
  merged: 'split',
}
/** What a change says, seen from the old side or from the new. */
function essence(change: Change, swapped: boolean): string {
  const [old, now] = swapped ? [change.newRows, change.oldRows] : [change.oldRows, change.newRows]
  const verbs = change.phrases.map((phrase) =>
    swapped ? `${phrase.new}>${phrase.old}` : `${phrase.old}>${phrase.new}`,
  )
  return JSON.stringify([
    swapped ? opposite[change.kind] : change.kind,
    old,
    now,
    change.moved,
    change.renumbered,
    change.similarity,
    verbs.sort(),
  ])
}

test('swapping the sides mirrors the result', (t) => {
  fc.assert(
    fc.property(revision, (pair) => {
      const [old, now] = [tree(pair.old), tree(pair.new)]
      const there = flatten(compareTrees(old, now).changes).map((change) => essence(change, false))
      const back = flatten(compareTrees(now, old).changes).map((change) => essence(change, true))
      t.deepEqual(there.sort(), back.sort())
    }),
    runs,
  )
  t.pass()
})

test('other numbers alone are no change of content', (t) => {
  fc.assert(
    fc.property(version, fc.integer({ min: 1, max: 40 }), (paragraphs, shift) => {
      const result = compareTrees(tree(paragraphs), tree(paragraphs, shift))
      for (const change of flatten(result.changes)) {
        t.is(change.kind, 'unchanged')
        t.is(
          change.renumbered,
          change.old.some((label) => label.startsWith('OP')),
        )
        t.deepEqual(
          change.edits.filter((each) => each.op !== 'equal'),
          [],
        )
      }
    }),
    runs,
  )
  t.pass()
})

test('the same trees give the same bytes', (t) => {
  fc.assert(
    fc.property(revision, (pair) => {
      const once = JSON.stringify(compareTrees(tree(pair.old), tree(pair.new)))
      t.is(JSON.stringify(compareTrees(tree(pair.old), tree(pair.new))), once)
    }),
    { numRuns: 100 },
  )
  t.pass()
})

test('at every level the edits give both texts and cut between words only', (t) => {
  const levels = fc.constantFrom('raw' as const, 'words' as const, 'phrases' as const, 'clause' as const)
  fc.assert(
    fc.property(text, text, fc.nat(), fc.nat(), levels, (a, b, from, to, level) => {
      const words = a.split(' ')
      const edited = [...words.slice(0, from % words.length), b, ...words.slice(to % words.length)].join(' ')
      const edits = toEdits(simplify(compare(a, edited), level))
      t.is(sideText(edits, 'delete'), a)
      t.is(sideText(edits, 'insert'), edited)
      for (const [op, whole] of [
        ['delete', a],
        ['insert', edited],
      ] as const) {
        const edges = new Set<number>()
        let at = 0
        for (const each of edits) {
          if (each.op !== 'equal' && each.op !== op) continue
          at += each.text.length
          edges.add(at)
        }
        for (const token of tokens(whole)) {
          for (let inside = token.start + 1; inside < token.start + token.text.length; inside++)
            t.false(edges.has(inside))
        }
      }
    }),
    runs,
  )
  t.pass()
})
