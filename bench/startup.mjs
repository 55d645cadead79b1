// What starting the command costs, as a multiple of starting Node itself.
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { compare, report, root } from './measure.mjs'

const node = (...args) => spawnSync(process.execPath, args, { stdio: 'ignore' })
const command = join(root, 'bin', 'plenary.js')
const sample = join(root, 'fixtures', 'sample', 'old.md')
const [bare, version, outline] = compare(
  [
    () => node('-e', '0'),
    () => node(command, '--version'),
    () => node(command, 'outline', '--format', 'json', sample),
  ],
  15,
)
report('plenary --version / node -e 0', version / bare, 3)
console.log(`     plenary outline of the sample: ${(outline / bare).toFixed(2)} times node -e 0`)
