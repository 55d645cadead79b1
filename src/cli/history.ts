import { basename, extname } from 'node:path'
import { compareTexts } from '../diff/index.js'
import { history } from '../history/index.js'
import type { History } from '../model/history.js'
import { PlenaryError } from '../model/message.js'
import type { Root } from '../model/tree/types.js'
import { outline } from '../reports/outline.js'
import { attempt, type CommonOptions, load, nameOf, useColor, widthOf, write } from './io.js'

interface Options extends CommonOptions {
  format?: string
  sort?: 'date' | 'symbol'
  paragraph?: string
  width?: number
  output?: string
}

/** So many versions of one text are compared at the most. */
const mostVersions = 50

/** Say what became of each paragraph through a chain of versions. */
export async function historyCommand(files: string[], options: Options): Promise<void> {
  let text: string | undefined
  const format = formatOf(options)
  await attempt(async () => {
    if (files.length < 2) throw new PlenaryError('too-few-versions')
    if (files.length > mostVersions)
      throw new PlenaryError('too-many-versions', { count: files.length, limit: mostVersions })
    if (files.filter((file) => file === '-').length > 1) throw new PlenaryError('stdin-twice')
    const versions: Version[] = []
    for (const file of files) versions.push({ file, tree: (await load(file, options)).tree })
    const ordered = options.sort === undefined ? versions : sorted(versions, options.sort)
    const result = history(ordered.map(({ tree }) => tree))
    text = await renderers[format](
      result,
      ordered.map(({ file }) => nameOf(file)),
      options,
    )
  })
  if (text !== undefined) await write(text, options.output, format === 'text')
}

interface Version {
  file: string
  tree: Root
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

const formats = ['text', 'json', 'html', 'md', 'csv'] as const
type Format = (typeof formats)[number]

const extensions: Record<string, Format> = {
  '.json': 'json',
  '.html': 'html',
  '.htm': 'html',
  '.md': 'md',
  '.csv': 'csv',
}

/** What is asked for, else what the name of the output says. */
function formatOf({ format, output }: Options): Format {
  return formats.find((one) => one === format) ?? extensions[extname(output ?? '').toLowerCase()] ?? 'text'
}

/** Each loads what it needs: most runs write one format. */
const renderers: Record<Format, (result: History, files: string[], options: Options) => Promise<string>> = {
  text: async (result, _, { paragraph, width, output, ...options }) => {
    const { historyToText, lifeToText } = await import('../reports/history/to-text.js')
    const style = { width: widthOf(width), color: useColor(options, output) }
    if (paragraph === undefined) return historyToText(result, style)
    const life = lifeToText(result, paragraph, compareTexts, style)
    if (life === null) throw new PlenaryError('no-paragraph', { label: paragraph })
    return life
  },
  json: async (result, files) =>
    `${(await import('../reports/history/to-json.js')).historyToJson(result, files)}\n`,
  html: async (result, files) => {
    const { historyToHtml } = await import('../reports/history/to-html.js')
    // A report is sent to others, whom the folders do not concern.
    return historyToHtml(result, compareTexts, { files: files.map((file) => basename(file)) })
  },
  md: async (result) =>
    (await import('../reports/history/to-markdown.js')).historyToMarkdown(result, compareTexts),
  csv: async (result) => (await import('../reports/history/to-csv.js')).historyToCsv(result),
}
