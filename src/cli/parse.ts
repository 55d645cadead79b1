import { OneText } from './output.js'
import { type RunOptions, run } from './run.js'

/** Print the tree of each file: one file pretty, several as NDJSON. */
export async function parseCommand(files: string[], options: RunOptions): Promise<void> {
  await run('parse', files, options, () => new OneText(options.output))
}
