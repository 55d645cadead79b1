/** Which format to write: what is asked for and what the name of the output says must agree. */
import { basename, extname } from 'node:path'
import { CommandFault } from './faults.js'
import { statOf } from './files.js'

/** How names end, the usual ending first. */
const endings = {
  json: ['.json'],
  ndjson: ['.ndjson', '.jsonl'],
  table: ['.txt'],
  text: ['.txt'],
  csv: ['.csv'],
  md: ['.md', '.markdown'],
  html: ['.html', '.htm'],
  docx: ['.docx'],
  akn: ['.xml', '.akn'],
  sarif: ['.sarif'],
  github: ['.log'],
} as const satisfies Record<string, readonly [string, ...string[]]>

export type OutputFormat = keyof typeof endings

/** How the name of a file in a format ends. */
export function endingOf(format: OutputFormat): string {
  return endings[format][0]
}

export interface Choice<F extends OutputFormat> {
  /** Formats that the command writes. */
  formats: readonly F[]
  /** The format asked for. */
  asked?: string | undefined
  output?: string | undefined
  /** The option that asks for one. */
  option: string
  /** What to write where nothing says. */
  preset?: F
  /** The output is a folder, whose name says nothing. */
  folder?: boolean
}

/**
 * Choose the format to write.
 *
 * @throws CommandFault if the name of the output ends as no format of the command does, if it
 * ends as another than the one asked for, or if nothing says.
 */
export function chooseFormat<F extends OutputFormat>(choice: Choice<F>): F {
  const { formats, output, option, preset } = choice
  const asked = formats.find((format) => format === choice.asked)
  const none = () => new CommandFault('no-format', { option, formats: formats.join(', ') })
  if (output === undefined || choice.folder || isDevice(output)) {
    const format = asked ?? preset
    if (format === undefined) throw none()
    return format
  }
  const ending = extname(output).toLowerCase()
  const ends = (format: OutputFormat) => (endings[format] as readonly string[]).includes(ending)
  if (asked) {
    const other = (Object.keys(endings) as OutputFormat[]).find(ends)
    if (other && !ends(asked))
      throw new CommandFault('format-and-name', { format: asked, file: basename(output), other })
    return asked
  }
  const named = formats.find(ends)
  if (named) return named
  const known = [...new Set(formats.flatMap((format) => endings[format] as readonly string[]))]
  throw new CommandFault('unknown-ending', { file: output, endings: known.join(', '), option })
}

/** `/dev/stdout` and pipes take any format. */
function isDevice(output: string): boolean {
  const stat = statOf(output)
  return stat !== undefined && !stat.isFile() && !stat.isDirectory()
}

/** The language of words means nothing to formats of data. @throws CommandFault where one is asked for in such a format. */
export function refuseWords<F extends OutputFormat>(format: F, having: readonly F[], ui?: string): void {
  if (ui !== undefined && !having.includes(format))
    throw new CommandFault('no-effect', { option: '--ui', where: `on ${having.join(', ')}` })
}

/** A format whose bytes would command a terminal. */
export function isBinary(format: OutputFormat): boolean {
  return format === 'docx'
}
