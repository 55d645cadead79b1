import { CommandFault } from './faults.js'
import { chooseFormat, isBinary, refuseWords } from './formats.js'
import { type Host, useColor, widthOf } from './host.js'
import { expanded } from './names.js'
import { csvMark, inputsOf, oneOutput } from './output.js'
import { type CommonOptions, run } from './run.js'
import type { Task } from './work/task.js'

const formats = ['text', 'json', 'html', 'md', 'csv', 'docx'] as const

export interface HistoryOptions extends CommonOptions {
  format?: string
  sort?: 'date' | 'symbol'
  paragraph?: string
  scale?: string
  width?: number
  ui?: string
  pager: boolean
}

/** So many versions of one text are compared at the most. */
const mostVersions = 50

/** Say what became of each paragraph through a chain of versions. */
export async function historyCommand(host: Host, named: string[], options: HistoryOptions): Promise<number> {
  const files = await expanded(named)
  const { output } = options
  if (files.length < 2) throw new CommandFault('too-few-versions')
  if (files.length > mostVersions)
    throw new CommandFault('too-many-versions', { count: files.length, limit: mostVersions })
  if (files.filter((file) => file === '-').length > 1) throw new CommandFault('stdin-twice')
  const format = chooseFormat({ formats, asked: options.format, output, option: '--format', preset: 'text' })
  if (options.width !== undefined && format !== 'text')
    throw new CommandFault('no-effect', { option: '--width', where: 'on text' })
  if (options.paragraph !== undefined && format !== 'text' && format !== 'docx')
    throw new CommandFault('no-effect', {
      option: '--paragraph',
      where: 'on text and in Word (-o NAME.docx)',
    })
  if (isBinary(format) && output === undefined && host.stdout.isTTY)
    throw new CommandFault('needs-output', { format: 'a Word document' })
  refuseWords(format, ['text', 'html', 'md', 'docx'], options.ui)
  const color = format === 'text' && useColor(host, options.color, output)
  const task: Task = {
    job: 'history',
    inputs: files.map((file) => ({ file })),
    options: { ...options, format, color, width: widthOf(host, options.width) },
  }
  return run(host, options, {
    tasks: [task],
    count: 1,
    output: oneOutput(host, output, await inputsOf(files, options), {
      frame: { open: csvMark(format, output) },
      paged: format === 'text' && options.pager,
      color,
    }),
  })
}
