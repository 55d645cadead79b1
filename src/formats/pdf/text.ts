/** The glyphs of a line → its text, with spaces and marks. */
import { concat, type Mark, type MarkKind, type Rich } from '../../model/block.js'
import { isBlank, type Piece, type Placed } from './lines.js'
import { inReadingOrder } from './order.js'

/** Scripts that part no words by spaces. */
const unspaced = /[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]|[\u{20000}-\u{3ffff}]/u
/** Ligatures and the shapes of Arabic letters, which fonts name and texts do not. */
const shapes = /[\ufb00-\ufdff\ufe70-\ufefc]/u

/** Gaps between words, in parts of the size: wider where the line has spaces of its own. */
const wordGap = { withBlanks: 0.3, without: 0.16 }

/** Read the text of a piece; `size` is its line's. */
export function textOf({ glyphs }: Piece, size: number): Rich {
  const gap = wordGap[glyphs.some(({ text }) => isBlank(text)) ? 'withBlanks' : 'without'] * size
  const marks = new Marks()
  let value = ''
  let before: Placed | undefined
  /** The group of the sign before, where that ended it. */
  let ended: Extent | undefined
  let blank = false
  for (const group of inReadingOrder(glyphs)) {
    const extent = extentOf(group)
    for (const [at, glyph] of group.entries()) {
      if (isBlank(glyph.text)) {
        blank = before !== undefined
        continue
      }
      const white = at === 0 ? ended && whiteBetween(ended, extent) : before && whiteBetween(before, glyph)
      if (before && (blank || ((white ?? 0) > gap && !isUnspaced(before, glyph)))) {
        marks.space(value.length, before, glyph)
        value += ' '
      }
      const text = shapes.test(glyph.text) ? glyph.text.normalize('NFKC') : glyph.text
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
  const [first, last] = [group[0], group.at(-1)] as [Placed, Placed]
  return { x: first.x, right: last.right }
}

function whiteBetween(a: Extent, b: Extent): number {
  return Math.max(b.x - a.right, a.x - b.right)
}

function isUnspaced(a: Placed, b: Placed): boolean {
  return unspaced.test(a.text) && unspaced.test(b.text)
}

/** Two lines of one paragraph: what stands between them. */
export function jointOf(before: string, after: string, full: boolean): string {
  if (unspaced.test(before.slice(-1)) && unspaced.test(after.slice(0, 1))) return ''
  // Whether a hyphen or a slash divides a word is not told by the layout.
  return full && !/[-‐‑/–\u00ad]$/u.test(before) ? ' ' : '\n'
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
