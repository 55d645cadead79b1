/** Blocks of a document that is set into a Word document → blocks of that. */
import { type Block, placed, type Rich, withTexts } from '../../../model/block.js'

/** Place all blocks in the part, and keep its notes apart from those of the others. */
export function chunkBlocks(blocks: readonly Block[], part: string): Block[] {
  const source = { part }
  const ownName = (identifier: string) => `${part}#${identifier}`
  const settled = (text: Rich): Rich => ({
    ...placed(text, source),
    marks: text.marks.map(({ source: _, ...mark }) =>
      mark.identifier === undefined ? mark : { ...mark, identifier: ownName(mark.identifier) },
    ),
  })
  return blocks.map((block) => {
    const own = { ...withTexts(block, settled), source }
    return own.kind === 'note' && own.identifier !== undefined
      ? { ...own, identifier: ownName(own.identifier) }
      : own
  })
}
