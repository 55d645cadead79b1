/** The command line: arguments → a task → exit status. Stages are loaded only by the command that needs them. */
import { Command, CommanderError } from 'commander'
import type { AmendOptions } from './cli/amend.js'
import type { AmendmentsOptions } from './cli/amendments.js'
import { attempt } from './cli/attempt.js'
import type { BracketsOptions } from './cli/brackets.js'
import type { CleanOptions } from './cli/clean.js'
import type { CompileOptions } from './cli/compile.js'
import type { ConcordOptions } from './cli/concord.js'
import type { ConvertOptions } from './cli/convert.js'
import type { DiffOptions } from './cli/diff.js'
import { exit } from './cli/exit.js'
import type { HistoryOptions } from './cli/history.js'
import { type Host, processHost } from './cli/host.js'
import type { BuildOptions } from './cli/library.js'
import type { LintCommandOptions } from './cli/lint.js'
import type { MergeOptions } from './cli/merge.js'
import {
  choice,
  chosen,
  codes,
  common,
  date,
  failures,
  formats,
  listed,
  many,
  manyNames,
  parties,
  points,
  reading,
  scale,
  selections,
  severities,
  share,
  whole,
  wholeOrNone,
  width,
  withOutput,
  worded,
} from './cli/options.js'
import type { OutlineOptions } from './cli/outline.js'
import type { PageOptions } from './cli/page.js'
import type { PrecedentCommandOptions } from './cli/precedent.js'
import type { RebaseOptions } from './cli/rebase.js'
import type { CommonOptions, ManyOptions } from './cli/run.js'
import { withCommand } from './cli/without-command.js'
import { clean } from './reports/clean.js'
import { version } from './version.js'

/** Run the command with its arguments; gives the exit status. */
export async function main(argv: readonly string[], host: Host = processHost()): Promise<number> {
  return attempt(host, async () => {
    let status: number = exit.done
    const root = program(
      host,
      (next) => {
        status = next
      },
      namedAlone(argv),
    )
    try {
      await root.parseAsync(withCommand(argv, root), { from: 'user' })
    } catch (error) {
      if (!(error instanceof CommanderError)) throw error
      // commander has printed its message; help and version are no errors.
      return error.exitCode === 0 ? exit.done : exit.usage
    }
    return status
  })
}

/**
 * The command that is named, of which no other need know: to make all with their options takes longer than
 * to tell their names. Help, completion and the manual tell of all.
 */
function namedAlone(argv: readonly string[]): string | undefined {
  const first = argv.find((argument) => !argument.startsWith('-'))
  return first !== undefined && Object.hasOwn(commands, first) && !tellOfAll.includes(first)
    ? first
    : undefined
}

const tellOfAll = ['completion', 'manual']

/** All commands with their options, or `only` one. */
function program(host: Host, done: (status: number) => void, only?: string): Command {
  const root = new Command('plenary')
    .description(
      'Read United Nations resolutions into a typed tree, and compare their drafts.\nWithout a command, one document is outlined and two are compared.',
    )
    .version(version(), '-V, --version')
    .option('-q, --quiet', 'print no messages about the documents')
    .option('--color', 'print colours, also where no terminal reads them')
    .option('--no-color', 'print no colours (NO_COLOR is honoured too)')
    .exitOverride()
    .configureHelp({ showGlobalOptions: true })
    .configureOutput({
      writeOut: (text) => host.stdout.write(text),
      writeErr: (text) => host.stderr.write(text),
      // What was typed may be the name of a file, with anything in it.
      outputError: (text, write) => write(clean(text.replace(/^error: /u, 'plenary: '))),
    })
    .showHelpAfterError('(plenary help COMMAND lists its options)')
  examples(root, ['plenary draft.docx', 'plenary draft.docx draft-rev1.docx'])

  for (const [name, define] of Object.entries(commands))
    if (only === undefined || name === only) define({ root, host, done })
  return root
}

interface Setting {
  root: Command
  host: Host
  done: (status: number) => void
}

/** Each command with its options, by its name. */
const commands: Record<string, (setting: Setting) => void> = {
  parse({ root, host, done }) {
    examples(many(root.command('parse').description('print the tree of each document as JSON')), [
      'plenary parse draft.docx',
      'plenary parse drafts/ -o trees.ndjson',
    ]).action(async (files: string[], options: ManyOptions) => {
      const { parseCommand } = await import('./cli/parse.js')
      done(await parseCommand(host, files, { ...options, ...root.opts() }))
    })
  },

  outline({ root, host, done }) {
    examples(many(root.command('outline').description('print the paragraphs of each document as a table')), [
      'plenary outline draft.docx',
      "plenary outline --format csv -o paragraphs.csv 'drafts/*.docx'",
    ])
      .addOption(formats('table', 'json', 'ndjson', 'csv', 'md'))
      .addOption(width('table'))
      .option('--no-pager', 'do not print through a pager')
      .action(async (files: string[], options: OutlineOptions) => {
        const { outlineCommand } = await import('./cli/outline.js')
        done(await outlineCommand(host, files, { ...options, ...root.opts() }))
      })
  },

  diff({ root, host, done }) {
    examples(
      withOutput(
        worded(common(root.command('diff').description('say what changed between two versions of a text'))),
        '; a name ending in .docx asks for tracked changes in Word, in .xml for Akoma Ntoso',
      ),
      [
        'plenary diff draft.docx draft-rev1.docx',
        'plenary diff draft.docx draft-rev1.docx -o redline.docx --annotate',
        'plenary diff --fail-on weaker,deleted draft.md draft-rev1.md',
      ],
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
      .option('--no-pager', 'do not print through a pager')
      .option('--exit-code', 'exit with 1 if there are changes')
      .option(
        '--fail-on <kinds>',
        `exit with 1 if there is such a change, parted by commas: ${failures.join(', ')}; weaker is also what published scales disagree on, unless --scale says which holds`,
        listed(failures, 'kind of change'),
      )
      .action(async (old: string, now: string | undefined, options: DiffOptions) => {
        const { diffCommand } = await import('./cli/diff.js')
        done(await diffCommand(host, [old, now], { ...options, ...root.opts() }))
      })
  },

  concord({ root, host, done }) {
    examples(
      withOutput(
        worded(
          reading(
            root.command('concord').description('say where language versions of one text do not correspond'),
          ),
        ),
      ),
      ['plenary concord en.docx fr.docx ar.docx', 'plenary concord en.docx ru.docx -o report.html'],
    )
      .argument('<files...>', 'documents, the reference first; - for standard input')
      .addOption(formats('text', 'json', 'html'))
      .option(
        '--languages <codes>',
        'languages of the documents, in order: en,fr,…; by default their text tells',
        codes,
      )
      .addOption(width('text'))
      .option('--no-pager', 'do not print through a pager')
      .option('--exit-code', 'exit with 1 if something does not correspond')
      .action(async (files: string[], options: ConcordOptions) => {
        const { concordCommand } = await import('./cli/concord.js')
        done(await concordCommand(host, files, { ...options, ...root.opts() }))
      })
  },

  history({ root, host, done }) {
    examples(
      withOutput(
        worded(
          common(
            root
              .command('history')
              .description('say what became of each paragraph through a chain of versions'),
          ),
        ),
      ),
      [
        'plenary history draft.docx rev1.docx adopted.docx',
        'plenary history --sort symbol --paragraph OP7 drafts/',
        'plenary history -o history.docx draft.docx rev1.docx adopted.docx',
      ],
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
      .option('--no-pager', 'do not print through a pager')
      .action(async (files: string[], options: HistoryOptions) => {
        const { historyCommand } = await import('./cli/history.js')
        done(await historyCommand(host, files, { ...options, ...root.opts() }))
      })
  },

  merge({ root, host, done }) {
    examples(
      withOutput(
        worded(
          common(
            root.command('merge').description("put several parties' versions of one draft into one text"),
          ),
        ),
        '; .md holds the merged text, .docx the draft with the changes of each party tracked under its name',
      ),
      [
        'plenary merge draft.docx eu.docx g77.docx',
        'plenary merge --as EU,G77 draft.docx eu.docx g77.docx -o merged.docx',
        'plenary merge --from-tracked tracked.docx --brackets -o rolling.md',
      ],
    )
      .argument('[base]', 'the draft that all versions were made of')
      .argument('[versions...]', 'the version of each party')
      .option('--from-tracked <file>', 'a Word document: each author of its tracked changes is a party')
      .option('--brackets', 'a compilation: every change in brackets with who proposed it, none taken')
      .addOption(formats('text', 'json', 'md', 'docx'))
      .addOption(parties())
      .option('--paragraphs', 'two edits of one paragraph are a conflict wherever they are in it')
      .addOption(width('text'))
      .option('--no-pager', 'do not print through a pager')
      .option('--date <date>', 'when the changes of a Word document were made', date)
      .option('--exit-code', 'exit with 1 if something is in conflict')
      .action(async (base: string | undefined, versions: string[], options: MergeOptions) => {
        const { mergeCommand } = await import('./cli/merge.js')
        done(await mergeCommand(host, base, versions, { ...options, ...root.opts() }))
      })
  },

  compile({ root, host, done }) {
    examples(
      withOutput(
        common(
          root
            .command('compile')
            .description("write who proposes which words of one draft: each party's version, none taken"),
        ),
        '; .md or .docx in brackets, .docx with --style tracked as tracked changes',
      ),
      [
        'plenary compile --as EU,G77 draft.docx eu.docx g77.docx -o rolling.md',
        'plenary compile --style tracked draft.docx eu.docx g77.docx -o rolling.docx',
      ],
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
        const { compileCommand } = await import('./cli/compile.js')
        done(await compileCommand(host, base, proposals, { ...options, ...root.opts() }))
      })
  },

  amendments({ root, host, done }) {
    examples(
      worded(
        many(root.command('amendments').description('print what each amending document asks to be changed')),
      ),
      ['plenary amendments L.34.docx', 'plenary amendments --format json L.34.pdf'],
    )
      .addOption(formats('table', 'json', 'ndjson', 'akn'))
      .addOption(width('table'))
      .option('--no-pager', 'do not print through a pager')
      .action(async (files: string[], options: AmendmentsOptions) => {
        const { amendmentsCommand } = await import('./cli/amendments.js')
        done(await amendmentsCommand(host, files, { ...options, ...root.opts() }))
      })
  },

  amend({ root, host, done }) {
    examples(
      withOutput(
        worded(common(root.command('amend').description('apply amending documents to a draft'))),
        '; .docx has the changes tracked, where the draft is a Word document',
      ),
      [
        'plenary amend L.7.docx L.34.docx -o amended.docx',
        'plenary amend --only 1,3 draft.md L.34.pdf',
        'plenary amend --write --sponsors Norland,Sudland draft.docx ours.docx -o amendments.docx',
      ],
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
        const { amendCommand } = await import('./cli/amend.js')
        done(await amendCommand(host, old, amendments, { ...options, ...root.opts() }))
      })
  },

  rebase({ root, host, done }) {
    examples(
      withOutput(
        worded(
          common(root.command('rebase').description('carry an amending document over to a revised draft')),
        ),
      ),
      [
        'plenary rebase L.34.docx --from L.7.docx --to L.7.Rev.1.docx',
        'plenary rebase L.34.docx --from L.7.docx --to L.7.Rev.1.docx -o L.34.Rev.1.docx',
      ],
    )
      .argument('<amendment>', 'the amending document, or - for standard input')
      .requiredOption('--from <old>', 'the draft that it amends')
      .requiredOption('--to <new>', 'the revision of that draft')
      .addOption(formats('table', 'json', 'md', 'docx', 'akn'))
      .addOption(width('table'))
      .option('--exit-code', 'exit with 1 if an instruction is lost or in conflict')
      .action(async (amendment: string, options: RebaseOptions) => {
        const { rebaseCommand } = await import('./cli/rebase.js')
        done(await rebaseCommand(host, amendment, { ...options, ...root.opts() }))
      })
  },

  brackets({ root, host, done }) {
    examples(
      worded(many(root.command('brackets').description('print the open points of negotiating texts'))),
      [
        'plenary brackets rolling.docx',
        'plenary brackets --since rolling-1.docx rolling-2.docx -o report.html',
      ],
    )
      .addOption(formats('table', 'json', 'ndjson', 'md', 'html', 'csv', 'docx'))
      .option('--since <file>', 'an earlier version of the text: say what became of its points')
      .addOption(width('table'))
      .option('--no-pager', 'do not print through a pager')
      .action(async (files: string[], options: BracketsOptions) => {
        const { bracketsCommand } = await import('./cli/brackets.js')
        done(await bracketsCommand(host, files, { ...options, ...root.opts() }))
      })
  },

  clean({ root, host, done }) {
    examples(
      withOutput(
        common(root.command('clean').description('make one text of a negotiating text and choices')),
      ),
      [
        'plenary clean --choose keep rolling.md',
        'plenary clean --choose party=EU --point p3=2 rolling.docx -o clean.docx',
      ],
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
        const { cleanCommand } = await import('./cli/clean.js')
        done(await cleanCommand(host, file, { ...options, ...root.opts() }))
      })
  },

  lint({ root, host, done }) {
    examples(worded(many(root.command('lint').description('say what breaks a drafting rule, and mend it'))), [
      'plenary lint draft.md',
      'plenary lint --fix drafts/*.docx',
    ])
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
      .option('--no-pager', 'do not print through a pager')
      .action(async (files: string[], options: LintCommandOptions) => {
        const { lintCommand } = await import('./cli/lint.js')
        done(await lintCommand(host, files, { ...options, ...root.opts() }))
      })
  },

  precedent({ root, host, done }) {
    examples(
      worded(many(root.command('precedent').description('say where each paragraph of a draft comes from'))),
      [
        'plenary precedent draft.docx --library un.library',
        'plenary precedent draft.docx --library adopted/ -o sources.docx',
        'plenary precedent --history A/RES/101/7#OP3 --library un.library',
      ],
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
      .option('--no-pager', 'do not print through a pager')
      .action(async (files: string[], options: PrecedentCommandOptions) => {
        const { precedentCommand } = await import('./cli/precedent.js')
        done(await precedentCommand(host, files, { ...options, ...root.opts() }))
      })
  },

  library({ root, host, done }) {
    const library = examples(
      root.command('library').description('build a library of earlier texts for precedent'),
      ['plenary library build adopted/ -o un.library', 'plenary library info un.library'],
    )
    examples(
      manyNames(common(library.command('build').description('build a library, or bring one up to date'))),
      [
        'plenary library build adopted/ -o un.library',
        'plenary library build --keep new/*.docx -o un.library',
      ],
    )
      .requiredOption('-o, --output <library>', 'the library, written whole or not at all')
      .option('--force', 'write even over a file that is no whole library')
      .option('--keep', 'keep documents of the library that are not named')
      .action(async (files: string[], options: BuildOptions) => {
        const { buildCommand } = await import('./cli/library.js')
        done(await buildCommand(host, files, { ...options, ...root.opts() }))
      })
    library
      .command('info')
      .description('say what a library holds')
      .argument('<library>', 'the library')
      .action(async (file: string) => {
        const { infoCommand } = await import('./cli/library.js')
        done(await infoCommand(host, file))
      })
    examples(
      withOutput(library.command('export').description('print the paragraphs of a library as NDJSON')),
      ['plenary library export un.library -o paragraphs.ndjson'],
    )
      .argument('<library>', 'the library')
      .action(async (file: string, options: CommonOptions) => {
        const { exportCommand } = await import('./cli/library.js')
        done(await exportCommand(host, file, { ...options, ...root.opts() }))
      })
  },

  convert({ root, host, done }) {
    examples(many(root.command('convert').description('write documents in another format')), [
      'plenary convert draft.docx -o draft.md',
      'plenary convert --to akn -o folder drafts/*.docx',
    ])
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
        const { convertCommand } = await import('./cli/convert.js')
        done(await convertCommand(host, files, { ...options, ...root.opts() }))
      })
  },

  page({ root, host, done }) {
    examples(
      root
        .command('page')
        .description('write a page that compares drafts in a browser: one file, which reaches no network'),
      ['plenary page -o plenary.html', 'plenary page --force -o //server/share/plenary.html'],
    )
      .requiredOption('-o, --output <file>', 'where to write it')
      .option('--force', 'write over a file that is there')
      .action(async (options: PageOptions) => {
        const { pageCommand } = await import('./cli/page.js')
        done(await pageCommand(host, options))
      })
  },

  completion({ root, host }) {
    examples(root.command('completion').description('print a script that completes commands and options'), [
      'plenary completion bash >> ~/.bash_completion',
      'plenary completion fish > ~/.config/fish/completions/plenary.fish',
    ])
      .argument('<shell>', 'bash, zsh or fish')
      .action(async (shell: string) => {
        const { completion } = await import('./cli/completion.js')
        host.stdout.write(completion(root, shell))
      })
  },

  manual({ root, host }) {
    examples(root.command('manual').description('print the manual, as man reads it'), [
      'plenary manual | man -l -',
      'plenary manual > ~/.local/share/man/man1/plenary.1',
    ]).action(async () => {
      const { manual } = await import('./cli/manual.js')
      host.stdout.write(manual(root))
    })
  },
}

function examples(command: Command, lines: readonly string[]): Command {
  return command.addHelpText('after', `\nExamples:\n${lines.map((line) => `  $ ${line}`).join('\n')}`)
}
