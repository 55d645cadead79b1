// What the benches share: the documents, and the median of alternating runs.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('..', import.meta.url))

/** Real documents where they are (see DESIGN), else the bundled sample. */
export function documents(style = 'clean.md') {
  const cases = join(root, '..', 'shared', 'corpus', 'cases', 'en')
  const files = existsSync(cases)
    ? readdirSync(cases)
        .filter((name) => name.endsWith(`.${style}`))
        .map((name) => join(cases, name))
    : [join(root, 'fixtures', 'sample', 'old.md'), join(root, 'fixtures', 'sample', 'new.md')]
  return files.map((file) => readFileSync(file, 'utf8'))
}

export function median(values) {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)]
}

/** Milliseconds of one run. */
export function time(run) {
  const start = performance.now()
  run()
  return performance.now() - start
}

/**
 * Median milliseconds of each of several runs, taken in turns so that a busy
 * moment of the machine falls on all of them.
 */
export function compare(runs, rounds) {
  const times = runs.map(() => [])
  for (let round = 0; round < rounds; round++)
    for (const [index, run] of runs.entries()) times[index].push(time(run))
  return times.map(median)
}

/** Print a figure against its limit; a figure beyond it makes the exit code 1. */
export function report(name, value, limit) {
  const holds = value <= limit
  if (!holds) process.exitCode = 1
  console.log(`${holds ? 'ok  ' : 'OVER'} ${name}: ${value.toFixed(2)} (limit ${limit})`)
}
