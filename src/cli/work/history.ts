/** Versions of one text, the oldest first → what became of each paragraph. */
import { basename } from 'node:path'
import { match } from 'ts-pattern'
import { compareTexts } from '../../diff/index.js'
import { history } from '../../history/index.js'
import type { History } from '../../model/history.js'
import type { Root } from '../../model/tree/types.js'
import { cleanJson } from '../../reports/clean.js'
import { outline } from '../../reports/outline.js'
import { CommandFault } from '../faults.js'
import { nameOf } from '../files.js'
import type { Desk, Input, Reading, Result } from './desk.js'
import { load } from './load.js'
import { scaleOf } from './scale.js'

export interface HistoryJob extends Reading {
  format: 'text' | 'json' | 'html' | 'md' | 'csv' | 'docx'
  width: number
  color: boolean
  ui?: string | undefined
  sort?: 'date' | 'symbol' | undefined
  paragraph?: string | undefined
  scale?: string | undefined
}

interface Version {
  file: string
  tree: Root
}

/** Follow the paragraphs, and write their history in the format asked for. */
export async function historyJob(inputs: Input[], options: HistoryJob, desk: Desk): Promise<Result> {
  const scale = scaleOf(options.scale)
  const versions: Version[] = []
  for (const input of inputs)
    versions.push({ file: nameOf(input.file), tree: (await load(input, options, desk)).tree })
  const ordered = options.sort === undefined ? versions : sorted(versions, options.sort)
  const documents = inputs.length
  const result = desk.stage({ name: 'the comparison', documents }, () =>
    history(
      ordered.map(({ tree }) => tree),
      { scale },
    ),
  )
  const files = ordered.map(({ file }) => file)
  const writing = await writingOf(result, files, options)
  return { output: desk.stage({ name: 'writing the history', documents }, writing) }
}

/** Versions by date or by symbol (`L.2` before `L.10`, a draft before its revisions); those without one come first. */
function sorted(versions: readonly Version[], by: 'date' | 'symbol'): Version[] {
  const keyed = versions.map((version) => ({ version, key: keyOf(version.tree, by) }))
  const { compare } = new Intl.Collator('en', { numeric: true })
  return keyed.sort((a, b) => compare(a.key, b.key)).map(({ version }) => version)
}

function keyOf(tree: Root, by: 'date' | 'symbol'): string {
  if (by === 'symbol') return outline(tree).symbol ?? ''
  const masthead = tree.children.find((node) => node.type === 'masthead')
  return masthead?.children.find((node) => node.type === 'date')?.date ?? ''
}

/** Each loads what it needs: most runs write one format. */
function writingOf(
  result: History,
  files: string[],
  options: HistoryJob,
): Promise<() => string | Uint8Array> {
  const { width, color, paragraph, ui } = options
  return match(options.format)
    .with('text', async () => {
      const { historyToText, lifeToText } = await import('../../reports/history/to-text.js')
      if (paragraph === undefined) return () => historyToText(result, { width, color, ui })
      return () => {
        const life = lifeToText(result, paragraph, compareTexts, { width, color, ui })
        if (life === null) throw new CommandFault('no-paragraph', { label: paragraph })
        return life
      }
    })
    .with('json', async () => {
      const { historyToJson } = await import('../../reports/history/to-json.js')
      return () => `${cleanJson(historyToJson(result, files))}\n`
    })
    .with('html', async () => {
      const { historyToHtml } = await import('../../reports/history/to-html.js')
      // A report is sent to others, whom the folders do not concern.
      return () => historyToHtml(result, compareTexts, { files: files.map((file) => basename(file)), ui })
    })
    .with('md', async () => {
      const { historyToMarkdown } = await import('../../reports/history/to-markdown.js')
      return () => historyToMarkdown(result, compareTexts, { ui })
    })
    .with('docx', async () => {
      const { historyToTable } = await import('../../reports/history/to-table.js')
      const { changeTableToDocx } = await import('../../formats/word/write/change-table.js')
      return () => {
        const changes = historyToTable(result, compareTexts, { paragraph, ui })
        if (changes === null) throw new CommandFault('no-paragraph', { label: paragraph ?? '' })
        return changeTableToDocx(changes)
      }
    })
    .with('csv', async () => {
      const { historyToCsv } = await import('../../reports/history/to-csv.js')
      return () => historyToCsv(result)
    })
    .exhaustive()
}
