// The tests, and beside them what is checked without running anything: both take about as long. What the checks say is
// printed when the tests are through. The package as it would be installed is checked where changes are proved.
import { spawn } from 'node:child_process'
import { once } from 'node:events'

const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm'

/** Run scripts of package.json one after the other, as far as they pass; gives what they print, unless it is shown. */
async function run(names, stdio) {
  let printed = ''
  for (const name of names) {
    const child = spawn(npm, ['run', name], { stdio })
    for (const stream of [child.stdout, child.stderr])
      stream?.setEncoding('utf8').on('data', (text) => {
        printed += text
      })
    const [status] = await once(child, 'close')
    if (status !== 0) return { passed: false, printed }
  }
  return { passed: true, printed }
}

const proved = process.env.TEST_RUNS === 'all' ? ['package'] : []
const [checks, tests] = await Promise.all([
  run(['types', 'lint', ...proved], 'pipe'),
  run(['unit'], 'inherit'),
])
process.stdout.write(checks.printed)
process.exitCode = checks.passed && tests.passed ? 0 : 1
