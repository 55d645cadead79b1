/** Language versions of one text → where they do not correspond. */
import { basename } from 'node:path'
import { match } from 'ts-pattern'
import { concord } from '../../concord/index.js'
import type { Concordance } from '../../model/concordance.js'
import { message } from '../../model/message.js'
import type { Root } from '../../model/tree/types.js'
import { cleanJson } from '../../reports/clean.js'
import { nameOf } from '../files.js'
import type { Desk, Input, Reading, Result } from './desk.js'
import { load, messageLine } from './load.js'

export interface ConcordJob extends Reading {
  format: 'text' | 'json' | 'html'
  width: number
  color: boolean
  ui?: string | undefined
  exitCode?: boolean | undefined
  /** One for each document, or none. */
  languages?: string[] | undefined
}

/** Set the versions side by side, and write the concordance in the format asked for. */
export async function concordJob(inputs: Input[], options: ConcordJob, desk: Desk): Promise<Result> {
  const trees: Root[] = []
  for (const [index, input] of inputs.entries()) {
    const language = options.languages?.[index] ?? options.language
    trees.push((await load(input, { ...options, language }, desk)).tree)
  }
  const result = desk.stage({ name: 'the comparison', documents: inputs.length }, () => concord(trees))
  const files = inputs.map(({ file }) => nameOf(file))
  warnOfOthers(result, files, desk)
  const writing = await writingOf(result, files, options)
  return {
    output: desk.stage({ name: 'writing the comparison', documents: inputs.length }, writing),
    found: options.exitCode === true && result.summary.discrepancies > 0,
  }
}

/** Texts with other symbols are hardly versions of one. */
function warnOfOthers({ front, texts }: Concordance, files: readonly string[], desk: Desk): void {
  const symbols = front.find(({ field }) => field === 'symbol')
  for (const text of symbols?.texts ?? []) {
    const values = { found: texts[text]?.symbol ?? '', expected: texts[0]?.symbol ?? '' }
    desk.tell(messageLine(files[text] ?? '', message('other-symbol', values)))
  }
}

/** Each loads what it needs: most runs write one format. */
function writingOf(result: Concordance, files: string[], options: ConcordJob): Promise<() => string> {
  const { width, color, ui } = options
  return match(options.format)
    .with('text', async () => {
      const { concordToText } = await import('../../reports/concordance/to-text.js')
      return () => concordToText(result, { width, color, files, ui })
    })
    .with('json', async () => {
      const { concordToJson } = await import('../../reports/concordance/to-json.js')
      return () => `${cleanJson(concordToJson(result, files))}\n`
    })
    .with('html', async () => {
      const { concordToHtml } = await import('../../reports/concordance/to-html.js')
      // A report is sent to others, whom the folders do not concern.
      return () => concordToHtml(result, { files: files.map((file) => basename(file)), ui })
    })
    .exhaustive()
}
