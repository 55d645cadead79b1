/** The command line: arguments → stages → exit code. Stages are loaded only by the command that needs them. */
import { readFileSync } from 'node:fs'
import { Command, CommanderError, InvalidArgumentError, Option } from 'commander'
import { catchClosedPipe, exit } from './cli/exit.js'

interface Common {
  inputFormat?: string
  language?: string
  revisions?: string
  maxSize?: number
}

/** Run the command with its arguments and set the exit code. */
export async function main(argv: string[]): Promise<void> {
  catchClosedPipe()
  try {
    await program().parseAsync(argv, { from: 'user' })
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error
    // commander has printed its message; help and version are no errors.
    process.exitCode = error.exitCode === 0 ? exit.done : exit.usage
  }
}

function program(): Command {
  const root = new Command('plenary')
    .description('Read United Nations resolutions into a typed tree, and compare their drafts.')
    .version(version(), '-V, --version')
    .option('-q, --quiet', 'print no messages about the documents')
    .option('--color', 'print colours, also where no terminal reads them')
    .option('--no-color', 'print no colours (NO_COLOR is honoured too)')
    .exitOverride()
    .configureHelp({ showGlobalOptions: true })
    .showHelpAfterError('(plenary help COMMAND lists its options)')

  many(root.command('parse').description('print the tree of each document as JSON')).action(
    async (files: string[], options: Common) => {
      const { parseCommand } = await import('./cli/parse.js')
      await parseCommand(files, { ...options, ...root.opts() })
    },
  )
  many(root.command('outline').description('print the paragraphs of each document as a table'))
    .addOption(choice('--format <format>', 'how to print', ['table', 'json', 'ndjson', 'csv', 'md'], 'table'))
    .option('--width <columns>', 'width of the table', columns)
    .action(async (files: string[], options: Common & { format: string }) => {
      const { outlineCommand } = await import('./cli/outline.js')
      await outlineCommand(files, { ...options, ...root.opts() })
    })
  common(root.command('diff').description('say what changed between two versions of a text'))
    .argument('<old>', 'the older document, or - for standard input')
    .argument('[new]', 'the newer document; without it, the old one is compared with its own tracked changes')
    .addOption(
      choice('--format <format>', 'how to print; by default as the name of the output says, else text', [
        'text',
        'json',
        'html',
        'md',
        'csv',
        'docx',
        'akn',
      ]),
    )
    .option('--width <columns>', 'width of the text', columns)
    .option(
      '-o, --output <file>',
      'write to a file; a name ending in .docx asks for tracked changes in Word, in .xml for Akoma Ntoso',
    )
    .option('--author <name>', 'who makes the tracked changes (default: plenary)')
    .option('--date <date>', 'when the tracked changes are made, as 2031-10-06 (default: now)', date)
    .addOption(
      choice('--moves <how>', 'mark what moved as moved, or as cut and added', ['moves', 'delins'], 'moves'),
    )
    .option('--annotate', 'comment in Word on the verbs that changed')
    .option('--stat', 'print a line for each change, on one screen')
    .option('--only <what>', 'print only such changes: verbs,operative,deleted,…', selection)
    .option('--context <paragraphs>', 'unchanged paragraphs to print around a change', paragraphs, 0)
    .option(
      '--scale <file-or-name>',
      'which of two verbs is stronger: a published scale, or a file of your own',
    )
    .option('--no-pager', 'do not print through a pager')
    .option('--exit-code', 'exit with 1 if there are changes')
    .option('--fail-on <kinds>', 'exit with 1 if there is such a change: weaker,stronger,deleted,…', kinds)
    .action(async (before: string, after: string | undefined, options: Common & { format: string }) => {
      const { diffCommand } = await import('./cli/diff.js')
      await diffCommand(before, after, { ...options, ...root.opts() })
    })
  reading(root.command('concord').description('say where language versions of one text do not correspond'))
    .argument('<files...>', 'documents, the reference first; - for standard input')
    .addOption(
      choice('--format <format>', 'how to print; by default as the name of the output says, else text', [
        'text',
        'json',
        'html',
      ]),
    )
    .option(
      '--languages <codes>',
      'languages of the documents, in order: en,fr,…; by default their text tells',
      codes,
    )
    .option('--width <columns>', 'width of the text', columns)
    .option('-o, --output <file>', 'write to a file')
    .option('--exit-code', 'exit with 1 if something does not correspond')
    .action(async (files: string[], options: Omit<Common, 'language'> & { languages?: string[] }) => {
      const { concordCommand } = await import('./cli/concord.js')
      await concordCommand(files, { ...options, ...root.opts() })
    })
  common(root.command('history').description('say what became of each paragraph through a chain of versions'))
    .argument('<files...>', 'versions of one text, the oldest first; - for standard input')
    .addOption(
      choice('--format <format>', 'how to print; by default as the name of the output says, else text', [
        'text',
        'json',
        'html',
        'md',
        'csv',
      ]),
    )
    .addOption(choice('--sort <by>', 'put the versions in order, instead of as given', ['date', 'symbol']))
    .option(
      '--paragraph <label>',
      'print the life of one paragraph: OP7 in the last version, 2:OP7 in the second',
    )
    .option('--width <columns>', 'width of the text', columns)
    .option('-o, --output <file>', 'write to a file')
    .action(async (files: string[], options: Common) => {
      const { historyCommand } = await import('./cli/history.js')
      await historyCommand(files, { ...options, ...root.opts() })
    })
  common(root.command('merge').description("put several parties' versions of one draft into one text"))
    .argument('<base>', 'the draft that all versions were made of')
    .argument('<versions...>', 'the version of each party')
    .addOption(
      choice('--format <format>', 'how to print; by default as the name of the output says, else text', [
        'text',
        'json',
        'md',
        'docx',
      ]),
    )
    .option(
      '--as <names>',
      'names of the parties, in order: EU,G77,…; by default the names of the files',
      names,
    )
    .option('--paragraphs', 'two edits of one paragraph are a conflict wherever they are in it')
    .option('--width <columns>', 'width of the text', columns)
    .option('-o, --output <file>', 'write to a file; .md and .docx hold the merged text')
    .option('--exit-code', 'exit with 1 if something is in conflict')
    .action(async (base: string, versions: string[], options: Common) => {
      const { mergeCommand } = await import('./cli/merge.js')
      await mergeCommand(base, versions, { ...options, ...root.opts() })
    })
  many(root.command('convert').description('write documents in another format'))
    .addOption(
      choice('--to <format>', 'format to write; by default as the name of the output says', [
        'json',
        'md',
        'text',
        'akn',
        'docx',
      ]),
    )
    .option('--width <columns>', 'width of plain text', columns)
    .option('--date <date>', 'when a Word document was made; the same date makes the same bytes', date)
    .action(async (files: string[], options: Common & { to?: string }) => {
      const { convertCommand } = await import('./cli/convert.js')
      await convertCommand(files, { ...options, ...root.opts() })
    })
  return root
}

/** A command that takes many documents. */
function many(command: Command): Command {
  return common(command)
    .argument('[files...]', 'documents, or - for standard input')
    .option('-o, --output <file>', 'write to a file; several converted documents into a folder')
    .option('--files-from <list>', 'read the names of the documents from a file, or - for standard input')
    .option(
      '-j, --jobs <threads>',
      'threads to work on many documents (default: as many as run at once)',
      jobs,
    )
}

function common(command: Command): Command {
  return reading(command).option(
    '--language <code>',
    'language of the documents; by default their text tells',
  )
}

/** What all that read documents are told of them. */
function reading(command: Command): Command {
  return command
    .exitOverride()
    .addOption(
      choice('--input-format <format>', 'what the input is, where its content does not tell', [
        'docx',
        'pdf',
        'markdown',
        'text',
        'html',
        'akn',
      ]),
    )
    .addOption(
      choice('--revisions <side>', 'which side of tracked changes to read, and to revise', [
        'final',
        'original',
      ]),
    )
    .option(
      '--max-size <megabytes>',
      'largest document to read (default: 8 of text, 64 of Word or PDF)',
      megabytes,
    )
}

function choice(flags: string, description: string, values: string[], preset?: string): Option {
  const option = new Option(flags, description).choices(values)
  return preset === undefined ? option : option.default(preset)
}

function columns(value: string): number {
  if (!/^\d{1,4}$/u.test(value)) throw new InvalidArgumentError('It takes a number of columns.')
  return Number(value)
}

function date(value: string): string {
  if (!/^\d{4}-\d\d-\d\d/u.test(value) || Number.isNaN(Date.parse(value)))
    throw new InvalidArgumentError('It takes a date, as 2031-10-06 or 2031-10-06T09:00:00Z.')
  return value
}

function paragraphs(value: string): number {
  if (!/^\d{1,6}$/u.test(value)) throw new InvalidArgumentError('It takes a number of paragraphs.')
  return Number(value)
}

function jobs(value: string): number {
  if (!/^[1-9]\d{0,2}$/u.test(value)) throw new InvalidArgumentError('It takes a number of threads.')
  return Number(value)
}

function megabytes(value: string): number {
  const number = Number(value)
  if (!(number > 0)) throw new InvalidArgumentError('It takes a number of megabytes.')
  return number
}

function names(value: string): string[] {
  return value.split(',').map((name) => name.trim())
}

function codes(value: string): string[] {
  return value.split(',').map((code) => code.trim())
}

/** What `--fail-on` may name. */
const failures = [
  'weaker',
  'stronger',
  'lateral',
  'stance',
  'contested',
  'added',
  'dropped',
  'enumerator',
  'modified',
  'inserted',
  'deleted',
  'split',
  'merged',
  'moved',
  'renumbered',
]

function kinds(value: string): string[] {
  return listed(value, failures, 'kind of change')
}

/** What `--only` may name; `selections` of the renderer, which is not loaded for `--help`. */
const selections = [
  'preambular',
  'operative',
  'annex',
  'heading',
  'table',
  'modified',
  'inserted',
  'deleted',
  'split',
  'merged',
  'unchanged',
  'verbs',
  'facts',
  'moved',
  'renumbered',
]

function selection(value: string): string[] {
  return listed(value, selections, 'part of a comparison')
}

function listed(value: string, known: readonly string[], what: string): string[] {
  const names = value.split(',').map((name) => name.trim())
  const unknown = names.find((name) => !known.includes(name))
  if (unknown !== undefined)
    throw new InvalidArgumentError(`${unknown} is no ${what}; there are ${known.join(', ')}.`)
  return names
}

function version(): string {
  const file = new URL('../package.json', import.meta.url)
  return (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version
}
