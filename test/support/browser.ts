/** One Chromium for all tests of a process: starting it takes longer than most of what it is asked. */
import { execFileSync } from 'node:child_process'
import test from 'ava'
import { type Browser, chromium } from 'playwright-core'
import { installed } from './tools.js'

const command = installed('chromium', 'chromium-browser', 'google-chrome')
let launched: Promise<Browser> | undefined

/** Whether there is one to start. */
export const hasBrowser = command !== undefined

/** The browser; the first who asks starts it, and it is closed when the tests are through. */
export function browser(): Promise<Browser> {
  launched ??= chromium.launch({
    // Playwright wants the whole path of a command.
    executablePath: execFileSync('which', [command as string], { encoding: 'utf8' }).trim(),
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--disable-background-networking'],
  })
  return launched
}

test.after.always(async () => (await launched)?.close())

/** Print a page of HTML; gives the bytes of a PDF. */
export async function printedPdf(html: string): Promise<Uint8Array> {
  const page = await (await browser()).newPage()
  try {
    await page.setContent(html)
    return new Uint8Array(await page.pdf({ preferCSSPageSize: true, printBackground: true }))
  } finally {
    await page.close()
  }
}
