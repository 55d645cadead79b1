// Score the commands against the real documents outside the project, and hold
// each figure to its floor in test/floors.json. Skipped, and said so, where the
// documents are not there.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const shared = join(root, '..', 'shared')
const floors = JSON.parse(readFileSync(join(root, 'test', 'floors.json'), 'utf8'))
const command = [process.execPath, join(root, 'bin', 'plenary.js')]

let passed = 0
let failed = 0

function check(name, figure, floor) {
  const holds = typeof figure === 'number' && figure >= floor
  if (holds) passed++
  else failed++
  console.log(`${holds ? 'ok  ' : 'FAIL'} ${name.padEnd(44)} ${String(figure).padStart(7)}  floor ${floor}`)
}

/** Run a scorer; its last line holds the figures. */
function figures(scorer, args, plenary) {
  const run = spawnSync(
    process.execPath,
    [join(shared, 'score', scorer), ...args, '--', ...command, ...plenary],
    {
      encoding: 'utf8',
      maxBuffer: 1 << 28,
    },
  )
  if (run.status !== 0) throw new Error(`${scorer} failed: ${run.stderr}`)
  const last = JSON.parse(run.stdout.trim().split('\n').at(-1))
  const row = Array.isArray(last) ? last[0] : last
  if (!row) throw new Error(`${scorer} scored nothing`)
  return row
}

if (!existsSync(join(shared, 'corpus'))) {
  console.log('No real documents beside the project: scores skipped.')
  process.exit(0)
}

/** Every style of every language of every folder that has floors. */
function* wanted(part) {
  for (const [folder, languages] of Object.entries(part))
    for (const [language, styles] of Object.entries(languages))
      for (const [style, figures] of Object.entries(styles)) {
        const args = [join(shared, 'corpus', folder), '--style', style, '--lang', language]
        yield { name: `${folder} ${language} ${style}`, args, figures: Object.entries(figures) }
      }
}

for (const { name, args, figures: floor } of wanted(floors.outline)) {
  const row = figures('outline.mjs', ['--cases', ...args], ['outline', '--quiet', '--format', 'ndjson'])
  for (const [figure, least] of floor) check(`outline ${name} ${figure}`, row[figure], least)
}
for (const { name, args, figures: floor } of wanted(floors.diff)) {
  const row = figures('diff.mjs', ['--pairs', ...args], ['diff', '--quiet', '--format', 'json'])
  for (const [figure, least] of floor) check(`diff ${name} ${figure}`, row[figure], least)
}

// What a comparison says of real changed paragraphs: verbs, facts, routine, and statements that would be false.
const judged = figures(
  'judgements.mjs',
  ['--set', join(shared, 'corpus', 'judgements')],
  ['diff', '--quiet', '--format', 'json'],
)
for (const [figure, least] of Object.entries(floors.judgements)) {
  const said = figure === 'truthful' ? 1 - judged.mustNot / judged.mustNotOf : judged[figure]
  check(`judgements ${figure}`, said, least)
}

// Drafting rules: violations found, and published texts of which nothing is said.
const ruled = figures(
  'lint.mjs',
  ['--set', join(shared, 'corpus', 'lint')],
  ['lint', '--quiet', '--no-config', '--format', 'ndjson'],
)
check('lint recall', ruled.recall, floors.lint.recall)
check('lint, clean texts without an alarm', 1 - ruled.alarmsPerText, floors.lint.quiet)

// Chains of drafts, and several parties' versions of one.
for (const [language, floor] of Object.entries(floors.history)) {
  const row = figures(
    'history.mjs',
    ['--chains', join(shared, 'corpus', 'versions', 'chains'), '--lang', language],
    ['history', '--quiet', '--format', 'json'],
  )
  for (const [figure, least] of Object.entries(floor))
    check(`history ${language} ${figure}`, row[figure], least)
}
for (const [language, floor] of Object.entries(floors.merge)) {
  const row = figures(
    'merge.mjs',
    ['--merges', join(shared, 'corpus', 'versions', 'merges'), '--lang', language],
    ['merge', '--quiet', '--paragraphs', '--format', 'json'],
  )
  for (const [figure, least] of Object.entries(floor))
    check(`merge ${language} ${figure}`, row[figure], least)
}

// Negotiating texts: open points, who wants what, and the texts that choices give.
for (const [folder, floor] of Object.entries(floors.negotiation)) {
  const texts = join(shared, 'corpus', 'negotiation', folder)
  const clean = [...command, 'clean', '--quiet'].join(' ')
  const row = figures(
    'negotiation.mjs',
    ['--texts', texts, '--clean', clean],
    ['brackets', '--quiet', '--format', 'json'],
  )
  for (const [figure, least] of Object.entries(floor))
    check(`negotiation ${folder} ${figure}`, row[figure], least)
}

// Amending documents: read, applied, written and applied back, carried over to a revision, held against each other.
const amending = join(shared, 'corpus', 'amendments')
const plenaryBin = command.join(' ')
for (const [name, folder, every, args, asked] of [
  ['read text', 'real/dev', 1, ['--read', '--ext', 'txt'], ['amendments', '--format', 'json']],
  ['read pdf', 'real/dev', 1, ['--read', '--ext', 'pdf'], ['amendments', '--format', 'json']],
  ['read made', 'made', 3, ['--read'], ['amendments', '--format', 'json']],
  ['apply made', 'made', 3, ['--apply'], ['amend']],
  ['apply real', 'real/dev', 1, ['--apply'], ['amend']],
  ['write', 'made', 3, ['--write', '--applier', `${plenaryBin} amend`], ['amend', '--write']],
  ['rebase', 'rebase', 3, ['--rebase'], ['rebase']],
  ['conflicts', 'conflicts', 3, ['--conflicts'], ['amend']],
]) {
  const [way, ...more] = args
  const [first, ...rest] = asked
  const row = figures(
    'amendments.mjs',
    [way, sampled(join(amending, folder), every), ...more],
    [first, '--quiet', ...rest],
  )
  for (const [figure, least] of Object.entries(floors.amendments[name])) {
    // Of what must not be applied the floor is none.
    const value = figure === 'rightlyLeft' ? 1 - row.appliedWhereItMustNot / row.instructions : row[figure]
    check(`amendments, ${name}: ${figure}`, value, least)
  }
}

/** A folder with every so many of the cases of another. */
function sampled(folder, every) {
  if (every === 1) return folder
  const sample = mkdtempSync(join(tmpdir(), 'plenary-score-'))
  for (const [at, name] of readdirSync(folder).entries())
    if (at % every === 0) symlinkSync(join(folder, name), join(sample, name))
  return sample
}

// Language versions set side by side.
const side = spawnSync(process.execPath, [join(root, 'scripts', 'concord-score.js')], { encoding: 'utf8' })
if (side.status !== 0) throw new Error(`concord-score.js failed: ${side.stderr}`)
const told = JSON.parse(side.stdout.trim().split('\n').at(-1))
check('concord, seeded discrepancies found', told.found / told.seeded, floors.concord.found)
check('concord, versions without a false alarm', 1 - told.falsePerDocument, floors.concord.quiet)

// Redlines in Word, by their XML: a document against itself in other formats, and edits of originals.
for (const [what, folder] of [
  ['identity', 'cases-docx/en'],
  ['pairs', 'redlines'],
]) {
  const args = [join(shared, 'score', 'redline.py'), what, join(shared, 'corpus', folder), '--', ...command]
  const scored = spawnSync('python3', args, { encoding: 'utf8', maxBuffer: 1 << 28 })
  if (scored.status !== 0) throw new Error(`redline.py failed: ${scored.stderr}`)
  const row = JSON.parse(scored.stdout.trim().split('\n').at(-1))
  for (const [figure, least] of Object.entries(floors.redline[what]))
    check(`redline ${what} ${figure}`, row[figure], least)
}

// Where paragraphs come from: of real drafts, and of paragraphs made of several sources.
const precedents = ['precedent', '--library', join(shared, 'corpus', 'precedent', 'library')]
for (const [scorer, floor] of Object.entries(floors.precedent)) {
  const found = figures(
    `${scorer}.mjs`,
    ['--set', join(shared, 'corpus', 'precedent')],
    [...precedents, '--quiet', '--format', 'ndjson'],
  )
  for (const [figure, least] of Object.entries(floor)) check(`${scorer} ${figure}`, found[figure], least)
}

// The seed must be read without a fault, to the letter.
const seed = join(shared, 'corpus', 'seed')
const squeeze = (text) => text.replace(/\s+/gu, ' ').replace(/[“”]/gu, '"').replace(/[‘’]/gu, "'")
const goldFile = readdirSync(seed).find((file) => file.endsWith('.json'))
const draft = readdirSync(seed).find((file) => file.endsWith('.md'))
const gold = JSON.parse(readFileSync(join(seed, goldFile), 'utf8'))
const run = spawnSync(command[0], [...command.slice(1), 'outline', '--format', 'ndjson', join(seed, draft)], {
  encoding: 'utf8',
})
const read = JSON.parse(run.stdout)
const rows = (list) => list.map((row) => `${row.role}: ${squeeze(row.text)}`)
const wrong = rows(gold.rows).filter((row, index) => row !== rows(read.rows)[index])
check('seed rows read right', gold.rows.length - wrong.length, gold.rows.length)
check('seed rows, none more', Number(read.rows.length === gold.rows.length), 1)
check('seed title', Number(read.title === gold.title), 1)
check('seed sponsors', read.sponsors.length, 13)
check('seed notes', Number(read.footnotes === gold.footnotes), 1)

console.log(`scores: ${passed} passed, ${failed} failed`)
if (failed > 0) process.exit(1)
