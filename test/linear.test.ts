/** No text makes a grammar slow: long lists are made of each pattern's own examples, words and verbs, with every joint. */
import test from 'ava'
import { languages, load } from '../src/language/load.js'
import type { GrammarFile } from '../src/language/records/language.js'
import type { Grammar } from '../src/language/types.js'
import { readCommon, readLanguage } from './support/grammars.js'
import { hostile, readings as readingsOf } from './support/hostile.js'
import { runs, some } from './support/properties.js'
import { steps } from './support/steps.js'

/** Characters of the short and of the long text. */
const [short, long] = [3000, 15_000] as const
/** Milliseconds of processor time below which a reading of the short text is not looked at again. */
const noticed = 40
/** A reading that is linear takes five times as long for five times the text; a quadratic one 25 times. */
const mostGrowth = 12

const spent = () => process.cpuUsage().user / 1000

function milliseconds(run: () => unknown): number {
  const start = spent()
  run()
  return spent() - start
}

/** What lists are made of: examples, and words of every list and verb. */
function seeds(file: GrammarFile): string[] {
  const records = [...readCommon().patterns, ...file.patterns, ...Object.values(file.openers.forms)]
  const forms = file.verbs.flatMap(({ forms: { preambular, operative } }) => [...preambular, ...operative])
  const months = file.months.map((names) => [names].flat()[0] ?? '')
  return [
    ...new Set([
      ...records.flatMap(({ examples }) => examples.slice(0, 3).map((example) => example.replace('|', ''))),
      ...Object.values(file.lists).flatMap((words) => words.slice(0, 2)),
      // Every eighth form: neighbours are alike.
      ...forms.filter((_, index) => index % 8 === 0).flatMap((form) => [form, form.toLowerCase()]),
      ...months.slice(0, 3),
    ]),
  ].filter((seed) => seed !== '')
}

function readings(grammar: Grammar, file: GrammarFile): Record<string, (text: string) => unknown> {
  const ids = new Set([...readCommon().patterns, ...file.patterns].map(({ id }) => id))
  return {
    ...Object.fromEntries([...ids].map((id) => [id, (text: string) => grammar.match(id, text)])),
    // Lines that are asked at their start were quadratic where they were looked for all over.
    lines: (text) => ['sponsorLine', 'venue', 'organLine'].map((id) => grammar.findAll(id, text)),
    lead: (text) => grammar.lead(text, 'any'),
    later: (text) => [grammar.later(text, 0, 'operative'), grammar.later(text, 0, 'preambular')],
    citations: (text) => grammar.citations(text, 'x'),
    sponsors: (text) => grammar.sponsors(text),
    numbers: (text) => grammar.numbers(text),
    facts: (text) => [grammar.hedges(text), grammar.obligations(text), grammar.degree(text)],
    dates: (text) => [grammar.isoDate(text), grammar.dateRange(text), grammar.ordinal(text)],
    items: (text) => grammar.listItems(text),
    addressee: (text) => grammar.addressee(text, 0, { verb: 'urge', force: 4 }),
    object: (text) => grammar.object(text),
  }
}

for (const language of languages()) {
  test(`${language}: time grows with the text`, (t) => {
    const grammar = load(language)
    const file = readLanguage(language)
    const all = Object.entries(readings(grammar, file))
    const joints = ['', ' ', ', ', ...file.listSeparators.filter((joint) => joint.trim() !== ',').slice(0, 2)]
    for (const [, run] of all) run(seeds(file).join(' ').slice(0, short))
    let read = 0
    for (const seed of some(seeds(file))) {
      for (const joint of joints) {
        const text = (length: number) => (seed + joint).repeat(Math.ceil(length / (seed + joint).length))
        for (const [name, run] of all) {
          read++
          const first = milliseconds(() => run(text(short)))
          if (first < noticed) continue
          // A moment of the machine, or of the collector, is no growth: the least of two.
          const base = Math.min(
            first,
            milliseconds(() => run(text(short))),
          )
          if (base < noticed) continue
          const growth = milliseconds(() => run(text(long))) / base
          t.true(
            growth < mostGrowth,
            `${name} of ${JSON.stringify(seed + joint)}: ${growth.toFixed(1)} times`,
          )
        }
      }
    }
    t.true(read > runs(10_000))
  })
}

for (const language of languages()) {
  test(`${language}: every part of a text is read so many times, however long the text is`, (t) => {
    const [grammar, { verbs, listSeparators }] = [load(language), readLanguage(language)]
    const forms = verbs
      .slice(0, 5)
      .flatMap(({ forms: { preambular, operative } }) => [preambular[0], operative[0]])
    const lists = [', ', ...listSeparators].map((joint) => (length: number) => {
      const list = `${forms.join(joint)}${joint}`
      return list.repeat(Math.ceil(length / list.length))
    })
    for (const make of [...Object.values(hostile), ...lists])
      for (const [task, run] of Object.entries(readingsOf(grammar))) {
        const [once = 0, fourfold = 0] = [500, 2000].map((length) => steps(() => run(make(length))))
        // What is read anew at every joint takes some fourteen times the steps.
        t.true(fourfold < 6 * once + 500, `${task} of ${make(40)}: ${fourfold} steps, ${once} of a quarter`)
      }
  })
}
