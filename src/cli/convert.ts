import { extname } from 'node:path'
import { PlenaryError } from '../message.js'
import type { Root } from '../tree/types.js'
import { attempt, type CommonOptions, load, write } from './io.js'

interface Options extends CommonOptions {
  to?: string
  width?: number
  output?: string
}

const formats = ['json', 'md', 'text', 'akn'] as const
type Format = (typeof formats)[number]

/** What the name of the output says. */
const extensions: Record<string, Format> = {
  '.json': 'json',
  '.md': 'md',
  '.markdown': 'md',
  '.txt': 'text',
  '.akn': 'akn',
  '.xml': 'akn',
}

/** Each loads what it needs: a run writes one format. */
const writers: Record<Format, (tree: Root, options: Options) => Promise<string>> = {
  json: async (tree) => `${(await import('../render/to-json.js')).toJson(tree)}\n`,
  md: async (tree) => (await import('../render/to-markdown.js')).toMarkdown(tree),
  text: async (tree, { width }) =>
    (await import('../render/to-text.js')).toText(tree, width === undefined ? {} : { width }),
  akn: async (tree) => (await import('../render/to-akn.js')).toAkn(tree),
}

/** Write a document in another format. */
export async function convertCommand(file: string, options: Options): Promise<void> {
  let text: string | undefined
  await attempt(async () => {
    const format = formatOf(options)
    const { tree } = await load(file, options)
    text = await writers[format](tree, options)
  })
  if (text !== undefined) await write(text, options.output)
}

/** What is asked for, else what the name of the output says. */
function formatOf({ to, output }: Options): Format {
  const format = formats.find((one) => one === to) ?? extensions[extname(output ?? '').toLowerCase()]
  if (!format) throw new PlenaryError('no-format', { formats: formats.join(', ') })
  return format
}
