/** Commands for a draft that several parties work on. */
import type { BracketsOptions } from '../brackets.js'
import type { CleanOptions } from '../clean.js'
import type { CompileOptions } from '../compile.js'
import type { MergeOptions } from '../merge.js'
import {
  choice,
  chosen,
  common,
  date,
  described,
  formats,
  many,
  noPager,
  parties,
  points,
  width,
  withOutput,
  worded,
} from '../options.js'
import type { Commands } from './commands.js'

export const negotiating: Commands = {
  merge({ root, host, done }) {
    withOutput(
      worded(
        common(
          described(root, 'merge', "put several parties' versions of one draft into one text", [
            'plenary merge draft.docx eu.docx g77.docx',
            'plenary merge --as EU,G77 draft.docx eu.docx g77.docx -o merged.docx',
            'plenary merge --from-tracked tracked.docx --brackets -o rolling.md',
          ]),
        ),
      ),
      '; .md holds the merged text, .docx the draft with the changes of each party tracked under its name',
    )
      .argument('[base]', 'the draft that all versions were made of')
      .argument('[versions...]', 'the version of each party')
      .option('--from-tracked <file>', 'a Word document: each author of its tracked changes is a party')
      .option('--brackets', 'a compilation: every change in brackets with who proposed it, none taken')
      .addOption(formats('text', 'json', 'md', 'docx'))
      .addOption(parties())
      .option('--paragraphs', 'two edits of one paragraph are a conflict wherever they are in it')
      .addOption(width('text'))
      .addOption(noPager())
      .option('--date <date>', 'when the changes of a Word document were made', date)
      .option('--exit-code', 'exit with 1 if something is in conflict')
      .action(async (base: string | undefined, versions: string[], options: MergeOptions) => {
        const { mergeCommand } = await import('../merge.js')
        done(await mergeCommand(host, base, versions, { ...options, ...root.opts() }))
      })
  },

  compile({ root, host, done }) {
    withOutput(
      common(
        described(
          root,
          'compile',
          "write who proposes which words of one draft: each party's version, none taken",
          [
            'plenary compile --as EU,G77 draft.docx eu.docx g77.docx -o rolling.md',
            'plenary compile --style tracked draft.docx eu.docx g77.docx -o rolling.docx',
          ],
        ),
      ),
      '; .md or .docx in brackets, .docx with --style tracked as tracked changes',
    )
      .argument('<base>', 'the draft that all proposals were made on')
      .argument('<proposals...>', 'the version of each party')
      .addOption(
        choice('--style <style>', 'how the words are told apart (default: brackets)', [
          'brackets',
          'tracked',
        ]),
      )
      .addOption(parties())
      .option('--date <date>', 'when the changes of a Word document were made', date)
      .action(async (base: string, proposals: string[], options: CompileOptions) => {
        const { compileCommand } = await import('../compile.js')
        done(await compileCommand(host, base, proposals, { ...options, ...root.opts() }))
      })
  },

  brackets({ root, host, done }) {
    worded(
      many(
        described(root, 'brackets', 'print the open points of negotiating texts', [
          'plenary brackets rolling.docx',
          'plenary brackets --since rolling-1.docx rolling-2.docx -o report.html',
        ]),
      ),
    )
      .addOption(formats('table', 'json', 'ndjson', 'md', 'html', 'csv', 'docx'))
      .option('--since <file>', 'an earlier version of the text: say what became of its points')
      .addOption(width('table'))
      .addOption(noPager())
      .action(async (files: string[], options: BracketsOptions) => {
        const { bracketsCommand } = await import('../brackets.js')
        done(await bracketsCommand(host, files, { ...options, ...root.opts() }))
      })
  },

  clean({ root, host, done }) {
    withOutput(
      common(
        described(root, 'clean', 'make one text of a negotiating text and choices', [
          'plenary clean --choose keep rolling.md',
          'plenary clean --choose party=EU --point p3=2 rolling.docx -o clean.docx',
        ]),
      ),
    )
      .argument('<file>', 'the negotiating text, or - for standard input')
      .option(
        '--choose <choice>',
        'at every open point: keep, drop, last, base, all, or what parties want: party=EU,US',
        chosen,
      )
      .option('--point <choice>', 'one point, as brackets numbers it, and its option (0: none): p3=2', points)
      .option('--choices <file>', 'choose as the JSON of an earlier clean says, point by point')
      .addOption(formats('md', 'json', 'text', 'docx'))
      .action(async (file: string, options: CleanOptions) => {
        const { cleanCommand } = await import('../clean.js')
        done(await cleanCommand(host, file, { ...options, ...root.opts() }))
      })
  },
}
