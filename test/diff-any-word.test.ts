/** The first law of a comparison: whatever word of a document is another, the comparison says so. */
import test from 'ava'
import { diff } from '../src/diff/index.js'
import { hasChanges } from '../src/model/change.js'
import type { Root } from '../src/model/tree/types.js'
import { fromMarkdown, fromText } from '../src/pipeline.js'
import { random } from './support/discrepancies.js'
import { type Source, sources } from './support/mutations.js'
import { runs } from './support/properties.js'

const written = sources().filter(({ format }) => format === 'markdown' || format === 'text')
const [fixtures, real] = [true, false].map((made) =>
  written.filter(({ name }) => /^(?:cases|wild)/u.test(name) !== made),
) as [Source[], Source[]]

const words = /[\p{L}\p{M}]{2,}|\p{sc=Han}/gu
/**
 * Comments, tags, entities, names of notes and addresses of links are no words of the document, and what is before a
 * number (`OP1.`) is a form of numbering: a draft that drops it for another has the same paragraphs.
 */
const markup = /<!--[^>]*-->|<[^<>]*>|&\w+;|\[\^[^\]]*\]|\]\([^)]*\)|^\W*(?:OP|PP)(?=\d)/gmu

/** One word of each line is another, so that mastheads and notes count as much as paragraphs. */
function mutants({ text }: Source, next: () => number, most: number): { place: string; text: string }[] {
  const found: { at: number; word: string }[] = []
  let start = 0
  for (const line of text.replace(markup, (each) => ' '.repeat(each.length)).split('\n')) {
    const all = [...line.matchAll(words)]
    const one = all[Math.floor(next() * all.length)]
    if (one) found.push({ at: start + one.index, word: one[0] })
    start += line.length + 1
  }
  while (found.length > most) found.splice(Math.floor(next() * found.length), 1)
  return found.map(({ at, word }) => ({
    place: text.slice(Math.max(0, at - 30), at + 30),
    text: text.slice(0, at) + another(word) + text.slice(at + word.length),
  }))
}

/** A word of the same script that no language has. */
function another(word: string): string {
  if (/\p{sc=Han}/u.test(word)) return word === '龘' ? '靐' : '龘'
  if (/\p{sc=Arab}/u.test(word)) return `ضظغ${word}`
  if (/\p{sc=Cyrl}/u.test(word)) return `${word}щыщ`
  return `${word}qzx`
}

/** Where a changed word goes unsaid. */
function silent(source: Source, next: () => number, most: number): string[] {
  const read = source.format === 'markdown' ? fromMarkdown : fromText
  const old = read(source.text)
  const options = old.language === null ? {} : { language: old.language }
  const isSilent = (now: Root) => !hasChanges(diff(old, now))
  return mutants(source, next, most).flatMap(({ place, text }) =>
    isSilent(read(text, options)) ? [`${source.name}: ${JSON.stringify(place)}`] : [],
  )
}

test('whatever word of a fixture is another, the comparison says so', (t) => {
  t.timeout(300_000)
  const next = random(20311009)
  t.deepEqual(
    fixtures.flatMap((source) => silent(source, next, runs(6))),
    [],
  )
})
const beside = real.length > 0 ? test : test.skip
beside('whatever word of a real document is another, the comparison says so', (t) => {
  t.timeout(300_000)
  const next = random(20311010)
  // Each language and each form of page has its share.
  const sample = real.filter((_, index) => index % (24 / runs(3)) === 0)
  t.deepEqual(
    sample.flatMap((source) => silent(source, next, runs(12))),
    [],
  )
})
