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
  })
}
