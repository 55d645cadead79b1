<<<<<<< HEAD
import { match } from 'ts-pattern'
import { PlenaryError } from '../message.js'
import { toDocx } from '../render/to-docx.js'
import { toJson } from '../render/to-json.js'
import { toMarkdown } from '../render/to-markdown.js'
import { toText } from '../render/to-text.js'
import { attempt, type CommonOptions, load, write } from './io.js'

interface Options extends CommonOptions {
  to: string
  width?: number
  output?: string
  /** For the properties of a Word document. */
  date?: Date
}

/** Write a document in another format. */
export async function convertCommand(file: string, options: Options): Promise<void> {
  let text: string | Uint8Array | undefined
  await attempt(async () => {
    if (options.to === 'docx' && options.output === undefined && process.stdout.isTTY)
      throw new PlenaryError('needs-output', { format: 'Word' })
    const { tree } = await load(file, options)
    text = await match(options.to)
      .with('docx', () => toDocx(tree, { date: options.date }))
      .with('md', () => toMarkdown(tree))
      .with('text', () => toText(tree, options.width === undefined ? {} : { width: options.width }))
      .otherwise(() => `${toJson(tree)}\n`)
=======
import { PlenaryError } from '../message.js'
import { Folder, isFolder, OneText } from './output.js'
import { type RunOptions, run } from './run.js'

const extensions: Record<string, string> = { json: '.json', md: '.md', text: '.txt' }

/** Write documents in another format: one where it is wanted, several into a folder. */
export async function convertCommand(
  files: string[],
  { to, ...options }: RunOptions & { to: string },
): Promise<void> {
  const { output } = options
  await run('convert', files, { ...options, format: to }, async (count) => {
    if (output !== undefined && (count !== 1 || (await isFolder(output))))
      return new Folder(output, extensions[to] ?? `.${to}`)
    if (count !== 1) throw new PlenaryError('no-folder')
    return new OneText(output)
>>>>>>> main
  })
}
