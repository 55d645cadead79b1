/** The page, from a disk, in headless Chromium: documents in, comparison and files out, and no connection to anywhere. */
import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import test, { type ExecutionContext } from 'ava'
import { chromium as browsers, type Page } from 'playwright-core'
import { outline, parse } from '../src/index.js'
import { folder, plenary, root } from './support/command.js'
import { pdf } from './support/pdf.js'
import { chromium } from './support/tools.js'
import { p, r, word } from './support/word.js'

const program = chromium()
/** Playwright wants the whole path of a command. */
const pathOf = (command: string) => execFileSync('which', [command], { encoding: 'utf8' }).trim()
const inBrowser = program ? test.serial : test.serial.skip
const file = join(root, 'dist', 'page', 'plenary.html')

const draft = (verb: string, more: string) => ({
  name: `${verb.toLowerCase()}.docx`,
  buffer: Buffer.from(
    word({
      body: [
        p(r('The Conference of the Parties,')),
        p(r('Noting the report on lamps,')),
        p(`${r(`1. ${verb}`, '<w:i/>')}${r(' States to keep their lamps lit;')}`),
        p(r(`2. Decides to meet again${more}.`)),
      ].join(''),
    }),
  ),
  mimeType: 'application/octet-stream',
})

async function open(t: ExecutionContext, options: { width?: number; dark?: boolean } = {}): Promise<Page> {
  t.timeout(120_000, 'a browser takes its time')
  t.true(existsSync(file), 'npm run build makes the page')
  const browser = await browsers.launch({
    executablePath: pathOf(program as string),
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--disable-background-networking'],
  })
  t.teardown(() => browser.close())
  const context = await browser.newContext({
    viewport: { width: options.width ?? 1280, height: 900 },
    colorScheme: options.dark ? 'dark' : 'light',
    locale: 'en-GB',
  })
  const page = await context.newPage()
  page.on('pageerror', (error) => t.log(error.message))
  await page.goto(pathToFileURL(file).href)
  return page
}

type Given = { name: string; buffer: Buffer; mimeType: string }

async function give(page: Page, files: Given[]): Promise<void> {
  await page.setInputFiles('input[type=file]', files)
}

const textOf = async (page: Page, where: string) => (await page.textContent(where)) ?? ''

const text = (name: string, content: string): Given => ({
  name,
  buffer: Buffer.from(content),
  mimeType: 'application/octet-stream',
})

inBrowser('two Word files are compared, verbs first, and nothing is asked of any network', async (t) => {
  const page = await open(t)
  const asked: string[] = []
  page.on('request', (request) => asked.push(request.url()))
  await give(page, [draft('Urges', ''), draft('Encourages', ' in 2032')])
  await page.waitForSelector('article#OP1')
  t.regex(await textOf(page, '.verbs'), /Urges → Encourages\s*weaker/u)
  t.regex(await textOf(page, 'article#OP2'), /in 2032/u)
  t.deepEqual(
    asked.filter((url) => !url.startsWith('blob:')),
    [],
  )
  const reached = await page.evaluate(async () => {
    try {
      await fetch('http://127.0.0.1:9/')
      return 'reached'
    } catch {
      return 'refused'
    }
  })
  t.is(reached, 'refused')
  t.regex(
    (await page.getAttribute('meta[http-equiv="Content-Security-Policy"]', 'content')) ?? '',
    /connect-src 'none'/u,
  )
})

inBrowser('the redline that is saved reads as the new document', async (t) => {
  const page = await open(t)
  const files = [draft('Urges', ''), draft('Encourages', ' in 2032')]
  await give(page, files)
  await page.waitForSelector('article#OP1')
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.click('.save button:has-text("Word")'),
  ])
  const saved = join(folder(t), 'saved.docx')
  await download.saveAs(saved)
  const read = async (bytes: Uint8Array, revisions: 'final' | 'original') =>
    outline((await parse(bytes, { revisions })).tree).rows.map((row) => row.text)
  const bytes = new Uint8Array(readFileSync(saved))
  t.deepEqual(await read(bytes, 'final'), await read(files[1]?.buffer as Buffer, 'final'))
  t.deepEqual(await read(bytes, 'original'), await read(files[0]?.buffer as Buffer, 'final'))
})

inBrowser('each format is read, and a file that is none of them spoils nothing', async (t) => {
  const page = await open(t)
  const akn = await plenary(['convert', join(root, 'fixtures', 'sample', 'old.md'), '--to', 'akn'])
  await give(page, [
    { name: 'bad.docx', buffer: Buffer.from([0, 1, 2, 3, 0, 255]), mimeType: '' },
    text('draft.md', readFileSync(join(root, 'fixtures', 'sample', 'old.md'), 'utf8')),
    text('draft.txt', 'The Conference,\n\n1. Urges States to keep their lamps lit.\n'),
    text('draft.html', '<!doctype html><p>The Conference,<p>1. <i>Urges</i> all to row.'),
    text('draft.xml', akn.out),
    draft('Urges', ''),
    {
      name: 'draft.pdf',
      buffer: Buffer.from(
        pdf([
          {
            shown: [
              { text: 'The Conference,', x: 108, y: 100 },
              { text: '1. Urges States to keep their lamps lit.', x: 108, y: 130 },
            ],
          },
        ]),
      ),
      mimeType: '',
    },
  ])
  await page.locator('.list input[name=old]:enabled').nth(5).waitFor()
  t.regex(await textOf(page, '.list tr:first-child .bad'), /bad\.docx was not read/u)
  await page.click('.tabs button:has-text("Document")')
  await page.locator('section.document').nth(5).waitFor()
  t.is(await page.locator('section.document').count(), 6)
  t.regex(await textOf(page, 'section.document[aria-label="draft.pdf"]'), /keep their lamps lit/u)
})

const languages: Record<string, string> = {
  fr: '*La Conférence des Parties*,\n\n1. *Prie* les États de garder les feux allumés.\n',
  es: '*La Conferencia de las Partes*,\n\n1. *Solicita* a los Estados que mantengan encendidos los faros.\n',
  ru: '*Конференция Сторон*,\n\n1. *просит* государства поддерживать огни.\n',
  zh: '*缔约方会议*，\n\n1. *请*各国保持灯塔长明。\n',
  ar: '*إن مؤتمر الأطراف*،\n\n1 - *يطلب* إلى الدول أن تبقي المنارات مضاءة.\n',
}

for (const [language, source] of Object.entries(languages))
  inBrowser(`a comparison in ${language}, and the page in that language`, async (t) => {
    const page = await open(t)
    await give(page, [text('old.md', source), text('new.md', source.replace(/[.。]\n$/u, ' 2032.\n'))])
    await page.waitForSelector('article.modified')
    t.regex(await textOf(page, 'article.modified'), /2032/u)
    await page.selectOption('.settings > label select', language)
    await page.waitForSelector(`html[lang="${language}"]`, { state: 'attached' })
    t.is(await page.getAttribute('html', 'dir'), language === 'ar' ? 'rtl' : 'ltr')
    t.not(await textOf(page, 'h1'), 'Compare two drafts')
  })

inBrowser('changes are filtered, walked by keys, swapped, and shown side by side', async (t) => {
  const page = await open(t)
  await give(page, [draft('Urges', ''), draft('Encourages', ' in 2032')])
  await page.waitForSelector('article#OP1')
  t.is(await page.locator('.paragraphs article').count(), 2)
  await page.selectOption('.controls label:first-child select', 'weaker')
  await page.locator('article#OP2').waitFor({ state: 'detached' })
  t.is(await page.locator('.paragraphs article').count(), 1)
  await page.selectOption('.controls label:first-child select', 'all')
  await page.locator('article#OP2').waitFor()
  await page.click('h1')
  await page.keyboard.press('n')
  await page.keyboard.press('n')
  t.is(await page.evaluate('document.activeElement?.id'), 'OP2')
  await page.selectOption('.controls label:last-child select', 'side')
  await page.locator('article#OP1 .two').waitFor()
  await page.click('button:has-text("Swap")')
  await page.waitForSelector('.verbs:has-text("Encourages → Urges")')
  t.pass()
})

inBrowser(
  'text is pasted, and more drafts give their history and language versions their concordance',
  async (t) => {
    const page = await open(t)
    await page.click('button:has-text("Paste")')
    await page.fill('textarea', 'The Conference,\n\n1. Urges States to keep their lamps lit.\n')
    await page.click('.paste button.main')
    await page.waitForSelector('.list input[name=old]:enabled')
    await give(page, [text('fr.md', languages.fr as string)])
    await page.waitForSelector('[role=status]:has-text("two languages")')
    await page.click('.tabs button:has-text("Concordance")')
    await page.waitForSelector('iframe.report')
    await page.click('.tabs button:has-text("History")')
    await page.waitForSelector('iframe.report[title="History"]')
    t.pass()
  },
)

inBrowser('each kind of file is saved, and a report is worded as the page is', async (t) => {
  const page = await open(t)
  await give(page, [draft('Urges', ''), draft('Encourages', ' in 2032')])
  await page.waitForSelector('article#OP1')
  await page.selectOption('.settings > label select', 'fr')
  await page.waitForSelector('html[lang="fr"]', { state: 'attached' })
  const begins: Record<string, RegExp> = {
    docx: /^PK/u,
    html: /<html lang="fr".*verbe plus faible/su,
    md: /plus faible/u,
    csv: /^\uFEFF/u,
    json: /"format": "plenary-diff"/u,
    xml: /<akomaNtoso/u,
  }
  const buttons = page.locator('.save button')
  t.is(await buttons.count(), Object.keys(begins).length)
  for (const [at, [ending, begin]] of Object.entries(begins).entries()) {
    const [download] = await Promise.all([page.waitForEvent('download'), buttons.nth(at).click()])
    t.true(download.suggestedFilename().endsWith(`.${ending}`))
    t.regex(readFileSync(await download.path(), 'utf8'), begin, ending)
  }
})

inBrowser('what the user set is kept, and three drafts give a history of three', async (t) => {
  const page = await open(t)
  await page.selectOption('.settings > label select', 'es')
  await page.waitForSelector('html[lang="es"]', { state: 'attached' })
  await page.reload()
  t.is(await page.getAttribute('html', 'lang'), 'es')
  await give(page, [draft('Urges', ''), draft('Encourages', ''), draft('Invites', ' in 2032')])
  await page.locator('.list input[name=old]:enabled').nth(2).waitFor()
  await page.click('.tabs button:has-text("Historial")')
  const report = page.frameLocator('iframe.report')
  await report.locator('.matrix').waitFor()
  t.is(await report.locator('.matrix thead th').count(), 4)
  t.regex((await report.locator('header').textContent()) ?? '', /Versiones de un mismo texto/u)
})

const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js')

for (const width of [390, 1280])
  for (const dark of [false, true])
    inBrowser(`no fault of access at ${width} pixels, ${dark ? 'dark' : 'light'}`, async (t) => {
      const page = await open(t, { width, dark })
      const faults = async () => {
        await page.evaluate(readFileSync(axe, 'utf8'))
        const found = await page.evaluate(
          async () =>
            await (
              globalThis as unknown as {
                axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> }
              }
            ).axe.run(),
        )
        return found.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)
      }
      t.deepEqual(await faults(), [], 'empty')
      await give(page, [draft('Urges', ''), draft('Encourages', ' in 2032')])
      await page.waitForSelector('article#OP1')
      await page.click('.settings summary')
      t.deepEqual(await faults(), [], 'in one column')
      await page.selectOption('.controls label:last-child select', 'side')
      await page.locator('article#OP1 .two').waitFor()
      t.deepEqual(await faults(), [], 'side by side')
      await page.click('.tabs button:has-text("Document")')
      await page.locator('section.document').first().waitFor()
      t.deepEqual(await faults(), [], 'documents')
      t.true(await page.evaluate('document.documentElement.scrollWidth <= innerWidth'), 'nothing is cut')
    })

test('the command writes the page, and over no other file unasked', async (t) => {
  t.true(existsSync(file), 'npm run build makes the page')
  const out = join(folder(t), 'page.html')
  t.is((await plenary(['page', '-o', out])).status, 0)
  t.true(readFileSync(out).equals(readFileSync(file)))
  writeFileSync(out, 'mine')
  t.is((await plenary(['page', '--force', '-o', out])).status, 0)
})
