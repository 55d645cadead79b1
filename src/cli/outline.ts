import { match } from 'ts-pattern'
import { csvHeading } from '../reports/outline-formats.js'
import { chooseFormat } from './formats.js'
import { type Host, useColor, widthOf } from './host.js'
import { csvMark, type Frame, oneOutput } from './output.js'
import { type ManyOptions, runMany } from './run.js'

const formats = ['table', 'json', 'ndjson', 'csv', 'md'] as const

export interface OutlineOptions extends ManyOptions {
  format?: string
  width?: number
  pager: boolean
}

/** Print the paragraphs of each file. */
export function outlineCommand(host: Host, files: string[], options: OutlineOptions): Promise<number> {
  const { output } = options
  const format = chooseFormat({ formats, asked: options.format, output, option: '--format', preset: 'table' })
  // The terminal is known here and not in a thread.
  const color = format === 'table' && useColor(host, options.color, output)
  const job = { ...options, format, color, width: widthOf(host, options.width) }
  const frame = frameOf(format, output)
  return runMany(
    host,
    files,
    options,
    (file) => ({ job: 'outline', inputs: [{ file }], options: job }),
    (inputs) => oneOutput(host, output, inputs, { frame, paged: format === 'table' && options.pager, color }),
  )
}

function frameOf(format: (typeof formats)[number], output: string | undefined): Frame {
  const heading = `${csvMark(format, output)}${csvHeading}`
  return match(format)
    .with('json', () => ({ open: '[\n', between: ',\n', close: '\n]\n', empty: '[]\n' }))
    .with('csv', () => ({ open: heading, empty: heading }))
    .with('ndjson', () => ({}))
    .with('table', 'md', () => ({ between: '\n' }))
    .exhaustive()
}
