/**
 * Take the masthead out of the table that sets it: converters write the columns
 * of a first page as a table of data.
 *
 *     | United Nations   | A/97/L.4         |
 *     | General Assembly | Distr.: Limited  |
 *                          ^ a field that only mastheads have, above the formula
 *
 * After it: no table above the enacting formula holds the symbol or the distribution.
 */
import { type Block, trim } from '../model/block.js'
import { type Context, isFlow } from './pass.js'

const marks = ['symbolLine', 'distribution'] as const

export function unfoldMasthead(blocks: Block[], { openings }: Context): Block[] {
  if (!blocks.some(({ kind }) => kind === 'table')) return blocks
  const end = blocks.findIndex(
    (block) => isFlow(block) && openings.isFormula(block.text.value.replace(/\s+/gu, ' ').trim()),
  )
  const { grammar } = openings
  const isField = (value: string) =>
    value.split('\n').some((line) => {
      const found = grammar.matchAny(marks, line.trim())
      return found !== null && (found.id === 'distribution' || found.match[0].length === line.trim().length)
    })
  return blocks.flatMap((block, index): Block[] => {
    if (block.kind !== 'table' || index > end) return [block]
    const cells = block.table.rows.flat().filter(({ value }) => value.trim() !== '')
    if (!cells.some(({ value }) => isField(value))) return [block]
    const { table: _, ...rest } = block
    return cells.map((text): Block => ({ ...rest, kind: 'paragraph', text: trim(text), gap: true }))
  })
}
