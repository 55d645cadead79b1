import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import test from 'ava'
import { folder, spawned } from './support/command.js'

interface Coverage {
  result: { url: string }[]
}

/** The files of code that a run of the command loads, in its thread and in others. */
function loaded(kept: string, args: readonly string[]): Set<string> {
  const { status, err } = spawned(args, { env: { NODE_V8_COVERAGE: kept } })
  if (status !== 0) throw new Error(err)
  const threads = readdirSync(kept).map(
    (name) => JSON.parse(readFileSync(join(kept, name), 'utf8')) as Coverage,
  )
  return new Set(
    threads.flatMap(({ result }) => result.map(({ url }) => url).filter((url) => url.startsWith('file:'))),
  )
}

test('the version is told without loading the command', (t) => {
  t.is(loaded(folder(t), ['--version']).size, 1)
})

test('help loads no stage', (t) => {
  const files = loaded(folder(t), ['--help'])
  t.true(files.size < 6, [...files].join('\n'))
})

test('a page is outlined with a few files, not with one for each module', (t) => {
  const files = loaded(folder(t), ['outline', 'fixtures/sample/old.md'])
  t.true(files.size < 8, [...files].join('\n'))
})
