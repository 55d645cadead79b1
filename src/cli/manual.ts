/** The manual page, made of what commander knows of the commands. */
import type { Command } from 'commander'

/** Write the manual as roff, with a section for each command. */
export function manual(root: Command): string {
  const help = root.createHelp()
  const options = (command: Command) =>
    help
      .visibleOptions(command)
      .map(
        (option) =>
          `.TP\n\\fB${escaped(help.optionTerm(option))}\\fR\n${escaped(help.optionDescription(option))}`,
      )
  const all = root.commands.flatMap((command) => (command.commands.length > 0 ? command.commands : [command]))
  const commands = all.flatMap((command) => [
    `.SS ${escaped(`${nameOf(command)} ${command.usage()}`)}`,
    escaped(sentence(command.description())),
    ...help
      .visibleArguments(command)
      .map((argument) => `.TP\n\\fI${escaped(argument.name())}\\fR\n${escaped(argument.description)}`),
    ...options(command),
  ])
  const statuses: [string, string][] = [
    ['0', 'Done.'],
    ['1', 'Only where it is asked for (--exit-code, --fail-on): there is such a change.'],
    ['2', 'Wrong usage, or a document that cannot be read or written.'],
    ['70', 'A fault of plenary itself.'],
    ['130', 'Interrupted by Ctrl-C; what was done is written.'],
  ]
  return `${[
    `.TH PLENARY 1 "" "plenary ${root.version() ?? ''}" "User Commands"`,
    '.SH NAME',
    'plenary \\- read United Nations resolutions and compare their drafts',
    '.SH SYNOPSIS',
    ...all.map((command) => `.B ${nameOf(command)}\n${escaped(command.usage())}\n.br`),
    '.SH DESCRIPTION',
    escaped(root.description()),
    '.SH OPTIONS',
    ...options(root),
    '.SH COMMANDS',
    ...commands,
    '.SH EXIT STATUS',
    ...statuses.map(([status, meaning]) => `.TP\n.B ${status}\n${escaped(meaning)}`),
  ].join('\n')}\n`
}

/** `plenary library build`: a command inside another is called by both names. */
function nameOf(command: Command): string {
  return command.parent ? `${nameOf(command.parent)} ${command.name()}` : command.name()
}

function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`
}

/** A hyphen is typed as one, and no line is taken for a request. */
function escaped(text: string): string {
  return text
    .replace(/\\/gu, '\\e')
    .replace(/-/gu, '\\-')
    .replace(/\n(?=[.'])/gu, '\n\\&')
}
