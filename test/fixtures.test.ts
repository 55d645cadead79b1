import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import test from 'ava'
import { fromMarkdown, toMarkdown } from '../src/index.js'
import { actual, cases, expectations } from './support/fixtures.js'
import { broken } from './support/laws.js'

const all = cases()

test('there are fixtures for every stage and every format', (t) => {
  const kinds = new Set(all.map(({ name }) => name.split('/').slice(0, 2).join('/')))
  for (const kind of [
    'read/markdown',
    'read/text',
    'read/html',
    'read/akn',
    'assemble/markdown',
    'assemble/text',
    'grammar/markdown',
    'parse/markdown',
    'parse/text',
  ])
    t.true(kinds.has(kind), kind)
})

for (const { name, path, format, input, strangers } of all) {
  test(name, (t) => {
    t.deepEqual(strangers, [], 'files that nothing expects')
    if (input === undefined) {
      t.fail('expectations without an input')
      return
    }
    const now = actual(input, format, name)
    for (const file of expectations(name)) {
      const expected = join(path, file)
      if (existsSync(expected)) t.is(now[file], readFileSync(expected, 'utf8'), file)
      else t.fail(`${file} is missing: run npx tsx test/support/update-fixtures.ts`)
    }
    t.deepEqual(broken(now.tree, input, format, { fromMarkdown, toMarkdown }), [])
  })
}
