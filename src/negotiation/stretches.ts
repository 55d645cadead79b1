/** The paragraphs of a negotiating text, and stretches of them. */
import type { Extent } from '../model/negotiation.js'
import type { Piece } from './paragraphs.js'
import type { Place, Span } from './spans.js'

export class Stretches {
  readonly #pieces: readonly Piece[]

  constructor(pieces: readonly Piece[]) {
    this.#pieces = pieces
  }

  /** All words of a paragraph; '' outside of all. */
  text(paragraph: number): string {
    return this.#pieces[paragraph]?.text.value ?? ''
  }

  /** From one place to another, a stretch a paragraph; none that is empty. */
  between(from: Place, to: Place): Extent[] {
    const result: Extent[] = []
    for (let paragraph = from.paragraph; paragraph <= to.paragraph; paragraph++) {
      const start = paragraph === from.paragraph ? from.offset : 0
      const end = paragraph === to.paragraph ? to.offset : this.text(paragraph).length
      if (end > start) result.push({ paragraph, start, end })
    }
    return result
  }

  /** What a span holds, without its signs. */
  inside({ start, end, sign }: Span): Extent[] {
    return this.between({ ...start, offset: start.offset + sign }, { ...end, offset: end.offset - sign })
  }

  /** Beside it is only the label, marks and the mark of its state. */
  isWhole(start: Place, end: Place, signs: readonly Extent[]): boolean {
    if (start.paragraph !== end.paragraph) return true
    const body = this.body(start.paragraph)
    const text = this.text(start.paragraph)
    const last = Math.max(
      end.offset,
      ...signs.filter((one) => one.paragraph === end.paragraph).map((one) => one.end),
    )
    return (
      /^[\s[*]*$/u.test(text.slice(body.start, start.offset)) &&
      /^[\s\].,;:]*$/u.test(text.slice(last, body.end))
    )
  }

  /** What a paragraph says, without its label and the mark of its state. */
  body(paragraph: number, from?: number): Extent {
    const { text, label, mark, oldNumber } = this.#pieces[paragraph] as Piece
    const start = from ?? oldNumber?.end ?? label?.end ?? 0
    const lead = /^\s*/u.exec(text.value.slice(start))?.[0].length ?? 0
    const end = mark && mark.start > start ? mark.start : text.value.length
    return { paragraph, start: start + lead, end }
  }

  /** Behind a span, and before it, is only what marks the paragraph. */
  covers({ start, end }: Span, body: Extent): boolean {
    const text = this.text(body.paragraph)
    const tail = end.paragraph === body.paragraph ? text.slice(end.offset, body.end) : ''
    return /^[\s[*]*$/u.test(text.slice(body.start, start.offset)) && /^[\s\].,;:]*$/u.test(tail)
  }
}
