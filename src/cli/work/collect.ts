/** A document → what a library keeps of it. */
import { documentOf } from '../../precedent/index.js'
import { nameOf, statOf } from '../files.js'
import type { Desk, Input, Reading, Result } from './desk.js'
import { load } from './load.js'

export interface CollectJob extends Reading {
  /** Its messages are none of the reader's, who asked for something else. */
  silent?: boolean
}

/** Collect one document, as a line of JSON. */
export async function collectJob([input]: Input[], options: CollectJob, desk: Desk): Promise<Result> {
  if (!input) throw new Error('There is a document to read')
  const { file } = input
  // Looked at before it is read: what is changed meanwhile is read anew the next time.
  const stat = statOf(file)
  const { tree } = await load(input, options, desk, { silent: options.silent ?? false })
  const known = stat?.isFile() ? { size: stat.size, modified: Math.floor(stat.mtimeMs) } : {}
  return { output: `${JSON.stringify({ ...documentOf(tree, nameOf(file)), ...known })}\n` }
}
