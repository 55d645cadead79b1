/** The library in a browser: bundled by Vite, run by headless Chromium, the same results as in Node. */
import { once } from 'node:events'
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join } from 'node:path'
import test, { type ExecutionContext } from 'ava'
import { build } from 'vite'
import * as plenary from '../src/index.js'
import { browser, hasBrowser } from './support/browser.js'
import { folder, root } from './support/command.js'
import { callAll, type Documents, notCalled } from './support/every-export.js'
import { pdf } from './support/pdf.js'
import { p, r, word } from './support/word.js'

const inBrowser = hasBrowser ? test.serial : test.serial.skip

const sample = (name: string) => readFileSync(join(root, 'fixtures', 'sample', name), 'utf8')
const documents: Documents = {
  old: sample('old.md'),
  new: sample('new.md'),
  french: sample('old.fr.md'),
  word: word({ body: p(r('The Conference,')) + p(r('1. Urges States to keep their lamps lit.')) }),
  pdf: pdf([
    {
      shown: [
        { text: 'The Conference,', x: 108, y: 100 },
        { text: '1. Urges States to keep their lamps lit.', x: 108, y: 130 },
      ],
    },
  ]),
  html: '<!doctype html><p>The Conference,<p>1. <i>Urges</i> all to row.',
  amendment:
    'Delete operative paragraph 2.\n\nIn operative paragraph 3, replace “Urges” with “Encourages”.\n',
  negotiation:
    'The Conference,\n\n1. [Urges] [Encourages] States to keep [all] lamps lit;\n\n2. Decides to meet [in 2033].\n',
}

/** The documents as text that a page can hold. */
const carried = JSON.stringify({
  ...documents,
  word: [...documents.word],
  pdf: [...documents.pdf],
})

/** What the page and its worker do alike; all that a worker is told must be its own. */
const scripts = {
  'calls.js': `import * as plenary from 'plenary'
import {callAll} from '../test/support/every-export.ts'
const documents = ${carried}
documents.word = new Uint8Array(documents.word)
documents.pdf = new Uint8Array(documents.pdf)
export const run = () => callAll(plenary, documents)
`,
  'worker.js': `import {run} from './calls.js'
onmessage = async ({data}) => {
  try { postMessage({asked: data, results: await run()}) }
  catch (error) { postMessage({asked: data, results: {error: String(error.stack)}}) }
}
`,
  'main.js': `import {run} from './calls.js'
const told = []
const inWorker = new Promise((resolve) => {
  const worker = new Worker(new URL('./worker.js', import.meta.url), {type: 'module'})
  worker.onerror = (error) => resolve({error: error.message})
  worker.onmessage = ({data}) => { told.push(data?.asked ?? 'a stray message'); if (data?.results) resolve(data.results) }
  worker.postMessage('call all')
})
const answer = {}
try { answer.page = await run() } catch (error) { answer.page = {error: String(error.stack)} }
answer.worker = await inWorker
// A message that is not the worker's own may come late.
await new Promise((resolve) => setTimeout(resolve, 200))
answer.told = told
await fetch('answer', {method: 'POST', body: JSON.stringify(answer)})
`,
  'index.html': '<!doctype html><script type="module" src="./main.js"></script>',
}

const types: Record<string, string> = { '.html': 'text/html', '.js': 'text/javascript' }

/** Bundle the page; gives its folder. */
async function bundle(t: ExecutionContext): Promise<string> {
  // Beside package.json, so that the package finds itself by its name.
  const page = join(root, `.page-${process.pid}`)
  const built = folder(t)
  mkdirSync(page)
  t.teardown(() => rmSync(page, { recursive: true, force: true }))
  for (const [name, text] of Object.entries(scripts)) writeFileSync(join(page, name), text)
  await build({
    root: page,
    configFile: false,
    logLevel: 'silent',
    worker: { format: 'es' },
    build: { outDir: built, emptyOutDir: true, target: 'es2023', chunkSizeWarningLimit: 4000 },
  })
  return built
}

interface Answer {
  page: Record<string, string>
  worker: Record<string, string>
  told: string[]
}

/** Show the page to a browser; gives what it answers. */
async function shown(t: ExecutionContext, built: string): Promise<Answer> {
  const files = new Map(
    readdirSync(built, { recursive: true, encoding: 'utf8' })
      .filter((name) => extname(name) !== '')
      .map((name) => [`/${name}`, readFileSync(join(built, name))]),
  )
  let answered: (text: string) => void
  const answer = new Promise<string>((resolve) => {
    answered = resolve
  })
  const server = createServer(async (request: IncomingMessage, response: ServerResponse) => {
    const path = request.url === '/' ? '/index.html' : (request.url ?? '')
    if (request.method === 'POST') {
      const pieces: Buffer[] = []
      for await (const piece of request) pieces.push(piece as Buffer)
      response.end()
      answered(Buffer.concat(pieces).toString('utf8'))
      return
    }
    const file = files.get(path)
    response.writeHead(file ? 200 : 404, {
      'content-type': types[extname(path)] ?? 'application/octet-stream',
    })
    response.end(file)
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  t.teardown(() => server.close())

  const page = await (await browser()).newPage()
  t.teardown(() => page.close())
  await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`)
  return JSON.parse(await answer) as Answer
}

inBrowser('every export gives in a page and in a worker what it gives in Node', async (t) => {
  t.timeout(180_000, 'bundling and a browser take their time')
  const expected = await callAll(plenary, documents)
  const threw = (value: string | undefined) => value === undefined || value.startsWith('threw')
  t.deepEqual(
    Object.keys(plenary).filter((name) => !notCalled.includes(name) && threw(expected[name])),
    [],
  )

  const built = await bundle(t)
  const { page, worker, told } = await shown(t, built)
  t.deepEqual(told, ['call all'])
  for (const [place, found] of Object.entries({ page, worker })) {
    t.is(found.error, undefined, place)
    for (const [name, value] of Object.entries(expected)) t.is(found[name], value, `${name} in a ${place}`)
  }
  const assets = readdirSync(join(built, 'assets'))
  // A language is a file that is fetched when it is read.
  for (const language of plenary.languages())
    t.true(
      assets.some((name) => name.startsWith(`${language}-`)),
      language,
    )
})
