/** Redlines are held to the schemas of Word's format, where these and xmllint are here; to Word's own strictness always. */
import test from 'ava'
import { redline } from '../src/redline.js'
import { noSchemas, ooxmlFaults } from './support/ooxml.js'
import { dealt } from './support/properties.js'
import { generatedPair, levels, originalPair, originals } from './support/redline-pairs.js'
import { wordFaults } from './support/word-check.js'

const date = '2041-10-06T09:00:00Z'
/** Each takes a second or two. */
const mostOriginals = 4
const validates = noSchemas === undefined ? test : test.skip

async function redlines() {
  const pairs = [
    ...(await Promise.all([1, 2].flatMap((seed) => levels.map((level) => generatedPair(seed, level))))),
    ...originals(mostOriginals).map((file, at) => originalPair(file, at + 1)),
  ]
  const written = []
  for (const [moves, own] of dealt(['moves', 'delins'] as const, pairs))
    for (const pair of own)
      written.push({
        name: `${pair.name} ${moves}`,
        base: pair.old,
        bytes: await redline(pair.old, pair.new, { date, moves, annotate: true }),
      })
  return written
}

const written = redlines()

test('ranges are paired, numbers are unique, and the last mark of a cell is never revised', async (t) => {
  for (const { name, bytes, base } of await written) {
    const had = new Set(wordFaults(base))
    t.deepEqual(
      wordFaults(bytes, base).filter((fault) => !had.has(fault)),
      [],
      name,
    )
  }
})

validates(`every part is of its schema${noSchemas ? `: ${noSchemas}` : ''}`, async (t) => {
  t.deepEqual(ooxmlFaults(await written), [])
})
