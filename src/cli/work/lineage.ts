/** A paragraph of a library → its chain through the years. */
import { match } from 'ts-pattern'
import { lineage } from '../../precedent/index.js'
import { cleanJson } from '../../reports/clean.js'
import type { Desk, Input, Reading, Result } from './desk.js'
import { type LibraryAt, openedLibrary } from './precedent.js'

export interface LineageJob extends Reading {
  format: 'text' | 'json' | 'html' | 'csv'
  library: LibraryAt
  /** `A/RES/76/161#OP3`. */
  name: string
  width: number
  color: boolean
  ui?: string | undefined
}

export async function lineageJob(_inputs: Input[], options: LineageJob, desk: Desk): Promise<Result> {
  const { width, color, ui } = options
  const library = openedLibrary(options.library)
  const documents = 1 + Math.ceil(library.paragraphs / 50_000)
  const found = desk.stage({ name: 'the search', documents }, () => lineage(library, options.name))
  const reports = {
    text: await import('../../reports/precedent/lineage-to-text.js'),
    html: await import('../../reports/precedent/lineage-to-html.js'),
    json: await import('../../reports/precedent/to-json.js'),
    csv: await import('../../reports/precedent/to-csv.js'),
  }
  const output = match(options.format)
    .with('text', () => reports.text.lineageToText(found, { width, color, ui }))
    .with('html', () => reports.html.lineageToHtml(found, { ui }))
    .with('json', () => `${cleanJson(JSON.stringify(reports.json.lineageDocument(found), null, 2))}\n`)
    .with('csv', () => reports.csv.lineageToCsv(found))
    .exhaustive()
  return { output }
}
