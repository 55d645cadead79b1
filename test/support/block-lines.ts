/** Blocks as text for people: one a line, with the evidence of its layout and its words. */
import type { Block } from '../../src/model/block.js'
import type { AnyBlock } from './blocks.js'
import { marked } from './html.js'

/**
 * The lines of blocks.
 *
 * @example blockLines(blocks) // 'paragraph gap page=2 | *Recalling* its resolution 5/2,[^1]\n'
 */
export function blockLines(blocks: readonly Block[]): string {
  return blocks.map((block) => `${[...evidence(block)].join(' ')} | ${wordsOf(block)}\n`).join('')
}

function* evidence({ kind, text, table, comment, source, ...rest }: AnyBlock): Generator<string> {
  yield kind
  for (const [name, value] of Object.entries(rest))
    if (value === true) yield name
    else if (value !== undefined && !(name === 'label' && value === rest.identifier)) yield `${name}=${value}`
  if (comment) yield `author=${comment.author} quote=${JSON.stringify(comment.quote)}`
  if (source) yield `source=${JSON.stringify(source)}`
}

/** Line ends, tabs and the page's other spaces are seen. */
function wordsOf({ text, table }: AnyBlock): string {
  const words = table
    ? table.rows.map((row) => row.map((cell) => marked(cell)).join(' ¦ ')).join(' ⏎ ')
    : marked(text)
  return words.replaceAll('\n', '⏎').replaceAll('\t', '⇥').replaceAll('\u00a0', '⍽').replaceAll('\f', '␌')
}
