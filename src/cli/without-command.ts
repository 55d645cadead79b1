/** Arguments without a command: `plenary a.docx` outlines, `plenary a.docx b.docx` compares. */
import { extname } from 'node:path'
import type { Command } from 'commander'
import { endingsOfDocuments } from './endings.js'
import { CommandFault } from './faults.js'
import { statOf } from './files.js'

/**
 * The arguments with the command that they mean put before them.
 *
 * What follows an option whose value may be absent (`--strict draft.md`) is its value only if it is one of them.
 */
export function withCommand(given: readonly string[], root: Command): string[] {
  const optional = new Map(
    root.commands.flatMap(({ options }) =>
      options.flatMap((one) => (one.optional && one.argChoices ? [[one.long, one]] : [])),
    ),
  )
  const argv = given.map((argument, at) => {
    const option = optional.get(argument)
    return !option || option.argChoices?.includes(given[at + 1] ?? '')
      ? argument
      : `${argument}=${option.presetArg}`
  })
  const first = argv.find((argument) => argument === '-' || !argument.startsWith('-'))
  const known = ['help', ...root.commands.flatMap((command) => [command.name(), ...command.aliases()])]
  if (first === undefined || known.includes(first) || !isDocument(first)) return argv
  const documents = argv.filter(isDocument)
  const folders = documents.some((file) => statOf(file)?.isDirectory())
  if (documents.length === 1 || folders) return ['outline', ...argv]
  if (documents.length === 2) return ['diff', ...argv]
  throw new CommandFault('not-a-command', { count: documents.length })
}

/** It is there, or is named as a document is: then that it is not there is the fault. */
function isDocument(argument: string, index = 0, argv: readonly string[] = [argument]): boolean {
  if (argument === '-') return true
  const before = argv[index - 1]
  // What an option is given, as `-o report.docx`.
  if (argument.startsWith('-') || before === '-o' || before === '--output' || before === '--scale')
    return false
  return (
    statOf(argument) !== undefined || endingsOfDocuments.includes(extname(argument).slice(1).toLowerCase())
  )
}
