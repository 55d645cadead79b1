/** Commands that hold a draft against rules and earlier texts. */
import type { BuildOptions } from '../library.js'
import type { LintCommandOptions } from '../lint.js'
import {
  choice,
  common,
  date,
  described,
  formats,
  many,
  manyNames,
  noPager,
  severities,
  share,
  whole,
  width,
  withOutput,
  worded,
} from '../options.js'
import type { PrecedentCommandOptions } from '../precedent.js'
import type { CommonOptions } from '../run.js'
import type { Commands } from './commands.js'

export const checking: Commands = {
  lint({ root, host, done }) {
    worded(
      many(
        described(root, 'lint', 'say what breaks a drafting rule, and mend it', [
          'plenary lint draft.md',
          'plenary lint --fix drafts/*.docx',
        ]),
      ),
    )
      .addOption(formats('text', 'json', 'ndjson', 'sarif', 'github', 'html'))
      .addOption(
        choice('--profile <body>', 'whose rules; by default those of the settings, else GA', [
          'GA',
          'SC',
          'HRC',
          'ECOSOC',
          'MUN',
        ]),
      )
      .option('--config <file>', 'settings; by default the nearest .plenaryrc.json or package.json')
      .option('--no-config', 'read no settings')
      .option('--rule <settings>', 'severities of rules: WRD-010=off,PUN-012=error', severities)
      .option('--library <file-or-folder>', 'check dates and titles of what is cited against these texts')
      .option('--fix', 'mend what can be mended, in place; in Word as tracked changes')
      .option('--fix-dry-run', 'show what --fix would do')
      .addOption(noPager())
      .action(async (files: string[], options: LintCommandOptions) => {
        const { lintCommand } = await import('../lint.js')
        done(await lintCommand(host, files, { ...options, ...root.opts() }))
      })
  },

  precedent({ root, host, done }) {
    worded(
      many(
        described(root, 'precedent', 'say where each paragraph of a draft comes from', [
          'plenary precedent draft.docx --library un.library',
          'plenary precedent draft.docx --library adopted/ -o sources.docx',
          'plenary precedent --history A/RES/101/7#OP3 --library un.library',
        ]),
      ),
    )
      .requiredOption(
        '--library <library>',
        'a library (plenary library build), or a folder of earlier texts',
      )
      .addOption(formats('table', 'text', 'json', 'ndjson', 'html', 'csv', 'docx'))
      .option('--summary', 'print one page: what is agreed, edited and new, and which verbs are weaker')
      .option('--history <paragraph>', 'follow a paragraph of the library through the years: A/RES/101/7#OP3')
      .option('--top <matches>', 'most sources of a paragraph (default: 5)', whole('matches', 50))
      .option('--min <score>', 'least likeness of a source, 0 to 1 (default: 0.3)', share)
      .option('--before <date>', 'only texts that are dated before', date)
      .option('--organ <body>', 'only texts of a body: GA, SC, ECOSOC, HRC, or its name')
      .option('--author <name>', 'who comments in Word (default: plenary)')
      .option('--date <date>', 'when the comments are made, as 2031-10-06 (default: now)', date)
      .addOption(width('text'))
      .addOption(noPager())
      .action(async (files: string[], options: PrecedentCommandOptions) => {
        const { precedentCommand } = await import('../precedent.js')
        done(await precedentCommand(host, files, { ...options, ...root.opts() }))
      })
  },

  library({ root, host, done }) {
    const library = described(root, 'library', 'build a library of earlier texts for precedent', [
      'plenary library build adopted/ -o un.library',
      'plenary library info un.library',
    ])
    manyNames(
      common(
        described(library, 'build', 'build a library, or bring one up to date', [
          'plenary library build adopted/ -o un.library',
          'plenary library build --keep new/*.docx -o un.library',
        ]),
      ),
    )
      .requiredOption('-o, --output <library>', 'the library, written whole or not at all')
      .option('--force', 'write even over a file that is no whole library')
      .option('--keep', 'keep documents of the library that are not named')
      .action(async (files: string[], options: BuildOptions) => {
        const { buildCommand } = await import('../library.js')
        done(await buildCommand(host, files, { ...options, ...root.opts() }))
      })
    library
      .command('info')
      .description('say what a library holds')
      .argument('<library>', 'the library')
      .action(async (file: string) => {
        const { infoCommand } = await import('../library.js')
        done(await infoCommand(host, file))
      })
    withOutput(
      described(library, 'export', 'print the paragraphs of a library as NDJSON', [
        'plenary library export un.library -o paragraphs.ndjson',
      ]),
    )
      .argument('<library>', 'the library')
      .action(async (file: string, options: CommonOptions) => {
        const { exportCommand } = await import('../library.js')
        done(await exportCommand(host, file, { ...options, ...root.opts() }))
      })
  },
}
