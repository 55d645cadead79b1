/** The library in a browser: bundled by Vite, run by headless Chromium, the same results as in Node. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join } from 'node:path'
import test, { type ExecutionContext } from 'ava'
import { build } from 'vite'
import { diff, diffToHtml, diffToJson, outline, parse } from '../src/index.js'
import { folder, root } from './support/command.js'
import { pdf } from './support/pdf.js'
import { chromium } from './support/tools.js'
import { p, r, word } from './support/word.js'

const program = chromium()
const inBrowser = program ? test : test.skip

const sample = (name: string) => readFileSync(join(root, 'fixtures', 'sample', name))
const documents: Record<string, Uint8Array> = {
  'old.md': sample('old.md'),
  'new.md': sample('new.md'),
  'draft.docx': word({ body: p(r('The Conference,')) + p(r('1. Urges States to keep their lamps lit.')) }),
  'draft.pdf': pdf([
    {
      shown: [
        { text: 'The Conference,', x: 108, y: 100 },
        { text: '1. Urges States to keep their lamps lit.', x: 108, y: 130 },
      ],
    },
  ]),
  'draft.html': new TextEncoder().encode('<!doctype html><p>The Conference,<p>1. <i>Urges</i> all to row.'),
}

/** What the page does with the documents, and what Node is to find too. */
const script = `
import {diff, diffToHtml, diffToJson, outline, parse} from 'plenary'
const read = async (name) => (await parse(new Uint8Array(await (await fetch(name)).arrayBuffer()), {name})).tree
const answer = {}
try {
  for (const name of ${JSON.stringify(Object.keys(documents))}) answer[name] = outline(await read(name))
  const found = diff(await read('old.md'), await read('new.md'))
  answer.diff = diffToJson(found, {old: 'old.md', new: 'new.md'})
  answer.html = diffToHtml(found)
} catch (error) {
  answer.error = String(error.stack)
}
await fetch('answer', {method: 'POST', body: JSON.stringify(answer)})
`

const types: Record<string, string> = { '.html': 'text/html', '.js': 'text/javascript' }

/** Bundle the page; gives its folder. */
async function bundle(t: ExecutionContext): Promise<string> {
  // Beside package.json, so that the package finds itself by its name.
  const page = join(root, `.page-${process.pid}`)
  const built = folder(t)
  mkdirSync(page)
  t.teardown(() => rmSync(page, { recursive: true, force: true }))
  writeFileSync(join(page, 'index.html'), '<!doctype html><script type="module" src="./main.js"></script>')
  writeFileSync(join(page, 'main.js'), script)
  await build({
    root: page,
    configFile: false,
    logLevel: 'silent',
    build: { outDir: built, emptyOutDir: true, target: 'es2023', chunkSizeWarningLimit: 2000 },
  })
  return built
}

inBrowser('a bundle reads and compares in a browser as the library does in Node', async (t) => {
  t.timeout(180_000, 'bundling and a browser take their time')
  const built = await bundle(t)
  const files = new Map(
    readdirSync(built, { recursive: true, encoding: 'utf8' })
      .filter((name) => extname(name) !== '')
      .map((name) => [`/${name}`, readFileSync(join(built, name))]),
  )
  for (const [name, bytes] of Object.entries(documents)) files.set(`/${name}`, Buffer.from(bytes))

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

  const profile = folder(t)
  const browser: ChildProcess = spawn(
    program as string,
    [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      `--user-data-dir=${profile}`,
      `--remote-debugging-port=0`,
      `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    ],
    // A group of its own, for the processes that it starts.
    { stdio: 'ignore', detached: true },
  )
  t.teardown(async () => {
    const gone = once(browser, 'close')
    process.kill(-(browser.pid as number), 'SIGKILL')
    await gone
  })
  const found = JSON.parse(await answer)
  t.is(found.error, undefined)

  const read = async (name: string) => (await parse(documents[name] as Uint8Array, { name })).tree
  for (const name of Object.keys(documents)) {
    const expected = outline(await read(name))
    t.true(expected.rows.length > 0, name)
    t.deepEqual(found[name], JSON.parse(JSON.stringify(expected)), name)
  }
  const expected = diff(await read('old.md'), await read('new.md'))
  t.is(found.diff, diffToJson(expected, { old: 'old.md', new: 'new.md' }))
  t.is(found.html, diffToHtml(expected))
})
