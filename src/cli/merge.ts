import { CommandFault } from './faults.js'
import { chooseFormat, isBinary, refuseWords } from './formats.js'
import { type Host, useColor, widthOf } from './host.js'
import { expanded } from './names.js'
import { inputsOf, oneOutput } from './output.js'
import { type CommonOptions, run } from './run.js'
import type { Task } from './work/task.js'

const formats = ['text', 'json', 'md', 'docx'] as const

export interface MergeOptions extends CommonOptions {
  format?: string
  as?: string[]
  paragraphs?: boolean
  brackets?: boolean
  /** A Word document whose authors are the parties. */
  fromTracked?: string
  width?: number
  date?: string
  exitCode?: boolean
  ui?: string
  pager: boolean
}

/** Merge several parties' versions of one draft. */
export async function mergeCommand(
  host: Host,
  base: string | undefined,
  named: string[],
  options: MergeOptions,
): Promise<number> {
  const { output, as, fromTracked } = options
  if (fromTracked !== undefined && base !== undefined)
    throw new CommandFault('no-effect', { option: '--from-tracked', where: 'without other documents' })
  if (fromTracked !== undefined && as)
    throw new CommandFault('no-effect', { option: '--as', where: 'without --from-tracked' })
  const versions = await expanded(named)
  const files = [fromTracked ?? base ?? '', ...versions]
  if (fromTracked === undefined && (base === undefined || versions.length === 0))
    throw new CommandFault('no-versions')
  if (files.filter((file) => file === '-').length > 1) throw new CommandFault('stdin-twice')
  if (as && as.length !== versions.length)
    throw new CommandFault('names-and-files', { names: as.length, files: versions.length })
  const format = chooseFormat({ formats, asked: options.format, output, option: '--format', preset: 'text' })
  if (options.width !== undefined && format !== 'text')
    throw new CommandFault('no-effect', { option: '--width', where: 'on text' })
  if (isBinary(format) && output === undefined && host.stdout.isTTY)
    throw new CommandFault('needs-output', { format: 'a Word document' })
  refuseWords(format, ['text'], options.ui)
  const color = format === 'text' && useColor(host, options.color, output)
  const task: Task = {
    job: 'merge',
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
