// Hostile texts of 50,000 characters in every format that is read, and by every command: each in a process of its own, in
// seconds of processor time and megabytes at the most. Every text in every format is read; every command reads every
// text in Markdown, and of each format what exhausts its reader. A command has its seconds for each document that it
// is given. Prints what is over the limits, and the worst ten.
// `--only WORDS` measures those whose names have them, `--turn 2/9` each ninth, from the second on.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { own, shapes, written } from '../test/support/hostile-shapes.js'
import { root } from './measure.mjs'

const { values } = parseArgs({
  options: {
    only: { type: 'string', default: '' },
    turn: { type: 'string', default: '1/1' },
    atOnce: { type: 'string', default: '2' },
  },
})
const [turn = 1, turns = 1] = values.turn.split('/').map(Number)
const most = { secondsEach: 5, megabytes: 500 }
const folder = mkdtempSync(join(tmpdir(), 'plenary-hostile-'))

/** What is asked of a text, another version of it, and an amending document. */
const commands: Record<
  string,
  (files: { one: string; other: string; amendment: string; out: string }) => string[]
> = {
  parse: ({ one }) => ['parse', one],
  outline: ({ one }) => ['outline', one],
  lint: ({ one }) => ['lint', one],
  'lint --fix': ({ one, out }) => ['lint', '--fix', '-o', `${out}.md`, one],
  diff: ({ one, other }) => ['diff', one, other, '--format', 'json'],
  'diff as HTML': ({ one, other }) => ['diff', one, other, '--format', 'html'],
  'diff as Word': ({ one, other, out }) => ['diff', one, other, '-o', `${out}.docx`],
  concord: ({ one, other }) => ['concord', one, other],
  history: ({ one, other }) => ['history', one, other, one],
  merge: ({ one, other }) => ['merge', one, other, one],
  compile: ({ one, other }) => ['compile', one, other, one],
  'amend --write': ({ one, other }) => ['amend', '--write', one, other],
  amend: ({ one, amendment }) => ['amend', one, amendment],
  amendments: ({ one }) => ['amendments', one],
  rebase: ({ one, other, amendment }) => ['rebase', amendment, '--from', one, '--to', other],
  brackets: ({ one }) => ['brackets', one],
  clean: ({ one }) => ['clean', '--choose', 'keep', one],
  precedent: ({ one, other }) => ['precedent', other, '--library', join(one, '..')],
  ...Object.fromEntries(
    ['md', 'txt', 'html', 'docx', 'akn', 'json'].map((to) => [
      `convert to ${to}`,
      ({ one, out }: { one: string; out: string }) => [
        'convert',
        one,
        '-o',
        `${out}.${to === 'akn' ? 'xml' : to}`,
      ],
    ]),
  ),
}

interface Case {
  name: string
  command: string
  ending: string
  bytes: () => string | Uint8Array
  /** The text less its last letter. */
  other: () => string | Uint8Array
}

function cases(): Case[] {
  const all: Case[] = []
  for (const [name, make] of Object.entries(shapes))
    for (const [ending, write] of Object.entries(written))
      for (const command of ending === 'md' ? Object.keys(commands) : ['parse'])
        all.push({
          name,
          command,
          ending,
          bytes: () => write(make()),
          other: () => write(make().map((text, at) => (at % 3 === 1 ? text.replace(/.\s*$/u, '') : text))),
        })
  for (const [ending, documents] of Object.entries(own))
    for (const [name, bytes] of Object.entries(documents))
      for (const command of ['parse', 'diff', 'convert to docx', 'convert to html'])
        all.push({ name, command, ending, bytes, other: bytes })
  return all
    .filter(({ name, command, ending }) => `${name}, ${command}, ${ending}`.includes(values.only))
    .filter((_, at) => at % turns === turn - 1)
}

interface Cost {
  /** How many documents the command was given. */
  documents: number
  seconds: number
  megabytes: number
  told: string
}

async function cost({ bytes, other, command, ending }: Case, place: string): Promise<Cost> {
  mkdirSync(join(place, 'library'), { recursive: true })
  const name = (one: string) => join(place, `${one}.${ending}`)
  const files = {
    one: join(place, 'library', `one.${ending}`),
    other: name('other'),
    amendment: join(place, 'amendment.txt'),
    out: join(place, 'out'),
  }
  writeFileSync(files.one, bytes())
  writeFileSync(files.other, other())
  writeFileSync(files.amendment, 'Operative paragraph 1\n\nReplace the word “all” by the word “any”.\n')
  const given = commands[command]?.(files) ?? []
  const peak = join(place, 'peak.json')
  const child = spawn(
    process.execPath,
    ['--import', join(root, 'bench', 'peak.mjs'), join(root, 'bin', 'plenary.js'), ...given, '--quiet'],
    { env: { ...process.env, PEAK_FILE: peak }, stdio: ['ignore', 'ignore', 'pipe'] },
  )
  let stderr = ''
  child.stderr.setEncoding('utf8').on('data', (text) => {
    stderr += text
  })
  const [status] = await once(child, 'close')
  const found = JSON.parse(readFileSync(peak, 'utf8')) as { seconds: number; megabytes: number }
  rmSync(place, { recursive: true })
  return {
    ...found,
    // A library is a folder that has one.
    documents: given.filter((argument) => argument.startsWith(place) && !argument.startsWith(files.out))
      .length,
    told: `${status} ${stderr.trim().split('\n').at(-1)?.replaceAll(place, '') ?? ''}`.trim(),
  }
}

const line = ({ name, command, ending }: Case, { documents, seconds, megabytes, told }: Cost) =>
  `${name}, ${command}, ${ending}: ${seconds.toFixed(1)} s of ${most.secondsEach * documents}, ${megabytes.toFixed(0)} MB  ${told.slice(0, 90)}`

const found: { one: Case; spent: Cost }[] = []
const waiting = cases()
try {
  const work = async (worker: number) => {
    for (let one = waiting.shift(); one; one = waiting.shift()) {
      const spent = await cost(one, join(folder, String(worker)))
      found.push({ one, spent })
      if (spent.seconds <= most.secondsEach * spent.documents && spent.megabytes <= most.megabytes) continue
      process.exitCode = 1
      console.log(`OVER ${line(one, spent)}`)
    }
  }
  await Promise.all(Array.from({ length: Number(values.atOnce) }, (_, worker) => work(worker)))
} finally {
  rmSync(folder, { recursive: true, force: true })
}
const each = ({ spent }: (typeof found)[number]) => spent.seconds / spent.documents
found.sort((a, b) => each(b) - each(a))
console.log(`${found.length} measured; the worst ten:`)
for (const { one, spent } of found.slice(0, 10)) console.log(`  ${line(one, spent)}`)
const largest = found.reduce((most, one) => (one.spent.megabytes > most.spent.megabytes ? one : most))
console.log(`the largest: ${line(largest.one, largest.spent)}`)
