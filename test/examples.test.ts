/** The examples run as they are and print what their last lines say. */
import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import test from 'ava'
import { root } from './support/command.js'

const folder = join(root, 'examples')
const names = readdirSync(folder).filter((name) => name.endsWith('.ts') && name !== 'draft.ts')

test('there is an example for each use', (t) => {
  t.deepEqual(names.sort(), ['diff.ts', 'edit.ts', 'extend.ts', 'render.ts', 'walk.ts'])
})

const between = '---\n'

/** What each example prints, all in one process: loading the library takes longer than they do. */
function printed(): string[] {
  const runs = names.map((name) => `await import(${JSON.stringify(pathToFileURL(join(folder, name)).href)})`)
  const module = runs.join(`\nprocess.stdout.write(${JSON.stringify(between)})\n`)
  const args = ['--import', 'tsx', '--input-type=module', '-e', module]
  return execFileSync(process.execPath, args, { cwd: root, encoding: 'utf8' }).split(between)
}

const pieces = printed()
for (const [index, name] of names.entries())
  test(`examples/${name} prints what it says`, (t) => {
    const lines = readFileSync(join(folder, name), 'utf8').trimEnd().split('\n')
    const last = lines.findLastIndex((line) => !line.startsWith('// '))
    const said = lines.slice(last + 1).map((line) => line.slice('// '.length))
    t.true(said.length > 0)
    t.deepEqual(
      pieces[index]
        ?.trimEnd()
        .split('\n')
        .map((line) => line.trimEnd()),
      said,
    )
  })
