/** Every HTML report in a browser: axe-core finds no fault at any width, light or dark, and nothing is cut off. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import test from 'ava'
import { browser, hasBrowser } from './support/browser.js'
import { dealt } from './support/properties.js'
import { pages } from './support/worded.js'

const inBrowser = hasBrowser ? test.serial : test.serial.skip
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

interface Found {
  violations: { id: string; nodes: { html: string }[] }[]
}

const views = [390, 1280].flatMap((width) =>
  (['light', 'dark'] as const).map((colorScheme) => ({ width, colorScheme })),
)
const reports = Object.keys(pages).flatMap((name) => ['en', 'ar'].map((ui) => ({ name, ui })))

for (const [{ width, colorScheme }, shown] of dealt(views, reports))
  inBrowser(`no report has a fault of access at ${width} pixels, ${colorScheme}`, async (t) => {
    t.timeout(300_000, 'a browser takes its time')
    t.log(shown.map(({ name, ui }) => `${name}, ${ui}`).join('; '))
    // A report allows no script but its own: the checker is no part of it.
    const context = await (await browser()).newContext({
      viewport: { width, height: 900 },
      colorScheme,
      bypassCSP: true,
    })
    t.teardown(() => context.close())
    const page = await context.newPage()
    for (const { name, ui } of shown) {
      await page.setContent(pages[name]?.(ui) ?? '')
      await page.evaluate(axe)
      const found = (await page.evaluate('axe.run()')) as Found
      const faults = found.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)
      t.deepEqual(faults, [], `${name}, ${ui}`)
      const fits = 'document.documentElement.scrollWidth <= innerWidth'
      t.true(await page.evaluate(fits), `${name}, ${ui}: nothing is cut off`)
    }
  })
