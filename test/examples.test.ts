/** The examples run as they are and print what their last lines say. */
import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import test from 'ava'
import { root } from './support/command.js'

const folder = join(root, 'examples')
const names = readdirSync(folder).filter((name) => name.endsWith('.ts') && name !== 'draft.ts')

test('there is an example for each use', (t) => {
  t.deepEqual(names.sort(), ['diff.ts', 'edit.ts', 'extend.ts', 'render.ts', 'walk.ts'])
})

for (const name of names)
  test(`examples/${name} prints what it says`, (t) => {
    const lines = readFileSync(join(folder, name), 'utf8').trimEnd().split('\n')
    const last = lines.findLastIndex((line) => !line.startsWith('// '))
    const said = lines.slice(last + 1).map((line) => line.slice('// '.length))
    t.true(said.length > 0)
    const printed = execFileSync(process.execPath, ['--import', 'tsx', join(folder, name)], {
      cwd: root,
      encoding: 'utf8',
    })
    t.deepEqual(
      printed
        .trimEnd()
        .split('\n')
        .map((line) => line.trimEnd()),
      said,
    )
  })
