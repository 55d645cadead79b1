/** The command line: arguments → a task → exit status. Stages are loaded only by the command that needs them. */
import { Command, CommanderError } from 'commander'
import { amending } from './cli/arguments/amending.js'
import { around } from './cli/arguments/around.js'
import { checking } from './cli/arguments/checking.js'
import type { Commands } from './cli/arguments/commands.js'
import { comparing } from './cli/arguments/comparing.js'
import { negotiating } from './cli/arguments/negotiating.js'
import { reading } from './cli/arguments/reading.js'
import { attempt } from './cli/attempt.js'
import { exit } from './cli/exit.js'
import { type Host, processHost } from './cli/host.js'
import { examples } from './cli/options.js'
import { withCommand } from './cli/without-command.js'
import { clean } from './reports/clean.js'
import { version } from './version.js'

/** Each command with its options, by its name, in the order in which help tells of them. */
const commands: Commands = {
  ...reading,
  ...comparing,
  ...negotiating,
  ...amending,
  ...checking,
  ...around,
}

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
