/** What `parse`, `outline` and `convert` make of the tree of one document. */
import { match } from 'ts-pattern'
import type { Root } from '../../model/tree/types.js'
import { cleanJson } from '../../reports/clean.js'
import type { Desk, Input, Reading, Result } from './desk.js'
import { load } from './load.js'

interface ParseJob extends Reading {
  /** Indent JSON: one document alone is read by a person. */
  pretty: boolean
}

interface OutlineJob extends Reading {
  format: 'table' | 'json' | 'ndjson' | 'csv' | 'md'
  width: number
  color: boolean
}

interface ConvertJob extends Reading {
  format: 'json' | 'md' | 'text' | 'html' | 'akn' | 'docx'
  /** Columns of plain text. */
  width?: number | undefined
  /** When a Word document was made. */
  date?: string | undefined
}

export interface PieceJobs {
  parse: ParseJob
  outline: OutlineJob
  convert: ConvertJob
}

type PieceTask = {
  [K in keyof PieceJobs]: { job: K; inputs: Input[]; options: PieceJobs[K] }
}[keyof PieceJobs]
type Piece = string | Uint8Array

/** Do one of them. */
export async function pieceJob(task: PieceTask, desk: Desk): Promise<Result> {
  const [input] = task.inputs as [Input]
  const { tree } = await load(input, task.options, desk)
  const writing = await writingOf(task, tree)
  return { output: await desk.stage({ name: 'writing it', documents: 1 }, writing) }
}

/** Each loads what it needs: most runs write one format. */
function writingOf(task: PieceTask, tree: Root): Promise<() => Piece | Promise<Piece>> {
  return match(task)
    .with({ job: 'parse' }, ({ options }) => jsonOf(tree, options.pretty ? 2 : 0))
    .with({ job: 'outline' }, ({ options, inputs }) => outlineOf(tree, inputs[0]?.file ?? '', options))
    .with({ job: 'convert' }, ({ options }) => converted(tree, options))
    .exhaustive()
}

async function jsonOf(tree: Root, indent: number): Promise<() => string> {
  const { toJson } = await import('../../formats/json/to-json.js')
  return () => `${cleanJson(toJson(tree, indent))}\n`
}

async function outlineOf(
  tree: Root,
  file: string,
  { format, width, color }: OutlineJob,
): Promise<() => string> {
  const { outline } = await import('../../reports/outline.js')
  const formats = await import('../../reports/outline-formats.js')
  const one = () => ({ file, ...outline(tree) })
  return match(format)
    .with('json', () => () => cleanJson(JSON.stringify(one(), null, 2)).replace(/^/gmu, '  '))
    .with('ndjson', () => () => `${cleanJson(JSON.stringify(one()))}\n`)
    .with('csv', () => () => formats.outlineToCsv(one()))
    .with('md', () => () => formats.outlineToMarkdown(one()))
    .with('table', () => () => formats.outlineToTable(one(), { width, color }))
    .exhaustive()
}

function converted(tree: Root, options: ConvertJob): Promise<() => Piece | Promise<Piece>> {
  const { format, width, date } = options
  return match(format)
    .with('akn', async () => {
      const { toAkn } = await import('../../written.js')
      return () => toAkn(tree)
    })
    .with('docx', async () => {
      const { toDocx } = await import('../../written.js')
      return () => toDocx(tree, { date })
    })
    .with('md', async () => {
      const { toMarkdown } = await import('../../written.js')
      return () => toMarkdown(tree)
    })
    .with('text', async () => {
      const { toText } = await import('../../formats/text/to-text.js')
      return () => toText(tree, width === undefined ? {} : { width })
    })
    .with('html', async () => {
      const { toHtml } = await import('../../written-html.js')
      return () => toHtml(tree)
    })
    .with('json', () => jsonOf(tree, 0))
    .exhaustive()
}
