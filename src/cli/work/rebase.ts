/** An amending document, the draft that it amends, and its revision → the amendments to the revision. */
import { match } from 'ts-pattern'
import { composeAmendment, rebaseAmendment, restate } from '../../amend/index.js'
import { rebasedDocument } from '../../reports/amendment/to-json.js'
import { rebasedToText } from '../../reports/amendment/to-text.js'
import { cleanJson } from '../../reports/clean.js'
import type { Desk, Input, Reading, Result } from './desk.js'
import { load, loadAmendment } from './load.js'
import { type TreeFormat, treeWriter } from './write-tree.js'

export interface RebaseJob extends Reading {
  format: 'table' | 'json' | Exclude<TreeFormat, 'text'>
  width: number
  /** Language of the report's own words. */
  ui?: string | undefined
  exitCode?: boolean | undefined
}

/** Find what each instruction names in the revision, and write what stands. */
export async function rebaseJob(inputs: Input[], options: RebaseJob, desk: Desk): Promise<Result> {
  const [amending, old, revised] = inputs
  if (!amending || !old || !revised)
    throw new Error('There are an amending document and two versions of a draft')
  const { amendment } = await loadAmendment(amending, options, desk)
  const [before, after] = [await load(old, options, desk), await load(revised, options, desk)]
  const rebased = desk.stage({ name: 'the comparison', documents: 3 }, () =>
    rebaseAmendment(amendment.instructions, before.tree, after.tree),
  )
  const stands = rebased.filter(({ status }) => status === 'clean' || status === 'moved')
  const output = await match(options.format)
    .returnType<Promise<string | Uint8Array>>()
    .with('table', async () => rebasedToText(rebased, options))
    .with('json', async () => {
      const document = rebasedDocument(rebased, amending.file, old.file, revised.file)
      return `${cleanJson(JSON.stringify(document, null, 2))}\n`
    })
    .with('md', 'docx', 'akn', async (format) => {
      // What does not stand is told, and left out.
      for (const one of rebased)
        if (!stands.includes(one))
          desk.tell({ text: rebasedToText([one], { width: options.width }).trim(), severity: 'warning' })
      const write = await treeWriter(format)
      const said = restate(stands, after.tree.language ?? 'en')
      return write(composeAmendment(said, after.tree, { sponsors: amendment.sponsors }))
    })
    .exhaustive()
  return { output, found: options.exitCode === true && stands.length < rebased.length }
}
