/** LibreOffice accepts and rejects our redlines: what it saves is the new draft, and the old one. */
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import test from 'ava'
import { generate } from '../bench/revisions/generate.js'
import { markdown } from '../bench/revisions/print.js'
import { fromMarkdown, parse, redline, toDocx } from '../src/index.js'
import { type Job, office, officePython } from './support/office.js'
import { reviseWord } from './support/revise-word.js'
import { wordFaults } from './support/word-check.js'
import { comparable, difference } from './support/word-law.js'

interface Pair {
  name: string
  old: Uint8Array
  new: Uint8Array
}

const corpus = fileURLToPath(new URL('../../shared/corpus/', import.meta.url))
/** All real pairs where that is asked for; else so many of a language: LibreOffice takes half a second for a document. */
const perLanguage = process.env.OFFICE_ALL ? Number.POSITIVE_INFINITY : 3
const date = '2041-10-06T09:00:00Z'

const levels = ['light', 'medium', 'heavy'] as const

async function generated(): Promise<Pair[]> {
  return Promise.all(
    levels.flatMap((level) =>
      [1, 2].map(async (seed) => {
        const pair = generate(seed, level)
        const [old, now] = await Promise.all(
          [pair.old, pair.new].map((version) => toDocx(fromMarkdown(markdown(version)))),
        )
        return { name: `generated ${level} ${seed}`, old: old as Uint8Array, new: now as Uint8Array }
      }),
    ),
  )
}

/** Revisions of real drafts: Markdown, written as clean documents. */
async function printed(): Promise<Pair[]> {
  const languages = foldersOf(join(corpus, 'revisions'))
  const folders = languages.flatMap((language) => foldersOf(language).slice(0, perLanguage))
  const word = async (file: string) => toDocx((await parse(readFileSync(file), { name: file })).tree)
  return Promise.all(
    folders.map(async (folder) => ({
      name: folder.slice(corpus.length),
      old: await word(join(folder, 'old.clean.md')),
      new: await word(join(folder, 'new.clean.md')),
    })),
  )
}

/** Real Word documents, revised in Word's own form. */
function originals(): Pair[] {
  const folder = join(corpus, 'cases-docx', 'en')
  const files = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.docx')) : []
  return files.slice(0, perLanguage * 2).map((name, index) => {
    const old = readFileSync(join(folder, name))
    return { name, old, new: reviseWord(old, index + 1) }
  })
}

function foldersOf(path: string): string[] {
  return existsSync(path)
    ? readdirSync(path, { withFileTypes: true }).flatMap((one) =>
        one.isDirectory() ? [join(path, one.name)] : [],
      )
    : []
}

const tree = async (bytes: Uint8Array, revisions: 'final' | 'original' = 'final') =>
  comparable((await parse(bytes, { name: 'redline.docx', revisions })).tree)

test('a redline, accepted or rejected by plenary or by LibreOffice, is the new draft or the old one', async (t) => {
  t.timeout(1_200_000)
  const pairs = [...(await generated()), ...(await printed()), ...originals()]
  const python = officePython()
  if (!python) {
    t.falsy(process.env.REQUIRE_OFFICE, 'LibreOffice is wanted here, and is missing')
    t.log('LibreOffice with python3-uno is not here: only plenary reads the redlines.')
  }
  const folder = mkdtempSync(join(tmpdir(), 'plenary-office-'))
  const jobs: (Job & { pair: Pair; expected: 'old' | 'new' })[] = []
  try {
    for (const [index, pair] of pairs.entries()) {
      const result = await redline(pair.old, pair.new, { date })
      t.deepEqual(wordFaults(result, pair.old), [], pair.name)
      t.deepEqual(
        difference(await tree(pair.old), await tree(result, 'original')),
        [],
        `${pair.name} rejected`,
      )
      t.deepEqual(difference(await tree(pair.new), await tree(result)), [], `${pair.name} accepted`)
      const input = join(folder, `${index}.docx`)
      writeFileSync(input, result)
      for (const [what, expected] of [
        ['accept', 'new'],
        ['reject', 'old'],
      ] as const)
        jobs.push({ in: input, out: join(folder, `${index}.${what}.docx`), do: what, pair, expected })
    }
    if (!python) return
    const results = await office(python, jobs)
    for (const [index, { out, pair, expected, do: what }] of jobs.entries()) {
      t.is(results[index]?.error, undefined)
      t.deepEqual(
        difference(await tree(pair[expected]), await tree(readFileSync(out))),
        [],
        `${pair.name}: ${what} by LibreOffice`,
      )
    }
    t.log(`${pairs.length} redlines settled both ways`)
  } finally {
    rmSync(folder, { recursive: true })
  }
})
