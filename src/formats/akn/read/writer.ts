/** The text of one paragraph as it is read: white space as XML means it, marks, places. */
import { type Rich, trim } from '../../../model/block.js'
import { type Look as Marks, RichBuilder } from '../../../model/rich.js'
import type { Text } from '../../xml/elements.js'

/** How the text looks where it is. */
export type Look = Required<Marks>

export const plainLook: Look = { emphasis: false, strong: false, superscript: false }
/** Files are indented inside of their paragraphs, `xml:space` or not; other white space is text. */
const folded = /[ \t\n\r]+/gu

/** Characters at the end of a text that tell whether it has stopped. */
const tail = 20

export class Writer extends RichBuilder {
  /** What was written so far ends with a stop, as a number does that is on the line of its title. */
  get isStopped(): boolean {
    return /[.:)）、]\s*$/u.test(this.value.slice(-tail))
  }

  write({ value, start, end }: Text, look: Look): void {
    if (value.length !== end - start) {
      // A character reference.
      if (/^[ \t\n\r]+$/u.test(value)) this.space(look, start, end)
      else this.add(value, look, start, end)
      return
    }
    let from = 0
    for (const match of value.matchAll(folded)) {
      const after = match.index + match[0].length
      this.add(value.slice(from, match.index), look, start + from, start + match.index)
      this.space(look, start + match.index, start + after)
      from = after
    }
    this.add(value.slice(from), look, start + from, end)
  }

  /** A line ends here. */
  breakLine(place: number): void {
    this.add('\n', {}, place, place)
  }

  /** Give what was written, without white space at its ends. */
  override take(): Rich {
    const text = super.take()
    // A mark behind white space at the end is the text's, which the white space is not.
    const last = text.value.trimEnd().length
    for (const mark of text.marks)
      if (mark.kind === 'noteReference' && mark.start > last) mark.start = mark.end = last
    return trim(text)
  }
}
