// What reading Word costs, in milliseconds and as a multiple of unzipping it and building its XML trees.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { unzipSync } from 'fflate'
import { parseDocument } from 'htmlparser2'
import { fromDocx } from '../src/formats/word/read/from-docx.ts'
import { parse } from '../src/index.ts'
import { median, report, root } from './measure.mjs'

const cases = join(root, '..', 'shared', 'corpus', 'cases-docx', 'en')
const files = existsSync(cases) ? readdirSync(cases).filter((name) => name.endsWith('.docx')) : []
if (files.length === 0) console.log('no Word documents beside the project: nothing to measure')

/** The parts that a document's text needs, as trees. */
function trees(bytes) {
  const parts = unzipSync(bytes, {
    filter: ({ name }) =>
      /^word\/(?:document|styles|numbering|settings|footnotes|endnotes|header\d*|footer\d*)\.xml$/.test(name),
  })
  return Object.values(parts).map((part) => parseDocument(new TextDecoder().decode(part), { xmlMode: true }))
}

const rounds = 9
const seen = []
for (const name of files) {
  const bytes = new Uint8Array(readFileSync(join(cases, name)))
  const runs = [() => trees(bytes), () => fromDocx(bytes, { name }), () => parse(bytes, { name })]
  const times = runs.map(() => [])
  // Once before it counts: compiled code is what is compared.
  for (const run of runs) await run()
  for (let round = 0; round < rounds; round++)
    for (const [index, run] of runs.entries()) {
      const start = performance.now()
      await run()
      times[index].push(performance.now() - start)
    }
  seen.push(times.map(median))
}
if (seen.length > 0) {
  const [peer, read, whole] = [0, 1, 2].map((index) => median(seen.map((one) => one[index])))
  console.log(
    `fflate + htmlparser2 ${peer.toFixed(1)} ms, fromDocx ${read.toFixed(1)} ms, parse ${whole.toFixed(1)} ms`,
  )
  report(`fromDocx / fflate + htmlparser2, median of ${seen.length} files`, read / peer, 4)
  report('parse of the longest, ms', Math.max(...seen.map((one) => one[2])), 150)
}
