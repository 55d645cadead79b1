import type { Choice } from '../model/negotiation.js'
import { type KeptChoices, keptChoices } from './choices.js'
import { CommandFault } from './faults.js'
import { chooseFormat, isBinary } from './formats.js'
import type { Host } from './host.js'
import { inputsOf, oneOutput } from './output.js'
import { type CommonOptions, run } from './run.js'

const formats = ['md', 'json', 'text', 'docx'] as const

export interface CleanOptions extends CommonOptions {
  format?: string
  choose?: Choice
  choices?: string
  point?: { id: string; option: number }[]
}

/** Make one text of a negotiating text and choices. */
export async function cleanCommand(host: Host, file: string, options: CleanOptions): Promise<number> {
  const { output, point = [] } = options
  const kept: KeptChoices =
    options.choices === undefined ? { points: [] } : await keptChoices(options.choices)
  const choose = options.choose ?? kept.choose
  if (choose === undefined) throw new CommandFault('no-choice')
  const format = chooseFormat({ formats, asked: options.format, output, option: '--format', preset: 'md' })
  if (isBinary(format) && output === undefined && host.stdout.isTTY)
    throw new CommandFault('needs-output', { format: 'a Word document' })
  return run(host, options, {
    tasks: [
      {
        job: 'clean',
        inputs: [{ file }],
        options: { ...options, format, choose, points: point, kept: kept.points },
      },
    ],
    count: 1,
    output: oneOutput(host, output, await inputsOf([file], options)),
  })
}
