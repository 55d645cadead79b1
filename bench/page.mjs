// What the page costs: kB that a browser loads before a document is chosen (gzip), and, where Chromium is, the time that
// its main thread and its worker run from two documents given to the first change shown. `node bench/page.mjs A.docx B.docx`, after a build.
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { gzipSync } from 'node:zlib'
import { root } from './measure.mjs'

const folder = join(root, 'dist', 'page')
const mostLoad = 150
const longestTask = 200
const mostTime = 1500

const html = readFileSync(join(folder, 'index.html'), 'utf8')
const files = [
  'index.html',
  ...[...html.matchAll(/(?:src|href)="\.\/(assets\/[^"]+)"/gu)].map(([, path]) => path),
]
const load =
  files.reduce((sum, file) => sum + gzipSync(readFileSync(join(folder, file)), { level: 9 }).length, 0) / 1000
console.log(`first load of the page: ${load.toFixed(1)} kB gzip (limit ${mostLoad})`)
if (load > mostLoad) process.exitCode = 1

const given = process.argv.slice(2)
const [browser] = ['chromium', 'chromium-browser', 'google-chrome'].flatMap((name) => {
  const { status, stdout } = spawnSync('which', [name], { encoding: 'utf8' })
  return status === 0 ? [stdout.trim()] : []
})
if (given.length === 2 && browser) {
  const { chromium } = await import('playwright-core')
  const running = await chromium.launch({ executablePath: browser, args: ['--no-sandbox', '--disable-gpu'] })
  const page = await running.newPage()
  await page.goto(pathToFileURL(join(folder, 'plenary.html')).href)
  await running.startTracing(page, { categories: ['toplevel', '__metadata'] })
  const start = performance.now()
  await page.setInputFiles('input[type=file]', given)
  await page.waitForSelector('.report .change', { state: 'attached' })
  const shown = performance.now() - start
  const { traceEvents } = JSON.parse((await running.stopTracing()).toString())
  await running.close()
  // Time that threads ran, not the clock's: other work of the machine is no part of it.
  const threads = new Map(
    traceEvents
      .filter(({ name }) => name === 'thread_name')
      .map(({ pid, tid, args }) => [`${pid} ${tid}`, args.name]),
  )
  const tasks = (thread) =>
    traceEvents
      .filter(
        ({ ph, tdur, name, pid, tid }) =>
          ph === 'X' && tdur && /RunTask$/u.test(name) && thread.test(threads.get(`${pid} ${tid}`) ?? ''),
      )
      .map(({ tdur }) => tdur / 1000)
  const sum = (list) => list.reduce((all, one) => all + one, 0)
  const [main, worker] = [tasks(/^CrRendererMain/u), tasks(/DedicatedWorker/u)]
  const both = sum(main) + sum(worker)
  const longest = Math.max(0, ...main)
  console.log(
    `two documents to the first change: ${both.toFixed(0)} ms of the main thread (${sum(main).toFixed(0)}) and the worker (${sum(worker).toFixed(0)}) (limit ${mostTime}); longest task of the main thread ${longest.toFixed(0)} ms (limit ${longestTask}); by the clock ${shown.toFixed(0)} ms`,
  )
  if (both > mostTime || longest > longestTask) process.exitCode = 1
}
