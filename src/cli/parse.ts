import { chooseFormat } from './formats.js'
import type { Host } from './host.js'
import { oneOutput } from './output.js'
import { type ManyOptions, runMany } from './run.js'

/** Print the tree of each file: one file pretty, several as NDJSON. */
export function parseCommand(host: Host, files: string[], options: ManyOptions): Promise<number> {
  const { output } = options
  chooseFormat({ formats: ['json', 'ndjson'], output, option: '-o', preset: 'json' })
  return runMany(
    host,
    files,
    options,
    (file, count) => ({ job: 'parse', inputs: [{ file }], options: { ...options, pretty: count === 1 } }),
    (inputs) => oneOutput(host, output, inputs),
  )
}
