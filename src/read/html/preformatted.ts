/** Text whose lines are its author's: read as plain text is. */
import { type Block, concat, type Rich, rich, slice } from '../../block.js'
import { fromText } from '../from-text.js'

/** Read the blocks of a preformatted text, their marks and places kept. */
export function preformatted(text: Rich): Block[] {
  return fromText(text.value).blocks.map((block) => ({ ...block, text: found(block.text, text) }))
}

/** The places of a block are offsets in the text: cut them out of it. */
function found(block: Rich, text: Rich): Rich {
  const parts = block.map.map(({ at, start, end }, index) =>
    start === end ? rich(block.value.slice(at, block.map[index + 1]?.at)) : slice(text, start, end),
  )
  return concat(...parts)
}
