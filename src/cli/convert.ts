import { match } from 'ts-pattern'
import { toJson } from '../render/to-json.js'
import { toMarkdown } from '../render/to-markdown.js'
import { toText } from '../render/to-text.js'
import { attempt, type CommonOptions, load, write } from './io.js'

interface Options extends CommonOptions {
  to: string
  width?: number
  output?: string
}

/** Write a document in another format. */
export async function convertCommand(file: string, options: Options): Promise<void> {
  let text: string | undefined
  await attempt(async () => {
    const { tree } = await load(file, options)
    text = match(options.to)
      .with('md', () => toMarkdown(tree))
      .with('text', () => toText(tree, options.width === undefined ? {} : { width: options.width }))
      .otherwise(() => `${toJson(tree)}\n`)
  })
  if (text !== undefined) await write(text, options.output)
}
