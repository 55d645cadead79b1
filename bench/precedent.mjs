// A library of earlier texts: what ten times the texts cost to build and to ask, its size, and its memory.
// `node bench/precedent.mjs --full` does it with 20,000 resolutions, 1.2 million paragraphs.
import { closeSync, fstatSync, mkdtempSync, openSync, readSync, rmSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { documentTree, LibraryWriter, openLibrary, precedents } from '../dist/index.js'
import { median, report, time } from './measure.mjs'

const paragraphsEach = 60
const wordsEach = 60
const vocabulary = 30_000
const verbs = ['Urges', 'Requests', 'Invites', 'Encourages', 'Calls upon', 'Decides', 'Notes']

let state = 7
const random = () => {
  state = (state * 48271) % 2147483647
  return state / 2147483647
}
/** A few words are in every text, most in a few: the share of each falls as its rank. */
const word = () => `w${Math.floor(vocabulary ** random()).toString(36)}`
const paragraph = () =>
  `${verbs[Math.floor(random() * verbs.length)]} ${Array.from({ length: wordsEach }, word).join(' ')};`
/** Of ten paragraphs of a text three are those of the year before, and the others have some words changed. */
const nextYear = (text) =>
  random() < 0.3 ? text : text.replace(/ \S+/gu, (one) => (random() < 0.05 ? ` ${word()}` : one))

const folder = mkdtempSync(join(tmpdir(), 'plenary-bench-'))

/** Build a library of so many documents, each of ten the text of another year, in a file. */
function build(documents) {
  const path = join(folder, `${documents}.library`)
  const file = openSync(path, 'w')
  const writer = new LibraryWriter()
  let texts = 0
  let last = []
  const seconds =
    time(() => {
      for (let at = 0; at < documents; at++) {
        last = at % 10 === 0 ? Array.from({ length: paragraphsEach }, paragraph) : last.map(nextYear)
        texts += last.reduce((total, text) => total + text.length, 0)
        const paragraphs = last.map((text, place) => ({ label: `OP${place + 1}`, text }))
        const date = `${1950 + (at % 10)}-12-01`
        const facts = {
          title: `Text ${Math.floor(at / 10)}`,
          organ: null,
          session: null,
          vote: null,
          language: 'en',
        }
        writer.add({ file: `${at}.md`, symbol: `A/RES/${at}`, date, ...facts, paragraphs })
        for (const piece of writer.take()) writeSync(file, piece)
      }
      for (const piece of writer.end('2031-01-01T00:00:00Z')) writeSync(file, piece)
    }) / 1000
  const { size } = fstatSync(file)
  closeSync(file)
  return { path, texts, size, seconds, draft: last.map(nextYear) }
}

/** Milliseconds of a draft of sixty paragraphs, the library opened anew each time. */
function ask({ path, draft }) {
  const file = openSync(path, 'r')
  const source = {
    size: fstatSync(file).size,
    read: (offset, length) => {
      const bytes = new Uint8Array(length)
      readSync(file, bytes, 0, length, offset)
      return bytes
    },
  }
  const paragraphs = draft.map((text, at) => ({ label: `OP${at + 1}`, text }))
  const facts = {
    file: '',
    symbol: null,
    title: 'A draft',
    date: null,
    organ: null,
    session: null,
    vote: null,
  }
  const tree = documentTree({ ...facts, language: 'en', paragraphs })
  const one = () => time(() => precedents(tree, openLibrary(source)))
  one()
  const milliseconds = median(Array.from({ length: 3 }, one))
  closeSync(file)
  return milliseconds
}

const sizes = process.argv.includes('--full') ? [2_000, 20_000] : [200, 2_000]
try {
  const [small, large] = sizes.map(build)
  const [few, many] = [ask(small), ask(large)]
  const paragraphs = sizes[1] * paragraphsEach
  console.log(
    `${sizes[1]} documents, ${paragraphs} paragraphs, ${(large.texts / 1e6).toFixed(0)} MB of texts`,
  )
  console.log(`  built in ${large.seconds.toFixed(1)} s; a draft of ${paragraphsEach}: ${many.toFixed(0)} ms`)
  report('library, ten times the texts: time to build', large.seconds / small.seconds, 12)
  report('library, ten times the texts: time of an answer', many / few, 10)
  report('library, its file against its texts', large.size / large.texts, 1.5)
  report('library, peak memory in MB', process.resourceUsage().maxRSS / 1024, 1024)
} finally {
  rmSync(folder, { recursive: true, force: true })
}
