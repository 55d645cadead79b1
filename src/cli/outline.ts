import { match } from 'ts-pattern'
import { type Outline, outline } from '../render/outline.js'
import { outlineToCsv, outlineToMarkdown, outlineToTable } from '../render/outline-formats.js'
import { type CommonOptions, forEachFile, load, widthOf, write } from './io.js'

interface Options extends CommonOptions {
  format: string
  width?: number
  output?: string
}

/** Print the paragraphs of each file. */
export async function outlineCommand(files: string[], options: Options): Promise<void> {
  const outlines: (Outline & { file: string })[] = []
  const streams = options.format === 'ndjson' && options.output === undefined
  await forEachFile(files, async (file) => {
    const one = { file, ...outline((await load(file, options)).tree) }
    if (streams) process.stdout.write(`${JSON.stringify(one)}\n`)
    else outlines.push(one)
  })
  if (streams) return
  const text = match(options.format)
    .with('json', () => `${JSON.stringify(outlines, null, 2)}\n`)
    .with('ndjson', () => outlines.map((one) => `${JSON.stringify(one)}\n`).join(''))
    .with('csv', () => outlineToCsv(outlines))
    .with('md', () => outlines.map(outlineToMarkdown).join('\n'))
    .otherwise(() => outlines.map((one) => outlineToTable(one, widthOf(options.width))).join('\n'))
  await write(text, options.output)
}
