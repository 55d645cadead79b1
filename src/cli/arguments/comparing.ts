/** Commands that compare texts: two versions, languages of one text, a chain of versions. */
import type { ConcordOptions } from '../concord.js'
import type { DiffOptions } from '../diff.js'
import type { HistoryOptions } from '../history.js'
import {
  choice,
  codes,
  common,
  date,
  described,
  failures,
  formats,
  listed,
  noPager,
  reading,
  scale,
  selections,
  wholeOrNone,
  width,
  withOutput,
  worded,
} from '../options.js'
import type { Commands } from './commands.js'

export const comparing: Commands = {
  diff({ root, host, done }) {
    withOutput(
      worded(
        common(
          described(root, 'diff', 'say what changed between two versions of a text', [
            'plenary diff draft.docx draft-rev1.docx',
            'plenary diff draft.docx draft-rev1.docx -o redline.docx --annotate',
            'plenary diff --fail-on weaker,deleted draft.md draft-rev1.md',
          ]),
        ),
      ),
      '; a name ending in .docx asks for tracked changes in Word, in .xml for Akoma Ntoso',
    )
      .argument('<old>', 'the older document, or - for standard input')
      .argument(
        '[new]',
        'the newer document; without it, the old one is compared with its own tracked changes',
      )
      .addOption(formats('text', 'json', 'html', 'md', 'csv', 'docx', 'akn'))
      .addOption(width('text'))
      .option(
        '--author <name>',
        'who makes the tracked changes (default: plenary); of a document compared with its own, whose are shown',
      )
      .option('--by-author', 'print a report for each author of the tracked changes')
      .option(
        '--date <date>',
        'when the report or the tracked changes are made, as 2031-10-06 (default: now)',
        date,
      )
      .addOption(
        choice('--moves <how>', 'mark what moved as moved (the default), or as cut and added', [
          'moves',
          'delins',
        ]),
      )
      .option('--keep-changes', 'keep the tracked changes that OLD has, and write the new ones beside them')
      .option('--annotate', 'comment in Word on the verbs that changed')
      .option('--stat', 'print a line for each change, on one screen')
      .option(
        '--only <parts>',
        `print only such changes, parted by commas: ${selections.join(', ')}`,
        listed(selections, 'part of a comparison'),
      )
      .addOption(
        choice(
          '--ignore <what>',
          'leave out what a year does to a text: sessions, years, numbers of earlier resolutions, words of repetition',
          ['routine'],
        ),
      )
      .option(
        '--context <paragraphs>',
        'unchanged paragraphs to print around a change',
        wholeOrNone('paragraphs', 999_999),
      )
      .option(
        '--against-library <library>',
        'compare a draft with the latest text of its title in a library, without what only a year does',
      )
      .addOption(scale())
      .option('--title <name>', 'print a name above the comparison, safe for a terminal whatever is in it')
      .addOption(noPager())
      .option('--exit-code', 'exit with 1 if there are changes')
      .option(
        '--fail-on <kinds>',
        `exit with 1 if there is such a change, parted by commas: ${failures.join(', ')}; weaker is also what published scales disagree on, unless --scale says which holds`,
        listed(failures, 'kind of change'),
      )
      .action(async (old: string, now: string | undefined, options: DiffOptions) => {
        const { diffCommand } = await import('../diff.js')
        done(await diffCommand(host, [old, now], { ...options, ...root.opts() }))
      })
  },

  concord({ root, host, done }) {
    withOutput(
      worded(
        reading(
          described(root, 'concord', 'say where language versions of one text do not correspond', [
            'plenary concord en.docx fr.docx ar.docx',
            'plenary concord en.docx ru.docx -o report.html',
          ]),
        ),
      ),
    )
      .argument('<files...>', 'documents, the reference first; - for standard input')
      .addOption(formats('text', 'json', 'html'))
      .option(
        '--languages <codes>',
        'languages of the documents, in order: en,fr,…; by default their text tells',
        codes,
      )
      .addOption(width('text'))
      .addOption(noPager())
      .option('--exit-code', 'exit with 1 if something does not correspond')
      .action(async (files: string[], options: ConcordOptions) => {
        const { concordCommand } = await import('../concord.js')
        done(await concordCommand(host, files, { ...options, ...root.opts() }))
      })
  },

  history({ root, host, done }) {
    withOutput(
      worded(
        common(
          described(root, 'history', 'say what became of each paragraph through a chain of versions', [
            'plenary history draft.docx rev1.docx adopted.docx',
            'plenary history --sort symbol --paragraph OP7 drafts/',
            'plenary history -o history.docx draft.docx rev1.docx adopted.docx',
          ]),
        ),
      ),
    )
      .argument('<files...>', 'versions of one text, the oldest first; - for standard input')
      .addOption(formats('text', 'json', 'html', 'md', 'csv', 'docx'))
      .addOption(choice('--sort <by>', 'put the versions in order, instead of as given', ['date', 'symbol']))
      .option(
        '--paragraph <label>',
        'print the life of one paragraph: OP7 in the last version, 2:OP7 in the second',
      )
      .addOption(scale())
      .addOption(width('text'))
      .addOption(noPager())
      .action(async (files: string[], options: HistoryOptions) => {
        const { historyCommand } = await import('../history.js')
        done(await historyCommand(host, files, { ...options, ...root.opts() }))
      })
  },
}
