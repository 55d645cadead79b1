// Hostile input costs no more than five seconds and 500 MB, whether it is read or refused: each document in a process
// of its own, in seconds of processor time and megabytes at the most. Then: no expression is quadratic, what ten times a
// hostile text costs as a multiple of what it costs once. `--only WORDS` measures the documents whose names have them.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { fromHtml } from '../src/formats/html/from-html.js'
import { languages, load } from '../src/language/load.js'
import { hostile, readings } from '../test/support/hostile.js'
import { type HostileDocument, hostileDocuments } from '../test/support/hostile-documents.js'
import { hostilePages } from '../test/support/hostile-html.js'
import { report, root } from './measure.mjs'

const { values } = parseArgs({ options: { only: { type: 'string', default: '' } } })
const most = { seconds: 5, megabytes: 500 }
const folder = mkdtempSync(join(tmpdir(), 'plenary-hostile-'))

/** Read a document, or compare it, as a person would. */
function cost({ ending, bytes, compared = false }: HostileDocument) {
  const [file, other, peak] = [`hostile.${ending}`, `other.${ending}`, 'peak.json'].map((name) =>
    join(folder, name),
  )
  const made = bytes()
  writeFileSync(file as string, made)
  if (compared) writeFileSync(other as string, String(made).replace(/.\s*$/u, ''))
  const args = compared ? ['diff', file, other, '--format', 'json'] : ['parse', file]
  const command = [
    '--import',
    join(root, 'bench', 'peak.mjs'),
    join(root, 'bin', 'plenary.js'),
    ...args,
    '--quiet',
  ]
  const { stderr, status } = spawnSync(process.execPath, command as string[], {
    env: { ...process.env, PEAK_FILE: peak },
    encoding: 'utf8',
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  const found = JSON.parse(readFileSync(peak as string, 'utf8')) as { seconds: number; megabytes: number }
  return {
    ...found,
    told: status === 0 ? 'read' : stderr.trim().replace(/^.*?hostile\.\w+(?: and \S+)?: /u, ''),
  }
}

try {
  for (const document of hostileDocuments().filter(({ name }) => name.includes(values.only))) {
    const { seconds, megabytes, told } = cost(document)
    const holds = seconds <= most.seconds && megabytes <= most.megabytes
    if (!holds) process.exitCode = 1
    console.log(
      `${holds ? 'ok  ' : 'OVER'} ${document.name.padEnd(34)} ${document.ending.padEnd(4)} ${seconds.toFixed(1).padStart(5)} s ${megabytes.toFixed(0).padStart(4)} MB  ${told.slice(0, 90)}`,
    )
  }
} finally {
  rmSync(folder, { recursive: true, force: true })
}
if (values.only !== '') process.exit()

const once = 10_000
/** Below this many milliseconds a figure is the clock's noise. */
const noise = 3

/** Milliseconds of processor time of a run, the least of three: what else runs, and what is compiled first, is no growth. */
function least(run: () => unknown): number {
  const one = () => {
    const before = process.cpuUsage()
    run()
    const { user, system } = process.cpuUsage(before)
    return (user + system) / 1000
  }
  return Math.min(one(), one(), one())
}

const growth = (short: () => unknown, long: () => unknown) => least(long) / Math.max(least(short), noise)

for (const language of languages())
  for (const [task, run] of Object.entries(readings(load(language)))) {
    let worst = 0
    for (const make of Object.values(hostile)) {
      const [short, long] = [make(once), make(10 * once)]
      worst = Math.max(
        worst,
        growth(
          () => run(short),
          () => run(long),
        ),
      )
    }
    report(`${language}: ${task}, 10 times the worst text`, worst, 20)
  }

const elements = 5_000
for (const [name, make] of Object.entries(hostilePages)) {
  const [short, long] = [make(elements), make(10 * elements)]
  report(
    `HTML, ${name}, 10 times`,
    growth(
      () => fromHtml(short),
      () => fromHtml(long),
    ),
    20,
  )
}
