import { basename, extname } from 'node:path'
import { toMarkdown } from '../formats/markdown/to-markdown.js'
import { merge } from '../merge/index.js'
import type { Merge } from '../model/merge.js'
import { PlenaryError } from '../model/message.js'
import { reread } from '../pipeline.js'
import { exit } from './exit.js'
import { attempt, type CommonOptions, load, nameOf, useColor, widthOf, write } from './io.js'

interface Options extends CommonOptions {
  format?: string
  as?: string[]
  paragraphs?: boolean
  width?: number
  output?: string
  exitCode?: boolean
}

/** Merge several parties' versions of one draft. */
export async function mergeCommand(base: string, files: string[], options: Options): Promise<void> {
  let text: string | Uint8Array | undefined
  const format = formatOf(options)
  await attempt(async () => {
    if ([base, ...files].filter((file) => file === '-').length > 1) throw new PlenaryError('stdin-twice')
    const { as } = options
    if (as && as.length !== files.length)
      throw new PlenaryError('names-and-files', { names: as.length, files: files.length })
    const parties = as ?? partyNames(files)
    const { tree } = await load(base, options)
    const versions = []
    for (const [at, file] of files.entries())
      versions.push({ party: parties[at] ?? '', tree: (await load(file, options)).tree })
    const result = merge(tree, versions, { paragraphs: options.paragraphs ?? false })
    if (options.exitCode && result.conflicts > 0) process.exitCode = exit.found
    text = await renderers[format](result, { ...options, base, files })
  })
  if (text !== undefined) await write(text, options.output, format === 'text')
}

/** Files as their names tell them apart. */
function partyNames(files: readonly string[]): string[] {
  const short = files.map((file) => basename(nameOf(file)))
  return new Set(short).size === short.length ? short : files.map(nameOf)
}

interface Rendering extends Options {
  base: string
  files: string[]
}

const formats = ['text', 'json', 'md', 'docx'] as const
type Format = (typeof formats)[number]

const extensions: Record<string, Format> = { '.json': 'json', '.md': 'md', '.docx': 'docx' }

/** What is asked for, else what the name of the output says. */
function formatOf({ format, output }: Options): Format {
  return formats.find((one) => one === format) ?? extensions[extname(output ?? '').toLowerCase()] ?? 'text'
}

/** Each loads what it needs: most runs write one format. */
const renderers: Record<Format, (result: Merge, options: Rendering) => Promise<string | Uint8Array>> = {
  text: async (result, { width, output, ...options }) => {
    const { mergeToText } = await import('../reports/merge/to-text.js')
    return mergeToText(result, { width: widthOf(width), color: useColor(options, output) })
  },
  json: async (result, { base, files }) => {
    const { mergeToJson } = await import('../reports/merge/to-json.js')
    return `${mergeToJson(result, nameOf(base), files.map(nameOf))}\n`
  },
  md: async ({ tree }) => toMarkdown(reread(tree)),
  docx: async ({ tree }) => (await import('../formats/word/write/to-docx.js')).toDocx(reread(tree)),
}
