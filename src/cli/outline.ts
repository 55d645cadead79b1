import { match } from 'ts-pattern'
import { csvHeading } from '../reports/outline-formats.js'
import { widthOf } from './io.js'
import { type Frame, OneText } from './output.js'
import { type RunOptions, run } from './run.js'

/** Print the paragraphs of each file. */
export async function outlineCommand(files: string[], options: RunOptions): Promise<void> {
  // The terminal is known here and not in a thread.
  const asked = { ...options, width: widthOf(options.width) }
  await run('outline', files, asked, () => new OneText(options.output, frameOf(options.format)))
}

function frameOf(format: string | undefined): Frame {
  return match(format)
    .with('json', () => ({ open: '[\n', between: ',\n', close: '\n]\n', empty: '[]\n' }))
    .with('csv', () => ({ open: csvHeading, empty: csvHeading }))
    .with('ndjson', () => ({}))
    .otherwise(() => ({ between: '\n' }))
}
