// What reading a PDF costs, as a multiple of what pdf.js alone takes to give its text.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

import { fromPdf } from '../src/formats/pdf/from-pdf.ts'
import { median, report, root } from './measure.mjs'

const cases = join(root, '..', 'shared', 'corpus', 'cases-pdf', 'en')
const files = existsSync(cases) ? readdirSync(cases).filter((name) => name.endsWith('.pdf')) : []
if (files.length === 0) console.log('no PDF documents beside the project: nothing to measure')

/** The reader loads pdf.js as it should be: without its replacements of built-in functions. */
async function pdfjs() {
  await fromPdf(readFileSync(join(cases, files[0])), { name: files[0] })
  return import('pdfjs-dist/legacy/build/pdf.mjs')
}
const { getDocument } = files.length > 0 ? await pdfjs() : {}

/** The text of all pages, as pdf.js gives it. */
async function textAlone(bytes) {
  const task = getDocument({ data: new Uint8Array(bytes), verbosity: 0 })
  const document = await task.promise
  for (let number = 1; number <= document.numPages; number++)
    await (await document.getPage(number)).getTextContent()
  await task.destroy()
}

const rounds = 5
const ratios = []
for (const name of files) {
  const bytes = new Uint8Array(readFileSync(join(cases, name)))
  const runs = [() => textAlone(bytes), () => fromPdf(bytes, { name })]
  const times = runs.map(() => [])
  // Once before it counts: compiled code is what is compared.
  for (const run of runs) await run()
  for (let round = 0; round < rounds; round++)
    for (const [index, run] of runs.entries()) {
      const start = performance.now()
      await run()
      times[index].push(performance.now() - start)
    }
  const [peer, own] = times.map(median)
  ratios.push(own / peer)
  if (process.argv.includes('--each')) console.log(name, peer.toFixed(0), own.toFixed(0))
}
if (ratios.length > 0) {
  report(`fromPdf / text of pdf.js, median of ${files.length} files`, median(ratios), 1.5)
  console.log(`     the worst: ${Math.max(...ratios).toFixed(2)}`)
}
