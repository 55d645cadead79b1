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

/**
 * How often a property is tried: all the times where changes are proved, which `.ci/run`
 * asks for with `TEST_RUNS=all`, and a third of them at a desk, where a test is waited for.
 */
export function runs(all: number): number {
  return process.env.TEST_RUNS === 'all' ? all : Math.ceil(all / 3)
}

/** Fail with what is broken and with the smallest source that breaks it. */
export function holds(
  t: ExecutionContext,
  all: number,
  sources: fc.Arbitrary<[source: string, faults: string[]]>,
): void {
  // The first reading compiles the grammar: on a busy machine that alone would use up the time.
  fc.sample(sources, { seed: budget.seed, numRuns: 1 })
  const result = fc.check(
    fc.property(sources, ([, faults]) => faults.length === 0),
    { ...budget, numRuns: runs(all) },
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
