/** Commands for documents that amend a draft. */
import type { AmendOptions } from '../amend.js'
import type { AmendmentsOptions } from '../amendments.js'
import {
  choice,
  codes,
  common,
  described,
  formats,
  many,
  noPager,
  width,
  withOutput,
  worded,
} from '../options.js'
import type { RebaseOptions } from '../rebase.js'
import type { Commands } from './commands.js'

export const amending: Commands = {
  amendments({ root, host, done }) {
    worded(
      many(
        described(root, 'amendments', 'print what each amending document asks to be changed', [
          'plenary amendments L.34.docx',
          'plenary amendments --format json L.34.pdf',
        ]),
      ),
    )
      .addOption(formats('table', 'json', 'ndjson', 'akn'))
      .addOption(width('table'))
      .addOption(noPager())
      .action(async (files: string[], options: AmendmentsOptions) => {
        const { amendmentsCommand } = await import('../amendments.js')
        done(await amendmentsCommand(host, files, { ...options, ...root.opts() }))
      })
  },

  amend({ root, host, done }) {
    withOutput(
      worded(
        common(
          described(root, 'amend', 'apply amending documents to a draft', [
            'plenary amend L.7.docx L.34.docx -o amended.docx',
            'plenary amend --only 1,3 draft.md L.34.pdf',
            'plenary amend --write --sponsors Norland,Sudland draft.docx ours.docx -o amendments.docx',
          ]),
        ),
      ),
      '; .docx has the changes tracked, where the draft is a Word document',
    )
      .argument('<old>', 'the draft as issued, or - for standard input')
      .argument(
        '<amendments...>',
        'amending documents, in the order to apply them; with --write the new version',
      )
      .addOption(formats('md', 'json', 'text', 'docx', 'akn', 'html', 'table'))
      .option('--write', 'write the amending document that makes the new version of the draft')
      .option('--sponsors <names>', 'with --write: who proposes the amendments, parted by commas', codes)
      .option('--symbol <symbol>', 'with --write: the symbol of the amending document')
      .addOption(width('table'))
      .option(
        '--furthest-first',
        'say which document is furthest from the draft: an advice on the order of votes',
      )
      .option('--only <numbers>', 'apply only these instructions, parted by commas: 1,3', codes)
      .addOption(
        choice('--on-conflict <how>', 'leave out what cannot be applied (skip), and exit with 1 (fail)', [
          'skip',
          'fail',
        ]).default('skip'),
      )
      .action(async (old: string, amendments: string[], options: AmendOptions) => {
        const { amendCommand } = await import('../amend.js')
        done(await amendCommand(host, old, amendments, { ...options, ...root.opts() }))
      })
  },

  rebase({ root, host, done }) {
    withOutput(
      worded(
        common(
          described(root, 'rebase', 'carry an amending document over to a revised draft', [
            'plenary rebase L.34.docx --from L.7.docx --to L.7.Rev.1.docx',
            'plenary rebase L.34.docx --from L.7.docx --to L.7.Rev.1.docx -o L.34.Rev.1.docx',
          ]),
        ),
      ),
    )
      .argument('<amendment>', 'the amending document, or - for standard input')
      .requiredOption('--from <old>', 'the draft that it amends')
      .requiredOption('--to <new>', 'the revision of that draft')
      .addOption(formats('table', 'json', 'md', 'docx', 'akn'))
      .addOption(width('table'))
      .option('--exit-code', 'exit with 1 if an instruction is lost or in conflict')
      .action(async (amendment: string, options: RebaseOptions) => {
        const { rebaseCommand } = await import('../rebase.js')
        done(await rebaseCommand(host, amendment, { ...options, ...root.opts() }))
      })
  },
}
