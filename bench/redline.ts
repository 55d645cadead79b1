/**
 * Tracked changes in Word beside those of LibreOffice's Compare Document, on the same
 * pairs: words marked over the fewest that had to change, moves, and time.
 *
 * Masthead and labels are among the words marked, and not among the fewest; a moved
 * paragraph with sub-paragraphs is as many moves.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import { parseDocument } from 'htmlparser2'
import { fromMarkdown, redline, toDocx } from '../dist/index.js'
import { type Job, office, officePython } from '../test/support/office.js'
import { median, report } from './measure.mjs'
import { generate, type Level } from './revisions/generate.js'
import { markdown } from './revisions/print.js'

const date = '2031-10-06T00:00:00Z'
const seeds = [2, 4, 6, 8, 10, 12]
const levels: Level[] = ['light', 'medium', 'heavy']

interface Node {
  name?: string
  data?: string
  children?: Node[]
}

interface Marked {
  words: number
  moves: number
}

/** Words in insertions and deletions, and moves, of a Word document. */
function marked(bytes: Uint8Array): Marked {
  const parts = unzipSync(bytes, { filter: ({ name }) => /^word\/(?:document|footnotes)\.xml$/u.test(name) })
  const found = { words: 0, moves: 0 }
  const visit = (node: Node, isMarked: boolean): string => {
    const text =
      node.data ?? (node.children ?? []).map((child) => visit(child, isMarked || isEdit(node))).join('')
    if (isEdit(node) && !isMarked) found.words += text.split(/\s+/u).filter((word) => word !== '').length
    if (node.name === 'w:moveFromRangeStart') found.moves++
    return text
  }
  for (const part of Object.values(parts))
    visit(parseDocument(strFromU8(part), { xmlMode: true }) as Node, false)
  return found
}

function isEdit({ name, children = [] }: Node): boolean {
  return (name === 'w:ins' || name === 'w:del') && children.length > 0
}

const python = officePython()
if (!python) {
  console.log('LibreOffice with python3-uno is not here: nothing to compare with')
} else {
  const folder = mkdtempSync(join(tmpdir(), 'plenary-bench-'))
  try {
    for (const level of levels) {
      const pairs = seeds.map((seed) => generate(seed, level))
      const jobs: Job[] = []
      const plenary: (Marked & { ms: number })[] = []
      for (const [at, pair] of pairs.entries()) {
        const [old, now] = await Promise.all(
          [pair.old, pair.new].map((version) => toDocx(fromMarkdown(markdown(version)), { date })),
        )
        const file = (name: string) => join(folder, `${level}-${at}-${name}.docx`)
        writeFileSync(file('old'), old as Uint8Array)
        writeFileSync(file('new'), now as Uint8Array)
        jobs.push({ in: file('new'), with: file('old'), do: 'compare', out: file('compared') })
        const start = performance.now()
        const bytes = await redline(old as Uint8Array, now as Uint8Array, { date })
        plenary.push({ ms: performance.now() - start, ...marked(bytes) })
      }
      // One process a pair: what it cannot compare ends it.
      const peer: ((Marked & { ms: number }) | undefined)[] = []
      for (const job of jobs) {
        const [result] = await office(python, [job]).catch(() => [])
        peer.push(
          result?.out && result.seconds
            ? { ms: result.seconds * 1000, ...marked(readFileSync(result.out)) }
            : undefined,
        )
      }
      const both = pairs.flatMap((pair, at) => {
        const [own, other] = [plenary[at], peer[at]]
        return own && other ? [{ least: pair.truth.changedWords, truth: pair.truth, own, other }] : []
      })
      const churn = (side: 'own' | 'other') => median(both.map((one) => one[side].words / one.least))
      const sum = (side: 'own' | 'other') => both.reduce((total, one) => total + one[side].moves, 0)
      const ms = (side: 'own' | 'other') => median(both.map((one) => one[side].ms)).toFixed(0)
      const moved = both.reduce(
        (total, { truth }) => total + truth.groups.filter((group) => group.moved).length,
        0,
      )
      console.log(
        `${level}, ${both.length} of ${pairs.length} pairs that LibreOffice compares: ` +
          `words marked / least ${churn('own').toFixed(2)}, LibreOffice ${churn('other').toFixed(2)}; ` +
          `moves marked ${sum('own')} of ${moved}, LibreOffice ${sum('other')}; ` +
          `${ms('own')} ms, LibreOffice ${ms('other')} ms`,
      )
      report(`${level}: words marked by plenary / by LibreOffice`, churn('own') / churn('other'), 0.9)
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
