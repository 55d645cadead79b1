// What starting the command costs, as a multiple of starting Node itself: processor time of whole processes, in turns.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'esbuild'
import { median, report, root } from './measure.mjs'

const rounds = 15
const command = join(root, 'bin', 'plenary.js')
const sample = join(root, 'fixtures', 'sample')
const folder = mkdtempSync(join(tmpdir(), 'plenary-startup-'))

/** The least that reading a Markdown page costs: a program that does nothing but parse it with remark, in one file. */
async function remarkAlone() {
  const outfile = join(folder, 'remark.mjs')
  const contents = `
    import { readFileSync } from 'node:fs'
    import remarkParse from 'remark-parse'
    import { unified } from 'unified'
    unified().use(remarkParse).parse(readFileSync(process.argv[2], 'utf8'))`
  await build({
    stdin: { contents, resolveDir: root },
    outfile,
    bundle: true,
    format: 'esm',
    platform: 'node',
    logLevel: 'warning',
  })
  return outfile
}

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
  const page = join(sample, 'old.md')
  const runs = [
    {
      name: 'remark alone, a Markdown page',
      args: [await remarkAlone(), page],
      limit: Number.POSITIVE_INFINITY,
    },
    { name: 'plenary --version', args: [command, '--version'], limit: 1.3 },
    { name: 'plenary --help', args: [command, '--help'], limit: 1.4 },
    { name: 'plenary outline of a Markdown page', args: [command, 'outline', page], limit: 2.5 },
    { name: 'plenary outline of a Word page', args: [command, 'outline', old], limit: 2.5 },
    { name: 'plenary diff of two Word pages', args: [command, 'diff', old, revised], limit: 5 },
  ]
  const ratios = runs.map(() => [])
  for (let round = 0; round < rounds; round++)
    // Beside its own run of Node: a busy moment of the machine falls on both.
    for (const [index, { args }] of runs.entries()) ratios[index].push(cost(args) / cost(['-e', '0']))
  for (const [index, { name, limit }] of runs.entries())
    report(`${name} / node -e 0`, median(ratios[index]), limit)
} finally {
  rmSync(folder, { recursive: true, force: true })
}
