import { basename, extname } from 'node:path'
import { concord } from '../concord/index.js'
import type { Concordance } from '../model/concordance.js'
import { message, PlenaryError } from '../model/message.js'
import type { Parsed } from '../pipeline.js'
import { exit } from './exit.js'
import {
  attempt,
  type CommonOptions,
  load,
  messageLine,
  nameOf,
  useColor,
  warn,
  widthOf,
  write,
} from './io.js'

interface Options extends Omit<CommonOptions, 'language'> {
  format?: string
  width?: number
  output?: string
  exitCode?: boolean
  /** One for each file, or none. */
  languages?: string[]
}

/** Set language versions of one text side by side and say what does not correspond. */
export async function concordCommand(files: string[], options: Options): Promise<void> {
  let text: string | undefined
  const format = formatOf(options)
  await attempt(async () => {
    if (files.length < 2) throw new PlenaryError('too-few-versions')
    if (files.filter((file) => file === '-').length > 1) throw new PlenaryError('stdin-twice')
    const { languages } = options
    if (languages && languages.length !== files.length)
      throw new PlenaryError('languages-and-files', { languages: languages.length, files: files.length })
    const parsed: Parsed[] = []
    for (const [index, file] of files.entries()) {
      const language = languages?.[index]
      parsed.push(await load(file, { ...options, ...(language === undefined ? {} : { language }) }))
    }
    const result = concord(parsed.map(({ tree }) => tree))
    warnOfOthers(result, files)
    if (options.exitCode && result.summary.discrepancies > 0) process.exitCode = exit.found
    text = await renderers[format](result, files.map(nameOf), options)
  })
  if (text !== undefined) await write(text, options.output, format === 'text')
}

/** Texts with other symbols are hardly versions of one. */
function warnOfOthers({ front, texts }: Concordance, files: readonly string[]): void {
  const symbols = front.find(({ field }) => field === 'symbol')
  for (const text of symbols?.texts ?? []) {
    const values = { found: texts[text]?.symbol ?? '', expected: texts[0]?.symbol ?? '' }
    warn(messageLine(files[text] ?? '', message('other-symbol', values)))
  }
}

const formats = ['text', 'json', 'html'] as const
type Format = (typeof formats)[number]

const extensions: Record<string, Format> = { '.json': 'json', '.html': 'html', '.htm': 'html' }

/** What is asked for, else what the name of the output says. */
function formatOf({ format, output }: Options): Format {
  return formats.find((one) => one === format) ?? extensions[extname(output ?? '').toLowerCase()] ?? 'text'
}

/** Each loads what it needs: most runs write one format. */
const renderers: Record<Format, (result: Concordance, files: string[], options: Options) => Promise<string>> =
  {
    text: async (result, files, options) => {
      const { concordToText } = await import('../reports/concordance/to-text.js')
      return concordToText(result, {
        width: widthOf(options.width),
        color: useColor(options, options.output),
        files,
      })
    },
    json: async (result, files) => {
      const { concordToJson } = await import('../reports/concordance/to-json.js')
      return `${concordToJson(result, files)}\n`
    },
    html: async (result, files) => {
      const { concordToHtml } = await import('../reports/concordance/to-html.js')
      // A report is sent to others, whom the folders do not concern.
      return concordToHtml(result, { files: files.map((file) => basename(file)) })
    },
  }
