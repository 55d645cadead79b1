/** The page, from a disk, in headless Chromium: documents in, comparison and files out, and no connection to anywhere. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import test, { type ExecutionContext } from 'ava'
import type { Page } from 'playwright-core'
import { outline, parse } from '../src/index.js'
import { browser, hasBrowser } from './support/browser.js'
import { folder, plenary, root } from './support/command.js'
import { pdf } from './support/pdf.js'
import { inTurn } from './support/properties.js'
import { p, r, word } from './support/word.js'

const inBrowser = hasBrowser ? test.serial : test.serial.skip
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

async function open(t: ExecutionContext): Promise<Page> {
  t.timeout(120_000, 'a browser takes its time')
  t.true(existsSync(file), 'npm run build makes the page')
  const context = await (await browser()).newContext({
    viewport: { width: 1280, height: 900 },
    locale: 'en-GB',
    permissions: ['clipboard-read', 'clipboard-write'],
  })
  t.teardown(() => context.close())
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
  await page.waitForSelector('#p-OP1')
  t.regex(await textOf(page, '.verbs'), /OP1.*weaker\s*Urges\s*Encourages/u)
  t.regex(await textOf(page, '#p-OP2'), /in 2032/u)
  t.is(await textOf(page, '#p-OP1 .inline del em'), 'Urges', 'in italics, as the documents have it')
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
  await page.waitForSelector('#p-OP1')
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
  t.regex(await textOf(page, '.list tr:first-child .bad'), /Cannot read bad\.docx/u)
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

inBrowser('the worker starts when a pointer comes to the place for documents', async (t) => {
  const page = await open(t)
  t.is(page.workers().length, 0)
  const failed: string[] = []
  page.on('console', (line) => failed.push(line.text()))
  page.on('pageerror', (error) => failed.push(error.message))
  await Promise.all([page.waitForEvent('worker'), page.hover('.files')])
  await give(page, [draft('Urges', ''), draft('Encourages', ' in 2032')])
  await page.waitForSelector('#p-OP1')
  t.is(page.workers().length, 1)
  t.is(await page.locator('.list tbody tr').count(), 2, 'what it read to be ready is nowhere')
  t.deepEqual(failed, [])
})

inBrowser('comparisons in each language, and the page in that language', async (t) => {
  const page = await open(t)
  for (const [language, source] of Object.entries(languages)) {
    await give(page, [text('old.md', source), text('new.md', source.replace(/[.。]\n$/u, ' 2032.\n'))])
    await page.waitForSelector('.change.modified')
    t.regex(await textOf(page, '.change.modified'), /2032/u, language)
    await page.selectOption('.settings > label select', language)
    await page.waitForSelector(`html[lang="${language}"]`, { state: 'attached' })
    t.is(await page.getAttribute('html', 'dir'), language === 'ar' ? 'rtl' : 'ltr')
    t.not(await textOf(page, 'h1'), 'Compare two drafts')
    for (let left = 2; left > 0; left--) await page.click('.list tbody tr:first-child button')
  }
})

inBrowser('changes are filtered, walked by keys, swapped, and shown side by side', async (t) => {
  const page = await open(t)
  await give(page, [draft('Urges', ''), draft('Encourages', ' in 2032')])
  await page.waitForSelector('#p-OP1')
  const seen = () => page.locator('#text .change:visible').count()
  t.is(await seen(), 2)
  t.is(await page.locator('.walk li:visible').count(), 2)
  await page.check('#show-weaker')
  t.is(await seen(), 1)
  t.is(await page.locator('.walk li:visible').count(), 1)
  await page.uncheck('#show-weaker')
  await page.click('h1')
  await page.keyboard.press('n')
  await page.keyboard.press('n')
  t.is(await page.evaluate('document.activeElement?.id'), 'p-OP2')
  t.is(await textOf(page, '.at'), '2 of 2')
  t.regex(await textOf(page, '.walk li:has([aria-current])'), /OP2/u)
  await page.click('.steps button:first-child')
  t.is(await page.evaluate('document.activeElement?.id'), 'p-OP1')
  t.is(await page.locator('.marks i').count(), 2)
  await page.check('#view-side')
  await page.locator('#p-OP1 .side').waitFor()
  await page.click('button:has-text("Swap")')
  await page.waitForSelector('.verbs .stronger')
  t.true(await page.isVisible('#p-OP1 .side'), 'what was chosen is kept')
})

inBrowser('a link to a paragraph is copied, and leads there', async (t) => {
  const page = await open(t)
  await give(page, [draft('Urges', ''), draft('Encourages', ' in 2032')])
  await page.waitForSelector('#p-OP2')
  await page.click('#p-OP2 .link')
  await page.waitForSelector('.copied:has-text("copied")')
  t.regex(await page.evaluate<string>('navigator.clipboard.readText()'), /plenary\.html#p-OP2$/u)
  t.regex(page.url(), /#p-OP2$/u)
})

inBrowser('what is being done can be stopped, and done after all', async (t) => {
  const page = await open(t)
  const long = (verb: string) =>
    text(
      `${verb}.txt`,
      `The Conference,\n\n${Array.from(
        { length: 900 },
        (_, at) =>
          `${at + 1}. ${verb} States to keep the lamps of cape ${at * 7} lit in the winter of ${2031 + at};`,
      ).join('\n\n')}\n`,
    )
  await give(page, [long('Urges'), long('Invites')])
  await page.click('.files button:has-text("Cancel")')
  await page.locator('.files button:has-text("Cancel")').waitFor({ state: 'detached' })
  t.is(await page.locator('.change').count(), 0)
  t.is(await page.locator('.files tbody tr').count(), 2)
  for (let left = 2; left > 0; left--) await page.click('.list tbody tr:first-child button')
  await give(page, [draft('Urges', ''), draft('Encourages', ' in 2032')])
  await page.waitForSelector('#p-OP2')
  t.pass()
})

inBrowser('tracked changes of a document stand under their authors', async (t) => {
  const page = await open(t)
  const by = (author: string, inside: string, kind: 'ins' | 'del') =>
    `<w:${kind} w:id="${author.length}" w:author="${author}" w:date="2031-01-01T00:00:00Z">${inside}</w:${kind}>`
  const tracked = word({
    body: [
      p(r('The Conference of the Parties,')),
      p(
        `${r('1. Urges States to keep their lamps')}${by('Fiji', r(' and bells'), 'ins')}${r(' lit')}${by('Tonga', '<w:r><w:delText> always</w:delText></w:r>', 'del')}${r('.')}`,
      ),
    ].join(''),
  })
  await give(page, [{ name: 'tracked.docx', buffer: Buffer.from(tracked), mimeType: '' }])
  await page.waitForSelector('.list input[name=old]:enabled')
  await page.click('.tabs button:has-text("Document")')
  t.deepEqual(await page.locator('section.document summary bdi').allTextContents(), ['Fiji', 'Tonga'])
  t.is(await page.locator('section.document details ins').textContent(), ' and bells')
  t.is(await page.locator('section.document details del').textContent(), 'always')
})

inBrowser(
  'text is pasted, and more drafts give their history and language versions their concordance',
  async (t) => {
    const page = await open(t)
    await page.click('button:has-text("Paste")')
    await page.waitForSelector('textarea:focus')
    await page.keyboard.press('Escape')
    await page.waitForSelector('textarea', { state: 'detached' })
    t.is(await page.evaluate('document.activeElement?.textContent'), 'Paste text…')
    await page.keyboard.press('Enter')
    await page.fill('textarea:focus', 'The Conference,\n\n1. Urges States to keep their lamps lit.\n')
    await page.click('.paste button.main')
    await page.waitForSelector('.list input[name=old]:enabled')
    await give(page, [text('fr.md', languages.fr as string)])
    await page.waitForSelector('[role=status]:has-text("two languages")')
    await page.click('.tabs button:has-text("Concordance")')
    const report = page.frameLocator('iframe[title="Concordance"]')
    await report.locator('.found a').first().click()
    await report.locator('tr:focus').waitFor()
    await page.click('.tabs button:has-text("History")')
    await page.waitForSelector('iframe.frame[title="History"]')
    t.pass()
  },
)

inBrowser('each kind of file is saved, and a report is worded as the page is', async (t) => {
  const page = await open(t)
  await give(page, [draft('Urges', ''), draft('Encourages', ' in 2032')])
  await page.waitForSelector('#p-OP1')
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
  const report = page.frameLocator('iframe.frame')
  await report.locator('.matrix').waitFor()
  t.is(await report.locator('.matrix thead th').count(), 4)
  t.regex((await report.locator('header').textContent()) ?? '', /Versiones de un mismo texto/u)
})

const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js')

inBrowser(
  'no view has a fault of access, on a phone or a desk, light or dark, and none is cut off',
  async (t) => {
    const page = await open(t)
    await page.evaluate(readFileSync(axe, 'utf8'))
    const looks = [390, 1280].flatMap((width) =>
      (['light', 'dark'] as const).map((colorScheme) => ({ width, colorScheme })),
    )
    const looksInTurn = inTurn(looks)
    const sound = async (view: string) => {
      for (const { width, colorScheme } of looksInTurn()) {
        await page.setViewportSize({ width, height: 900 })
        await page.emulateMedia({ colorScheme })
        // Only colours are others in the dark; reports in frames have a test of their own.
        const rules = colorScheme === 'dark' ? ", runOnly: 'color-contrast'" : ''
        const found = await page.evaluate<{ violations: { id: string; nodes: { html: string }[] }[] }>(
          `axe.run({ iframes: false, resultTypes: ['violations']${rules} })`,
        )
        const name = `${view}, ${width}, ${colorScheme}`
        t.deepEqual(
          found.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`),
          [],
          name,
        )
        t.true(await page.evaluate('document.documentElement.scrollWidth <= innerWidth'), name)
      }
    }
    await sound('empty')
    await give(page, [draft('Urges', ''), draft('Encourages', ' in 2032')])
    await page.waitForSelector('#p-OP1')
    await page.click('.settings summary')
    await sound('in one column')
    await page.check('#view-side')
    await page.locator('#p-OP1 .side').waitFor()
    await sound('side by side')
    await page.click('.tabs button:has-text("Document")')
    await page.locator('section.document').first().waitFor()
    await sound('documents')
    await page.click('button:has-text("Paste")')
    await page.waitForSelector('.paste')
    await sound('a place to paste')
    await page.keyboard.press('Escape')
    await give(page, [text('bad.docx', 'PK\u0003\u0004')])
    await page.waitForSelector('.list .bad')
    await sound('a file that cannot be read')
    for (const tab of ['History', 'Concordance']) {
      await page.click(`.tabs button:has-text("${tab}")`)
      await page.waitForSelector(`iframe[title="${tab}"]`)
      await sound(tab)
    }
  },
)

test('the command writes the page, and over no other file unasked', async (t) => {
  t.true(existsSync(file), 'npm run build makes the page')
  const out = join(folder(t), 'page.html')
  t.is((await plenary(['page', '-o', out])).status, 0)
  t.true(readFileSync(out).equals(readFileSync(file)))
  writeFileSync(out, 'mine')
  t.is((await plenary(['page', '--force', '-o', out])).status, 0)
})
