// What starting the command costs, as a multiple of starting Node itself: processor time of whole processes, in turns.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { median, report, root } from './measure.mjs'

const rounds = 15
const command = join(root, 'bin', 'plenary.js')
const sample = join(root, 'fixtures', 'sample')
const folder = mkdtempSync(join(tmpdir(), 'plenary-startup-'))

/** Milliseconds of processor time of a process; the shell knows what its child took, and Node does not. */
function cost(args) {
  const script = 'TIMEFORMAT="%U %S"; time "$0" "$@" >/dev/null 2>&1'
  const { stderr, status } = spawnSync('bash', ['-c', script, process.execPath, ...args], {
    encoding: 'utf8',
    env: { ...process.env, LC_ALL: 'C' },
  })
  if (status !== 0) throw new Error(`${args.join(' ')}: status ${status}`)
  return stderr
    .trim()
    .split(' ')
    .reduce((sum, seconds) => sum + Number(seconds) * 1000, 0)
}

try {
  const word = (name) => {
    const file = join(folder, `${name}.docx`)
    const { status } = spawnSync(process.execPath, [
      command,
      'convert',
      join(sample, `${name}.md`),
      '-o',
      file,
    ])
    if (status !== 0) throw new Error(`${name}.docx could not be written`)
    return file
  }
  const [old, revised] = [word('old'), word('new')]
  const runs = [
    { name: '--version', args: ['--version'], limit: 1.3 },
    { name: '--help', args: ['--help'], limit: 1.4 },
    { name: 'outline of a Markdown page', args: ['outline', join(sample, 'old.md')], limit: 2.5 },
    { name: 'outline of a Word page', args: ['outline', old], limit: 2.5 },
    { name: 'diff of two Word pages', args: ['diff', old, revised], limit: 5 },
  ]
  const ratios = runs.map(() => [])
  for (let round = 0; round < rounds; round++)
    // Beside its own run of Node: a busy moment of the machine falls on both.
    for (const [index, { args }] of runs.entries())
      ratios[index].push(cost([command, ...args]) / cost(['-e', '0']))
  for (const [index, { name, limit }] of runs.entries())
    report(`plenary ${name} / node -e 0`, median(ratios[index]), limit)
} finally {
  rmSync(folder, { recursive: true, force: true })
}
