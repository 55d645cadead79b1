/** How time and memory grow with the text: each tool on each size in a process of its own. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { generate } from './generate.js'
import { lines, markdown } from './print.js'

/** Beyond this many seconds a tool is stopped. */
const patience = 60
const tools = ['plenary', 'jsdiff, words', 'git diff --word-diff'] as const
/** What a user waits for: milliseconds, and megabytes. */
const sizes = [
  { size: 50, repetitive: false, target: 30 },
  { size: 500, repetitive: false, target: 300 },
  { size: 3000, repetitive: false, target: 3000 },
  { size: 5000, repetitive: false, target: null },
  { size: 5000, repetitive: true, target: 10_000 },
]
const mostMemory = 400

interface Cost {
  ms: number
  peak: number
}

/** Measure, and write a table with the targets. */
export function growth(): string[] {
  const folder = mkdtempSync(join(tmpdir(), 'plenary-bench-'))
  try {
    const rows: string[] = []
    const times = new Map<string, [size: number, ms: number][]>(tools.map((tool) => [tool, []]))
    /** Tools that were stopped: on a larger text they are not tried again. */
    const slow = new Set<string>()
    for (const { size, repetitive, target } of sizes) {
      const pair = generate(2, 'medium', size, repetitive)
      const write = (name: string, text: string) => {
        const file = join(folder, name)
        writeFileSync(file, text)
        return file
      }
      const trees = [write('old.md', markdown(pair.old)), write('new.md', markdown(pair.new))]
      const texts = [write('old.txt', lines(pair.old)), write('new.txt', lines(pair.new))]
      const costs = tools.map((tool) =>
        slow.has(tool) ? null : cost(tool, tool === 'plenary' ? trees : texts),
      )
      const words = lines(pair.old).split(/\s+/u).length
      const name = `${size.toLocaleString('en')}${repetitive ? ' near-duplicates' : ''}`
      const cells = costs.map((one) =>
        one ? `${Math.round(one.ms).toLocaleString('en')} ms` : `> ${patience} s`,
      )
      const peak = costs[0] ? `${Math.round(costs[0].peak)} MB` : '–'
      rows.push(
        `| ${name} | ${words.toLocaleString('en')} | ${cells.join(' | ')} | ${peak} | ${limit(target)} |`,
      )
      for (const [at, tool] of tools.entries()) {
        const one = costs[at]
        if (!one) slow.add(tool)
        else if (!repetitive) times.get(tool)?.push([size, one.ms])
      }
    }
    const exponents = tools.map((tool) => {
      const measured = times.get(tool) ?? []
      const [to, toMs] = measured.at(-1) ?? [0, 0]
      const [from, fromMs] = measured.find(([size]) => size * 10 === to) ?? [0, 0]
      const exponent = Math.log(toMs / fromMs) / Math.log(to / from)
      return `${tool} ${exponent.toFixed(2)} (${from} to ${to.toLocaleString('en')})`
    })
    return [
      'Revisions of the level medium, of paragraphs that do not repeat each other and of those that do; peak memory is of',
      'the process with both trees. git is a process that is started. A tool stopped once is not tried on more.',
      '',
      `| paragraphs | words | ${tools.join(' | ')} | plenary, peak memory | target |`,
      `|${'---|'.repeat(tools.length + 4)}`,
      ...rows,
      '',
      `Growth of the time as a power of the size, from a tenth of the largest text measured to it (target 1.3): ${exponents.join(', ')}.`,
    ]
  } finally {
    rmSync(folder, { recursive: true })
  }
}

function limit(target: number | null): string {
  return `${target === null ? '' : `${target.toLocaleString('en')} ms, `}${mostMemory} MB`
}

function cost(tool: string, files: readonly string[]): Cost | null {
  const script = join(import.meta.dirname, '..', 'once.ts')
  const args = ['--expose-gc', '--import=tsx', script, tool, ...files]
  // Parsing and warming up come before the clock starts.
  const run = spawnSync(process.execPath, args, { encoding: 'utf8', timeout: 1000 * (patience + 20) })
  if (run.error && 'code' in run.error && run.error.code === 'ETIMEDOUT') return null
  if (run.status !== 0) throw new Error(`${tool}: ${run.stderr}`)
  const result = JSON.parse(run.stdout) as Cost
  return result.ms > 1000 * patience ? null : result
}
