/** A negotiating text → the text that choices give. */
import { match } from 'ts-pattern'
import type { Choice, Choices, PointChoice } from '../../model/negotiation.js'
import { type Cleaned, cleanText } from '../../read-negotiation.js'
import { cleanJson, cleanName } from '../../reports/clean.js'
import { cleanDocument } from '../../reports/negotiation/to-json.js'
import { nameOf } from '../files.js'
import type { Desk, Input, Reading, Result } from './desk.js'
import { loadNegotiation } from './load.js'

export interface CleanJob extends Reading {
  format: 'md' | 'json' | 'text' | 'docx'
  choose: Choice
  /** Options of single points by their numbers in this text. */
  points: { id: string; option: number }[]
  /** Choices that were kept of another version. */
  kept: PointChoice[]
}

/** Make one text of what is chosen. */
export async function cleanJob([input]: Input[], options: CleanJob, desk: Desk): Promise<Result> {
  if (!input) throw new Error('There is a document to clean')
  const { negotiation } = await loadNegotiation(input, options, desk)
  const name = cleanName(nameOf(input.file))
  const points = options.points.flatMap(({ id, option }): PointChoice[] => {
    const point = negotiation.points.find((one) => one.id === id)
    if (!point || option > point.options.length) {
      const what = point ? `point ${id} has no option ${option}` : `there is no point ${id}`
      desk.tell({ text: `${name}: ${what} (no-such-point)`, severity: 'warning' })
      return []
    }
    return [{ at: point.at, kind: point.kind, options: point.options, option }]
  })
  const choices: Choices = { choose: options.choose, points: [...points, ...options.kept] }
  const cleaned = desk.stage({ name: 'making the text', documents: 1 }, () => cleanText(negotiation, choices))
  for (const { at, options: texts } of cleaned.unused)
    desk.tell({
      text: `${name}: a choice in ${at} is of no point of this text: “${cleanName(texts.join(' / ').slice(0, 80))}” (choice-unused)`,
      severity: 'warning',
    })
  const writing = await writingOf(cleaned, input.file, options)
  return { output: await desk.stage({ name: 'writing it', documents: 1 }, writing) }
}

type Writing = () => string | Promise<string | Uint8Array>

/** Each loads what it needs: most runs write one format. */
function writingOf({ tree, choices }: Cleaned, file: string, { format, choose }: CleanJob): Promise<Writing> {
  return match(format)
    .returnType<Promise<Writing>>()
    .with(
      'json',
      async () => () => `${cleanJson(JSON.stringify(cleanDocument(choose, choices, tree, file), null, 2))}\n`,
    )
    .with('md', async () => {
      const { writeMarkdown } = await import('../../formats/markdown/to-markdown.js')
      return () => writeMarkdown(tree)
    })
    .with('text', async () => {
      const { toText } = await import('../../formats/text/to-text.js')
      return () => toText(tree, {})
    })
    .with('docx', async () => {
      const { writeDocx } = await import('../../formats/word/write/to-docx.js')
      return () => writeDocx(tree)
    })
    .exhaustive()
}
