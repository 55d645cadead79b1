/**
 * Expressions that backtrack: `tsx scripts/redos.ts`, or `--language fr`, `--seconds 5`.
 *
 * Takes every pattern of every grammar, with all that it names put in. One that repeats nothing without end takes at
 * any place no more steps than its own counts allow, however long the text is; what these cost,
 * test/linear.test.ts measures. About the others recheck is asked. What it calls vulnerable is tried:
 * a text is pumped as it says, and read by the grammar as documents are. That is a fault where it takes longer than a
 * second; elsewhere the grammar asks it only at a place, or of a short text. What recheck cannot decide in its time is
 * listed by name: of these, test/linear.test.ts with its texts made of the grammar's own examples is the only proof.
 */
import { parseArgs } from 'node:util'
import { check } from 'recheck'
import { expand } from '../src/language/compile.js'
import { languages, load } from '../src/language/load.js'
import { narrowed } from '../src/language/narrow.js'
import type { Grammar } from '../src/language/types.js'
import { readCommon, readLanguage } from '../test/support/grammars.js'

const { values } = parseArgs({
  options: { language: { type: 'string' }, seconds: { type: 'string', default: '2' } },
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

/** Does an expression repeat anything without end? */
function isEndless(source: string): boolean {
  return /[*+]|\{\d+,\}/u.test(source.replace(/\\./gsu, 'x').replace(/\[[^\]]*\]/gu, 'x'))
}

async function tryLanguage(language: string): Promise<void> {
  const grammar = load(language)
  const found: Record<'counted' | 'safe' | 'bounded' | 'faults' | 'undecided', string[]> = {
    counted: [],
    safe: [],
    bounded: [],
    faults: [],
    undecided: [],
  }
  for (const [id, source] of Object.entries(expand(readLanguage(language), readCommon()))) {
    const own = narrowed(source)
    if (!isEndless(own)) {
      found.counted.push(id)
      continue
    }
    const result = await check(own, 'u', { timeout })
    if (result.status === 'safe') found.safe.push(id)
    else if (result.status === 'unknown') found.undecided.push(id)
    else {
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
  const { counted, safe, bounded, faults, undecided } = found
  console.log(
    `${language}: ${counted.length} without endless repetition, ${safe.length} safe, ${bounded.length} vulnerable as written but not as used, ${undecided.length} undecided, ${faults.length} faults`,
  )
  for (const [title, list] of Object.entries({ bounded, undecided, faults }))
    if (list.length > 0) console.log(`  ${title}: ${list.join(', ')}`)
  if (faults.length > 0) process.exitCode = 1
}

for (const language of values.language === undefined ? languages() : [values.language])
  await tryLanguage(language)
