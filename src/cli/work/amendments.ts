/** An amending document → its instructions. */
import { match } from 'ts-pattern'
import { amendmentDocument } from '../../reports/amendment/to-json.js'
import { amendmentToText } from '../../reports/amendment/to-text.js'
import { cleanJson } from '../../reports/clean.js'
import type { Desk, Input, Reading, Result } from './desk.js'
import { load, loadAmendment } from './load.js'

export interface AmendmentsJob extends Reading {
  format: 'table' | 'json' | 'ndjson' | 'akn'
  width: number
  /** Language of the report's own words. */
  ui?: string | undefined
  color: boolean
  /** The only document: its JSON is no member of an array. */
  alone: boolean
}

/** Read the instructions of one document. */
export async function amendmentsJob([input]: Input[], options: AmendmentsJob, desk: Desk): Promise<Result> {
  if (!input) throw new Error('There is a document to read')
  const { amendment } = await loadAmendment(input, options, desk)
  const document = amendmentDocument(amendment, input.file)
  const pretty = () => cleanJson(JSON.stringify(document, null, 2))
  const output = await match(options.format)
    .returnType<string | Promise<string>>()
    .with('akn', async () => {
      const { amendmentToAkn } = await import('../../formats/akn/write/amendment.js')
      const { tree } = await load(input, options, desk, { silent: true })
      return amendmentToAkn(tree, amendment)
    })
    .with('table', () => amendmentToText(amendment, input.file, options))
    .with('json', () => (options.alone ? `${pretty()}\n` : pretty().replace(/^/gmu, '  ')))
    .with('ndjson', () => `${cleanJson(JSON.stringify(document))}\n`)
    .exhaustive()
  return { output }
}
