/** Commands that read documents and write what was read. */
import type { ConvertOptions } from '../convert.js'
import { choice, date, described, formats, many, noPager, width } from '../options.js'
import type { OutlineOptions } from '../outline.js'
import type { ManyOptions } from '../run.js'
import type { Commands } from './commands.js'

export const reading: Commands = {
  parse({ root, host, done }) {
    many(
      described(root, 'parse', 'print the tree of each document as JSON', [
        'plenary parse draft.docx',
        'plenary parse drafts/ -o trees.ndjson',
      ]),
    ).action(async (files: string[], options: ManyOptions) => {
      const { parseCommand } = await import('../parse.js')
      done(await parseCommand(host, files, { ...options, ...root.opts() }))
    })
  },

  outline({ root, host, done }) {
    many(
      described(root, 'outline', 'print the paragraphs of each document as a table', [
        'plenary outline draft.docx',
        "plenary outline --format csv -o paragraphs.csv 'drafts/*.docx'",
      ]),
    )
      .addOption(formats('table', 'json', 'ndjson', 'csv', 'md'))
      .addOption(width('table'))
      .addOption(noPager())
      .action(async (files: string[], options: OutlineOptions) => {
        const { outlineCommand } = await import('../outline.js')
        done(await outlineCommand(host, files, { ...options, ...root.opts() }))
      })
  },

  convert({ root, host, done }) {
    many(
      described(root, 'convert', 'write documents in another format', [
        'plenary convert draft.docx -o draft.md',
        'plenary convert --to akn -o folder drafts/*.docx',
      ]),
    )
      .addOption(
        choice('--to <format>', 'format to write; by default as the name of the output says', [
          'json',
          'md',
          'text',
          'html',
          'akn',
          'docx',
        ]),
      )
      .addOption(width('text'))
      .option('--date <date>', 'when a Word document was made; the same date makes the same bytes', date)
      .action(async (files: string[], options: ConvertOptions) => {
        const { convertCommand } = await import('../convert.js')
        done(await convertCommand(host, files, { ...options, ...root.opts() }))
      })
  },
}
