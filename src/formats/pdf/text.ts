/** The glyphs of a line → its text, with spaces and marks. */
import { concat, type Mark, type MarkKind, type Rich } from '../../model/block.js'
import { isBlank, type Piece, type Placed } from './lines.js'
import { inReadingOrder, isAscii, isLatin, isRightToLeft } from './order.js'

/** Scripts that part no words by spaces. */
const unspaced = /[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]|[\u{20000}-\u{3ffff}]/u
/** Ligatures and the shapes of Arabic letters, which fonts name and texts do not. */
const shapes = /[\ufb00-\ufdff\ufe70-\ufefc]/u

/** A stroke that only lengthens the line between two letters. */
const stretch = /^\u0640+$/u
const labelGap = 0.08
const label = /^[(（]?[\p{L}\p{N}]{1,4}[.)）]$/u
/** Characters of a label, of which some take two units. */
const longestLabel = 10
/** Printers set figures and Latin words off from Chinese ones by a quarter of the size, where no text has a space. */
const autoSpace = 0.6

/** Gaps between words, in parts of the size: wider where the line has spaces of its own. */
const wordGap = { withBlanks: 0.3, without: 0.16 }

/** Read the text of a piece; `size` is its line's. */
export function textOf({ glyphs, leftward }: Piece, size: number): Rich {
  const usual = wordGap[glyphs.some(({ text }) => isBlank(text)) ? 'withBlanks' : 'without'] * size
  const marks = new Marks()
  let value = ''
  let before: Placed | undefined
  /** The group of the sign before, where that ended it. */
  let ended: Extent | undefined
  let blank = false
  const groups = inReadingOrder(glyphs, leftward)
  const stretched = stretches(groups.flat())
  for (const group of groups) {
    const extent = extentOf(group)
    for (const [at, glyph] of group.entries()) {
      if (stretched.has(glyph)) continue
      if (isBlank(glyph.text)) {
        blank = before !== undefined
        continue
      }
      // A tab behind a label may be narrow, where the label is wide.
      const isLabelled = value.length <= longestLabel && label.test(value)
      const gap = isLabelled && /^\p{L}/u.test(glyph.text) ? labelGap * size : usual
      const white = at === 0 ? ended && whiteBetween(ended, extent) : before && whiteBetween(before, glyph)
      if (before && (blank || (white ?? 0) > leastSpace(before, glyph, { gap, size }))) {
        marks.space(value.length, before, glyph)
        value += ' '
      }
      const text = !isAscii(glyph.text) && shapes.test(glyph.text) ? glyph.text.normalize('NFKC') : glyph.text
      marks.add(glyph, value.length, value.length + text.length)
      value += text
      before = glyph
      blank = false
    }
    ended = extent
  }
  return { value, marks: marks.done(), map: [] }
}

interface Extent {
  x: number
  right: number
}

function extentOf(group: readonly Placed[]): Extent {
  const extent = { x: Number.POSITIVE_INFINITY, right: Number.NEGATIVE_INFINITY }
  for (const { x, right } of group) {
    extent.x = Math.min(extent.x, x)
    extent.right = Math.max(extent.right, right)
  }
  return extent
}

function whiteBetween(a: Extent, b: Extent): number {
  return Math.max(b.x - a.right, a.x - b.right)
}

/** What white between two signs is more than a space, where no blank is set. */
function leastSpace(a: Placed, b: Placed, { gap, size }: { gap: number; size: number }): number {
  // Most signs are letters of ASCII: no pattern need look at them.
  if ([a, b].every(({ text }) => text.length === 1 && isLatin(text.charCodeAt(0)))) return gap
  if (opening.test(a.text) || closing.test(b.text)) return Number.POSITIVE_INFINITY
  const count = [a, b].filter(({ text }) => unspaced.test(text)).length
  return count === 2 ? Number.POSITIVE_INFINITY : count === 1 ? Math.max(gap, autoSpace * size) : gap
}

/** Inside of these no text has a space, however they are set. */
const opening = /[([]$/u
const closing = /^[)\]]/u

/** Strokes that lengthen a word to fill its line, as blanks do in other scripts: «قــرار» is قرار. */
function stretches(signs: readonly Placed[]): Set<Placed> {
  const found = new Set<Placed>()
  if (!signs.some(({ text }) => !isAscii(text) && stretch.test(text))) return found
  let inside: Placed[] = []
  let before: Placed | undefined
  for (const sign of signs) {
    if (stretch.test(sign.text)) inside.push(sign)
    else {
      if (before && isArabicLetter(before) && isArabicLetter(sign)) for (const one of inside) found.add(one)
      inside = []
      before = sign
    }
  }
  return found
}

function isArabicLetter({ text }: Placed): boolean {
  return /[\p{L}\p{M}]/u.test(text) && isRightToLeft(text)
}

/** Two lines of one paragraph: what is between them; what only the language tells is left open, as a line end. */
export function jointOf(before: string, after: string, full: boolean): string {
  const [end, start] = [before.slice(-1), after.slice(0, 1)].map((sign) => unspaced.test(sign))
  if (full && ((end && start) || opening.test(before))) return ''
  // Whether a hyphen or a slash divides a word is not told by the layout.
  return full && !end && !start && !/[-‐‑/–\u00ad]$/u.test(before) ? ' ' : '\n'
}

/** Two lines as one text: what is marked up to the line's end and from the next one's start is marked between. */
export function joinRows(before: Rich, joint: string, after: Rich): Rich {
  const end = before.value.length
  const marks = before.marks
    .filter(
      ({ kind, end: stop }) =>
        kind !== 'superscript' &&
        stop === end &&
        after.marks.some((mark) => mark.kind === kind && mark.start === 0),
    )
    .map(({ kind }): Mark => ({ kind, start: 0, end: joint.length }))
  return concat(before, { value: joint, marks, map: [] }, after)
}

/** Collects stretches of one look. */
class Marks {
  readonly #open = new Map<MarkKind, Mark>()
  readonly #found: Mark[] = []

  add(glyph: Placed, start: number, end: number): void {
    for (const kind of kinds) {
      if (!has(glyph, kind)) this.#open.delete(kind)
      else this.#extend(kind, start, end)
    }
  }

  /** A space between two marked words is marked with them. */
  space(at: number, before: Placed, after: Placed): void {
    for (const kind of kinds) {
      if (kind !== 'superscript' && has(before, kind) && has(after, kind)) this.#extend(kind, at, at + 1)
      else this.#open.delete(kind)
    }
  }

  done(): Mark[] {
    return this.#found.sort((a, b) => a.start - b.start)
  }

  #extend(kind: MarkKind, start: number, end: number): void {
    const open = this.#open.get(kind)
    if (open) {
      open.end = end
      return
    }
    const mark = { kind, start, end }
    this.#open.set(kind, mark)
    this.#found.push(mark)
  }
}

const kinds = ['emphasis', 'strong', 'superscript'] as const

function has({ look, raised }: Placed, kind: (typeof kinds)[number]): boolean {
  return kind === 'superscript' ? raised : kind === 'strong' ? look.bold : look.italic
}
