// The main job on the bundled sample: build if need be, outline a draft, compare it with its revision.
import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const command = join(root, 'bin', 'plenary.js')
const samples = ['fixtures/sample/old.md', 'fixtures/sample/new.md']

/** Time of the newest file below a folder, in milliseconds. */
function newest(folder) {
  let time = 0
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true }))
    if (entry.isFile()) time = Math.max(time, statSync(join(entry.parentPath, entry.name)).mtimeMs)
  return time
}

function run(program, args, shell = false) {
  const { status, error } = spawnSync(program, args, { cwd: root, stdio: 'inherit', shell })
  if (error) throw error
  if (status !== 0) process.exit(status ?? 1)
}

const built = join(root, 'dist', 'command', 'cli.cjs')
if (!existsSync(built) || statSync(built).mtimeMs < newest(join(root, 'src')))
  // npm is a script on Windows, which Node runs in a shell alone.
  run('npm', ['run', '--silent', 'build'], process.platform === 'win32')

console.log(`$ plenary outline ${samples[0]}\n`)
run(process.execPath, [command, 'outline', samples[0]])
console.log(`\n$ plenary diff ${samples.join(' ')}\n`)
run(process.execPath, [command, 'diff', ...samples])
