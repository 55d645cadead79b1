import { toJson } from '../render/to-json.js'
import { type CommonOptions, forEachFile, load } from './io.js'

/** Print the tree of each file: one file pretty, several as NDJSON. */
export function parseCommand(files: string[], options: CommonOptions): void {
  const indent = files.length > 1 ? 0 : 2
  forEachFile(files, (file) => {
    process.stdout.write(`${toJson(load(file, options).tree, indent)}\n`)
  })
}
