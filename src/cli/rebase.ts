import { CommandFault } from './faults.js'
import { chooseFormat, isBinary, refuseWords } from './formats.js'
import { type Host, widthOf } from './host.js'
import { inputsOf, oneOutput } from './output.js'
import { type CommonOptions, run } from './run.js'

const formats = ['table', 'json', 'md', 'docx', 'akn'] as const

export interface RebaseOptions extends CommonOptions {
  from: string
  to: string
  format?: string
  width?: number
  ui?: string
  exitCode?: boolean
}

/** Carry an amending document over to the revision of its draft. */
export async function rebaseCommand(
  host: Host,
  amendment: string,
  { from, to, ...options }: RebaseOptions,
): Promise<number> {
  const files = [amendment, from, to]
  const { output } = options
  if (files.filter((file) => file === '-').length > 1) throw new CommandFault('stdin-twice')
  const format = chooseFormat({ formats, asked: options.format, output, option: '--format', preset: 'table' })
  refuseWords(format, ['table'], options.ui)
  if (isBinary(format) && output === undefined && host.stdout.isTTY)
    throw new CommandFault('needs-output', { format: 'a Word document' })
  const width = widthOf(host, options.width)
  return run(host, options, {
    tasks: [
      { job: 'rebase', inputs: files.map((file) => ({ file })), options: { ...options, format, width } },
    ],
    count: 1,
    output: oneOutput(host, output, await inputsOf(files, options)),
  })
}
