import test from 'ava'
import { generate, type Level, type Pair } from '../bench/revisions/generate.js'
import { wordsOf } from '../bench/revisions/model.js'
import { lines, markdown } from '../bench/revisions/print.js'
import { f1, noScore, scoreDiff, scoreEdits } from '../bench/revisions/score.js'
import { increasing } from '../bench/revisions/truth.js'
import { diff } from '../src/diff/index.js'
import { rows } from '../src/model/tree/rows.js'
import { fromMarkdown } from '../src/pipeline.js'

const levels: readonly Level[] = ['light', 'medium', 'heavy']
const seeds = [1, 2, 3, 4, 5, 6]
const pairs = levels.flatMap((level) => seeds.map((seed) => ({ level, pair: generate(seed, level) })))
const sides = ['old', 'new'] as const

test('the same seed gives the same texts and the same truth', (t) => {
  for (const level of levels) {
    const [one, two] = [generate(7, level), generate(7, level)]
    for (const side of sides) {
      t.is(markdown(one[side]), markdown(two[side]))
      t.is(lines(one[side]), lines(two[side]))
    }
    t.deepEqual(one.truth, two.truth)
    t.not(markdown(one.new), markdown(generate(8, level).new))
  }
})

test('every paragraph is in exactly one group, of the kind that it is', (t) => {
  for (const { pair } of pairs) {
    for (const side of sides) {
      const members = pair.truth.groups.flatMap((group) => group[side]).sort((a, b) => a - b)
      t.deepEqual(
        members,
        pair[side].rows.map((_, at) => at),
      )
    }
    for (const { kind, old, new: now } of pair.truth.groups) {
      t.is(kind === 'inserted', old.length === 0)
      t.is(kind === 'deleted', now.length === 0)
      t.is(kind === 'split', now.length > 1)
      t.is(kind === 'merged', old.length > 1)
    }
  }
})

test('kept words and changed words make both versions', (t) => {
  for (const { pair } of pairs) {
    let changed = 0
    for (const { old, new: now } of pair.truth.groups) {
      const [before, after] = [words(pair, 'old', old), words(pair, 'new', now)]
      const place = new Map(before.map(({ id }, at) => [id, at]))
      const kept = increasing(after.map(({ id }) => place.get(id) ?? -1))
      // A word that has its id in both versions is the same word.
      for (const { id, text } of after) {
        const at = place.get(id)
        if (at !== undefined) t.is(before[at]?.text, text)
      }
      changed += before.length + after.length - 2 * kept.length
    }
    t.is(pair.truth.changedWords, changed)
  }
})

function words(pair: Pair, side: 'old' | 'new', at: readonly number[]) {
  return at.flatMap((row) => wordsOf((pair[side].rows[row] as Pair['old']['rows'][number]).paragraph))
}

test('what is not said to have moved is in order', (t) => {
  for (const { pair } of pairs) {
    const top = pair.truth.groups.filter(
      ({ old, new: now, moved }) =>
        old.length > 0 &&
        now.length > 0 &&
        !moved &&
        pair.old.rows[old[0] as number]?.paragraph.role !== 'subparagraph',
    )
    const places = [...top]
      .sort((a, b) => (a.new[0] as number) - (b.new[0] as number))
      .map(({ old }) => old[0] as number)
    t.is(increasing(places).length, places.length)
  }
})

test('the levels do what they promise', (t) => {
  const kinds = (level: Level) =>
    new Set(
      pairs
        .filter((each) => each.level === level)
        .flatMap(({ pair }) => pair.truth.groups.map(({ kind }) => kind)),
    )
  t.deepEqual([...kinds('light')].sort(), ['deleted', 'inserted', 'modified', 'unchanged'])
  for (const level of ['medium', 'heavy'] as const)
    t.deepEqual([...kinds(level)].sort(), ['deleted', 'inserted', 'merged', 'modified', 'split', 'unchanged'])
  const all = pairs.map(({ pair }) => pair)
  t.true(all.some((pair) => pair.new.rows.some(({ label }) => label.endsWith('bis'))))
  t.true(all.some((pair) => pair.new.style.parts === 'numerals'))
  t.true(all.some((pair) => pair.new.style.numbers === 'prefixed'))
  t.true(all.some((pair) => pair.old.rows.some(({ paragraph }) => paragraph.role === 'heading')))
  t.true(all.some((pair) => partsThatMoved(pair) > 0))
})

function partsThatMoved(pair: Pair): number {
  const isPart = (at: number | undefined) => pair.new.rows[at ?? -1]?.paragraph.role === 'subparagraph'
  return pair.truth.groups.filter(({ moved, new: now }) => moved && isPart(now[0])).length
}

test('a draft is read as it was written', (t) => {
  const squeezed = (text: string) => text.replace(/\s+/gu, ' ')
  for (const { pair } of pairs)
    for (const side of sides) {
      const read = rows(fromMarkdown(markdown(pair[side])))
      t.deepEqual(
        read.map(({ label, phrase, text }) => [label, phrase ?? '', squeezed(text)]),
        pair[side].rows.map(({ label, lead, text }) => [label, lead, text]),
      )
    }
})

test('a comparison that finds nothing, and one that finds all, are scored so', (t) => {
  const pair = generate(2, 'light')
  const score = noScore()
  scoreEdits(score, pair, [
    { op: 'delete', text: lines(pair.old) },
    { op: 'insert', text: lines(pair.new) },
  ])
  t.is(f1(score.links), 0)
  t.is(score.hunks, 1)
  const same = generate(1, 'light')
  same.new = same.old
  const all = noScore()
  scoreEdits(all, same, [{ op: 'equal', text: lines(same.old) }])
  t.is(all.changedWords + all.hunks + all.cutWords, 0)
  t.throws(() => scoreEdits(noScore(), pair, [{ op: 'equal', text: lines(pair.old) }]), {
    message: /^Edits of/,
  })
})

// What the bench measures on more seeds, held a little below what it finds there.
const floors: Record<Level, { links: number; moves: number; verbs: number; kinds: number; words: number }> = {
  light: { links: 0.999, moves: 0.99, verbs: 0.99, kinds: 0.995, words: 1.02 },
  medium: { links: 0.995, moves: 0.98, verbs: 0.97, kinds: 0.99, words: 1.02 },
  heavy: { links: 0.99, moves: 0.95, verbs: 0.97, kinds: 0.98, words: 1.02 },
}

for (const level of levels)
  test(`the diff finds what was done to a draft: ${level}`, (t) => {
    const score = noScore()
    for (const { pair } of pairs.filter((each) => each.level === level)) {
      const [old, now] = [fromMarkdown(markdown(pair.old)), fromMarkdown(markdown(pair.new))]
      scoreDiff(score, pair, diff(old, now))
    }
    const floor = floors[level]
    for (const name of ['links', 'moves', 'verbs', 'kinds'] as const)
      t.true(f1(score[name]) >= floor[name], `${name}: ${f1(score[name])}`)
    t.true(score.changedWords <= floor.words * score.leastWords)
    t.is(score.cutWords, 0)
  })
