// What the page costs: kB that a browser loads before a document is chosen (gzip), and, where Chromium is, the time of
// its main thread from two Word files given to the first change shown. `node bench/page.mjs A.docx B.docx`, after a build.
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { gzipSync } from 'node:zlib'
import { root } from './measure.mjs'

const folder = join(root, 'dist', 'page')
const mostLoad = 150
const longestTask = 200

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
  await page.addInitScript(() => {
    globalThis.longTasks = []
    new PerformanceObserver((list) =>
      globalThis.longTasks.push(...list.getEntries().map((one) => one.duration)),
    ).observe({
      type: 'longtask',
    })
  })
  await page.goto(pathToFileURL(join(folder, 'plenary.html')).href)
  const session = await page.context().newCDPSession(page)
  await session.send('Performance.enable')
  const taskTime = async () =>
    (await session.send('Performance.getMetrics')).metrics.find(({ name }) => name === 'TaskDuration')
      ?.value ?? 0
  await page.evaluate(() => globalThis.longTasks.splice(0))
  const before = await taskTime()
  const start = performance.now()
  await page.setInputFiles('input[type=file]', given)
  await page.waitForSelector('.paragraphs article')
  const shown = performance.now() - start
  const main = ((await taskTime()) - before) * 1000
  const longest = Math.max(0, ...(await page.evaluate(() => globalThis.longTasks)))
  console.log(
    `two Word files to the first change: ${shown.toFixed(0)} ms, of them ${main.toFixed(0)} ms of the main thread; its longest task ${longest.toFixed(0)} ms (limit ${longestTask}, on an idle core)`,
  )
  await running.close()
}
