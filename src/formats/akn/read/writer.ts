/** The text of one paragraph as it is read: white space as XML means it, marks, places. */
import { type Mark, type MarkKind, type Rich, type Segment, trim } from '../../../model/block.js'
import type { Text } from '../../xml/elements.js'

/** How the text looks where it stands. */
export type Look = Readonly<Record<'emphasis' | 'strong' | 'superscript', boolean>>

export const plainLook: Look = { emphasis: false, strong: false, superscript: false }
const kinds = Object.keys(plainLook) as (keyof Look & MarkKind)[]
/** Files are indented inside of their paragraphs, `xml:space` or not; other white space is text. */
const folded = /[ \t\n\r]+/gu

export class Writer {
  #value = ''
  #marks: Mark[] = []
  #map: Segment[] = []

  /** Nothing but white space was written. */
  get isEmpty(): boolean {
    return this.#value.trim() === '' && this.#marks.every(({ kind }) => kind !== 'noteReference')
  }

  /** What was written so far ends with a stop, as a number does that stands on the line of its title. */
  get isStopped(): boolean {
    return /[.:)）、]\s*$/u.test(this.#value)
  }

  write({ value, start, end }: Text, look: Look): void {
    if (value.length !== end - start) {
      // A character reference.
      if (/^[ \t\n\r]+$/u.test(value)) this.#space(start, end, look)
      else this.#append(value, start, end, look)
      return
    }
    let from = 0
    for (const match of value.matchAll(folded)) {
      const after = match.index + match[0].length
      this.#append(value.slice(from, match.index), start + from, start + match.index, look)
      this.#space(start + match.index, start + after, look)
      from = after
    }
    this.#append(value.slice(from), start + from, end, look)
  }

  /** Part what is written from what follows. */
  space(place: number): void {
    this.#space(place, place, plainLook)
  }

  /** A line ends here. */
  breakLine(place: number): void {
    this.#append('\n', place, place, plainLook)
  }

  refer(identifier: string, label: string, source: { start: number; end: number }): void {
    const at = this.#value.length
    this.#marks.push({ kind: 'noteReference', start: at, end: at, identifier, label, source })
  }

  /** Give what was written and begin anew. */
  take(): Rich {
    // A mark behind white space at the end is the text's, which the white space is not.
    const last = this.#value.trimEnd().length
    for (const mark of this.#marks)
      if (mark.kind === 'noteReference' && mark.start > last) mark.start = mark.end = last
    const text = { value: this.#value, marks: tidy(this.#value, this.#marks), map: this.#map }
    this.#value = ''
    this.#marks = []
    this.#map = []
    return trim(text)
  }

  #space(start: number, end: number, look: Look): void {
    if (this.#value !== '' && !/[ \n]$/u.test(this.#value)) this.#append(' ', start, end, look)
  }

  #append(value: string, start: number, end: number, look: Look): void {
    if (value === '') return
    const at = this.#value.length
    const last = this.#map.at(-1)
    const verbatim = value.length === end - start
    if (last && verbatim && last.end === start && last.end - last.start === at - last.at) last.end = end
    else this.#map.push({ at, start, end })
    this.#value += value
    for (const kind of kinds) {
      if (!look[kind]) continue
      const before = this.#marks.findLast((mark) => mark.kind === kind)
      if (before?.end === at) before.end = this.#value.length
      else this.#marks.push({ kind, start: at, end: this.#value.length })
    }
  }
}

/** Marks in order, without white space at their ends. */
function tidy(value: string, marks: readonly Mark[]): Mark[] {
  return marks
    .flatMap((mark) => {
      if (mark.kind === 'noteReference') return [mark]
      const text = value.slice(mark.start, mark.end)
      const start = mark.start + (text.length - text.trimStart().length)
      const end = mark.start + text.trimEnd().length
      return end > start ? [{ ...mark, start, end }] : []
    })
    .sort((a, b) => a.start - b.start)
}
