// Build dist: the declarations beside the code that runs, as neither needs the other.
// Types are checked by `npm run types`, once, with the tests: here they are only written.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const command = (...path) => join(root, 'node_modules', ...path)
const tsx = command('tsx', 'dist', 'cli.mjs')

/** Run programs of Node one after the other, as far as they pass. */
async function inTurn(...programs) {
  for (const args of programs) {
    const [status] = await once(spawn(process.execPath, args, { cwd: root, stdio: 'inherit' }), 'close')
    if (status !== 0) throw new Error(`${args.join(' ')}: status ${status}`)
  }
}

rmSync(join(root, 'dist'), { recursive: true, force: true })
await Promise.all([
  inTurn([command('typescript-native', 'bin', 'tsc'), '-p', '.', '--noCheck']),
  inTurn([tsx, 'scripts/grammars.js'], ['scripts/bundle.js'], [tsx, 'scripts/page.ts']),
])
