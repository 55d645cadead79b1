/** A negotiating text → its open points. */
import { basename } from 'node:path'
import { match } from 'ts-pattern'
import type { Negotiation } from '../../model/negotiation.js'
import { compareNegotiations } from '../../negotiation/index.js'
import { cleanJson } from '../../reports/clean.js'
import { nameOf } from '../files.js'
import type { Desk, Input, Reading, Result } from './desk.js'
import { loadNegotiation } from './load.js'

export interface BracketsJob extends Reading {
  format: 'table' | 'json' | 'ndjson' | 'md' | 'html' | 'csv' | 'docx'
  width: number
  color: boolean
  ui?: string | undefined
  /** The only document: its JSON is no member of an array. */
  alone: boolean
}

/** Read the open points of one document, and, where there is an earlier version, what became of those. */
export async function bracketsJob(inputs: Input[], options: BracketsJob, desk: Desk): Promise<Result> {
  const [input, earlier] = inputs
  if (!input) throw new Error('There is a document to read')
  const { negotiation } = await loadNegotiation(input, options, desk)
  const before = earlier && (await loadNegotiation(earlier, options, desk)).negotiation
  const since =
    earlier && before
      ? {
          file: nameOf(earlier.file),
          comparison: desk.stage({ name: 'the comparison', documents: 2 }, () =>
            compareNegotiations(before, negotiation),
          ),
        }
      : undefined
  const writing = await writingOf(negotiation, nameOf(input.file), since, options)
  return { output: await desk.stage({ name: 'writing it', documents: inputs.length }, writing) }
}

type Writing = () => string | Promise<Uint8Array>

/** Each loads what it needs: most runs write one format. */
function writingOf(
  negotiation: Negotiation,
  file: string,
  since: { file: string; comparison: ReturnType<typeof compareNegotiations> } | undefined,
  options: BracketsJob,
): Promise<Writing> {
  // A report is sent to others, whom the folders do not concern.
  const named = {
    file: basename(file),
    since: since && { ...since, file: basename(since.file) },
    ui: options.ui,
  }
  const json = async (indent?: number) => {
    const { negotiationDocument } = await import('../../reports/negotiation/to-json.js')
    return () => cleanJson(JSON.stringify(negotiationDocument(negotiation, file, since), null, indent))
  }
  return match(options.format)
    .returnType<Promise<Writing>>()
    .with('table', async () => {
      const { negotiationToText } = await import('../../reports/negotiation/to-text.js')
      return () => negotiationToText(negotiation, file, { ...options, since })
    })
    .with('json', async () => {
      const write = await json(2)
      return () => (options.alone ? `${write()}\n` : write().replace(/^/gmu, '  '))
    })
    .with('ndjson', async () => {
      const write = await json()
      return () => `${write()}\n`
    })
    .with('md', async () => {
      const { negotiationToMarkdown } = await import('../../reports/negotiation/to-markdown.js')
      return () => negotiationToMarkdown(negotiation, { file, since, ui: options.ui })
    })
    .with('html', async () => {
      const { negotiationToHtml } = await import('../../reports/negotiation/to-html.js')
      return () => negotiationToHtml(negotiation, named)
    })
    .with('csv', async () => {
      const { negotiationToCsv } = await import('../../reports/negotiation/to-csv.js')
      return () => negotiationToCsv(negotiation)
    })
    .with('docx', async () => {
      const { negotiationToMarkdown } = await import('../../reports/negotiation/to-markdown.js')
      const { writeDocx } = await import('../../formats/word/write/to-docx.js')
      const { fromMarkdown } = await import('../../pipeline.js')
      return () =>
        writeDocx(
          fromMarkdown(negotiationToMarkdown(negotiation, named), {
            language: options.ui ?? 'en',
          }),
        )
    })
    .exhaustive()
}
