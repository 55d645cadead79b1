/** A document → what breaks a drafting rule, or the document with that mended. */
import { writeMarkdown } from '../../formats/markdown/to-markdown.js'
import { fixSource, type LintOptions, lint } from '../../lint/index.js'
import type { LintResult, LintSeverity } from '../../model/lint.js'
import { PlenaryError } from '../../model/message.js'
import { fromMarkdown, fromText, type Parsed } from '../../pipeline.js'
import { citedIn } from '../../precedent/index.js'
import { cleanJson } from '../../reports/clean.js'
import { lintDocument, lintText, sarifResults, workflowCommands } from '../../reports/lint.js'
import { lintHtml } from '../../reports/lint-html.js'
import { nameOf } from '../files.js'
import type { Desk, Input, Reading, Result } from './desk.js'
import { inputBytes, load } from './load.js'
import { type LibraryAt, openedLibrary } from './precedent.js'

export interface LintJob extends Reading {
  format: 'text' | 'json' | 'ndjson' | 'sarif' | 'github' | 'html'
  color: boolean
  ui?: string | undefined
  profile: string
  /** What citations are checked against. */
  library?: LibraryAt | undefined
  rule: Record<string, LintSeverity | 'off'>
  /** Give the mended document, or show how it differs, in place of a report. */
  fix?: 'write' | 'show' | undefined
}

/** Lint one document. */
export async function lintJob([input]: Input[], options: LintJob, desk: Desk): Promise<Result> {
  if (!input) throw new Error('Lint takes a document')
  const parsed = await load(input, options, desk, { silent: true })
  const isText = parsed.format === 'markdown' || parsed.format === 'text'
  const settings = settingsOf(options)
  if (options.fix) return mended(input, parsed, options, desk)
  const source = isText ? { source: new TextDecoder().decode(await inputBytes(input)) } : {}
  const found = desk.stage({ name: 'linting it', documents: 1 }, () =>
    lint(parsed.tree, { ...settings, ...source }),
  )
  return { output: report(found, nameOf(input.file), options), found: found.summary.error > 0 }
}

/** Who tracks the changes that mend a Word document, and comments on them. */
const author = 'plenary lint'

function settingsOf({ profile, rule: severities, library }: LintJob): LintOptions {
  return { profile, severities, ...(library ? { cited: citedIn(openedLibrary(library)) } : {}) }
}

function report(found: LintResult, name: string, { format, color, ui }: LintJob): string {
  const file = { file: name, ...found }
  switch (format) {
    case 'text':
      return lintText(file, { color, ui })
    case 'json':
      return cleanJson(JSON.stringify(lintDocument(file), null, 2)).replace(/^/gmu, '  ')
    case 'ndjson':
      return `${cleanJson(JSON.stringify(lintDocument(file)))}\n`
    case 'sarif':
      return sarifResults(file)
        .map((result) => cleanJson(JSON.stringify(result, null, 2)))
        .join(',\n')
    case 'html':
      return lintHtml(file, ui)
    case 'github':
      return workflowCommands(file)
  }
}

/** Text is mended in its source; Word as Markdown, and what that changes is tracked in the document. */
async function mended(input: Input, { tree, format }: Parsed, options: LintJob, desk: Desk): Promise<Result> {
  const bytes = await inputBytes(input)
  const isText = format === 'markdown' || format === 'text'
  if (!isText && format !== 'docx') throw new PlenaryError('cannot-fix', { file: nameOf(input.file) })
  const source = isText ? new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes) : writeMarkdown(tree)
  const language = tree.language === null ? {} : { language: tree.language }
  const read = (text: string) => (format === 'text' ? fromText(text, language) : fromMarkdown(text, language))
  const lintSource = (text: string) => lint(read(text), { ...settingsOf(options), source: text })
  const fixed = desk.stage({ name: 'mending it', documents: 1 }, () =>
    fixSource(source, (text) => lintSource(text).messages),
  )
  const left = lintSource(fixed.source)
  const found = left.summary.error > 0
  if (options.fix === 'show') {
    const { diff } = await import('../../diff/index.js')
    const { diffToText } = await import('../../reports/diff/to-text.js')
    return { output: diffToText(diff(tree, read(fixed.source)), { color: options.color }), found }
  }
  for (const message of left.messages)
    desk.tell({
      text: lintText({ file: nameOf(input.file), ...left, messages: [message] }, { color: false }).trimEnd(),
      severity: message.severity === 'info' ? 'info' : 'warning',
    })
  if (fixed.source === source) return { output: bytes, found }
  if (isText) return { output: fixed.source, found }
  const { redline } = await import('../../redline.js')
  const { commentMended } = await import('../../commented.js')
  const tracked = await redline(bytes, read(fixed.source), { author })
  const name = nameOf(input.file)
  return { output: commentMended(tracked, fixed.mended, { author, name }, tree.language), found }
}
