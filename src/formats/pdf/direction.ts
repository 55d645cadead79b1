/** Where a line begins and ends as it is read: Arabic begins at the right. */
import { isLatin, isRightToLeft } from './order.js'

/** Both grow as one reads on. */
export interface Edges {
  start: number
  end: number
}

/** A piece of a line, its glyphs from left to right. */
interface Signs<T extends { text: string } = { text: string }> {
  glyphs: readonly T[]
  leftward?: boolean
}

/** The edges of what is between `x` and `right`. */
export function edgesOf({ x, right }: { x: number; right: number }, leftward: boolean): Edges {
  return leftward ? { start: -right, end: -x } : { start: x, end: right }
}

/** Whether most letters are of a script that is read from right to left. */
export function isLeftward(pieces: readonly Signs[]): boolean {
  if (pieces[0]?.leftward) return true
  let balance = 0
  for (const { glyphs } of pieces)
    for (const { text } of glyphs) {
      // Most signs are of ASCII: no pattern need look at them.
      if (isLatin(text.charCodeAt(0))) balance--
      else if (isRightToLeft(text)) balance++
      else if (/\p{L}/u.test(text)) balance--
    }
  return balance > 0
}

/** The sign that a line is read from. */
export function firstGlyph<T extends { text: string }>(pieces: readonly Signs<T>[]): T | undefined {
  const glyphs = pieces.flatMap((piece) => piece.glyphs)
  return isLeftward(pieces) ? glyphs.at(-1) : glyphs[0]
}
