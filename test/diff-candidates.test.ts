/** Which pairs of paragraphs are weighed at all, in texts where many are alike. */
import test from 'ava'
import { candidates, flipped } from '../src/diff/candidates.js'
import { itemize } from '../src/diff/features.js'
import { units } from '../src/diff/units.js'
import { draft } from './support/drafts.js'

const paragraphs = (count: number, words: (at: number) => string) =>
  units(draft(Array.from({ length: count }, (_, at) => `${at + 1}. Urges States ${words(at)};`)))

/** Partners of each old paragraph. */
function partners(old: ReturnType<typeof units>, now: ReturnType<typeof units>): number[][] {
  const { oldItems, newItems, lexicon } = itemize(old, now)
  const found: number[][] = old.map(() => [])
  for (const pair of candidates(oldItems, newItems, lexicon)) found[pair.old]?.push(pair.new)
  return found
}

test('of paragraphs that say the same, those at the nearest place are weighed, and a fixed number', (t) => {
  const same = () => 'to keep the lamps of the northern capes lit'
  const found = partners(paragraphs(120, same), paragraphs(120, same))
  for (const [at, all] of found.entries()) {
    t.true(all.includes(at), `${at}`)
    t.true(all.length <= 16, `${at} has ${all.length}`)
    // At an end, the eight nearest are all on one side.
    for (const one of all) t.true(Math.abs(one - at) <= 8, `${at} and ${one}`)
  }
})

test('where one text is longer, the nearest place is the same part of the whole', (t) => {
  const same = () => 'to keep the lamps of the northern capes lit'
  const found = partners(paragraphs(120, same), paragraphs(60, same))
  for (const [at, all] of found.entries())
    for (const one of all) t.true(Math.abs(one - (at / 119) * 59) <= 9, `${at} and ${one}`)
})

test('of paragraphs that are alike, the most alike is among those that are weighed, wherever it is', (t) => {
  const old = paragraphs(40, (at) => `to keep the lamps of cape ${at + 100} and of isle ${at + 200} lit`)
  const now = paragraphs(40, (at) => `to keep the lamps of cape ${139 - at} and of isle ${239 - at} dark`)
  for (const [at, all] of partners(old, now).entries()) t.true(all.includes(39 - at), `${at}`)
})

test('pairs are the same seen from either text', (t) => {
  const [old, now] = [30, 20].map((count) =>
    paragraphs(count, (at) => `to light lamp ${at % 7} of cape ${at % 5}`),
  )
  const one = itemize(old as ReturnType<typeof units>, now as ReturnType<typeof units>)
  const other = itemize(now as ReturnType<typeof units>, old as ReturnType<typeof units>)
  const pairs = candidates(one.oldItems, one.newItems, one.lexicon)
  const mirrored = flipped(candidates(other.oldItems, other.newItems, other.lexicon))
  const key = (pair: { old: number; new: number }) => `${pair.old} ${pair.new}`
  t.deepEqual(mirrored.map(key).sort(), pairs.map(key).sort())
})
