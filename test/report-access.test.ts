/** Every HTML report in a browser: axe-core finds no fault at any width, light or dark, and nothing is cut off. */
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import test from 'ava'
import { chromium as browsers } from 'playwright-core'
import { chromium } from './support/tools.js'
import { pages } from './support/worded.js'

const program = chromium()
const inBrowser = program ? test.serial : test.serial.skip
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

interface Found {
  violations: { id: string; nodes: { html: string }[] }[]
}

for (const width of [390, 1280])
  for (const colorScheme of ['light', 'dark'] as const)
    inBrowser(`no report has a fault of access at ${width} pixels, ${colorScheme}`, async (t) => {
      t.timeout(300_000, 'a browser takes its time')
      const executablePath = execFileSync('which', [program as string], { encoding: 'utf8' }).trim()
      const browser = await browsers.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] })
      t.teardown(() => browser.close())
      // A report allows no script but its own: the checker is no part of it.
      const context = await browser.newContext({
        viewport: { width, height: 900 },
        colorScheme,
        bypassCSP: true,
      })
      const page = await context.newPage()
      for (const [name, report] of Object.entries(pages))
        for (const ui of ['en', 'ar']) {
          await page.setContent(report(ui))
          await page.evaluate(axe)
          const found = (await page.evaluate('axe.run()')) as Found
          const faults = found.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)
          t.deepEqual(faults, [], `${name}, ${ui}`)
          const fits = 'document.documentElement.scrollWidth <= innerWidth'
          t.true(await page.evaluate(fits), `${name}, ${ui}: nothing is cut off`)
        }
    })
