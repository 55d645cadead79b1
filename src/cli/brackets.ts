import { match } from 'ts-pattern'
import { CommandFault } from './faults.js'
import { chooseFormat, isBinary, refuseWords } from './formats.js'
import { type Host, useColor, widthOf } from './host.js'
import { type Frame, oneOutput } from './output.js'
import { type ManyOptions, runMany } from './run.js'

const formats = ['table', 'json', 'ndjson', 'md', 'html', 'csv', 'docx'] as const

export interface BracketsOptions extends ManyOptions {
  format?: string
  width?: number
  since?: string
  ui?: string
  pager: boolean
}

/** Print the open points of each negotiating text: one text pretty, several as an array. */
export function bracketsCommand(host: Host, files: string[], options: BracketsOptions): Promise<number> {
  const { output, since } = options
  const format = chooseFormat({ formats, asked: options.format, output, option: '--format', preset: 'table' })
  refuseWords(format, ['table', 'md', 'html', 'docx'], options.ui)
  const color = format === 'table' && useColor(host, options.color, output)
  const job = { ...options, format, color, width: widthOf(host, options.width) }
  return runMany(
    host,
    files,
    options,
    (file, count) => ({
      job: 'brackets',
      inputs: [{ file }, ...(since === undefined ? [] : [{ file: since }])],
      options: { ...job, alone: count === 1 },
    }),
    (inputs, count) => {
      if (count !== 1 && since !== undefined)
        throw new CommandFault('no-effect', { option: '--since', where: 'on one text' })
      if (count !== 1 && isWhole(format)) throw new CommandFault('one-report', { format })
      const frame = frameOf(format, count === 1)
      return oneOutput(host, output, inputs, { frame, paged: format === 'table' && options.pager, color })
    },
  )
}

/** A format whose output is one document. */
function isWhole(format: (typeof formats)[number]): boolean {
  return format === 'html' || format === 'csv' || isBinary(format)
}

function frameOf(format: (typeof formats)[number], alone: boolean): Frame {
  return match(format)
    .with('json', () => (alone ? {} : { open: '[\n', between: ',\n', close: '\n]\n', empty: '[]\n' }))
    .with('ndjson', 'html', 'docx', () => ({}))
    .with('table', 'md', 'csv', () => ({ between: '\n' }))
    .exhaustive()
}
