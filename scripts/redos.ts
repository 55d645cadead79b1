/**
 * Expressions that backtrack: `tsx scripts/redos.ts`, or `--language fr`, `--seconds 5`.
 *
 * Takes every pattern of every grammar, with all that it names put in. One that repeats nothing without end takes at
 * any place no more steps than its own counts allow, however long the text is; what these cost,
 * test/linear.test.ts measures. About the others recheck is asked. What it calls vulnerable is tried:
 * a text is pumped as it says, and read by the grammar as documents are. That is a fault where it takes longer than a
 * second; elsewhere the grammar asks it only at a place, or of a short text. What recheck cannot decide in its time is
 * decided by growth: texts that repeat what the pattern and its examples repeat are read at 10,000, 20,000 and 40,000
 * characters. `--growth` asks growth alone, of every pattern that repeats without end.
 */
import { parseArgs } from 'node:util'
import { check } from 'recheck'
import { expand } from '../src/language/compile.js'
import { languages, load } from '../src/language/load.js'
import { narrowed } from '../src/language/narrow.js'
import type { Grammar } from '../src/language/types.js'
import { readCommon, readLanguage } from '../test/support/grammars.js'
import { attacks } from '../test/support/pumps.js'

const { values } = parseArgs({
  options: {
    language: { type: 'string' },
    seconds: { type: 'string', default: '2' },
    growth: { type: 'boolean', default: false },
  },
})
/** Characters of the text that is pumped, and milliseconds that it may take. */
const [length, most] = [20_000, 1000]
const timeout = Number(values.seconds) * 1000

/** Milliseconds that the grammar takes for a pumped text, asked at its start and all over. */
function cost(grammar: Grammar, id: string, pumped: string): number {
  const { user } = process.cpuUsage()
  grammar.match(id, pumped)
  grammar.findAll(id, pumped)
  return (process.cpuUsage().user - user) / 1000
}

/** Milliseconds below which the longest text is not looked at again, and how many times as long twice the text may take. */
const [noticed, mostGrowth] = [20, 3]

/** The worst of a pattern's attacks that takes four times as long for twice the text, in words; undefined if there is none. */
function growth(
  grammar: Grammar,
  id: string,
  source: string,
  examples: readonly string[],
): string | undefined {
  let worst: { spent: number; text: string } | undefined
  for (const make of attacks(source, examples)) {
    if (cost(grammar, id, make(2 * length)) < noticed) continue
    const [half, once, twice] = [length / 2, length, 2 * length].map((size) =>
      Math.min(cost(grammar, id, make(size)), cost(grammar, id, make(size))),
    ) as [number, number, number]
    if (
      twice > noticed &&
      once / half > mostGrowth &&
      twice / once > mostGrowth &&
      once > (worst?.spent ?? 0)
    )
      worst = { spent: once, text: make(1) }
  }
  return worst && `${JSON.stringify(worst.text)}: ${worst.spent.toFixed(0)} ms`
}

/** Does an expression repeat anything without end? */
function isEndless(source: string): boolean {
  return /[*+]|\{\d+,\}/u.test(source.replace(/\\./gsu, 'x').replace(/\[[^\]]*\]/gu, 'x'))
}

async function tryLanguage(language: string): Promise<void> {
  const grammar = load(language)
  const found: Record<'counted' | 'safe' | 'grown' | 'bounded' | 'faults', string[]> = {
    counted: [],
    safe: [],
    grown: [],
    bounded: [],
    faults: [],
  }
  const [file, common] = [readLanguage(language), readCommon()]
  const examples = new Map([...common.patterns, ...file.patterns].map((one) => [one.id, one.examples]))
  for (const [id, source] of Object.entries(expand(file, common))) {
    const own = narrowed(source)
    if (!isEndless(own)) {
      found.counted.push(id)
      continue
    }
    const result = values.growth ? undefined : await check(own, 'u', { timeout })
    if (result?.status === 'safe') found.safe.push(id)
    else if (result === undefined || result.status === 'unknown') {
      const worst = growth(grammar, id, own, examples.get(id) ?? [])
      if (worst === undefined) found.grown.push(id)
      else found[Number(/(\d+) ms$/u.exec(worst)?.[1]) < most ? 'bounded' : 'faults'].push(`${id} (${worst})`)
    } else {
      const { pumps, suffix } = result.attack
      const each = Math.ceil(
        length /
          Math.max(
            1,
            pumps.reduce((sum, { pump }) => sum + pump.length, 0),
          ),
      )
      const pumped = pumps.map(({ prefix, pump }) => prefix + pump.repeat(each)).join('') + suffix
      const spent = cost(grammar, id, pumped)
      if (spent < most) found.bounded.push(`${id} (${result.complexity.summary}: ${spent.toFixed(0)} ms)`)
      else found.faults.push(`${id} (${result.complexity.summary}: ${spent.toFixed(0)} ms)`)
    }
  }
  const { counted, safe, grown, bounded, faults } = found
  console.log(
    `${language}: ${counted.length} without endless repetition, ${safe.length} safe, ${grown.length} linear by growth, ${bounded.length} vulnerable as written but not as used, ${faults.length} faults`,
  )
  for (const [title, list] of Object.entries({ bounded, faults }))
    if (list.length > 0) console.log(`  ${title}: ${list.join(', ')}`)
  if (faults.length > 0) process.exitCode = 1
}

for (const language of values.language === undefined ? languages() : [values.language])
  await tryLanguage(language)
