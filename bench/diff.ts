// How well the diff finds what was done to a draft, against what one would use instead.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { diff, fromMarkdown, rows } from '../dist/index.js'
import { generate, type Level, type Pair } from './revisions/generate.js'
import { growth } from './revisions/growth.js'
import { peers } from './revisions/peers.js'
import { lines, markdown } from './revisions/print.js'
import { f1, noScore, type Score, scoreDiff, scoreEdits } from './revisions/score.js'

const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '72' },
    // Thresholds are tuned on the odd seeds; what is reported is measured on the even ones.
    odd: { type: 'boolean', default: false },
    only: { type: 'string' },
    growth: { type: 'boolean', default: false },
    write: { type: 'boolean', default: false },
  },
})
const levels: readonly Level[] = ['light', 'medium', 'heavy']
const seeds = Array.from({ length: Number(values.seeds) }, (_, index) => 2 * index + (values.odd ? 1 : 2))
const pairs = levels.flatMap((level) => seeds.map((seed) => ({ level, pair: generate(seed, level) })))
/** So many pairs are compared once before the clock starts. */
const warmUp = 30
const asked = (name: string) => values.only === undefined || name.includes(values.only)

interface Result {
  name: string
  scores: Score[]
  /** Milliseconds for each document, median. */
  ms: number[]
}

function median(list: readonly number[]): number {
  return [...list].sort((a, b) => a - b)[list.length >> 1] ?? 0
}

/** Score one tool on every pair; what it does before the clock starts is in the first function. */
function run(name: string, prepare: (pair: Pair) => (score: Score) => number): Result {
  const result: Result = { name, scores: [], ms: [] }
  // Before it counts: compiled code is what is compared.
  for (const { pair } of pairs.slice(-warmUp)) prepare(pair)(noScore())
  for (const level of levels) {
    const score = noScore()
    const times = pairs.filter((each) => each.level === level).map(({ pair }) => prepare(pair)(score))
    result.scores.push(score)
    result.ms.push(median(times))
  }
  return result
}

function timed<T>(work: () => T): [T, number] {
  const start = performance.now()
  const value = work()
  return [value, performance.now() - start]
}

function ours(name: string, level: 'raw' | 'phrases' | 'clause'): Result {
  return run(name, (pair) => {
    const [old, now] = [fromMarkdown(markdown(pair.old)), fromMarkdown(markdown(pair.new))]
    for (const [tree, version] of [
      [old, pair.old],
      [now, pair.new],
    ] as const)
      if (rows(tree).length !== version.rows.length) throw new Error('A draft was misread')
    return (score) => {
      const [result, ms] = timed(() => diff(old, now, { level }))
      scoreDiff(score, pair, result)
      return ms
    }
  })
}

const results: Result[] = []
if (asked('plenary'))
  results.push(
    ours('**plenary**', 'clause'),
    ours('– level `phrases`', 'phrases'),
    ours('– level `raw`', 'raw'),
  )
const missing: string[] = []
for (const peer of peers) {
  if (!asked(peer.name)) continue
  if (!peer.present()) {
    missing.push(peer.name)
    continue
  }
  results.push(
    run(peer.name, (pair) => {
      const [old, now] = [lines(pair.old), lines(pair.new)]
      return (score) => {
        const [edits, ms] = timed(() => peer.run(old, now))
        scoreEdits(score, pair, edits)
        return ms
      }
    }),
  )
}

// ---------------------------------------------------------------- table

const named = (name: string) => name.includes('plenary') || name.startsWith('–')
const three = (result: Result, cell: (score: Score, index: number) => string) =>
  result.scores.map(cell).join(' / ')
const columns: readonly [string, (result: Result) => string][] = [
  ['tool', ({ name }) => name],
  ['link F1', (result) => three(result, ({ links }) => f1(links).toFixed(3))],
  [
    'perfect %',
    (result) => three(result, ({ perfect, documents }) => ((100 * perfect) / documents).toFixed(0)),
  ],
  ...(['moves', 'splits', 'merges'] as const).map((name): [string, (result: Result) => string] => [
    `${name.slice(0, -1)} F1`,
    (result) => (named(result.name) ? three(result, (score) => f1(score[name]).toFixed(2)) : '–'),
  ]),
  [
    'false moves',
    (result) =>
      named(result.name)
        ? three(result, ({ moves, documents }) => (moves.wrong / documents).toFixed(2))
        : '–',
  ],
  ['verb F1', (result) => three(result, ({ verbs }) => f1(verbs).toFixed(3))],
  ['kind F1', (result) => (named(result.name) ? three(result, ({ kinds }) => f1(kinds).toFixed(3)) : '–')],
  [
    'renumber',
    (result) => (named(result.name) ? three(result, ({ renumbered }) => f1(renumbered).toFixed(3)) : '–'),
  ],
  ['words / least', (result) => three(result, (score) => (score.changedWords / score.leastWords).toFixed(2))],
  ['hunks / least', (result) => three(result, (score) => (score.hunks / score.leastHunks).toFixed(2))],
  ['cut words', (result) => three(result, ({ cutWords, documents }) => (cutWords / documents).toFixed(1))],
  ['ms', (result) => result.ms.map((ms) => ms.toFixed(0)).join(' / ')],
]
const table = [
  `| ${columns.map(([name]) => name).join(' | ')} |`,
  `|${columns.map(() => '---').join('|')}|`,
  ...results.map((result) => `| ${columns.map(([, cell]) => cell(result)).join(' | ')} |`),
]
const text = [
  `Light / medium / heavy, ${seeds.length} pairs each (${values.odd ? 'odd' : 'even'} seeds).`,
  '',
  ...table,
  ...(missing.length > 0 ? ['', `Not installed, so not measured: ${missing.join(', ')}.`] : []),
  ...(values.growth ? ['', ...growth()] : []),
].join('\n')
console.log(text)
if (values.write) {
  const file = join(import.meta.dirname, 'RESULTS.md')
  const page = readFileSync(file, 'utf8')
  const marked = /(?<=<!-- diff -->\n)[\s\S]*?(?=<!-- \/diff -->)/u
  if (!marked.test(page)) throw new Error('RESULTS.md has no place for the table')
  writeFileSync(
    file,
    page.replace(marked, () => `\n${text}\n\n`),
  )
}
