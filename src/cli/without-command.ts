/** Arguments without a command: `plenary a.docx` outlines, `plenary a.docx b.docx` compares. */
import { extname } from 'node:path'
import type { Command } from 'commander'
import { endingsOfDocuments } from './endings.js'
import { CommandFault } from './faults.js'
import { statOf } from './files.js'

/** The arguments with the command that they mean put before them. */
export function withCommand(argv: readonly string[], root: Command): string[] {
  const first = argv.find((argument) => argument === '-' || !argument.startsWith('-'))
  const known = ['help', ...root.commands.flatMap((command) => [command.name(), ...command.aliases()])]
  if (first === undefined || known.includes(first) || !isDocument(first)) return [...argv]
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
