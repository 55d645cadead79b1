/** How properties are tested, and the first of them: what was printed is read back. */
import type { ExecutionContext } from 'ava'
import fc from 'fast-check'
import { outline } from '../../src/index.js'
import type { Root } from '../../src/model/tree/types.js'
import { type Draft, expectedRows } from './generate.js'

/**
 * The same seed at a desk, so that a failure comes again; in CI that of the day, which is printed and
 * given back as `TEST_SEED`. Every case runs: one that hangs is interrupted, and that is a failure.
 */
const seed = Number(process.env.TEST_SEED ?? 20311009)
export const budget = { seed, interruptAfterTimeLimit: 100_000, markInterruptAsFailure: true }

// Properties that say no seed have the same one, in every file that asks here how often they are tried.
fc.configureGlobal({ seed: budget.seed })

/** All is tried where changes are proved, which `.ci/run` asks for; at a desk a test is waited for. */
const all = process.env.TEST_RUNS === 'all'

/** How often a property is tried: a tenth of the times at a desk. */
export function runs(times: number): number {
  return all ? times : Math.ceil(times / 10)
}

/** The cases that a law is tried on: a tenth of them at a desk, which the seed tells, in their order. */
export function some<T>(cases: readonly T[]): T[] {
  if (all || cases.length === 0) return [...cases]
  const length = runs(cases.length)
  const indices = cases.map((_, index) => index)
  const [chosen = []] = fc.sample(fc.shuffledSubarray(indices, { minLength: length, maxLength: length }), {
    seed,
    numRuns: 1,
  })
  return cases.filter((_, index) => chosen.includes(index))
}

/** Views that are asked for one case after another: all for each, at a desk one, the next in turn. */
export function inTurn<V>(views: readonly V[]): () => readonly V[] {
  let next = Math.abs(seed)
  return () => (all ? views : views.slice(next % views.length, (next++ % views.length) + 1))
}

/**
 * A matrix: each of some views, and the cases that are tried in it. All are tried in each where changes are proved; at
 * a desk each case is in one view, which the seed tells.
 */
export function dealt<V, T>(views: readonly V[], cases: readonly T[]): [view: V, cases: T[]][] {
  const indices = cases.map((_, index) => index)
  const whole = { minLength: cases.length, maxLength: cases.length }
  const [order = []] = fc.sample(fc.shuffledSubarray(indices, whole), { seed, numRuns: 1 })
  const viewOf = new Map(order.map((index, rank) => [index, rank % views.length]))
  return views.map((view, at) => [view, cases.filter((_, index) => all || viewOf.get(index) === at)])
}

/** Fail with what is broken and with the smallest source that breaks it. */
export function holds(
  t: ExecutionContext,
  times: number,
  sources: fc.Arbitrary<[source: string, faults: string[]]>,
): void {
  // The first reading compiles the grammar: on a busy machine that alone would use up the time.
  fc.sample(sources, { seed: budget.seed, numRuns: 1 })
  const result = fc.check(
    fc.property(sources, ([, faults]) => faults.length === 0),
    { ...budget, numRuns: runs(times) },
  )
  if (!result.failed) {
    t.pass()
    return
  }
  const [source, faults] = result.counterexample?.[0] ?? ['', [String(result.errorInstance)]]
  t.fail([...faults.slice(0, 10), `in: ${JSON.stringify(source)}`].join('\n'))
}

/** What the parser throws is a fault like any other. */
export function faultsOf(source: string, find: () => string[]): [source: string, faults: string[]] {
  try {
    return [source, find()]
  } catch (error) {
    return [source, [error instanceof Error ? (error.stack ?? error.message) : String(error)]]
  }
}

/** What of the draft is not read back. */
export function misread(tree: Root, draft: Draft): string[] {
  const { rows, title, symbol, sponsors, footnotes, language } = outline(tree)
  const found = rows
    .filter(({ label }) => label !== '')
    .map(({ label, role, text }) => `${label} ${role}: ${text}`)
  const expected = expectedRows(draft).map(({ label, role, text }) => `${label} ${role}: ${text}`)
  const faults: string[] = []
  const at = expected.findIndex((row, index) => row !== found[index])
  if (at !== -1) faults.push(`row ${at + 1}: expected ${expected[at]}, found ${found[at]}`)
  else if (found.length > expected.length)
    faults.push(`row ${expected.length + 1}: unexpected ${found[expected.length]}`)
  if (title !== draft.title) faults.push(`title: expected ${draft.title}, found ${title}`)
  if (symbol !== draft.symbol) faults.push(`symbol: expected ${draft.symbol}, found ${symbol}`)
  if (language !== 'en') faults.push(`language: found ${language}`)
  if (footnotes !== draft.notes.length)
    faults.push(`notes: expected ${draft.notes.length}, found ${footnotes}`)
  if (sponsors.join('; ') !== draft.sponsors.join('; ')) faults.push(`sponsors: found ${sponsors.join('; ')}`)
  return faults
}
