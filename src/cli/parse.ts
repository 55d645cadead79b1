import { toJson } from '../render/to-json.js'
import { type CommonOptions, forEachFile, load } from './io.js'

/** Print the tree of each file: one file pretty, several as NDJSON. */
export async function parseCommand(files: string[], options: CommonOptions): Promise<void> {
  const indent = files.length > 1 ? 0 : 2
  await forEachFile(files, async (file) => {
    process.stdout.write(`${toJson((await load(file, options)).tree, indent)}\n`)
  })
}
