/** Redlines at a small scale, accepted and rejected by plenary and by LibreOffice; `scripts/redlines.ts` does all there are. */
import test from 'ava'
import { redline } from '../src/index.js'
import { officePython } from './support/office.js'
import {
  corpusFolders,
  corpusPair,
  generatedPair,
  levels,
  originalPair,
  originals,
} from './support/redline-pairs.js'
import { type Redline, readerFaults, settle } from './support/settle.js'

const date = '2041-10-06T09:00:00Z'

test('a redline, accepted or rejected by plenary or by LibreOffice, is the new draft or the old one', async (t) => {
  t.timeout(600_000)
  const pairs = [
    ...(await Promise.all(levels.slice(1).map((level, at) => generatedPair(at + 1, level)))),
    ...(await Promise.all(corpusFolders(1).slice(0, 2).map(corpusPair))),
    // LibreOffice loses the white space at the joint of two paragraphs whose mark between them goes.
    ...originals(1).map((file, at) => originalPair(file, at + 1, ['two paragraphs are one'])),
  ]
  const redlines: Redline[] = []
  for (const pair of pairs) {
    const result = await redline(pair.old, pair.new, { date })
    redlines.push({ ...pair, result })
    t.deepEqual(await readerFaults({ ...pair, result }), [], pair.name)
  }
  const python = officePython()
  if (!python) {
    t.log('LibreOffice with python3-uno is not here: only plenary reads the redlines.')
    return
  }
  for (const [at, faults] of (await settle(python, redlines)).entries())
    t.deepEqual(faults, [], redlines[at]?.name)
})
