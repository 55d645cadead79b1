/** What is wrong with a redline: its XML, and what is read of it when it is accepted or rejected. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { WordDocument } from '../../src/formats/word/package/document.js'
import { Manuscript, type Paragraph } from '../../src/formats/word/package/manuscript.js'
import { unitsOf } from '../../src/formats/word/revise/fresh.js'
import { parse } from '../../src/index.js'
import { type Job, office } from './office.js'
import type { Pair } from './redline-pairs.js'
import { wordFaults } from './word-check.js'
import { comparable, difference } from './word-law.js'

export interface Redline extends Pair {
  result: Uint8Array
}

const tree = async (bytes: Uint8Array, revisions: 'final' | 'original' = 'final') =>
  comparable((await parse(bytes, { name: 'redline.docx', revisions })).tree)

/** Hold a redline to the rules of Word, and its sides to the documents, in plenary's reader. */
export async function readerFaults({ old, new: now, result }: Redline): Promise<string[]> {
  return [
    ...named('invalid', wordFaults(result, old)),
    ...named('rejected', difference(await tree(old), await tree(result, 'original'))),
    ...named('accepted', difference(await tree(now), await tree(result))),
  ]
}

/**
 * Have LibreOffice accept and reject redlines; gives for each what differs of the paragraphs that it saves.
 *
 * It alters some documents by opening and saving them (it gives notes to other marks, where a file does not
 * have them in the order of their marks): they may be those of the document itself, or what it saves of that.
 */
export async function settle(python: string, redlines: readonly Redline[]): Promise<string[][]> {
  const folder = mkdtempSync(join(tmpdir(), 'plenary-office-'))
  const jobs: Job[] = []
  const job = (bytes: Uint8Array, what: Job['do']) => {
    const file = join(folder, String(jobs.length))
    writeFileSync(`${file}.docx`, withoutComments(bytes))
    jobs.push({ in: `${file}.docx`, out: `${file}.out.docx`, do: what })
  }
  const sides = redlines.flatMap(({ old, new: now, result }) => [
    { what: 'accept' as const, expected: now, result },
    { what: 'reject' as const, expected: old, result },
  ])
  for (const { what, expected, result } of sides) {
    job(result, what)
    job(expected, 'keep')
  }
  try {
    const results = jobs.length > 0 ? await office(python, jobs) : []
    const faults = sides.map(({ what, expected }, at) => {
      const [found, kept] = results.slice(2 * at, 2 * at + 2).map(({ out, error }) => {
        if (out === undefined) throw new Error(error)
        return storiesOf(readFileSync(out))
      })
      const own = storiesOf(expected)
      return [...(found ?? [])].flatMap(([story, lines]) => {
        const [one = [], other = []] = [kept?.get(story), own.get(story)]
        return otherLines(other, lines).length > 0
          ? named(`${what}ed by LibreOffice, ${story}`, otherLines(one, lines))
          : []
      })
    })
    return redlines.map((_, at) => faults.slice(2 * at, 2 * at + 2).flat())
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/**
 * The paragraphs of the body and its cells, of the notes in the order of their marks, of headers and footers.
 *
 * Ensures that each has its number, and empty ones count; what Word computes is left out.
 */
function storiesOf(bytes: Uint8Array): Map<string, string[]> {
  const manuscript = new Manuscript(new WordDocument(bytes, { name: 'settled.docx' }))
  const { word, pages } = manuscript.document
  const lines = (paragraphs: readonly Paragraph[]) =>
    paragraphs.map((one) => (one.label + typed(one)).replace(/\s+/gu, ' ').trim())
  const inPart = (name: string) => manuscript.paragraphs.filter(({ part }) => part.name === name)
  const body = inPart(word.main.name)
  const notes = body.flatMap(({ pieces }) =>
    pieces.flatMap(({ note, text }) => (note && text === '' ? manuscript.note(note.kind, note.id) : [])),
  )
  return new Map([
    ['body', lines(body)],
    ['notes', lines(notes)],
    ...pages.map(({ kind, type, section, part }): [string, string[]] => [
      `${type} ${kind} of section ${section}`,
      lines(inPart(part.name)),
    ]),
  ])
}

/** The text of a paragraph without what is computed, such as the number of pages. */
function typed(paragraph: Paragraph): string {
  const units = unitsOf(paragraph)
  return paragraph.text
    .split('')
    .filter((_, at) => units[at]?.field?.isComputed !== true)
    .join('')
}

/** What differs first, and at the same place. */
function otherLines(expected: readonly string[], found: readonly string[]): string[] {
  const at = expected.findIndex((line, index) => line !== found[index])
  if (at === -1 && expected.length === found.length) return []
  const place = at === -1 ? expected.length : at
  return [`of ${expected.length} paragraphs ${found.length}: "${expected[place]}" is "${found[place]}"`]
}

function named(what: string, faults: readonly string[]): string[] {
  return faults.map((fault) => `${what}: ${fault}`)
}

/**
 * LibreOffice without a user interface has no window to show a comment in, and falls over the first one.
 * Comments are no part of what is compared.
 */
function withoutComments(bytes: Uint8Array): Uint8Array {
  const entries = unzipSync(bytes)
  const name = 'word/document.xml'
  const xml = strFromU8(entries[name] as Uint8Array)
  if (!xml.includes('<w:comment')) return bytes
  const bare = xml.replace(/<w:comment(?:RangeStart|RangeEnd|Reference)\s[^>]*\/>/gu, '')
  return zipSync({ ...entries, [name]: strToU8(bare) })
}
