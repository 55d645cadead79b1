import { CommandFault } from './faults.js'
import { chooseFormat, isBinary } from './formats.js'
import type { Host } from './host.js'
import { expanded } from './names.js'
import { Inputs, OneFile, StandardOutput } from './output.js'
import { type CommonOptions, run } from './run.js'
import type { AmendJob } from './work/amend.js'

const formats = ['md', 'json', 'text', 'docx', 'akn'] as const

export interface AmendOptions extends CommonOptions {
  format?: string
  only?: string[]
  onConflict?: AmendJob['onConflict']
  write?: boolean
  sponsors?: string[]
  symbol?: string
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
  const preset = options.write ? 'text' : 'md'
  const format = chooseFormat({ formats, asked: options.format, output, option: '--format', preset })
  if (options.write && files.length !== 2) throw new CommandFault('two-versions', { count: files.length })
  for (const option of ['sponsors', 'symbol'] as const)
    if (options[option] !== undefined && !options.write)
      throw new CommandFault('no-effect', { option: `--${option}`, where: 'with --write' })
  if (isBinary(format) && output === undefined && host.stdout.isTTY)
    throw new CommandFault('needs-output', { format: 'a Word document' })
  return run(host, options, {
    tasks: [
      {
        job: options.write ? 'amend-write' : 'amend',
        inputs: files.map((file) => ({ file })),
        options: { ...options, format },
      },
    ],
    count: 1,
    output:
      output === undefined
        ? new StandardOutput(host)
        : new OneFile(output, new Inputs(files, { force: options.force ?? false })),
  })
}
