/** The words by which an instruction finds its place. */
import type { Instruction } from '../model/amendment.js'
import type { Stretch } from './sentences.js'
import { find, type Range } from './words.js'

type Words = Pick<Instruction, 'op' | 'where' | 'anchor' | 'old'>

/** Those that it changes, or those beside which it puts others or from which on it changes all. */
export function soughtOf({ op, anchor, old }: Words): string {
  return (op === 'insert-words' ? anchor : (old ?? anchor)) ?? ''
}

/** All words behind some, or from some on, are changed. */
export function isRest({ op, anchor, old }: Words): boolean {
  return op !== 'insert-words' && old === undefined && anchor !== undefined
}

/** Where the words begin that such an instruction changes to the end, given those that it names. */
export function restStart({ where }: Pick<Instruction, 'where'>, { start, end }: Range): number {
  return where === 'from' ? start : end
}

/** Old words of which is said beside which others they are: right there, or on that side if they are no mark. */
export function besideAnchor(
  found: readonly Stretch[],
  { op, where, anchor, old }: Words,
): readonly Stretch[] {
  if (op === 'insert-words' || old === undefined || anchor === undefined) return found
  const between = ({ place, range }: Stretch): string[] => {
    const { text } = place.clause
    return find(text, anchor).flatMap((beside) => {
      const [start, end] = where === 'before' ? [range.end, beside.start] : [beside.end, range.start]
      return start <= end ? [text.slice(start, end)] : []
    })
  }
  const near = found.filter((one) => between(one).some((text) => text.trim() === ''))
  return near.length > 0 || !/\p{L}/u.test(old) ? near : found.filter((one) => between(one).length > 0)
}
