// Many files: what a second thread gains, and whether memory grows with their number.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { documents } from './measure.mjs'

const command = fileURLToPath(new URL('../bin/plenary.js', import.meta.url))
const files = 1000
const leastGain = 1.7
const mostGrowth = 1.25

const folder = mkdtempSync(join(tmpdir(), 'plenary-bench-'))
try {
  const texts = documents()
  const names = Array.from({ length: files }, (_, index) => {
    const name = join(folder, `${index}.md`)
    writeFileSync(name, texts[index % texts.length])
    return name
  })

  /** Seconds and peak memory (MiB) of an outline of the first `count` files. */
  const run = (count, jobs) => {
    // The process tells its own peak as it ends.
    const probe =
      'process.on("exit", () => process.stderr.write("\\npeak " + process.resourceUsage().maxRSS))'
    const started = process.hrtime.bigint()
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      ['--import', `data:text/javascript,${encodeURIComponent(probe)}`, command, 'outline', '--quiet'].concat(
        ['--format', 'ndjson', '--jobs', String(jobs), '--files-from', '-'],
      ),
      { input: names.slice(0, count).join('\n'), encoding: 'utf8', maxBuffer: 1 << 30 },
    )
    if (status !== 0 || stdout.trimEnd().split('\n').length !== count) throw new Error(stderr)
    const seconds = Number(process.hrtime.bigint() - started) / 1e9
    return { seconds, peak: Number(/peak (\d+)\s*$/u.exec(stderr)?.[1]) / 1024 }
  }

  const threads = Math.min(2, availableParallelism())
  const [one, two, few] = [run(files, 1), run(files, threads), run(files / 4, threads)]
  const gain = one.seconds / two.seconds
  const growth = two.peak / few.peak
  console.log(
    `${files} files on ${threads} threads against one: ${gain.toFixed(2)} times as fast (least ${leastGain})`,
  )
  console.log(`  ${one.seconds.toFixed(1)} s and ${two.seconds.toFixed(1)} s`)
  console.log(`peak memory, ${files} files against ${files / 4}: ${growth.toFixed(2)} (most ${mostGrowth})`)
  console.log(`  ${two.peak.toFixed(0)} MiB and ${few.peak.toFixed(0)} MiB`)
  if (gain < leastGain || growth > mostGrowth) process.exitCode = 1
} finally {
  rmSync(folder, { recursive: true, force: true })
}
