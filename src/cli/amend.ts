import { CommandFault } from './faults.js'
import { chooseFormat, isBinary } from './formats.js'
import type { Host } from './host.js'
import { expanded } from './names.js'
import { Inputs, OneFile, StandardOutput } from './output.js'
import { type CommonOptions, run } from './run.js'
import type { AmendJob } from './work/amend.js'

const formats = ['md', 'json', 'text', 'docx'] as const

export interface AmendOptions extends CommonOptions {
  format?: string
  only?: string[]
  onConflict?: AmendJob['onConflict']
}

/** Apply amending documents to a draft. */
export async function amendCommand(
  host: Host,
  old: string,
  named: string[],
  options: AmendOptions,
): Promise<number> {
  const files = [old, ...(await expanded(named))]
  const { output } = options
  if (files.filter((file) => file === '-').length > 1) throw new CommandFault('stdin-twice')
  const format = chooseFormat({ formats, asked: options.format, output, option: '--format', preset: 'md' })
  if (isBinary(format) && output === undefined && host.stdout.isTTY)
    throw new CommandFault('needs-output', { format: 'a Word document' })
  return run(host, options, {
    tasks: [{ job: 'amend', inputs: files.map((file) => ({ file })), options: { ...options, format } }],
    count: 1,
    output:
      output === undefined
        ? new StandardOutput(host)
        : new OneFile(output, new Inputs(files, { force: options.force ?? false })),
  })
}
