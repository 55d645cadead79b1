// Check the types of the sources with their tests, of the examples and of the page, by TypeScript 7, whose compiler
// takes a third of the processor's time of 5.9. That stays for tools that need its interface.
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const compiler = join(root, 'node_modules', 'typescript-native', 'bin', 'tsc')

for (const program of ['tsconfig.test.json', 'examples', 'page']) {
  const { status } = spawnSync(process.execPath, [compiler, '-p', program], { cwd: root, stdio: 'inherit' })
  if (status !== 0) process.exitCode = status ?? 1
}
