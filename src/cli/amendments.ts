import { match } from 'ts-pattern'
import { CommandFault } from './faults.js'
import { chooseFormat, refuseWords } from './formats.js'
import { type Host, useColor, widthOf } from './host.js'
import { type Frame, oneOutput } from './output.js'
import { type ManyOptions, runMany } from './run.js'

const formats = ['table', 'json', 'ndjson', 'akn'] as const

export interface AmendmentsOptions extends ManyOptions {
  format?: string
  width?: number
  ui?: string
  pager: boolean
}

/** Print the instructions of each amending document: one document pretty, several as an array. */
export function amendmentsCommand(host: Host, files: string[], options: AmendmentsOptions): Promise<number> {
  const { output } = options
  const format = chooseFormat({ formats, asked: options.format, output, option: '--format', preset: 'table' })
  refuseWords(format, ['table'], options.ui)
  const color = format === 'table' && useColor(host, options.color, output)
  const job = { ...options, format, color, width: widthOf(host, options.width) }
  return runMany(
    host,
    files,
    options,
    (file, count) => ({ job: 'amendments', inputs: [{ file }], options: { ...job, alone: count === 1 } }),
    (inputs, count) => {
      // Each is a document of its own.
      if (format === 'akn' && count !== 1)
        throw new CommandFault('no-effect', { option: '--format akn', where: 'on one document' })
      const frame = frameOf(format, count === 1)
      return oneOutput(host, output, inputs, { frame, paged: format === 'table' && options.pager, color })
    },
  )
}

function frameOf(format: (typeof formats)[number], alone: boolean): Frame {
  return match(format)
    .with('json', () => (alone ? {} : { open: '[\n', between: ',\n', close: '\n]\n', empty: '[]\n' }))
    .with('ndjson', 'akn', () => ({}))
    .with('table', () => ({ between: '\n' }))
    .exhaustive()
}
