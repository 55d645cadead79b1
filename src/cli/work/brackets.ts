/** A negotiating text → its open points. */
import { match } from 'ts-pattern'
import { cleanJson } from '../../reports/clean.js'
import { negotiationDocument } from '../../reports/negotiation/to-json.js'
import { negotiationToText } from '../../reports/negotiation/to-text.js'
import type { Desk, Input, Reading, Result } from './desk.js'
import { loadNegotiation } from './load.js'

export interface BracketsJob extends Reading {
  format: 'table' | 'json' | 'ndjson'
  width: number
  color: boolean
  /** The only document: its JSON is no member of an array. */
  alone: boolean
}

/** Read the open points of one document. */
export async function bracketsJob([input]: Input[], options: BracketsJob, desk: Desk): Promise<Result> {
  if (!input) throw new Error('There is a document to read')
  const { negotiation } = await loadNegotiation(input, options, desk)
  const document = (indent?: number) =>
    cleanJson(JSON.stringify(negotiationDocument(negotiation, input.file), null, indent))
  const output = match(options.format)
    .with('table', () => negotiationToText(negotiation, input.file, options))
    .with('json', () => (options.alone ? `${document(2)}\n` : document(2).replace(/^/gmu, '  ')))
    .with('ndjson', () => `${document()}\n`)
    .exhaustive()
  return { output }
}
