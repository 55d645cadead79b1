import { cleanName } from '../reports/clean.js'
import { CommandFault } from './faults.js'
import { chooseFormat, isBinary } from './formats.js'
import { type Host, useColor, widthOf } from './host.js'
import { csvMark, inputsOf, oneOutput } from './output.js'
import { type CommonOptions, run } from './run.js'
import type { Task } from './work/task.js'

const formats = ['text', 'json', 'html', 'md', 'csv', 'docx', 'akn'] as const
type DiffFormat = (typeof formats)[number]

export interface DiffOptions extends CommonOptions {
  format?: string
  width?: number
  exitCode?: boolean
  failOn?: string[]
  stat?: boolean
  only?: string[]
  ignore?: 'routine'
  againstLibrary?: string
  context?: number
  title?: string
  scale?: string
  pager: boolean
  author?: string
  byAuthor?: boolean
  date?: string
  moves?: 'moves' | 'delins'
  annotate?: boolean
  keepChanges?: boolean
  ui?: string
}

/** Say what changed between two documents, or what the tracked changes of one do. */
export async function diffCommand(
  host: Host,
  files: readonly [old: string, now?: string | undefined],
  options: DiffOptions,
): Promise<number> {
  const { output, title } = options
  const named = files.filter((file) => file !== undefined)
  if (named.filter((file) => file === '-').length > 1) throw new CommandFault('stdin-twice')
  const format = chooseFormat({ formats, asked: options.format, output, option: '--format', preset: 'text' })
  refuseWithoutEffect(format, options)
  if (options.againstLibrary !== undefined && files[1] !== undefined)
    throw new CommandFault('no-effect', { option: '--against-library', where: 'on a draft alone' })
  if (options.keepChanges && named.length < 2)
    throw new CommandFault('no-effect', { option: '--keep-changes', where: 'with two documents' })
  if (options.keepChanges && options.revisions !== undefined)
    throw new CommandFault('no-effect', { option: '--revisions', where: 'without --keep-changes' })
  if (files[1] !== undefined)
    for (const [option, flag] of [
      ['author', '--author'],
      ['byAuthor', '--by-author'],
    ] as const)
      if (options[option] !== undefined && format !== 'docx')
        throw new CommandFault('no-effect', { option: flag, where: 'on the tracked changes of one document' })
  const color = format === 'text' && useColor(host, options.color, output)
  if (isBinary(format) && output === undefined && host.stdout.isTTY)
    throw new CommandFault('needs-output', { format: 'a Word document' })
  const task: Task = {
    job: 'diff',
    inputs: named.map((file) => ({ file })),
    options: {
      ...options,
      ...folding(format, options),
      format,
      color,
      width: widthOf(host, options.width),
      context: options.context ?? 0,
    },
  }
  const frame = { open: title === undefined ? csvMark(format, output) : `${cleanName(title)}\n\n` }
  return run(host, options, {
    tasks: [task],
    count: 1,
    output: oneOutput(host, output, await inputsOf(named, options), {
      frame,
      paged: format === 'text' && options.pager,
      color,
    }),
  })
}

/** What a year does to a text is no news where it is compared with that of the last one. */
function folding(format: DiffFormat, { againstLibrary }: DiffOptions): { ignore?: 'routine' } {
  return againstLibrary !== undefined && !isBinary(format) && format !== 'akn' ? { ignore: 'routine' } : {}
}

/** Options that only some formats heed. */
const heeded: readonly [
  option: keyof DiffOptions,
  flag: string,
  formats: readonly DiffFormat[],
  where: string,
][] = [
  ['stat', '--stat', ['text'], 'on text'],
  ['context', '--context', ['text'], 'on text'],
  ['width', '--width', ['text'], 'on text'],
  ['title', '--title', ['text'], 'on text'],
  ['only', '--only', ['text', 'json', 'html', 'md', 'csv'], 'on reports, not on whole documents'],
  ['ignore', '--ignore', ['text', 'json', 'html', 'md', 'csv'], 'on reports, not on whole documents'],
  [
    'author',
    '--author',
    ['docx', 'text', 'json', 'html', 'md', 'csv'],
    'on tracked changes in Word (-o NAME.docx)',
  ],
  ['byAuthor', '--by-author', ['text', 'md', 'csv'], 'on text, md and csv'],
  ['date', '--date', ['docx', 'html'], 'on tracked changes in Word (-o NAME.docx) and html'],
  ['moves', '--moves', ['docx'], 'on tracked changes in Word (-o NAME.docx)'],
  ['annotate', '--annotate', ['docx'], 'on tracked changes in Word (-o NAME.docx)'],
  ['ui', '--ui', ['text', 'html', 'md', 'docx'], 'on reports: text, html and md, and on comments in Word'],
  ['keepChanges', '--keep-changes', ['docx'], 'on tracked changes in Word (-o NAME.docx)'],
]

/** An option that does nothing was meant to do something. */
function refuseWithoutEffect(format: DiffFormat, options: DiffOptions): void {
  for (const [option, flag, having, where] of heeded)
    if (options[option] !== undefined && !having.includes(format))
      throw new CommandFault('no-effect', { option: flag, where })
  if (format === 'docx' && options.ui !== undefined && !options.annotate)
    throw new CommandFault('no-effect', { option: '--ui', where: 'on Word without --annotate' })
  if (options.stat && options.context !== undefined)
    throw new CommandFault('no-effect', { option: '--context', where: 'without --stat' })
}
