/** Marks of Arabic vowels, which fonts set as signs of their own, → part of their letter. */
import type { Glyph, Run } from './glyphs.js'

const vowel = /^\p{M}+$/u
/** A mark is within this many sizes of its letter. */
const near = 0.6

interface Painted {
  glyph: Glyph
  run: Run
}

/**
 * Give each mark to the letter that it is set over.
 *
 *     م  ّ  ل        painted from left to right, and read from right to left:
 *     ^ letter       a mark is painted beside its letter, and is read behind it
 */
export function withVowels(runs: readonly Run[]): readonly Run[] {
  if (!runs.some(({ glyphs }) => glyphs.some(({ text }) => vowel.test(text)))) return runs
  const painted = runs.flatMap((run) => run.glyphs.map((glyph): Painted => ({ glyph, run })))
  const added = new Map<Glyph, string>()
  const taken = new Set<Glyph>()
  for (let at = 0; at < painted.length; at++) {
    if (!isVowel(painted[at])) continue
    const from = at
    while (isVowel(painted[at + 1])) at++
    const letter = rightmost(painted[from] as Painted, painted[from - 1], painted[at + 1])
    if (!letter) continue
    const marks = painted.slice(from, at + 1).map(({ glyph }) => glyph)
    // Painted in front of their letter, they are painted backwards.
    if (letter === painted[at + 1]) marks.reverse()
    for (const mark of marks) taken.add(mark)
    added.set(letter.glyph, (added.get(letter.glyph) ?? '') + marks.map(({ text }) => text).join(''))
  }
  return runs
    .map((run) => ({
      ...run,
      glyphs: run.glyphs
        .filter((glyph) => !taken.has(glyph))
        .map((glyph) => ({ ...glyph, text: glyph.text + (added.get(glyph) ?? '') })),
    }))
    .filter(({ glyphs }) => glyphs.length > 0)
}

function isVowel(painted: Painted | undefined): boolean {
  return painted !== undefined && vowel.test(painted.glyph.text)
}

function rightmost(mark: Painted, ...beside: (Painted | undefined)[]): Painted | undefined {
  return beside
    .filter((one): one is Painted => one !== undefined && /\p{L}/u.test(one.glyph.text) && isNear(mark, one))
    .sort((a, b) => b.glyph.x - a.glyph.x)[0]
}

function isNear({ glyph, run }: Painted, letter: Painted): boolean {
  const most = near * letter.run.size
  return (
    Math.abs(run.y - letter.run.y) < most &&
    glyph.x > letter.glyph.x - most &&
    glyph.x < letter.glyph.right + most
  )
}
