import { match } from 'ts-pattern'
import type { LintSeverity } from '../model/lint.js'
import { sarifFrame } from '../reports/lint.js'
import { lintHtmlFrame } from '../reports/lint-html.js'
import { lintSettings } from './config.js'
import { CommandFault } from './faults.js'
import { chooseFormat, refuseWords } from './formats.js'
import { type Host, useColor, warn } from './host.js'
import { type Frame, type Output, oneOutput } from './output.js'
import { libraryAt } from './precedent.js'
import { type ManyOptions, runMany } from './run.js'
import { WholeFile } from './whole.js'
import type { LintJob } from './work/lint.js'

const formats = ['text', 'json', 'ndjson', 'sarif', 'github', 'html'] as const

export interface LintCommandOptions extends ManyOptions {
  format?: string
  /** By default the settings', else GA. */
  profile?: string
  /** A file of settings; false for none. */
  config?: string | boolean
  rule?: Record<string, LintSeverity | 'off'>
  /** A library, or a folder of texts, that citations are checked against. */
  library?: string
  fix?: boolean
  fixDryRun?: boolean
  ui?: string
  pager: boolean
}

/** Say what breaks a drafting rule in each document, or mend it. */
export async function lintCommand(host: Host, files: string[], options: LintCommandOptions): Promise<number> {
  const { output, fix, fixDryRun, config } = options
  if (fix && fixDryRun)
    throw new CommandFault('no-effect', { option: '--fix', where: 'without --fix-dry-run' })
  if (fix && output !== undefined)
    throw new CommandFault('no-effect', { option: '--output', where: 'without --fix' })
  const format = chooseFormat({ formats, asked: options.format, output, option: '--format', preset: 'text' })
  refuseWords(format, ['text', 'html'], options.ui)
  const color = format === 'text' && useColor(host, options.color, output)
  const settings = config === false ? {} : await lintSettings(typeof config === 'string' ? config : undefined)
  const { library: named, ...rest } = options
  const library = named === undefined ? undefined : await libraryAt(host, { ...rest, library: named })
  const job: LintJob = {
    ...rest,
    library: library?.at,
    format,
    color,
    profile: options.profile ?? settings.profile ?? 'GA',
    rule: { ...settings.rules, ...options.rule },
    fix: fix ? 'write' : fixDryRun ? 'show' : undefined,
  }
  const frame = fixDryRun ? {} : frameOf(format, options.ui)
  const done = await runMany(
    host,
    files,
    options,
    (file) => ({ job: 'lint', inputs: [{ file }], options: job }),
    (inputs) => {
      if (fix) return new InPlace(host)
      return oneOutput(host, output, inputs, { frame, paged: format === 'text' && options.pager, color })
    },
  )
  return Math.max(done, library?.status ?? 0)
}

function frameOf(format: (typeof formats)[number], ui: string | undefined): Frame {
  return match(format)
    .with('json', () => ({ open: '[\n', between: ',\n', close: '\n]\n', empty: '[]\n' }))
    .with('sarif', () => sarifFrame)
    .with('html', () => lintHtmlFrame(ui))
    .with('text', 'ndjson', 'github', () => ({}))
    .exhaustive()
}

/** Each mended document in the place of the one that was read, whole or not at all. */
class InPlace implements Output {
  readonly #host: Host

  constructor(host: Host) {
    this.#host = host
  }

  async write(file: string, piece: string | Uint8Array): Promise<boolean> {
    if (file === '-') {
      this.#host.stdout.write(piece)
      return true
    }
    const whole = new WholeFile(file)
    try {
      await whole.write(piece)
      await whole.end()
      return true
    } catch (error) {
      if (!(error instanceof CommandFault)) throw error
      warn(this.#host, `plenary: ${error.message}`)
      return false
    }
  }

  async end(): Promise<void> {}
  async discard(): Promise<void> {}
}
