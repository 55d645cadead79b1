import { CommandFault } from './faults.js'
import { chooseFormat, refuseWords } from './formats.js'
import { type Host, useColor, widthOf } from './host.js'
import { expanded } from './names.js'
import { inputsOf, oneOutput } from './output.js'
import { type CommonOptions, run } from './run.js'
import type { Task } from './work/task.js'

const formats = ['text', 'json', 'html'] as const

export interface ConcordOptions extends Omit<CommonOptions, 'language'> {
  format?: string
  width?: number
  exitCode?: boolean
  ui?: string
  pager: boolean
  /** One for each file, or none. */
  languages?: string[]
}

/** Set language versions of one text side by side and say what does not correspond. */
export async function concordCommand(host: Host, named: string[], options: ConcordOptions): Promise<number> {
  const files = await expanded(named)
  const { output, languages } = options
  if (files.length < 2) throw new CommandFault('too-few-versions')
  if (files.filter((file) => file === '-').length > 1) throw new CommandFault('stdin-twice')
  if (languages && languages.length !== files.length)
    throw new CommandFault('languages-and-files', { languages: languages.length, files: files.length })
  const format = chooseFormat({ formats, asked: options.format, output, option: '--format', preset: 'text' })
  if (options.width !== undefined && format !== 'text')
    throw new CommandFault('no-effect', { option: '--width', where: 'on text' })
  refuseWords(format, ['text', 'html'], options.ui)
  const color = format === 'text' && useColor(host, options.color, output)
  const task: Task = {
    job: 'concord',
    inputs: files.map((file) => ({ file })),
    options: { ...options, format, color, width: widthOf(host, options.width) },
  }
  return run(host, options, {
    tasks: [task],
    count: 1,
    output: oneOutput(host, output, await inputsOf(files, options), {
      paged: format === 'text' && options.pager,
      color,
    }),
  })
}
