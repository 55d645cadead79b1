import { CommandFault } from './faults.js'
import { chooseFormat, isBinary, refuseWords } from './formats.js'
import { type Host, useColor, widthOf } from './host.js'
import { expanded } from './names.js'
import { inputsOf, oneOutput } from './output.js'
import { type CommonOptions, run } from './run.js'
import type { AmendJob } from './work/amend.js'
import type { AmendWriteJob } from './work/amend-write.js'
import type { Input } from './work/desk.js'
import type { Task } from './work/task.js'

/** What an amending document is written as. */
const written = ['text', 'md', 'json', 'docx', 'akn'] as const
const formats = ['md', 'json', 'text', 'docx', 'akn', 'html', 'table'] as const

export interface AmendOptions extends CommonOptions {
  format?: string
  only?: string[]
  onConflict?: AmendJob['onConflict']
  write?: boolean
  sponsors?: string[]
  symbol?: string
  width?: number
  ui?: string
  furthestFirst?: boolean
}

/** Apply amending documents to a draft, or write the one that makes a new version of it. */
export async function amendCommand(
  host: Host,
  old: string,
  named: string[],
  options: AmendOptions,
): Promise<number> {
  const files = [old, ...(await expanded(named))]
  const { output } = options
  if (files.filter((file) => file === '-').length > 1) throw new CommandFault('stdin-twice')
  const { write, ...rest } = options
  if (write && files.length !== 2) throw new CommandFault('two-versions', { count: files.length })
  const choice = { asked: options.format, output, option: '--format' }
  const format = write
    ? chooseFormat({ ...choice, formats: written, preset: 'text' })
    : chooseFormat({ ...choice, formats, preset: 'md' })
  for (const option of ['sponsors', 'symbol'] as const)
    if (options[option] !== undefined && !write)
      throw new CommandFault('no-effect', { option: `--${option}`, where: 'with --write' })
  refuseWords<(typeof formats)[number]>(format, ['html', 'table'], options.ui)
  if (isBinary(format) && output === undefined && host.stdout.isTTY)
    throw new CommandFault('needs-output', { format: 'a Word document' })
  const color = format === 'table' && useColor(host, options.color, output)
  const inputs = files.map((file) => ({ file }))
  return run(host, options, {
    tasks: [
      write
        ? writeTask(inputs, { ...rest, format: format as AmendWriteJob['format'] })
        : amendTask(inputs, { ...rest, format, color, width: widthOf(host, options.width) }),
    ],
    count: 1,
    output: oneOutput(host, output, await inputsOf(files, options)),
  })
}

function amendTask(inputs: Input[], options: AmendJob): Task {
  return { job: 'amend', inputs, options }
}

function writeTask(inputs: Input[], options: AmendWriteJob): Task {
  return { job: 'amend-write', inputs, options }
}
