/** What passes over the furniture of pages share. */
import type { Grammar } from '../language/types.js'
import type { Block } from '../model/block.js'
import type { FurnitureKind } from '../model/tree/types.js'

/** A block as furniture of a kind. */
export function furniture(block: Block, kind: FurnitureKind): Block {
  return { ...block, kind: 'furniture', furniture: kind }
}

/** The symbol that is all of a line, without its spaces and stars; that of a meeting's record is of the closing. */
export function symbolOf(value: string, grammar: Grammar): string | undefined {
  if (value.length > 60 || !/[/.]/u.test(value) || grammar.match('meetingRecord', value)) return undefined
  const match = grammar.match('symbolLine', value)
  return match && match[0].length === value.length
    ? (match.groups?.symbol ?? value).replace(/[\s*]/gu, '')
    : undefined
}

/** A text with single spaces, and none at its ends. */
export function squeezed(value: string): string {
  return value.replace(/\s+/gu, ' ').trim()
}
