/** Two versions of a draft → the amending document that makes the new one of the old one. */
import { composeAmendment, writeAmendment } from '../../amend/index.js'
import { amendmentDocument } from '../../reports/amendment/to-json.js'
import { cleanJson, cleanName } from '../../reports/clean.js'
import { nameOf } from '../files.js'
import type { Desk, Input, Reading, Result } from './desk.js'
import { load } from './load.js'
import { type TreeFormat, treeWriter } from './write-tree.js'

export interface AmendWriteJob extends Reading {
  format: TreeFormat | 'json'
  /** Those who propose the amendments; by default the sponsors that the new version names. */
  sponsors?: string[] | undefined
  symbol?: string | undefined
}

/** Compare the two documents, and write the amendments. */
export async function amendWriteJob(
  [old, revised]: Input[],
  options: AmendWriteJob,
  desk: Desk,
): Promise<Result> {
  if (!old || !revised) throw new Error('There are two versions to compare')
  const [before, after] = [await load(old, options, desk), await load(revised, options, desk)]
  const written = desk.stage({ name: 'writing the amendments', documents: 2 }, () =>
    writeAmendment(before.tree, after.tree),
  )
  for (const what of written.unsaid)
    desk.tell({
      text: `${cleanName(nameOf(revised.file))}: no amendment says what became of ${cleanName(what)}`,
      severity: 'warning',
    })
  const sponsors =
    options.sponsors ??
    after.tree.children.flatMap((node) =>
      node.type === 'proposal'
        ? node.children.flatMap((child) => (child.type === 'sponsor' ? [child.name] : []))
        : [],
    )
  const { symbol, format } = options
  if (format === 'json') {
    const amends = before.tree.children.flatMap((node) =>
      node.type === 'masthead'
        ? node.children.flatMap((field) => (field.type === 'symbol' ? [field.symbol] : []))
        : [],
    )[0]
    const document = amendmentDocument(
      {
        symbol: symbol ?? null,
        sponsors,
        title: null,
        amends: amends === undefined ? null : { symbol: amends, what: 'draft resolution' },
        instructions: written.instructions,
        unread: [],
      },
      revised.file,
    )
    return { output: `${cleanJson(JSON.stringify(document, null, 2))}\n` }
  }
  const write = await treeWriter(format)
  const tree = composeAmendment(written.instructions, before.tree, { sponsors, symbol })
  return { output: await desk.stage({ name: 'writing it', documents: 2 }, () => write(tree)) }
}
