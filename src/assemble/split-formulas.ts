/**
 * Split an enacting formula from the recital that is printed on its line.
 *
 *     The General Assembly, having considered the report,
 *                          ^
 *
 * After it: a formula is a block of its own.
 */
import type { Openings } from '../language/openings.js'
import { type Block, slice, trim } from '../model/block.js'
import { type Context, isFlow } from './pass.js'
import { isClosed } from './starts.js'

/** Names of conferences with the conventions they are of. */
const longestName = 300
/** A name holds commas of its own: "Committee on Food, Water and Light". */
const mostCommas = 4

export function splitFormulas(blocks: Block[], { openings }: Context): Block[] {
  return blocks.flatMap((block) => {
    const at = isFlow(block) ? formulaEnd(block, openings) : undefined
    if (at === undefined) return [block]
    const { pageStart: _, ...rest } = block
    return [
      { ...block, text: trim(slice(block.text, 0, at)) },
      { ...rest, text: trim(slice(block.text, at)), gap: true },
    ]
  })
}

/** Where the formula of a block ends, if a recital goes on behind it. */
function formulaEnd({ text }: Block, openings: Openings): number | undefined {
  // A sentence of a report ends with a full stop: only a recital goes on behind a comma.
  if (!/[,，،]$/u.test(text.value) || !isClosed(text.value)) return undefined
  let commas = 0
  for (const { index, 0: comma } of text.value.slice(0, longestName).matchAll(/[,，،]/gu)) {
    if (++commas > mostCommas) return undefined
    const end = index + comma.length
    if (end === text.value.length || !openings.isFormula(text.value.slice(0, end))) continue
    const lead = openings.lead(trim(slice(text, end)), 'preambular')
    return lead?.known && lead.role === 'preambular' && lead.start === 0 ? end : undefined
  }
  return undefined
}
