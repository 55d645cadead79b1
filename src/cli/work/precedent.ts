/** A draft → where each of its paragraphs comes from. */
import { basename } from 'node:path'
import { match } from 'ts-pattern'
import type { Precedents } from '../../model/precedent.js'
import { type Library, openLibrary, precedents } from '../../precedent/index.js'
import { cleanJson } from '../../reports/clean.js'
import { nameOf } from '../files.js'
import { libraryIn } from '../library-file.js'
import type { Desk, Input, Reading, Result } from './desk.js'
import { type Loaded, load } from './load.js'

/** A library by its file, or its bytes, which all threads see. */
export type LibraryAt = { file: string } | { name: string; bytes: SharedArrayBuffer }

export interface PrecedentJob extends Reading {
  format: 'table' | 'text' | 'json' | 'ndjson' | 'html' | 'csv' | 'docx'
  library: LibraryAt
  width: number
  color: boolean
  ui?: string | undefined
  /** The only document: its JSON is no member of an array. */
  alone: boolean
  /** Print only what a delegation asks first: how much is new, and what was weakened. */
  summary: boolean
  top?: number | undefined
  min?: number | undefined
  before?: string | undefined
  organ?: string | undefined
  author?: string | undefined
  date?: string | undefined
}

/** So many paragraphs of a library are searched in the time that one document is given. */
const paragraphsADocument = 200_000

export async function precedentJob([input]: Input[], options: PrecedentJob, desk: Desk): Promise<Result> {
  if (!input) throw new Error('There is a draft to read')
  const library = openedLibrary(options.library)
  const parsed = await load(input, options, desk, { keep: options.format === 'docx' })
  const documents = 1 + Math.ceil(library.paragraphs / paragraphsADocument)
  const found = desk.stage({ name: 'the search', documents }, () =>
    precedents(parsed.tree, library, { ...options, file: input.file }),
  )
  const writing = await writingOf(found, parsed, input, options)
  return { output: await desk.stage({ name: 'writing it', documents: 1 }, writing) }
}

let shared: { bytes: SharedArrayBuffer; library: Library } | undefined

/** The library that a task names; the same one again is not opened again. */
export function openedLibrary(at: LibraryAt): Library {
  if ('file' in at) return libraryIn(at.file)
  if (shared?.bytes !== at.bytes)
    shared = { bytes: at.bytes, library: openLibrary(new Uint8Array(at.bytes), at.name) }
  return shared.library
}

/** Each loads what it needs: most runs write one format. */
function writingOf(
  found: Precedents,
  parsed: Loaded,
  input: Input,
  options: PrecedentJob,
): Promise<() => string | Uint8Array | Promise<Uint8Array>> {
  const { width, color, summary, ui } = options
  const file = nameOf(input.file)
  return match(options.format)
    .returnType<Promise<() => string | Uint8Array | Promise<Uint8Array>>>()
    .with('json', 'ndjson', async (format) => {
      const { precedentsDocument } = await import('../../reports/precedent/to-json.js')
      const json = (indent: number) =>
        cleanJson(JSON.stringify(precedentsDocument(found, file), null, indent))
      if (format === 'ndjson') return () => `${json(0)}\n`
      return () => (options.alone ? `${json(2)}\n` : json(2).replace(/^/gmu, '  '))
    })
    .with('table', async () => {
      const { precedentsToTable } = await import('../../reports/precedent/to-text.js')
      return () => precedentsToTable(found, file, { width, color, ui })
    })
    .with('text', async () => {
      const { precedentsToText, summaryToText } = await import('../../reports/precedent/to-text.js')
      return () => (summary ? summaryToText : precedentsToText)(found, file, { width, color, ui })
    })
    .with('html', async () => {
      const { precedentsToHtml } = await import('../../reports/precedent/to-html.js')
      // A report is sent to others, whom the folders do not concern.
      return () => precedentsToHtml(found, basename(file), { ui })
    })
    .with('csv', async () => {
      const { precedentsToCsv } = await import('../../reports/precedent/to-csv.js')
      return () => precedentsToCsv(found, file)
    })
    .with('docx', async () => {
      const { commented } = await import('./commented.js')
      return () => commented(found, parsed, options)
    })
    .exhaustive()
}
