/**
 * The round trip of Word redlines, at scale: `tsx scripts/redlines.ts`.
 *
 * Writes a redline of every pair in `../shared/corpus/revisions` and `redlines`, of every
 * Word file in `cases-docx` revised by up to ten kinds of edits, and of generated drafts. Counts
 * those that read as the old and the new document in plenary, and those that have their
 * paragraphs once LibreOffice has rejected or accepted them. `--seeds 3` revises each file,
 * and generates, three times; `--office 20` takes twenty of a kind to LibreOffice;
 * `--only revisions --match 75_71` picks some; `--write folder` writes the pairs, for other scorers.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { redline } from '../src/index.js'
import { officePython } from '../test/support/office.js'
import {
  corpusFolders,
  corpusPair,
  generatedPair,
  levels,
  originalPair,
  originals,
  type Pair,
  savedPairs,
} from '../test/support/redline-pairs.js'
import { type Redline, readerFaults, settle } from '../test/support/settle.js'

const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '3' },
    office: { type: 'string', default: '1000' },
    only: { type: 'string' },
    match: { type: 'string', default: '' },
    write: { type: 'string' },
  },
})
const seeds = Array.from({ length: Number(values.seeds) }, (_, at) => at + 1)

type Make = () => Pair | Promise<Pair>
const kinds: Record<string, Make[]> = {
  generated: seeds.flatMap((seed) => levels.map((level) => () => generatedPair(seed, level))),
  'cases-docx': seeds.flatMap((seed) =>
    originals()
      .filter((file) => file.includes(values.match))
      .map((file) => () => originalPair(file, seed)),
  ),
  redlines: savedPairs()
    .filter(({ name }) => name.includes(values.match))
    .map((pair) => () => pair),
  revisions: corpusFolders()
    .filter((folder) => folder.includes(values.match))
    .map((folder) => () => corpusPair(folder)),
}
/** So many documents LibreOffice gets at a time. */
const batch = 20
const date = '2041-10-06T09:00:00Z'
const python = officePython()
let failed = false

for (const [kind, makes] of Object.entries(kinds)) {
  if (values.only !== undefined && values.only !== kind) continue
  const counts = { read: 0, settled: 0, tried: 0 }
  for (let from = 0; from < makes.length; from += batch) {
    const redlines: Redline[] = []
    for (const make of makes.slice(from, from + batch)) {
      const pair = await make()
      if (values.write !== undefined) write(values.write, pair)
      const result = await redline(pair.old, pair.new, { date })
      const faults = await readerFaults({ ...pair, result })
      if (faults.length === 0) counts.read++
      tell(pair, faults)
      redlines.push({ ...pair, result })
    }
    const some = redlines.slice(0, Math.max(0, Number(values.office) - from))
    if (python === undefined || some.length === 0) continue
    for (const [at, faults] of (await settle(python, some)).entries()) {
      counts.tried++
      if (faults.length === 0) counts.settled++
      else tell(some[at] as Redline, faults)
    }
  }
  process.stdout.write(
    `${kind}: ${counts.read}/${makes.length} in plenary, ${counts.settled}/${counts.tried} in LibreOffice\n`,
  )
  failed ||= counts.read < makes.length || counts.settled < counts.tried
}
process.exitCode = failed ? 1 : 0

function write(folder: string, pair: Pair): void {
  mkdirSync(folder, { recursive: true })
  const name = pair.name.replace(/[^\w-]/gu, '_')
  writeFileSync(join(folder, `${name}-old.docx`), pair.old)
  writeFileSync(join(folder, `${name}-new.docx`), pair.new)
}

function tell({ name }: Pair, faults: readonly string[]): void {
  for (const fault of faults) process.stdout.write(`  ${name}: ${fault}\n`)
}
