/**
 * The laws under damage: `npm run mutations`, or `tsx scripts/mutations.ts --seed 20411006 --many 500`.
 *
 * Damages the fixtures, and real documents where they are beside the project, and
 * holds each result to every law. Half of the mutations have a seed that never changes,
 * the other half that of the day, which is printed, so that a failure comes again.
 * `test/floors.json` says how many of a thousand are known to break a law: these
 * numbers may only fall, and a law that is not there may never be broken. A tree that is
 * kept beside its text breaks none: it is a cost, with a ceiling of its own.
 * `--show law` prints what broke it, `--law law` holds to that alone; `--part 1/2` tries every second mutation.
 */
import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { brokenLaws, cost } from '../test/support/mutation-laws.js'
import { type Mutation, mutations, sources } from '../test/support/mutations.js'

const today = new Date().toISOString().slice(0, 10).replaceAll('-', '')
const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: process.env.TEST_SEED ?? today },
    many: { type: 'string', default: '3000' },
    part: { type: 'string' },
    show: { type: 'string' },
    law: { type: 'string', default: '' },
    only: { type: 'string', default: '' },
  },
})
/** The seed of the half that is the same each time. */
const counted = 20311009
/** How many of so many may break a law of which so many of a thousand do; by chance it is twice the square root more, and two. */
function most(ceiling: number, many: number): number {
  const expected = (ceiling * many) / 1000
  return ceiling === 0 ? 0 : Math.ceil(expected + 2 * Math.sqrt(expected)) + 2
}
const half = Math.ceil(Number(values.many) / 2)

type Counts = Record<string, number>

/** Try a share of the mutations; give how many broke each law. */
async function tryPart(index: number, parts: number): Promise<{ counted: Counts; today: Counts }> {
  const all = sources()
  const result: { counted: Counts; today: Counts } = { counted: {}, today: {} }
  for (const [name, seed] of [
    ['counted', counted],
    ['today', Number(values.seed)],
  ] as const)
    for (const [at, mutation] of mutations(all, seed, half).entries())
      if (at % parts === index) await count(mutation, result[name])
  return result
}

async function count(mutation: Mutation, counts: Counts): Promise<void> {
  if (!mutation.source.name.includes(values.only)) return
  for (const { law, fault } of await brokenLaws(mutation, values.law)) {
    const kind = law
    counts[kind] = (counts[kind] ?? 0) + 1
    if (values.show !== undefined && kind.includes(values.show)) show(mutation, kind, fault)
  }
}

function show({ source, damaged }: Mutation, kind: string, fault: string): void {
  const text = typeof damaged === 'string' ? damaged : Buffer.from(damaged).toString('latin1')
  console.error(
    `--- ${kind}, ${source.format}: ${source.name}: ${fault}\n${JSON.stringify(text.slice(0, 3000))}`,
  )
}

/** The parts are tried in processes of their own, two at a time. */
function spawnPart(part: string): Promise<{ counted: Counts; today: Counts }> {
  const own = fileURLToPath(import.meta.url)
  const args = ['--import=tsx', own, ...process.argv.slice(2), '--seed', values.seed, '--part', part]
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] })
    let out = ''
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      out += text
    })
    child.on('error', reject)
    child.on('close', (status) => {
      if (status === 0) resolve(JSON.parse(out))
      else reject(new Error(`part ${part} ended with ${status}`))
    })
  })
}

function sum(all: readonly Counts[]): Counts {
  const total: Counts = {}
  for (const counts of all)
    for (const [kind, count] of Object.entries(counts)) total[kind] = (total[kind] ?? 0) + count
  return total
}

if (values.part !== undefined) {
  const [index = 1, parts = 1] = values.part.split('/').map(Number)
  console.log(JSON.stringify(await tryPart(index - 1, parts)))
} else {
  const floors = new URL('../test/floors.json', import.meta.url)
  const { mutations: ceilings } = JSON.parse(readFileSync(floors, 'utf8')) as { mutations: Counts }
  const parts = await Promise.all(['1/2', '2/2'].map(spawnPart))
  const [fixed, today] = [sum(parts.map((part) => part.counted)), sum(parts.map((part) => part.today))]
  console.log(`${2 * half} mutations, half of them of the seed ${values.seed}`)
  let failed = 0
  for (const kind of [...new Set([fixed, today, ceilings].flatMap(Object.keys))].sort()) {
    const ceiling = ceilings[kind] ?? 0
    const [first = 0, second = 0] = [fixed[kind], today[kind]]
    const holds = Math.max(first, second) <= most(ceiling, half)
    if (!holds) failed++
    console.log(
      `${holds ? 'ok  ' : 'FAIL'} ${kind.padEnd(24)} ${first} and ${second} of ${half} ${kind === cost ? 'cost it' : 'broken'}; known: ${ceiling} of 1,000`,
    )
  }
  console.log(
    failed === 0 ? 'No law is broken in a way that is not known.' : `${failed} kinds are new or grew.`,
  )
  process.exitCode = failed > 0 ? 1 : 0
}
