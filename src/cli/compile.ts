/** Several parties' versions of one draft → a compilation: who proposes which words, and none taken. */
import { extname } from 'node:path'
import { CommandFault } from './faults.js'
import type { Host } from './host.js'
import { type MergeOptions, mergeCommand } from './merge.js'

export interface CompileOptions extends MergeOptions {
  /** In brackets with the names behind them, or as changes tracked in Word under each party's name. */
  style?: 'brackets' | 'tracked'
}

/** Write the compilation, as Markdown where nothing says otherwise; tracked changes are in Word alone. */
export function compileCommand(
  host: Host,
  base: string,
  proposals: string[],
  { style = 'brackets', ...options }: CompileOptions,
): Promise<number> {
  const isTracked = style === 'tracked'
  const { output } = options
  if (isTracked && output !== undefined && extname(output).toLowerCase() !== '.docx')
    throw new CommandFault('no-effect', { option: '--style tracked', where: 'on Word documents (-o x.docx)' })
  const preset = output === undefined ? { format: isTracked ? 'docx' : 'md' } : {}
  return mergeCommand(host, base, proposals, { ...options, ...preset, brackets: !isTracked })
}
