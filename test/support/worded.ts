/** Reports of all kinds on small texts of our own, to be asked for in any language. */
import { readFileSync } from 'node:fs'
import { concord } from '../../src/concord/index.js'
import { compareTexts } from '../../src/diff/index.js'
import { history } from '../../src/history/index.js'
import { lint } from '../../src/lint/index.js'
import type { LibraryDocument } from '../../src/model/precedent.js'
import type { Root } from '../../src/model/tree/types.js'
import { compareNegotiations } from '../../src/negotiation/index.js'
import { fromMarkdown } from '../../src/pipeline.js'
import { buildLibrary, lineage, openLibrary, precedents } from '../../src/precedent/index.js'
import { parseNegotiation } from '../../src/read-negotiation.js'
import { concordToHtml } from '../../src/reports/concordance/to-html.js'
import { diffToHtml } from '../../src/reports/diff/to-html.js'
import { historyToHtml } from '../../src/reports/history/to-html.js'
import { lintHtml, lintHtmlFrame } from '../../src/reports/lint-html.js'
import { negotiationToHtml } from '../../src/reports/negotiation/to-html.js'
import { lineageToHtml } from '../../src/reports/precedent/lineage-to-html.js'
import { precedentsToHtml } from '../../src/reports/precedent/to-html.js'
import { nested, result } from './report.js'

const sample = (name: string): Root =>
  fromMarkdown(readFileSync(new URL(`../../fixtures/sample/${name}.md`, import.meta.url), 'utf8'))
const [old, now, french] = [sample('old'), sample('new'), sample('old.fr')]

export const versions = history([old, now, old])
export const concordance = concord([old, french])

const relight =
  'Urges States parties to relight every station that is dark before the winter, and to inform the secretariat when they have done so;'
const register =
  'Requests the secretariat to maintain a public register of all lights of the coast, with the date of the last inspection of each;'
const earlier = (symbol: string, date: string, texts: string[]): LibraryDocument => ({
  file: `${symbol.replaceAll('/', '_')}.md`,
  symbol,
  title: 'Lights of the northern coast',
  date,
  organ: null,
  session: null,
  vote: null,
  language: 'en',
  paragraphs: texts.map((text, at) => ({ label: `OP${at + 1}`, text })),
})
const library = openLibrary(
  buildLibrary(
    [
      earlier('K/RES/5/2', '2028-05-09', [relight.replace('Urges', 'Requests')]),
      earlier('K/RES/6/2', '2029-05-11', [relight, register]),
      earlier('K/RES/7/2', '2030-05-11', [relight.replace('winter', 'autumn')]),
    ],
    '2031-01-01T00:00:00Z',
  ),
)
const draft = fromMarkdown(
  [
    'The Conference of the Parties,',
    `1. ${relight.replace('Urges', 'Invites')}`,
    `2. ${register}`,
    '3. Decides to paint all towers white and red;',
    `4. ${relight.slice(0, -1)}, and ${register}`,
  ].join('\n\n'),
)
export const sources = precedents(draft, library)
const chain = lineage(library, 'K/RES/7/2#OP1')

const rolling = [
  'The Conference,',
  '1. [Urges][Invites] States [to relight [EU: all] towers] before ___ ; (agreed)',
  '[2. Decides to meet again.] [G77: delete]',
  '[Alt 2. Decides to adjourn.]',
  '3. Requests the secretariat to report [within existing resources [US] (EU)];',
].join('\n\n')
const read = async (text: string) =>
  (await parseNegotiation(text, { format: 'markdown', name: 'rolling.md' })).negotiation
const [before, after] = [
  await read(rolling),
  await read(rolling.replace('[Urges][Invites]', 'Urges').replace('report [', 'report [yearly] [')),
]
export const negotiation = after
export const since = { file: 'rolling.md', comparison: compareNegotiations(before, after) }

const source = 'The Conference,\n\n1. Urges  States to keep there lamps lit,\n\n1. Decides to meet again'
export const linted = { file: 'draft.md', ...lint(fromMarkdown(source), { source }) }

/** A page of each kind, in the language asked for. */
export const pages: Record<string, (ui: string) => string> = {
  diff: (ui) => diffToHtml(result, { ui, language: 'en', only: ['operative', 'verbs', 'modified'] }),
  'nested diff': (ui) => diffToHtml(nested, { ui, language: 'en' }),
  history: (ui) => historyToHtml(versions, compareTexts, { ui }),
  concordance: (ui) => concordToHtml(concordance, { ui }),
  precedents: (ui) => precedentsToHtml(sources, 'draft.md', { ui }),
  lineage: (ui) => lineageToHtml(chain, { ui }),
  negotiation: (ui) => negotiationToHtml(negotiation, { file: 'rolling.md', since, ui }),
  lint: (ui) => `${lintHtmlFrame(ui).open}${lintHtml(linted, ui)}${lintHtmlFrame(ui).close}`,
}
