/** Shell completion, made of what commander knows of the commands. */
import type { Command, Option } from 'commander'
import { CommandFault } from './faults.js'

const shells: Record<string, (root: Command) => string> = { bash, zsh, fish }

/**
 * Write a script that completes commands, options and their values, and else the names of files.
 *
 * @throws CommandFault for a shell that there is no script for
 */
export function completion(root: Command, shell: string): string {
  const script = shells[shell]
  if (!script) throw new CommandFault('unknown-shell', { shell, shells: Object.keys(shells).join(', ') })
  return script(root)
}

/** The options of a command, and of the commands inside it. */
function flagsOf(command: Command, root: Command): Option[] {
  return [
    ...[command, ...command.commands].flatMap(({ options }) => options),
    ...root.options,
    command.createOption('-h, --help', 'display help'),
  ]
}

function words(options: readonly Option[]): string {
  return options.flatMap(({ short, long }) => [short, long].filter((flag) => flag !== undefined)).join(' ')
}

/** Commands inside a command are completed behind it. */
function inner({ commands }: Command): string[] {
  if (commands.length === 0) return []
  const names = commands.map((command) => command.name()).join(' ')
  return [`      [ "$COMP_CWORD" = 2 ] && COMPREPLY=($(compgen -W '${names}' -- "$word")) && return`]
}

function bash(root: Command): string {
  const commands = root.commands.map((command) => {
    const options = flagsOf(command, root)
    const valued = options
      .filter(({ argChoices }) => argChoices)
      .map(
        ({ long, argChoices }) =>
          `      ${long}) COMPREPLY=($(compgen -W '${argChoices?.join(' ')}' -- "$word")); return;;`,
      )
    return [
      `    ${command.name()})`,
      '      case "$before" in',
      ...valued,
      '      esac',
      ...inner(command),
      `      options='${words(options)}';;`,
    ].join('\n')
  })
  const names = root.commands.map((command) => command.name()).join(' ')
  return `# plenary completion bash
_plenary() {
  local word="\${COMP_WORDS[COMP_CWORD]}" before="\${COMP_WORDS[COMP_CWORD-1]}" options=''
  if [ "$COMP_CWORD" = 1 ]; then
    COMPREPLY=($(compgen -W '${names} help' -- "$word") $(compgen -f -- "$word"))
    return
  fi
  case "\${COMP_WORDS[1]}" in
${commands.join('\n')}
  esac
  case "$word" in
    -*) COMPREPLY=($(compgen -W "$options" -- "$word"));;
    *) COMPREPLY=($(compgen -f -- "$word"));;
  esac
}
complete -o filenames -F _plenary plenary
`
}

/** zsh runs the script of bash. */
function zsh(root: Command): string {
  return `#compdef plenary\nautoload -U +X compinit && compinit\nautoload -U +X bashcompinit && bashcompinit\n${bash(root)}`
}

function fish(root: Command): string {
  const quoted = (text: string) => `'${text.replace(/['\\]/gu, '\\$&')}'`
  const names = root.commands.map((command) => command.name()).join(' ')
  const lines = root.commands.flatMap((command) => [
    `complete -c plenary -n "not __fish_seen_subcommand_from ${names}" -a ${command.name()} -d ${quoted(command.description())}`,
    ...command.commands.map(
      (one) =>
        `complete -c plenary -n "__fish_seen_subcommand_from ${command.name()}" -a ${one.name()} -d ${quoted(one.description())}`,
    ),
    ...flagsOf(command, root).map(({ short, long, description, argChoices }) =>
      [
        `complete -c plenary -n "__fish_seen_subcommand_from ${command.name()}"`,
        short ? `-s ${short.slice(1)}` : '',
        long ? `-l ${long.slice(2)}` : '',
        argChoices ? `-x -a ${quoted(argChoices.join(' '))}` : '',
        `-d ${quoted(description.split('\n')[0] ?? '')}`,
      ]
        .filter((part) => part !== '')
        .join(' '),
    ),
  ])
  return `# plenary completion fish\n${lines.join('\n')}\n`
}
