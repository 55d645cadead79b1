/** A draft and amending documents → the draft with their instructions applied. */
import { match } from 'ts-pattern'
import { applyAmendments, furthestFirst, staleIn } from '../../amend/index.js'
import { sayIn } from '../../language/interface.js'
import type { Amended, Amendment, Instruction, StaleWords } from '../../model/amendment.js'
import type { Root } from '../../model/tree/types.js'
import type { Parsed } from '../../pipeline.js'
import { amendedDocument } from '../../reports/amendment/to-json.js'
import { conflictToText, outcomeToText, staleToText } from '../../reports/amendment/to-text.js'
import { cleanJson, cleanName } from '../../reports/clean.js'
import { reread } from '../../reread.js'
import { nameOf } from '../files.js'
import type { Desk, Input, Reading, Result } from './desk.js'
import { inputBytes, load, loadAmendment } from './load.js'
import { type TreeFormat, treeWriter } from './write-tree.js'

export interface AmendJob extends Reading {
  /** `html` and `table` show what each instruction does; the others are the amended draft. */
  format: TreeFormat | 'json' | 'html' | 'table'
  width: number
  /** Language of the report's own words. */
  ui?: string | undefined
  color: boolean
  /** Numbers of the instructions to apply; all if absent. */
  only?: string[] | undefined
  /** Say in which order the documents are to be voted on, as an advice. */
  furthestFirst?: boolean | undefined
  /** Whether an instruction that is not applied is a finding for the exit status; it is left out in both cases. */
  onConflict?: 'fail' | 'skip' | undefined
}

/** Apply the amending documents, in the order given, and write the result in the format asked for. */
export async function amendJob(inputs: Input[], options: AmendJob, desk: Desk): Promise<Result> {
  const [draft, ...others] = inputs
  if (!draft) throw new Error('There is a draft to amend')
  const parsed = await load(draft, options, desk)
  const amendments: Amendment[] = []
  for (const input of others) amendments.push((await loadAmendment(input, options, desk)).amendment)
  const chosen = amendments.map(({ instructions, ...rest }) => ({
    ...rest,
    instructions: instructions.filter(({ n }) => !options.only || (n !== null && options.only.includes(n))),
  }))
  const amended = desk.stage({ name: 'amending it', documents: inputs.length }, () =>
    applyAmendments(parsed.tree, chosen),
  )
  const files = chosen.flatMap(({ instructions }, at) => instructions.map(() => others[at]?.file ?? ''))
  amended.outcomes.forEach((outcome, at) => {
    if (outcome.status === 'applied' && outcome.warnings.length === 0) return
    const text = `${cleanName(nameOf(files[at] ?? ''))}: ${outcomeToText(outcome)}`
    desk.tell({
      text,
      severity: outcome.status === 'applied' || outcome.status === 'already' ? 'info' : 'warning',
    })
  })
  for (const conflict of amended.conflicts) {
    const names = others.map(({ file }) => nameOf(file))
    desk.tell({ text: conflictToText(conflict, names), severity: 'warning' })
  }
  const tree = reread(amended.tree)
  const stale = desk.stage({ name: 'the comparison', documents: inputs.length }, () =>
    staleIn(parsed.tree, tree),
  )
  for (const one of stale) desk.tell({ text: staleToText(one), severity: 'info' })
  if (options.furthestFirst) {
    const order = desk.stage({ name: 'ordering them', documents: inputs.length }, () =>
      furthestFirst(parsed.tree, chosen),
    )
    const names = order.map(
      ({ document, words }) => `${cleanName(nameOf(others[document]?.file ?? ''))} (${words} words)`,
    )
    desk.tell({
      text: `Furthest from the draft first, as words tell it: ${names.join(', ')}`,
      severity: 'info',
    })
  }
  const failed = amended.outcomes.some(({ status }) => status !== 'applied' && status !== 'already')
  const sponsors = chosen.flatMap((one) => one.sponsors)
  const instructions = chosen.flatMap((one) => one.instructions)
  const writing = await writingOf(
    { draft, parsed, amended, tree, stale, files, sponsors, instructions },
    options,
  )
  return {
    output: await desk.stage({ name: 'writing it', documents: inputs.length }, writing),
    found: options.onConflict === 'fail' && failed,
  }
}

interface Work {
  draft: Input
  parsed: Parsed
  amended: Amended
  /** The amended draft, its words read anew. */
  tree: Root
  stale: StaleWords[]
  /** For each outcome its amending document. */
  files: string[]
  sponsors: string[]
  instructions: Instruction[]
}

type Writing = () => string | Promise<string | Uint8Array>

/** Each loads what it needs: most runs write one format. */
function writingOf(work: Work, options: AmendJob): Promise<Writing> {
  const { draft, parsed, amended, tree, stale, files, sponsors, instructions } = work
  const effects = { outcomes: amended.outcomes, instructions, stale }
  return match(options.format)
    .returnType<Promise<Writing>>()
    .with('json', async () => () => {
      const document = amendedDocument(amended, tree, draft.file, files, stale)
      return `${cleanJson(JSON.stringify(document, null, 2))}\n`
    })
    .with('html', async () => {
      const { effectsToHtml } = await import('../../reports/amendment/effects.js')
      return () =>
        effectsToHtml(effects, sayIn(options.ui)('amendments_to', { name: nameOf(draft.file) }), options)
    })
    .with('table', async () => {
      const { effectsToText } = await import('../../reports/amendment/effects.js')
      return () => effectsToText(effects, options)
    })
    .with('md', 'text', 'akn', async (format) => {
      const write = await treeWriter(format)
      return () => write(tree)
    })
    .with('docx', async () => {
      // On a Word document the changes are tracked under the sponsors' names; else there is nothing to track them on.
      if (parsed.format === 'docx') {
        const { redline } = await import('../../redline.js')
        const author = sponsors.length > 0 ? sponsors.join(', ') : 'plenary amend'
        const bytes = await inputBytes(draft)
        return () => redline(bytes, tree, { author })
      }
      const write = await treeWriter('docx')
      return () => write(tree)
    })
    .exhaustive()
}
