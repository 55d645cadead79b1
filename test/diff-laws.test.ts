import { readFileSync } from 'node:fs'
import test from 'ava'
import fc from 'fast-check'
import { compare, toEdits } from '../src/diff/compare.js'
import { apply, diff, revert } from '../src/diff/index.js'
import { simplify } from '../src/diff/simplify.js'
import { tokens } from '../src/diff/tokens.js'
import {
  type Change,
  type ChangeKind,
  type Diff,
  faults,
  flatten,
  type Shift,
  type Summary,
  sideText,
} from '../src/model/change.js'
import { rows } from '../src/model/tree/rows.js'
import type { Root } from '../src/model/tree/types.js'
import { fromMarkdown } from '../src/pipeline.js'
import { runs } from './support/properties.js'
import { revision, text, tree, version } from './support/revised.js'

const options = { grammar: null }
const compareTrees = (old: Root, now: Root): Diff => diff(old, now, options)
const texts = (root: Root) => rows(root).map((row) => row.text)
const often = { numRuns: runs(400) }

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
    often,
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
    often,
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
    often,
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
const opposed: Partial<Record<Shift, Shift>> = {
  weaker: 'stronger',
  stronger: 'weaker',
  added: 'dropped',
  dropped: 'added',
  demoted: 'promoted',
  promoted: 'demoted',
}
const mirrored = (shift: Shift): Shift => opposed[shift] ?? shift
/** What a summary counts, seen from the other side. */
function mirror({ verbs, ...summary }: Summary): Summary {
  const swapped = <T>(counts: T, other: (name: never) => string) =>
    Object.fromEntries(
      Object.keys(counts as object).map((name) => [name, counts[other(name as never) as keyof T]]),
    )
  const kinds = swapped(summary, (name: string) => opposite[name as ChangeKind] ?? name)
  return { ...summary, ...kinds, verbs: { ...verbs, ...swapped(verbs, mirrored) } }
}
/** What a change says, seen from the old side or from the new. */
function essence(change: Change, swapped: boolean): string {
  const [old, now] = swapped ? [change.newRows, change.oldRows] : [change.oldRows, change.newRows]
  const verbs = change.phrases.map(({ old: from, new: to, shift }) =>
    swapped ? `${to}>${from} ${mirrored(shift)}` : `${from}>${to} ${shift}`,
  )
  return JSON.stringify([
    swapped ? opposite[change.kind] : change.kind,
    old,
    now,
    change.moved,
    change.renumbered,
    change.similarity,
    change.routine,
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
      t.deepEqual(compareTrees(now, old).summary, mirror(compareTrees(old, now).summary))
    }),
    often,
  )
  t.pass()
})

test('the mirror holds verbs, facts and what is outside paragraphs too', (t) => {
  const sample = (file: string) =>
    fromMarkdown(readFileSync(new URL(`../fixtures/sample/${file}`, import.meta.url), 'utf8'))
  const [old, now] = [sample('old.md'), sample('new.md')]
  const there = diff(old, now).summary
  t.true(there.verbs.weaker > 0 && there.matter > 0)
  t.deepEqual(diff(now, old).summary, mirror(there))
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
    often,
  )
  t.pass()
})

test('the same trees give the same bytes', (t) => {
  fc.assert(
    fc.property(revision, (pair) => {
      const once = JSON.stringify(compareTrees(tree(pair.old), tree(pair.new)))
      t.is(JSON.stringify(compareTrees(tree(pair.old), tree(pair.new))), once)
    }),
    { numRuns: runs(100) },
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
          at += (op === 'delete' ? (each.old ?? each.text) : each.text).length
          edges.add(at)
        }
        for (const token of tokens(whole)) {
          for (let inside = token.start + 1; inside < token.start + token.text.length; inside++)
            t.false(edges.has(inside))
        }
      }
    }),
    often,
  )
  t.pass()
})
