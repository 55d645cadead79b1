import { CommandFault } from './faults.js'
import { chooseFormat, endingOf, isBinary } from './formats.js'
import type { Host } from './host.js'
import { Folder, isFolder, OneFile, StandardOutput } from './output.js'
import { type ManyOptions, runMany } from './run.js'

const formats = ['json', 'md', 'text', 'html', 'akn', 'docx'] as const

export interface ConvertOptions extends ManyOptions {
  to?: string
  width?: number
  date?: string
}

/** Write documents in another format: one where it is wanted, several into a folder. */
export async function convertCommand(host: Host, files: string[], options: ConvertOptions): Promise<number> {
  const { output, to, width, date } = options
  const folder = output !== undefined && ((await isFolder(output)) || files.length > 1 || !!options.filesFrom)
  const format = chooseFormat({ formats, asked: to, output, option: '--to', folder })
  if (width !== undefined && format !== 'text')
    throw new CommandFault('no-effect', { option: '--width', where: 'on plain text (--to text)' })
  if (date !== undefined && format !== 'docx')
    throw new CommandFault('no-effect', { option: '--date', where: 'on Word documents (--to docx)' })
  return runMany(
    host,
    files,
    options,
    (file) => ({ job: 'convert', inputs: [{ file }], options: { ...options, format } }),
    (inputs, count) => {
      if (output !== undefined && (folder || count !== 1))
        return new Folder(host, output, endingOf(format), inputs)
      if (count !== 1) throw new CommandFault('no-folder')
      if (output !== undefined) return new OneFile(output, inputs)
      if (isBinary(format) && host.stdout.isTTY)
        throw new CommandFault('needs-output', { format: 'a Word document' })
      return new StandardOutput(host)
    },
  )
}
