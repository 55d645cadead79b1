/** What drafting rules said, for people and for the tools that people use. */
import { sayIn } from '../language/interface.js'
import type { LintMessage, LintResult } from '../model/lint.js'
import type { Say } from '../model/words.js'
import { clean, cleanName } from './clean.js'
import { columns, paint } from './terminal.js'

export interface LintFile extends LintResult {
  file: string
}

export interface LintReportOptions {
  /** ANSI colours, in text. Default false. */
  color?: boolean
  /** Language of the report's own words: ar, en, es, fr, ru or zh. What a rule says is in English. Default en. */
  ui?: string | undefined
}

/** The object that `lint --format json` prints, one a file. */
export function lintDocument({ file, profile, messages, summary }: LintFile) {
  return { format: 'plenary-lint' as const, version: 1 as const, file, profile, messages, summary }
}

/**
 * Write the messages of one document, a line each under its name, as
 * `vfile-reporter` does, and how many there are.
 */
export function lintText(file: LintFile, { color = false, ui }: LintReportOptions = {}): string {
  const say = sayIn(ui)
  const heading = paint(cleanName(file.file), 'bold', color)
  if (file.messages.length === 0) return `${say('no_issues', { file: heading })}\n`
  const rows = file.messages.map((one) => [placeOf(one), one.at, one.severity, shown(one, say), one.rule])
  const widths = [0, 1, 2].map((at) =>
    Math.max(...rows.map((row) => columns(at === 2 ? say(`severity_${row[2]}`) : (row[at] ?? '')))),
  )
  const style = { error: 'weak', warning: 'plain', info: 'dim' } as const
  const lines = rows.map(([place = '', at = '', severity = '', words = '', rule = '']) => {
    const cells = [place, at, say(`severity_${severity}`)].map(
      (cell, index) => cell + ' '.repeat((widths[index] ?? 0) - columns(cell)),
    )
    const tone = paint(cells[2] ?? '', style[severity as keyof typeof style], color)
    return `  ${cells[0]}  ${cells[1]}  ${tone}  ${words}  ${paint(rule, 'dim', color)}`
  })
  return `${[heading, ...lines, `  ${severityCounts(file.summary, say)}`].join('\n')}\n`
}

/** "2 errors, 1 warnings, 0 infos". */
export function severityCounts({ error, warning, info }: LintResult['summary'], say: Say): string {
  return say('severity_counts', { errors: error, warnings: warning, infos: info })
}

function placeOf({ line, column }: LintMessage): string {
  return line === null ? '' : `${line}:${column ?? 1}`
}

function shown({ message, text: words, fix }: LintMessage, say = sayIn()): string {
  const mended = fix === undefined ? '' : ` → ${fix.text === '' ? say('to_cut') : fix.text}`
  return clean(`${message} ${words}${mended}`).replace(/\s+/gu, ' ')
}

const levels = { error: 'error', warning: 'warning', info: 'note' } as const

/**
 * Give the messages of one document as results of SARIF 2.1.0, which code hosts show beside the text.
 *
 * @see https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
 */
export function sarifResults({ file, messages }: LintFile) {
  return messages.map((one) => ({
    ruleId: one.rule,
    level: levels[one.severity],
    message: { text: shown(one) },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: encodeURI(file) },
          ...(one.line === null ? {} : { region: { startLine: one.line, startColumn: one.column ?? 1 } }),
        },
        logicalLocations: [{ name: one.at }],
      },
    ],
  }))
}

/** What is around the results of all documents in a log of SARIF. */
export const sarifFrame = {
  open: `{
"$schema": "https://json.schemastore.org/sarif-2.1.0.json",
"version": "2.1.0",
"runs": [{"tool": {"driver": {"name": "plenary"}}, "results": [
`,
  between: ',\n',
  close: '\n]}]}\n',
  empty: `{
"$schema": "https://json.schemastore.org/sarif-2.1.0.json",
"version": "2.1.0",
"runs": [{"tool": {"driver": {"name": "plenary"}}, "results": []}]}
`,
}

const commands = { error: 'error', warning: 'warning', info: 'notice' } as const

/** Write the messages of one document as annotations of GitHub's workflows, escaped so that no text commands the runner. */
export function workflowCommands({ file, messages }: LintFile): string {
  const data = (value: string) => value.replace(/%/gu, '%25').replace(/\r/gu, '%0D').replace(/\n/gu, '%0A')
  const property = (value: string) => data(value).replace(/:/gu, '%3A').replace(/,/gu, '%2C')
  return messages
    .map((one) => {
      const place = one.line === null ? '' : `,line=${one.line},col=${one.column ?? 1}`
      const title = property(one.rule)
      return `::${commands[one.severity]} file=${property(file)}${place},title=${title}::${data(shown(one))}\n`
    })
    .join('')
}
