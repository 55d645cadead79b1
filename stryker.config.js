// How much a fault in `src/diff` or `src/parse` is noticed: Stryker changes the code in one place, and the tests of
// that folder must fail. `npm run mutants` takes every line; `MUTANTS=20` a twentieth of them, evenly spread, which
// is enough for the score. What was measured is in bench/RESULTS.md.
import { readdirSync, readFileSync } from 'node:fs'
import { basename } from 'node:path'

const folder = process.env.MUTATED ?? 'diff'
const share = Number(process.env.MUTANTS ?? 1)

/** The tests that hold a folder, by how their names begin, without those that take long. */
const tests = {
  diff: /^(?:diff(?!-any-word|-laws)|tree-edit)/u,
  parse:
    /^(?:announced|citations|fixtures|fronted|numbering|openings|places|segments|titles|wrapped-headings|text-conservation)/u,
}[folder]
if (!tests) throw new Error(`MUTATED is diff or parse, not ${folder}`)

let seen = 0
/** What is changed of a file: all of it, or of so many lines one, the files counted as one text: `src/diff/x.ts:12-12`. */
function linesOf(file) {
  if (share === 1) return [file]
  const lines = readFileSync(new URL(`./${file}`, import.meta.url), 'utf8').split('\n')
  return lines.flatMap((_, at) => (seen++ % share === 0 ? [`${file}:${at + 1}-${at + 1}`] : []))
}

/** Stryker starts the tests anew for each mutant: in one file, the sources are loaded once. */
process.env.TESTS_TOGETHER = readdirSync(new URL('./test', import.meta.url))
  .filter((name) => tests.test(name))
  .map((name) => basename(name, '.test.ts'))
  .join(' ')

export default {
  testRunner: 'command',
  buildCommand: 'node scripts/unit.js',
  commandRunner: {
    command:
      'COMPILED_TESTS=.compiled node node_modules/ava/entrypoints/cli.mjs --fail-fast .compiled/test/together.test.js',
  },
  // What is compiled has no types.
  disableTypeChecks: false,
  mutate: readdirSync(new URL(`./src/${folder}`, import.meta.url))
    .filter((name) => name.endsWith('.ts'))
    .flatMap((name) => linesOf(`src/${folder}/${name}`)),
  concurrency: 2,
  timeoutMS: 20_000,
  reporters: ['clear-text', 'progress-append-only'],
  clearTextReporter: { logTests: false, reportTests: false, allowEmojis: false },
  tempDirName: '.stryker',
  ignorePatterns: ['dist', 'coverage', 'page', '.compiled'],
}
