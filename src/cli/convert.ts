import { extname } from 'node:path'
import { PlenaryError } from '../model/message.js'
import { Folder, isFolder, OneText } from './output.js'
import { type RunOptions, run } from './run.js'

/** How the name of a file ends that is written in a format. */
const extensions = { json: '.json', md: '.md', text: '.txt', akn: '.xml', docx: '.docx' }
type Format = keyof typeof extensions

/** What the name of the output may say besides. */
const others: Record<string, Format> = { '.markdown': 'md', '.akn': 'akn' }

/** Write documents in another format: one where it is wanted, several into a folder. */
export async function convertCommand(
  files: string[],
  { to, ...options }: RunOptions & { to?: string },
): Promise<void> {
  const { output } = options
  const format = formatOf(to, output)
  await run('convert', files, { ...options, format }, async (count) => {
    if (!format) throw new PlenaryError('no-format', { formats: Object.keys(extensions).join(', ') })
    if (output !== undefined && (count !== 1 || (await isFolder(output))))
      return new Folder(output, extensions[format])
    if (count !== 1) throw new PlenaryError('no-folder')
    if (format === 'docx' && output === undefined && process.stdout.isTTY)
      throw new PlenaryError('needs-output', { format: 'Word' })
    return new OneText(output)
  })
}

/** What is asked for, else what the name of the output says. */
function formatOf(to: string | undefined, output = ''): Format | undefined {
  const formats = Object.keys(extensions) as Format[]
  const extension = extname(output).toLowerCase()
  return (
    formats.find((one) => one === to || (!to && extensions[one] === extension)) ?? others[to ? '' : extension]
  )
}
