// Check the package as it would be installed: pack it (without building anew), then ask publint what is in it, and attw
// what its types say.
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'plenary-pack-'))
const command = (...path) => join(root, 'node_modules', ...path)
try {
  const packed = execFileSync('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', folder], {
    cwd: root,
    encoding: 'utf8',
  })
  const [{ filename }] = JSON.parse(packed)
  const file = join(folder, filename)
  for (const args of [
    [command('publint', 'src', 'cli.js'), file, '--strict'],
    [command('@arethetypeswrong', 'cli', 'dist', 'index.js'), file, '--profile', 'esm-only', '--quiet'],
  ]) {
    const { status } = spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit' })
    if (status !== 0) process.exitCode = status ?? 1
  }
} finally {
  rmSync(folder, { recursive: true, force: true })
}
