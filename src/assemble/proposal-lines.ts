/** The line that says who proposes what, where a tool ran it together with the lines around it. */
import type { Grammar } from '../language/types.js'
import type { ProposalKind } from '../model/tree/types.js'
import { fields } from './fields.js'

export interface ProposalLines {
  /** UTF-16 offsets in the text of the block; end exclusive. */
  start: number
  end: number
  kind: ProposalKind
}

/** What is proposed may go on over so many lines, up to the symbol of the draft that is amended. */
const mostLines = 4

/**
 * Find the lines of a block that name the sponsors and what they propose.
 *
 *     Safety of lights
 *     Norland, Sudland and            a list that goes on
 *     Westmark: amendment to draft
 *     resolution LC/44/L.7            up to the symbol
 *     Lamps in harbours
 */
export function proposalLines(value: string, grammar: Grammar): ProposalLines | undefined {
  const lines = linesOf(value)
  for (const [at, { text }] of lines.entries()) {
    if (!text.includes(':')) continue
    const above = lines.slice(0, at + 1)
    // Where no field is above it the list is all that the block has: a name may go on over two lines.
    const isList = !above.some(({ text: line }) => grammar.matchAny(fields, line, 0))
    const first = isList ? 0 : above.findLastIndex((_, index) => !goesOn(lines, index, grammar))
    const last = lastLine(lines, at, grammar)
    const [start, end] = [lines[first]?.start ?? 0, lines[last]?.end ?? value.length]
    const found = grammar.match('sponsorLine', value.slice(start, end).replace(/\s+/gu, ' ').trim())
    if (found) return { start, end, kind: grammar.proposalKind(found.groups?.kind ?? '') }
  }
  return undefined
}

/** A name to try whether a list goes on behind its last word. */
const anyName = 'Norland'

interface Line {
  text: string
  start: number
  end: number
}

function linesOf(value: string): Line[] {
  let start = 0
  return value.split('\n').map((text) => {
    const line = { text: text.trim(), start, end: start + text.length }
    start += text.length + 1
    return line
  })
}

/** A line goes on with the list of the line above it. */
function goesOn(lines: readonly Line[], index: number, grammar: Grammar): boolean {
  const before = lines[index - 1]?.text
  const here = lines[index]?.text ?? ''
  if (before === undefined) return false
  // A name in which a parenthesis is open, a small letter at the beginning, or a comma or "and" at the end.
  const isOpen = before.lastIndexOf('(') > before.lastIndexOf(')')
  return isOpen || /^\p{Ll}/u.test(here) || grammar.sponsors(`${before} ${anyName}`).at(-1)?.name === anyName
}

function lastLine(lines: readonly Line[], at: number, grammar: Grammar): number {
  for (let index = at; index < Math.min(lines.length, at + mostLines); index++)
    if (endsInSymbol(lines[index]?.text ?? '', grammar)) return index
  return at
}

function endsInSymbol(text: string, grammar: Grammar): boolean {
  const word = text.slice(text.lastIndexOf(' ') + 1)
  return word !== '' && grammar.isWhole('symbol', word)
}
