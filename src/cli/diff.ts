import { existsSync } from 'node:fs'
import { basename, extname } from 'node:path'
import { diff } from '../diff/index.js'
import type { ComparedTrees } from '../formats/akn/compare/write.js'
import { loadScale, readScale, type Scale } from '../language/scales.js'
import { type Diff, flatten } from '../model/change.js'
import { PlenaryError } from '../model/message.js'
import type { Parsed } from '../pipeline.js'
import { select } from '../reports/diff/select.js'
import type { DiffFiles } from '../reports/diff/to-json.js'
import { exit } from './exit.js'
import { attempt, bytesOf, type CommonOptions, load, nameOf, useColor, widthOf, write } from './io.js'

interface Options extends CommonOptions {
  format?: string
  width?: number
  output?: string
  exitCode?: boolean
  failOn?: string[]
  stat?: boolean
  only?: string[]
  context: number
  scale?: string
  pager: boolean
  author?: string
  date?: string
  moves?: 'moves' | 'delins'
  annotate?: boolean
}

/** Say what changed between two documents, or what the tracked changes of one do. */
export async function diffCommand(
  before: string,
  second: string | undefined,
  options: Options,
): Promise<void> {
  let text: string | Uint8Array | undefined
  const format = formatOf(options)
  const after = second ?? before
  await attempt(async () => {
    if (before === '-' && second === '-') throw new PlenaryError('stdin-twice')
    const scale = options.scale === undefined ? undefined : scaleOf(options.scale)
    const [one, other] = await sides(before, second, options)
    const result = diff(one.tree, other.tree, { scale })
    const failing = (options.failOn ?? []).some((kind) => isCounted(result, kind))
    if ((options.exitCode && hasChanges(result)) || failing) process.exitCode = exit.found
    const shown = options.only ? select(result, options.only) : result
    text = await renderers[format](shown, {
      ...options,
      old: before,
      new: after,
      tracked: second === undefined,
      trees: { old: one.tree, new: other.tree },
      whole: result,
    })
  })
  if (text !== undefined) await write(text, options.output, format === 'text' && options.pager)
}

interface Rendering extends Options {
  /** Files as given. */
  old: string
  new: string
  /** They are the two sides of one file's tracked changes. */
  tracked: boolean
  trees: ComparedTrees
  /** All changes, whichever were chosen to be shown. */
  whole: Diff
}

const formats = ['text', 'json', 'html', 'md', 'csv', 'docx', 'akn'] as const
type Format = (typeof formats)[number]

const extensions: Record<string, Format> = {
  '.json': 'json',
  '.html': 'html',
  '.htm': 'html',
  '.md': 'md',
  '.markdown': 'md',
  '.csv': 'csv',
  '.docx': 'docx',
  '.xml': 'akn',
  '.akn': 'akn',
}

/** What is asked for, else what the name of the output says. */
function formatOf({ format, output }: Options): Format {
  return formats.find((one) => one === format) ?? extensions[extname(output ?? '').toLowerCase()] ?? 'text'
}

/** Each loads what it needs: most runs write one format. */
const renderers: Record<Format, (result: Diff, options: Rendering) => Promise<string | Uint8Array>> = {
  text: async (result, { context, width, stat, ...options }) => {
    const style = { width: widthOf(width), color: useColor(options, options.output) }
    if (!stat) return (await import('../reports/diff/to-text.js')).diffToText(result, { ...style, context })
    return (await import('../reports/diff/to-stat.js')).diffToStat(result, style)
  },
  json: async (result, { old, new: now }) => {
    const { diffToJson } = await import('../reports/diff/to-json.js')
    return `${diffToJson(result, { old: nameOf(old), new: nameOf(now) })}\n`
  },
  html: async (result, { only, trees, ...sources }) => {
    const { diffToHtml } = await import('../reports/diff/to-html.js')
    return diffToHtml(result, { language: trees.new.language, files: titles(sources), only })
  },
  md: async (result, { only }) =>
    (await import('../reports/diff/to-markdown.js')).diffToMarkdown(result, { only }),
  csv: async (result) => (await import('../reports/diff/to-csv.js')).diffToCsv(result),
  docx: async (_, options) => (await import('./redline.js')).redlineFiles(options),
  // An expression is a whole text: it marks all that changed.
  akn: async (_, { trees, whole }) =>
    (await import('../formats/akn/compare/write.js')).diffToAkn(whole, trees),
}

/** Files as a report names them: it is sent to others, whom the folders do not concern. */
function titles({ old, new: now, tracked }: Pick<Rendering, 'old' | 'new' | 'tracked'>): DiffFiles {
  const [before, after] = [basename(nameOf(old)), basename(nameOf(now))]
  return tracked
    ? { old: `${before}, tracked changes rejected`, new: `${after}, tracked changes accepted` }
    : { old: before, new: after }
}

/** A scale by its published name, else by its file. */
function scaleOf(nameOrFile: string): Scale {
  return existsSync(nameOrFile)
    ? readScale(new TextDecoder().decode(bytesOf(nameOrFile)), nameOrFile)
    : loadScale(nameOrFile)
}

function hasChanges({ front, changes }: Diff): boolean {
  return front.length > 0 || changes.some((change) => change.kind !== 'unchanged' || change.moved)
}

async function sides(before: string, after: string | undefined, options: Options): Promise<[Parsed, Parsed]> {
  if (after !== undefined) return [await load(before, options), await load(after, options)]
  const original = await load(before, { ...options, revisions: 'original', quiet: true })
  if (original.format !== 'docx' && original.format !== 'akn')
    throw new PlenaryError('no-revisions', { file: nameOf(before) })
  return [original, await load(before, { ...options, revisions: 'final' })]
}

/** The diff holds a change, or a change of verb, of that kind; sub-paragraphs count too. */
function isCounted({ summary, changes }: Diff, kind: string): boolean {
  const { verbs, ...kinds } = summary
  if (
    Number(kinds[kind as keyof typeof kinds] ?? 0) > 0 ||
    Number(verbs[kind as keyof typeof verbs] ?? 0) > 0
  )
    return true
  return flatten(changes).some(
    (change) => change.kind === kind || change.phrases.some(({ shift }) => shift === kind),
  )
}
