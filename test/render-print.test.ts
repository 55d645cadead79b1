/** Reports on paper: what changed alone, unless all is asked for; no label at the foot of a page without its text. */
import { execFileSync, spawnSync } from 'node:child_process'
import test from 'ava'
import { concord } from '../src/concord/index.js'
import { fromMarkdown } from '../src/pipeline.js'
import { concordToHtml } from '../src/reports/concordance/to-html.js'
import { diffToHtml } from '../src/reports/diff/to-html.js'
import { hasBrowser, printedPdf } from './support/browser.js'
import { base, run } from './support/diffs.js'

const hasPoppler = spawnSync('pdftotext', ['-v']).status === 0
const onPaper = hasBrowser && hasPoppler ? test.serial : test.serial.skip

/** The pages of a report as lines of text. */
async function printed(html: string): Promise<string[][]> {
  const input = await printedPdf(html)
  const text = execFileSync('pdftotext', ['-layout', '-', '-'], { input, encoding: 'utf8' })
  return text.split('\f').flatMap((one) =>
    one.trim() === ''
      ? []
      : [
          one
            .trim()
            .split(/\n+/u)
            .map((line) => line.trim()),
        ],
  )
}

const asked = (html: string) => html.replace('id="whole"', 'id="whole" checked')

onPaper('a comparison prints what changed, and the rest where that is asked for', async (t) => {
  t.timeout(120_000)
  const html = diffToHtml(run(base, [...base.slice(0, -1), '5. Decides to meet never again.']))
  const text = (await printed(html)).flat().join(' ')
  t.regex(text, /never/u)
  t.notRegex(text, /lamp oil|Lantern Oil/iu)
  t.notRegex(text, /side by side/u, 'nothing to click is printed')
  t.regex((await printed(asked(html))).flat().join(' '), /Lantern Oil/iu)
})

onPaper('the name of a paragraph never ends a page', async (t) => {
  t.timeout(240_000)
  const lines = Array.from({ length: 60 }, (_, at) => {
    const words = `keeper ${at} to relight the tower of cape ${at} `.repeat(1 + (at % 7))
    return `${at + 1}. Urges ${words}as soon as may be;`
  })
  const changed = lines.map((line) =>
    line.replace('Urges', 'Invites').replace('as soon', 'within existing resources, as soon'),
  )
  const pages = await printed(diffToHtml(run(lines, changed)))
  t.true(pages.length > 5)
  for (const page of pages) {
    const last = page.filter((line) => !/^\d+ ?\/ ?\d+$/u.test(line)).at(-1) ?? ''
    t.notRegex(last, /^OP\d+ ·|^(?:hedge|resources) added|^Operative/u)
  }
})

onPaper(
  'a concordance of four texts prints what does not correspond, a table that breaks across pages',
  async (t) => {
    t.timeout(120_000)
    const text = (year: number) =>
      fromMarkdown(
        [
          'The Conference,',
          ...Array.from(
            { length: 40 },
            (_, at) =>
              `${at + 1}. Requests the secretariat to report in ${at === 7 ? year : 2031} on tower ${at + 1} and on all that was done to keep it lit, by whom and at what cost;`,
          ),
        ].join('\n\n'),
      )
    const html = concordToHtml(concord([text(2031), text(2031), text(2032), text(2031)]))
    const few = await printed(html)
    t.is(few.length, 1)
    t.regex(few.flat().join(' '), /2032/u)
    t.notRegex(few.flat().join(' '), /tower 9/u)
    const whole = await printed(asked(html))
    t.regex(whole.flat().join(' '), /tower 40/u)
    t.true(whole.length <= 5, `${whole.length} pages`)
  },
)
